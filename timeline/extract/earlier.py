"""Earlier: "a year earlier" and "the previous year" behind a figure are of the year before that figure's, whatever was told of last."""

import re
from dataclasses import replace

from timeline.extract.dating import whole_time
from timeline.model.expression import Dated
from timeline.times import edtf, timex
from timeline.times.when import Date, Grain, unit

_BEFORE = re.compile(
    r"(?:the\s)?(?P<year>(?:previous|preceding|prior)\syear|year\sbefore|vorjahr\w*|(?:l['’])?année\s(?:précédente|d['’]avant)|(?:el\s)?año\santerior"
    r"|(?:l['’])?anno\s(?:precedente|prima)|viti[nt]?\s(?:e|i|të)\smëparshëm|prethodn\w+\sgodin\w+|претходн\w+\sгодин\w+)"
    r"|(?:a|one)\syear\s(?:before|earlier)|(?:ein|im)\sjahr\szuvor|un\san\s(?:plus\stôt|auparavant)|un\saño\santes|un\sanno\sprima"
    r"|një\svit\smë\sparë|godinu\sdana\sranije|годину\sдана\sраније",
    re.IGNORECASE,
)


def year_before(dated: Dated, of: Dated) -> Dated | None:
    """The date of "a year earlier" that a figure is held against, counted from the figure's own, `of`; None where it is that, or no such words."""
    now = whole_time(of)
    words = _BEFORE.fullmatch(dated.expression.text)
    if words is None or not isinstance(now, Date) or now.grain not in _UNITS:
        return None
    when = unit(now.start - _ALMOST_A_YEAR, Grain.YEAR if words["year"] else now.grain)
    if when == dated.when:
        return None
    said = f"“{dated.expression.text}” is counted from the time of the figure that is held against it, “{of.expression.text}”"
    return replace(
        dated, when=when, value=timex.value(when), range=None, steps=(said, f"so {edtf.text(when)}")
    )


_UNITS = frozenset({Grain.YEAR, Grain.QUARTER, Grain.MONTH})
_ALMOST_A_YEAR = 360  # days before the first of a unit lies the same unit of the year before
