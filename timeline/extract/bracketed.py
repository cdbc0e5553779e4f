"""Bracketed: amounts beside a date in brackets: "rose to £9m (2011: £4m)", "Concerts given: 41 (2016), 38 (2017)"."""

from collections.abc import Iterator, Sequence

from timeline.extract.amounts import is_figure
from timeline.extract.by_clause import Telling
from timeline.extract.kinds import lies_ahead
from timeline.extract.scene import Bracket, Scene
from timeline.extract.wording import phrase
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.model.event import Kind
from timeline.model.expression import Dated


def of_figure(scene: Scene, bracket: Bracket) -> Iterator[tuple[Dated, Telling]]:
    """The figure of another time that a bracket sets beside one: "fell to £31 million (2021: £38 million)", "Income £9m (2011: £4m)"."""
    inside = bracket.inside
    time = inside[0]
    dated = scene.dates[time.time] if time.tag is Tag.TIME else None
    amount = [t for t in inside[1:] if t.tag is not Tag.STOP]
    if dated is None or not _is_amount(amount) or len(inside) < 2:
        return
    subject = _counted(scene, bracket, amount)
    if subject:
        said = scene.text[amount[0].start : amount[-1].end]
        yield (
            dated,
            (f"{subject}: {said}", Kind.STATISTIC, dated.range.when if dated.range else dated.when, 0.6),
        )


def _is_amount(tokens: Sequence[Token]) -> bool:
    """Whether tokens are a number with its unit, and nothing else."""
    return (
        bool(tokens)
        and tokens[0].tag is Tag.NUMBER
        and all(token.tag in {Tag.NUMBER, Tag.NOUN} for token in tokens)
    )


def _counted(scene: Scene, bracket: Bracket, amount: Sequence[Token]) -> str:
    """What a bracket's amount is of: the subject of a clause of figures, or what has one of the same kind right before it."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    index = max(sentence.owner[bracket.at - 1], 0)
    clause = sentence.clauses[index] if sentence.clauses else None
    begin = bracket.at
    while (
        begin
        and tokens[begin - 1].tag in {Tag.NUMBER, Tag.NOUN}
        and not _is_amount(tokens[begin : bracket.at])
    ):
        begin -= 1
    alike = _is_amount(tokens[begin : bracket.at]) and _unit(tokens[begin]) == _unit(amount[0])
    if clause is not None and clause.verb.finite:
        figure = alike or is_figure(sentence, index, scene.words)
        return phrase(tokens, *clause.subject, scene.words) if clause.subject is not None and figure else ""
    start = next(
        (i for i, t in enumerate(tokens) if t.tag not in {Tag.TIME, Tag.STOP, Tag.COMMA, Tag.QUOTE}), begin
    )
    bare = all(
        t.tag in NOMINAL | {Tag.PREPOSITION, Tag.STOP} and t.tag is not Tag.NUMBER
        for t in tokens[start:begin]
    )
    bare = bare and any(t.low in scene.words.figures for t in tokens[start:begin])  # "Children £2" is a price
    return phrase(tokens, start, begin, scene.words) if alike and start < begin and bare else ""


def _unit(token: Token) -> str:
    return token.text[0] if token.text[0] in "$€£¥" else "%" if token.text.endswith("%") else ""


def of_series(scene: Scene) -> Iterator[tuple[Dated, Telling]]:
    """What a line gives after a colon as amounts with a date for each: "Concerts given: 41 (2016), 38 (2017)"."""
    tokens = scene.sentence.tokens
    colon = next((i for i, token in enumerate(tokens) if token.low == ":"), None)
    finite = any(clause.verb.finite for clause in scene.sentence.clauses)
    if colon is None or not 0 < colon <= _NAMED or finite:
        return
    name = scene.text[tokens[0].start : tokens[colon - 1].end].strip("*_ ")
    pairs = list(_pairs(_with_brackets(scene)[colon + 1 :]))
    if len(pairs) < len("ab") or any(not _is_amount(amount) or len(times) != 1 for amount, times in pairs):
        return
    for amount, times in pairs:
        dated = scene.dates[times[0].time]
        if dated is not None:
            when = dated.range.when if dated.range else dated.when
            said = scene.text[amount[0].start : amount[-1].end]
            yield (
                dated,
                (
                    f"{name}: {said}",
                    Kind.PLAN if lies_ahead(when, scene.written) else Kind.STATISTIC,
                    when,
                    0.6,
                ),
            )


def _with_brackets(scene: Scene) -> list[Token]:
    """The tokens of a sentence, those in brackets with a date in their places again."""
    inside = [token for bracket in scene.brackets for token in bracket.inside]
    return sorted((*scene.sentence.tokens, *inside), key=lambda token: token.start)


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    """Stretches without a date, each with the dates right behind it; a last one without."""
    amount: list[Token] = []
    times: list[Token] = []
    for token in tokens:
        if token.tag in _BETWEEN or (token.low in {"in", "for"} and amount):
            continue
        if token.tag is Tag.TIME:
            times.append(token)
            continue
        if times:
            yield amount, times
            amount, times = [], []
        amount.append(token)
    if amount or times:
        yield amount, times


_BETWEEN = frozenset({Tag.OPEN, Tag.CLOSE, Tag.COMMA, Tag.COORDINATOR, Tag.END, Tag.STOP})
_NAMED = 8  # tokens before the colon of such a line
