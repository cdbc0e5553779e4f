"""Dates in stories whose true timeline is known: by form of date, by genre, and by what is told in between.

    python benchmarks/stories.py [--stories N] [--seed S] [--show FORM|GENRE|ASIDE ...]

A story is made with its timeline: each date is said by a form that a reader who has followed can take in one way only,
and asides (brackets, clauses of other years, captions, citations, codes, quoted speech) stand between that lead nobody
to another year. Counted is whether each date of the story is read as the right days.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.story_genres import GENRES
from benchmarks.story_page import Mark, Page
from timeline import resolve, tag
from timeline.languages import language
from timeline.model.expression import Dated
from timeline.times import edtf
from timeline.times.when import When, extent

ENGLISH = language("en")


@dataclass(frozen=True, slots=True)
class Read:
    """A date of a story, and what was read."""

    page: Page
    mark: Mark
    found: When | None
    led: bool = True  # the date before it was read rightly, so that nothing misled to this one

    @property
    def right(self) -> bool:
        """Whether it was read as the right days, or within them where it says only a part of them."""
        if self.found is None:
            return False
        found, true = extent(self.found), extent(self.mark.when)
        if found.start is None or found.end is None or true.start is None or true.end is None:
            return False
        if self.mark.loose:
            return true.start <= found.start + 3 and found.end - 3 <= true.end
        return (found.start, found.end) == (true.start, true.end)


def read(page: Page) -> Iterator[Read]:
    """The dates of a page as they are read."""
    document = page.document()
    timexes = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, page.published).timexes
    led = True
    for mark in page.marks:
        over = [one for one in timexes if one.span.start < mark.end and mark.start < one.span.end]
        found = [one.when for one in over if isinstance(one, Dated)]
        one = Read(page, mark, found[0] if found else None, led)
        led = one.right
        yield one


def stories(count: int, seed: int, asides: float = 0.4) -> Iterator[Page]:
    """So many stories of each genre."""
    for genre in GENRES:
        for index in range(count):
            yield genre(Random(f"{genre.__name__} {seed} {index}"), asides)  # noqa: S311  a seeded story is no secret


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=60, help="of each genre")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", help="print the misses of a form, a genre or an aside")
    parser.add_argument("--at-most", type=int, default=12)
    arguments = parser.parse_args()
    told: dict[str, dict[str, list[int]]] = {
        kind: defaultdict(lambda: [0, 0, 0, 0]) for kind in ("genre", "form", "aside", "genre × form")
    }
    shown = 0
    for page in stories(arguments.stories, arguments.seed):
        for one in read(page):
            for kind, name in (
                ("genre", page.genre),
                ("form", one.mark.form),
                ("aside", one.mark.aside),
                ("genre × form", f"{page.genre} / {one.mark.form}"),
            ):
                told[kind][name][0] += one.right
                told[kind][name][1] += 1
                told[kind][name][2] += one.right and one.led
                told[kind][name][3] += one.led
            if (
                not one.right
                and one.led
                and arguments.show
                and arguments.show in (page.genre, one.mark.form, one.mark.aside, "all")
                and shown < arguments.at_most
            ):
                shown += 1
                print(_shown(one))
    for kind, rows in told.items():
        print(f"\n{kind}")
        for name, (right, count, own, led) in sorted(
            rows.items(), key=lambda row: row[1][2] / max(row[1][3], 1)
        )[:40]:
            if kind != "genre × form" or own / max(led, 1) < 0.9:
                print(
                    f"  {name:46} {100 * right / count:5.1f} % of {count:5}   led rightly: {100 * own / max(led, 1):5.1f} % of {led}"
                )
    right, count = (sum(row[at] for row in told["genre"].values()) for at in (0, 1))
    print(f"\nall {100 * right / count:.1f} % of {count}")


def _shown(one: Read) -> str:
    text, mark = one.page.text, one.mark
    first = text.rfind("\n\n", 0, mark.start)
    first = max(first + 1, mark.start - 320)
    found = edtf.text(one.found) if one.found else None
    return (
        f"[{one.page.genre} | {mark.form} | {mark.aside} | written {edtf.text(one.page.published) if one.page.published else None}] "
        f"{edtf.text(mark.when)} read {found}\n    …{text[first : mark.start]}<<{text[mark.start : mark.end]}>>{text[mark.end : mark.end + 60]}".replace(
            "\n\n", "¶"
        )
    )


if __name__ == "__main__":
    main()
