"""Reported: a number that somebody reports, told without who reports it: "Ms Lee reported 212 pupils"."""

from timeline.extract.dating import whole_time
from timeline.extract.scene import Scene
from timeline.extract.telling import Told
from timeline.extract.wording import phrase
from timeline.extract.words import Tag
from timeline.model.event import Kind
from timeline.model.expression import Dated


def reported_count(scene: Scene, dated: Dated) -> list[Told] | None:
    """What somebody reports a number of, without who: "Ms Lee reported 212 pupils"; [] where it is no number, None where nobody reports."""
    tokens, words = scene.sentence.tokens, scene.words
    clause = next((c for c in scene.sentence.clauses if tokens[c.verb.head].low in words.reporting), None)
    if clause is None:
        return None
    counts = clause.verb.end < len(tokens) and tokens[clause.verb.end].tag is Tag.NUMBER
    title = phrase(tokens, clause.verb.end, len(tokens), words) if counts else ""
    return [Told(title, Kind.STATISTIC, whole_time(dated), dated, (), 0.5)] if " " in title else []
