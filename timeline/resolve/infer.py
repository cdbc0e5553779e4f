"""When a document was written, inferred from its own words, as an intersection of constraints."""
