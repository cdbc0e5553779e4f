"""Values as YAML, written as a person would: plain where that is safe, in quotes where it is not."""

import re

from timeline.model.change import Cite, Value

_PLAIN = re.compile(r"[^\W_](?:[^\s:#]|:(?=\S)|(?<=\S)#| (?! *(?:#|$)))*(?<!:)")
_IN_FLOW = re.compile(r"[,\[\]{}:]")
# what another program would take for no text (YAML 1.1 and 1.2): a word of truth, nothing, a number
_TYPED = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|nan|inf)"
    r"|[-+]?(?:0[xob])?[0-9][0-9a-f_.,:]*(?:e[-+]?[0-9]+)?"
)
_DATE = re.compile(r"-?[0-9.][-0-9XY~?%./]*")
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def scalar(value: str, *, flow: bool = False, style: str = "") -> str:
    """A text on one line, in the quotes it had before where it had some (`style`).

    >>> scalar("Kosovo: a vote"), scalar("no"), scalar("7–8 May 2024")
    ('"Kosovo: a vote"', '"no"', '7–8 May 2024')
    """
    if style == "'" and _is_printable(value):
        return _single(value)
    if style != '"' and _is_plain(value, flow=flow):
        return value
    if style != '"' and _is_printable(value) and ('"' in value or "\\" in value):
        return _single(value)
    return '"' + "".join(_escaped(character) for character in value) + '"'


def date(value: str, *, flow: bool = False, style: str = "") -> str:
    """A date: EDTF needs no quotes."""
    return value if not style and _DATE.fullmatch(value) else scalar(value, flow=flow, style=style)


def is_long(value: str) -> bool:
    """Whether a text has several lines that can stand as such below `|`."""
    lines = value.split("\n")
    return len(lines) > 1 and all(_is_printable(line) and "\t" not in line[:1] for line in lines)


def literal(value: str, indent: int, newline: str) -> str:
    """The lines below `|`, each led by a line end."""
    return "".join(
        f"{newline}{' ' * indent}{line}" if line.strip() else newline for line in value.split("\n")
    )


def inline(key: str, value: Value, *, flow: bool, style: str = "") -> str:
    """Any value of a field on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(scalar(item, flow=True) for item in value)}]"
    return (date if key == "date" else scalar)(value, flow=flow, style=style)


def cite(value: Cite) -> str:
    """A citation in braces."""
    parts = []
    for name, said in value.items():
        style = '"' if name == "quote" and '"' not in said and "\\" not in said else ""
        parts.append(f"{name}: {scalar(said, flow=True, style=style)}")
    return "{" + ", ".join(parts) + "}"


def _is_plain(value: str, *, flow: bool) -> bool:
    if _TYPED.fullmatch(value) or not _is_printable(value) or not _PLAIN.fullmatch(value):
        return False
    return not (flow and _IN_FLOW.search(value))


def _is_printable(value: str) -> bool:
    return all(character.isprintable() for character in value)


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
