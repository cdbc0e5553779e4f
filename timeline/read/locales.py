"""Language tags (BCP 47), as `site: language:` and a page's `lang` have them: known, or the nearest that is."""

import difflib
from functools import lru_cache


def is_known(tag: str) -> bool:
    """Whether a language is known, so that its dates can be written.

    >>> is_known("sr-Latn"), is_known("german"), is_known("en_GB")
    (True, False, False)
    """
    if tag == "en":
        return True
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - most sites are in English

    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def nearest(word: str) -> str:
    """The tag that was probably meant: by the language's name in English or in itself, or by its letters; or nothing.

    >>> nearest("german"), nearest("srpski"), nearest("en_GB"), nearest("qqqqqq")
    ('de', 'sr-Latn', 'en-GB', '')
    """
    hyphened = word.replace("_", "-")
    if is_known(hyphened):
        return hyphened
    names = _names()
    near = difflib.get_close_matches(word.casefold(), names, n=1, cutoff=0.7)
    if near:
        return names[near[0]]
    base = hyphened.partition("-")[0]
    return base if base != hyphened and is_known(base) else ""


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Languages' names, English and their own, in small letters, with their tags."""
    from babel import Locale  # noqa: PLC0415
    from babel.localedata import locale_identifiers  # noqa: PLC0415

    english = Locale("en").languages
    tags = [
        name
        for name in locale_identifiers()
        if name in {"sr_Latn", "zh_Hant"} or (name in english and "_" not in name)
    ]
    own = {(Locale.parse(tag).get_language_name() or "").casefold(): tag.replace("_", "-") for tag in tags}
    return {**own, **{english[tag].casefold(): tag for tag in tags if tag in english}}
