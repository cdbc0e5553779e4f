"""A tree of strings → values of the kinds our files hold, with a problem for each that is not what it should be."""

import difflib
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from timeline.model.edit import Place
from timeline.model.problem import Problem, Severity
from timeline.read import dates, locales, tree
from timeline.read.tree import Node, Scalar
from timeline.times.when import When

_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})


class Fields:
    """Reads fields; what is wrong is gathered in `problems`, and the field's value is then None."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def report(
        self, kind: str, message: str, place: Place, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Note a problem."""
        self.problems.append(tree.problem(kind, message, place, hint, severity))

    def of(self, node: Node, known: Iterable[str], what: str) -> Mapping[str, Node]:
        """The fields of a mapping that are known and not empty; `what` names it in problems."""
        names = tuple(known)
        if not isinstance(node, tree.Mapping):
            hint = f"write `key: value`; the keys are {', '.join(names)}"
            self.report("wrong-type", f"{what} must be made of `key: value` lines", node.place, hint)
            return {}
        found = {}
        for key, value in node.pairs:
            if key.text not in names:
                self._unknown(key, names, what)
            elif not (isinstance(value, Scalar) and value.empty):
                found[key.text] = value
        return found

    def items(self, node: Node, what: str) -> tuple[Node, ...]:
        """The items of a list."""
        if isinstance(node, tree.Sequence):
            return node.items
        self.report("wrong-type", f"{what} must be a list", node.place, "begin each line with `- `")
        return ()

    def text(self, node: Node, what: str) -> str | None:
        """One piece of text."""
        if isinstance(node, Scalar):
            if not node.text.strip():
                self.report("empty", f"{what} is empty", node.place, "write it, or remove the key")
            return node.text.strip() or None
        self.report(
            "wrong-type", f"{what} must be text", node.place, f"write `{what}: words`, in quotes if need be"
        )
        return None

    def texts(self, node: Node, what: str) -> tuple[str, ...] | None:
        """A list of texts; a single one stands for a list of one."""
        if isinstance(node, tree.Mapping):
            self.report(
                "wrong-type", f"{what} must be a list of words", node.place, f"write `{what}: [one, two]`"
            )
            return None
        nodes = node.items if isinstance(node, tree.Sequence) else (node,)
        return tuple(text for item in nodes if (text := self.text(item, what)))

    def truth(self, node: Node, what: str) -> bool | None:
        """Yes or no."""
        word = self.text(node, what)
        if word is None:
            return None
        if word.casefold() in _TRUE | _FALSE:
            return word.casefold() in _TRUE
        self.report(
            "wrong-type", f"{what} is either true or false, not {word!r}", node.place, f"write `{what}: true`"
        )
        return None

    def choice(self, node: Node, what: str, choices: Iterable[str]) -> str | None:
        """One of a few words."""
        word = self.text(node, what)
        names = tuple(choices)
        if word is None or word in names:
            return word
        self.report("unknown-choice", f"{what} cannot be {word!r}", node.place, _one_of(word, names))
        return None

    def language(self, node: Node, what: str) -> str | None:
        """A language by its tag (BCP 47)."""
        text = self.text(node, what)
        if text is None or locales.is_known(text):
            return text
        near = locales.nearest(text)
        hint = f"did you mean `{near}`?" if near else "write its tag, such as en, de, pt-BR or sr-Latn"
        self.report("unknown-language", f"{what} is no language known here: {text!r}", node.place, hint)
        return None

    def url(self, node: Node, what: str) -> str | None:
        """A web address."""
        text = self.text(node, what)
        if text is None or is_web_address(text):
            return text
        self.report("bad-url", f"{what} is no web address: {text!r}", node.place, "write it whole: https://…")
        return None

    def when(self, node: Node, what: str) -> When | None:
        """A date, EDTF or in words."""
        text = self.text(node, what)
        if text is None:
            return None
        try:
            return dates.when(text)
        except dates.DateError as error:
            self.report(error.kind, str(error), node.place, error.hint)
            return None

    def _unknown(self, key: Scalar, names: tuple[str, ...], what: str) -> None:
        self.report("unknown-key", f"{what} has no {key.text!r}", key.place, _one_of(key.text, names))


def is_web_address(text: str) -> bool:
    """Whether a text is an http(s) address with a host."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(c.isspace() for c in text)


def _one_of(word: str, names: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word.casefold(), names, n=1, cutoff=0.5)
    return f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(names)}"
