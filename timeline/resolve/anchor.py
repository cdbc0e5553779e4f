"""When was this document written? Given, from its metadata, from its dateline, from its own words; else open."""

from collections.abc import Sequence

from timeline.languages import Language
from timeline.model.document import Document, Source, Written
from timeline.model.expression import Expression
from timeline.resolve.annual import written_after
from timeline.resolve.dateline import dateline, day_of_dateline, labelled
from timeline.resolve.infer import inferred, phrased
from timeline.resolve.infer_evidence import TenseOf
from timeline.times.when import When


def written(
    document: Document,
    expressions: Sequence[Expression],
    language: Language,
    given: When | None,
    tense: TenseOf,
) -> Written:
    """When a document was written, and how that is known."""
    if given is not None:
        return Written(given, Source.GIVEN, (f"the text was written {phrased(given)} (as given)",))
    if document.metadata.published is not None:
        when = document.metadata.published
        return Written(when, Source.METADATA, (f"the text was published {phrased(when)}",))
    line = dateline(document, expressions, language)
    if line is not None:
        doubt = f", {line.doubt}" if line.doubt else ""
        said = f'the text was written {phrased(line.day)} ({line.how}, "{line.words}"{doubt})'
        return Written(line.day, Source.DATELINE, (said,))
    hints = (
        *day_of_dateline(document, expressions),
        *labelled(document, expressions, language),
        *written_after(document, expressions, language),
    )
    return inferred(document, expressions, language, tense, hints)
