"""Front matter: what a Markdown file says of itself above its text."""

import re
from dataclasses import fields, replace

from timeline.model.document import Metadata
from timeline.model.problem import Outcome
from timeline.read import tree
from timeline.read.about import metadata_of
from timeline.read.fields import Fields
from timeline.records import dataclass

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Front:
    """The metadata, and the offset at which the text begins."""

    metadata: Metadata
    end: int


def matter(text: str, file: str) -> Outcome[Front]:
    """Read the front matter, if there is any. Keys that mean something to other programs are passed over."""
    block = _FRONT.match(text)
    if not block:
        return Outcome(Front(Metadata(), 0))
    read = tree.tree(block[1], file, first_line=2)
    if not isinstance(read.value, tree.Mapping):
        return Outcome(Front(Metadata(), block.end()), read.problems)
    form = Fields()
    said = metadata_of({key.text: value for key, value in read.value.pairs}, form)
    return Outcome(Front(said, block.end()), (*read.problems, *form.problems))


def joined(first: Metadata, second: Metadata) -> Metadata:
    """The first's word, field by field, and the second's where it has none."""
    return replace(
        first,
        **{f.name: getattr(second, f.name) for f in fields(Metadata) if not getattr(first, f.name)},
    )
