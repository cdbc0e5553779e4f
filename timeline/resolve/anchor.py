"""When was this document written? Given, from its metadata, from its dateline, from its own words; else open."""

from timeline.model.document import Document, Source, Written
from timeline.times import edtf
from timeline.times.when import When


def written(document: Document, given: When | None) -> Written:
    """When a document was written, and how that is known."""
    if given is not None:
        return Written(given, Source.GIVEN, (f"the document was written on {edtf.text(given)} (given)",))
    if document.metadata.published is not None:
        when = document.metadata.published
        return Written(
            when, Source.METADATA, (f"the document was published on {edtf.text(when)} (its metadata)",)
        )
    return Written(None, Source.OPEN, ("nothing says when the document was written",))
