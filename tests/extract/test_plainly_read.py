"""Lives in three languages, annotated before they were read: what is told of them may not fall below what was reached."""

from pathlib import Path

from benchmarks import events

FOLDER = Path(__file__).parents[2] / "benchmarks" / "plainly" / "texts"
LIVES = ("orgelbauer.txt", "botanica.txt", "mjeku.txt")
RECALL, PRECISION = 0.85, 0.94


def test_lives_in_other_languages_are_told():
    about = {n: row for n, row in events._about(None, FOLDER).items() if n in LIVES}
    built = events._built(about, FOLDER)
    texts = {a.document.id: a.document.text for a in built.analyses}
    gold = list(events._gold(texts, FOLDER / "annotations.jsonl"))
    matches, spare = events._matched(gold, [m for a in built.analyses for m in a.mentions])
    right = sum(match.grade == "strict" for match in matches)
    told = len(spare) + sum(match.mention is not None for match in matches)
    assert right >= RECALL * len(gold)
    assert right >= PRECISION * told
