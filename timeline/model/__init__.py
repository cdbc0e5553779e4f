"""The nouns every stage speaks: documents, expressions, mentions, events, edits, problems, sites."""
