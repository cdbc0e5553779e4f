"""Composed sentences in languages with lists: whether each date is told of its own clause, in that clause's words.

    python benchmarks/plainly.py [CODE…] [--each N] [--seed N] [--misses CONSTRUCTION] [--verbs]

`plainly/<code>.txt` has some sixty clauses, as subjects with what each did. They are given dates in every form the
language has and joined in every way it joins clauses, so that the right answer is known: each date tells of its own
clause, in all of that clause's words and no other's, with the kind that the clause was written down with.

- right: told so;
- false: told in words of another clause;
- kind: in its own words, as another kind;
- unnamed: without the subject, or with a pronoun for it;
- cut: without other words of its own;
- glued: with words that are neither;
- missing: not told.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.plainly_composing import Clause, Language, Text
from benchmarks.plainly_languages import LANGUAGES
from timeline import pipeline
from timeline.model.document import DocumentId, Metadata
from timeline.model.event import Mention
from timeline.times import edtf

GRADES = ("right", "false", "kind", "unnamed", "cut", "glued", "missing")
_WRITTEN = "2022-05-05"
_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*%?")
_FEWEST_LETTERS = 4  # of a word that says whose it is


def main() -> None:
    """Print how many clauses got which grade, by language and construction."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("codes", nargs="*", default=sorted(LANGUAGES))
    parser.add_argument("--each", type=int, default=40, help="sentences of each construction")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", help="print what went wrong in this construction ('all': in every one)")
    arguments = parser.parse_args()
    for code in arguments.codes:
        total: Counter[str] = Counter()
        print(f"\n{code:16}" + "".join(f"{grade:>9}" for grade in GRADES))
        for name, texts in composed(code, arguments.each, arguments.seed).items():
            grades: Counter[str] = Counter()
            for text in texts:
                mentions = told(code, text)
                for clause in text.clauses:
                    grade = graded(LANGUAGES[code], text, clause, mentions)
                    grades[grade] += 1
                    if grade != "right" and arguments.misses in {name, "all", grade}:
                        said = [f"{edtf.text(m.when)} {m.kind.value} {m.title}" for m in mentions]
                        print(f"  {grade}: {text.text}\n      {clause.year}: {said}")
            total += grades
            print(_row(name, grades))
        print(_row("all", total))


def _row(name: str, grades: Counter[str]) -> str:
    whole = sum(grades.values()) or 1
    return f"{name:16}" + "".join(f"{100 * grades[grade] / whole:8.0f} " for grade in GRADES)


def composed(code: str, each: int, seed: int) -> dict[str, list[Text]]:
    """Texts of a language by construction, `each` of them; the same for the same seed."""
    language = LANGUAGES[code]
    rng = random.Random(f"{code} {seed}")  # noqa: S311  # no secret
    return {name: list(_some(make, language, rng, each)) for name, make in language.constructions().items()}


def _some(make: object, language: Language, rng: random.Random, each: int) -> Iterator[Text]:
    for _ in range(each):
        yield make(language, rng)  # type: ignore[operator]  # one of its constructions


def told(code: str, text: Text) -> Sequence[Mention]:
    """What is told of a text, written in 2022."""
    about = Metadata(language=code, published=edtf.parse(_WRITTEN))
    analysis = pipeline.analysed(pipeline.Input(DocumentId("a.txt"), text.text.encode(), about)).value
    assert analysis is not None  # noqa: S101  # a text of ours is read
    return analysis.mentions


def share(code: str, each: int, seed: int) -> Counter[str]:
    """How many clauses of a language got which grade, all constructions together."""
    return Counter(
        graded(LANGUAGES[code], text, clause, mentions)
        for texts in composed(code, each, seed).values()
        for text in texts
        for mentions in [told(code, text)]
        for clause in text.clauses
    )


def graded(language: Language, text: Text, clause: Clause, mentions: Sequence[Mention]) -> str:
    """How a clause of a text is told."""
    own = [m for m in mentions if str(clause.year) in edtf.text(m.when)]
    if not own:
        return "missing"
    mine = _words(clause.said)
    others = [w for c in text.clauses if c.said != clause.said for w in _words(c.said)]
    foreign = {w for w in others if len(w) >= _FEWEST_LETTERS} - set(mine)
    together = clause.did.end + clause.did.verb  # "einstellte"
    titles = [_words(m.title.replace(together, f"{clause.did.verb} {clause.did.end}")) for m in own]
    if any(foreign & set(title) for title in titles):
        return "false"
    title = max(titles, key=lambda title: len(Counter(title) & Counter(mine)))
    lacking = Counter(mine) - Counter(title)
    more = Counter(title) - Counter(mine)
    allowed = set(_words(text.teller)) | (language.auxiliaries if text.loose else set())
    lacking, more = _without(lacking, allowed), _without(more, allowed)
    if lacking:
        subject = set(_words(clause.subject.name))
        return "unnamed" if set(lacking) <= subject and not set(more) - language.pronouns else "cut"
    if more:
        return "glued"
    right = own[titles.index(title)].kind.value == clause.kind
    return "right" if right else "kind"


def _without(words: Counter[str], allowed: set[str]) -> Counter[str]:
    return Counter({word: count for word, count in words.items() if word not in allowed})


def _words(text: str) -> list[str]:
    return [word for part in _WORD.findall(text.lower().replace("’", "'")) for word in part.split("'")]


if __name__ == "__main__":
    main()
