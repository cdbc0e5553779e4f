"""What a person should decide: dates in figures of which nothing tells whether the day or the month comes first."""

from timeline.model.document import Document
from timeline.model.expression import Dated
from timeline.model.problem import Problem, Severity
from timeline.resolve.dates import Resolved

# the languages of whose regions some put the month first, by the Unicode locale data, with one of either kind
_OPEN = {"en": "en-GB or en-US", "es": "es-ES or es-PR", "und": "en-GB or en-US"}


def doubts(document: Document, resolved: Resolved) -> tuple[Problem, ...]:
    """One warning for a document whose dates in figures can be read two ways, and whose region nobody has named.

    Where all regions of a language put the day first, nothing is open: 11.06.2021 is June in every German text.
    """
    if document.metadata.region or document.language not in _OPEN:
        return ()
    open_ones = [one for one in resolved.timexes if isinstance(one, Dated) and "order" in one.assumed]
    if not open_ones:
        return ()
    first = open_ones[0]
    others = f" (and {len(open_ones) - 1} more)" if len(open_ones) > 1 else ""
    return (
        Problem(
            Severity.WARNING,
            "ambiguous-order",
            f'"{first.expression.text}"{others} could be read two ways, and is taken for {first.value}',
            file=document.id,
            hint=f"name the document's language with its region, as {_OPEN[document.language]}, in sources.yaml",
        ),
    )
