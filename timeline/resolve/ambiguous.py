"""What a person should decide: dates in figures of which nothing tells whether the day or the month comes first."""

from timeline.model.document import Document
from timeline.model.expression import Dated
from timeline.model.problem import Problem, Severity
from timeline.resolve.dates import Resolved


def doubts(document: Document, resolved: Resolved) -> tuple[Problem, ...]:
    """One warning for a document whose dates in figures can be read two ways, and whose region nobody has named."""
    if document.metadata.region:
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
            hint="name the document's language with its region, as en-GB or en-US, in sources.yaml",
        ),
    )
