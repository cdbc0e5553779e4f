"""Excerpts: as much of a text as has room, cut between words."""

from timeline.records import dataclass

_STOPS = ".!?…”»"
_LOOSE = " ,;:–—-"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a passage, in three: before, in and after those that give the date. Where more was said, "…" stands."""

    before: str
    expression: str
    after: str

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.expression + self.after


def excerpt(text: str, longest: int) -> str:
    """The beginning of a text: whole sentences if they are not too short, else cut between words.

    >>> excerpt("It rained. The mayor, who had come late, spoke of the harbour and its debts.", 40)
    'It rained. The mayor, who had come late …'
    >>> excerpt("The mayor spoke of the harbour. Nobody listened to her.", 40)
    'The mayor spoke of the harbour. …'
    """
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    cut = flat[: longest + 1].rpartition(" ")[0]
    end = max((cut.rfind(f"{mark} ") + 1 for mark in _STOPS), default=0)
    if end > longest // 2:
        return f"{cut[:end]} …"
    return cut.rstrip(_LOOSE) + " …"


def around(before: str, expression: str, after: str, side: int, whole: int = 0) -> Words:
    """The words about those that give the date, some `side` letters of them on either side; all that comes before, if that has at most `whole`.

    >>> around("The council, after long debate, signed the lease ", "on 3 May 1911", ", and went home.", 18)
    Words(before='… signed the lease ', expression='on 3 May 1911', after=', and went home.')
    >>> around("The council, after long debate, signed the lease ", "on 3 May 1911", ", and went home.", 18, 60).before
    'The council, after long debate, signed the lease '
    >>> around("The council signed the lease.", "", "", 10).text
    'The council signed …'
    """
    if not expression:
        return Words(excerpt(before + after, 2 * side), "", "")
    start = _flat(before).lstrip() if len(_flat(before)) <= whole else _end(before, side)
    return Words(start, " ".join(expression.split()), _beginning(after, side))


def _end(text: str, longest: int) -> str:
    flat = _flat(text)
    if len(flat) <= longest:
        return flat.lstrip()
    cut = flat[-longest - 1 :].partition(" ")[2].lstrip(_LOOSE)
    return f"… {cut}" if cut else "… "


def _beginning(text: str, longest: int) -> str:
    flat = _flat(text)
    if len(flat) <= longest:
        return flat.rstrip()
    return flat[: longest + 1].rpartition(" ")[0].rstrip(_LOOSE) + " …"


def _flat(text: str) -> str:
    """One line, which keeps a space at its ends."""
    flat = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{flat}{' ' if flat and text[-1:].isspace() else ''}"
