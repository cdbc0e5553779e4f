"""Which language stands where: a page is in the site's, the words of its templates are English.

So the body of a page is marked as English, and in it what is told, by the site's language or a document's own. Where
that is English nothing is marked.
"""

import re
from functools import lru_cache

from markupsafe import Markup

from timeline.records import dataclass

OWN = "en"  # the language of the templates' words
# All that a date may say in English whatever the site's language is; a month is never among them.
WORDS = frozenset(
    (  # noqa: SIM905  as a list it is fifty lines
        "about ad after ago and bc before between billion century decade early earlier end first fourth from "
        "half late later mid millennium million of or perhaps quarter second since spring start summer autumn "
        "winter the third unknown until week years s st nd rd th"
    ).split(" ")
)
_WORD = re.compile(r"[^\W\d_]+")
_NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Tongues:
    """`site` is the site's language, a BCP 47 tag; `names` whether its names of months are known, so that dates use them."""

    site: str = OWN
    names: bool = True

    def of(self, language: str) -> Markup:
        """The attribute that says a language, if it is another than that of the words around.

        >>> Tongues("sr").of("sr"), Tongues("sr").of("en-GB")
        (Markup(' lang="sr"'), Markup(''))
        """
        return _said(language)

    def dated(self, words: str) -> Markup:
        """The same for a date in words, which may be all English on any site.

        >>> Tongues("de").dated("about 17. Februar 2008"), Tongues("de").dated("the 1870s")
        (Markup(' lang="de"'), Markup(''))
        """
        said = _WORD.findall(words) if self.names and not is_own(self.site) else ()
        own = not self.names or (said and all(word.casefold() in WORDS for word in said))
        return _NOTHING if own else self.of(self.site)

    @property
    def words(self) -> list[str]:
        """For scripts, which have dates to mark as well: the words of ours, if any date may say more than these."""
        return sorted(WORDS) if self.names and not is_own(self.site) else []


@lru_cache(maxsize=256)
def _said(language: str) -> Markup:
    return Markup(' lang="{}"').format(language) if language and not is_own(language) else _NOTHING


@lru_cache(maxsize=256)
def is_own(language: str) -> bool:
    """Whether a language is that of the templates' words, wherever it is spoken."""
    return language.partition("-")[0].casefold() == OWN
