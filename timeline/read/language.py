"""Which language a text is in: a cheap look for English, then py3langid."""

import re

_SAMPLE = 20_000  # characters are plenty, and a bound on the work
_SHORT = 12  # words, below which a guess is worth nothing
_ENGLISH = frozenset({"the", "of", "and", "to", "was", "with", "for", "that", "by", "from", "which", "were"})
_ENGLISH_SHARE = 0.14  # of all words; the next language to reach a third of it is Scots


def recognised(text: str, default: str = "en") -> str:
    """The ISO 639-1 code of a text's language; `default` where the text is too short to tell.

    >>> recognised("Die Stadt wurde im Jahr 1820 zur Hauptstadt der neuen Provinz ernannt, und der Rat zog um.")
    'de'
    """
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].casefold())
    if len(words) < _SHORT:
        return default
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"  # the model costs half a second to load
    import py3langid  # noqa: PLC0415 - heavy, and mostly not needed

    code: str = py3langid.classify(text[:_SAMPLE])[0]
    return code
