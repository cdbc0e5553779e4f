"""A change taken back, also where the file was changed elsewhere since."""


def undone(before: bytes, after: bytes, now: bytes) -> bytes | None:
    r"""The file as it is now without the change that led from `before` to `after`; None if it cannot be told.

    >>> undone(b"a\nb\n", b"a\nx\n", b"a\nx\nc\n")
    b'a\nb\nc\n'
    """
    if now == after:
        return before
    start = _common(before, after)
    shorter = min(len(before), len(after)) - start
    end = _common(before[::-1], after[::-1], shorter)
    if now.startswith(after[: len(after) - end]):  # what was changed since stands below
        return before[: len(before) - end] + now[len(after) - end :]
    if now.endswith(after[start:]):  # … or above
        return now[: len(now) - len(after) + start] + before[start:]
    return None


def _common(one: bytes, other: bytes, limit: int | None = None) -> int:
    """How many bytes two begin with alike."""
    longest = min(len(one), len(other)) if limit is None else limit
    return next((n for n in range(longest) if one[n] != other[n]), longest)
