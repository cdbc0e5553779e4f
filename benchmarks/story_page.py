"""A story as it is written: its passages, and where each of its dates stands."""

from dataclasses import dataclass, field
from random import Random
from typing import Self

from benchmarks import story_forms as forms
from benchmarks.story_asides import SALIENT, aside
from benchmarks.story_forms import Now, Said
from benchmarks.story_words import Names
from timeline.model.document import Document, DocumentId, Passage, Role, Span
from timeline.times.when import When


@dataclass(frozen=True, slots=True)
class Mark:
    """A date of the story: where its words stand, what they mean, by which form, and which aside was told last."""

    start: int
    end: int
    when: When
    loose: bool
    form: str
    aside: str


@dataclass(slots=True)
class Page:
    """A story as it is written."""

    genre: str
    published: When | None = None
    text: str = ""
    passages: list[Passage] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    aside: str = "none"  # the last that was told since the story's year was said
    aside_before: str = "none"  # the one with the happening before

    def paragraph(self, role: Role = Role.PROSE, level: int = 0) -> "Block":
        """A passage to write in; it is closed when the next is begun."""
        return Block(self, role, level)

    def document(self) -> Document:
        """The page, as a document that has been read."""
        return Document(DocumentId(self.genre), self.text, tuple(self.passages), "en")


class Block:
    """A passage that is being written."""

    def __init__(self, page: Page, role: Role, level: int) -> None:
        self.page, self.role, self.level = page, role, level
        self.first = len(page.text)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        page = self.page
        page.text = page.text.rstrip(" ")
        page.passages.append(Passage(Span(self.first, len(page.text)), self.role, self.level))
        page.text += "\n" if self.role is Role.ITEM else "\n\n"

    def write(self, words: str) -> None:
        """Words that hold no date of the story."""
        self.page.text += words

    def date(self, said: Said, *, capital: bool = False) -> None:
        """A date of the story."""
        lead = f"{said.lead} " if said.lead else ""
        whole = lead + said.words
        if capital:
            whole = whole[0].upper() + whole[1:]
        start = len(self.page.text) + len(lead)
        self.page.text += whole
        self.page.marks.append(
            Mark(start, len(self.page.text), said.when, said.loose, said.form, self.page.aside)
        )

    def tell(
        self,
        who: str,
        did: str,
        said: Said,
        random: Random,
        *,
        inserted: str = "",
        tail: str = "",
        will: str = "",
    ) -> None:
        """A sentence: who did what, and when, before or after; with what is told of who, and of it."""
        if said.future:
            did = f"{will} {did}"
        if random.random() < 0.5:
            self.date(said, capital=True)
            comma = random.choice((",", ""))
            self.write(f"{comma} {who}{inserted} {did}{tail}. ")
        else:
            self.write(f"{who[0].upper()}{who[1:]}{inserted} {did} ")
            self.date(said)
            self.write(f"{tail}. ")


class Teller:
    """Tells a run of a story, with asides between."""

    def __init__(self, page: Page, random: Random, asides: float) -> None:
        self.page, self.random, self.asides, self.names = page, random, asides, Names(random)

    def run(self, block: Block, now: Now, count: int, steps: tuple[forms.Form, ...], who: str = "") -> Now:
        """So many happenings on from where the story is."""
        for _ in range(count):
            last = self.page.aside_before
            said = forms.step(
                self.random, now, tuple(one for one in steps if last not in SALIENT or one in forms.PLAIN)
            )
            now = said.now
            self.one(block, said, now.year, who)
            who = who and self.random.choice((who.rsplit(maxsplit=1)[-1], "he", "she"))
        return now

    def one(self, block: Block, said: Said, year: int, who: str = "") -> None:
        """One happening, on a date as it is said."""
        subject, did, does = self.names.deed()
        if who:
            subject, did = who, self.names.of_person()
        if said.future:
            did = does
        inserted = tail = sentence = ""
        told = "none"
        if self.random.random() < self.asides:
            told, place, words = aside(self.random, self.names, year)
            if place == "inserted" and subject not in ("he", "she"):
                inserted = words
            elif place == "tail":
                tail = words
            elif place == "sentence":
                sentence = words
            else:
                told = "none"
        block.tell(
            subject,
            did,
            said,
            self.random,
            inserted=inserted,
            tail=tail,
            will=self.random.choice(("will", "is to")) if subject[-1:] != "s" else "will",
        )
        block.write(sentence)
        self.page.aside_before = told
        if told != "none":
            self.page.aside = told
        elif said.form in ("full", "year", "month and year"):
            self.page.aside = "none"
