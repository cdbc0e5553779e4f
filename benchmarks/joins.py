"""Joins: every construction by which English joins clauses, each as a way of composing a sentence of dated clauses."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.clausal import Deed, Time, dated, plain


@dataclass(frozen=True)
class Join:
    """A construction: how many clauses it takes, whether they share a subject, and what each must be."""

    name: str
    many: int
    shared: bool
    compose: Callable[["Given"], str]
    fits: Callable[[Sequence[Deed]], bool] = bool


@dataclass(frozen=True)
class Given:
    """What a sentence is made of."""

    deeds: tuple[Deed, ...]
    times: tuple[Time, ...]
    random: random.Random
    place: str  # front, middle or end

    def clause(self, n: int, *, front: bool = True) -> str:
        """A whole clause with its date."""
        deed, time = self.deeds[n], self.times[n]
        if self.place == "front" and front:
            comma = "," if self.random.random() < 0.5 else ""
            return f"{time.words}{comma} {plain(deed.who)} {deed.verb} {plain(deed.rest)}"
        return f"{plain(deed.who)} {self.did(n)}"

    def did(self, n: int) -> str:
        """What was done, with its date behind the verb."""
        deed = self.deeds[n]
        return f"{deed.verb} {dated(deed.rest, self.times[n], self.place)}".strip()

    def said(self, n: int, verb: str) -> str:
        """Another form of the verb with what follows and its date."""
        return f"{verb} {dated(self.deeds[n].rest, self.times[n], self.place)}".strip()

    def had(self, n: int) -> str:
        """A whole clause in the pluperfect, with its date."""
        deed = self.deeds[n]
        return f"{plain(deed.who)} {self.said(n, f'had {deed.done}')}"

    def who(self, n: int = 0) -> str:
        """A clause's subject."""
        return plain(self.deeds[n].who)


def _plain(*which: int) -> Callable[[Sequence[Deed]], bool]:
    return lambda deeds: not any(deeds[n].negated for n in which)


def _passive(*which: int) -> Callable[[Sequence[Deed]], bool]:
    return lambda deeds: all(deeds[n].passive for n in which)


def _active(*which: int) -> Callable[[Sequence[Deed]], bool]:
    return lambda deeds: not any(deeds[n].passive or deeds[n].negated for n in which)


def _thing(n: int) -> Callable[[Sequence[Deed]], bool]:
    return lambda deeds: deeds[n].kind not in "mfg" and not deeds[n].negated


def _both(*tests: Callable[[Sequence[Deed]], bool]) -> Callable[[Sequence[Deed]], bool]:
    return lambda deeds: all(test(deeds) for test in tests)


def _link(link: str) -> Callable[[Given], str]:
    return lambda g: f"{g.clause(0)}{link}{g.clause(1)}"


def _shared(link: str) -> Callable[[Given], str]:
    return lambda g: f"{g.who()} {g.did(0)}{link}{g.did(1)}"


def _led(word: str) -> Callable[[Given], str]:
    return lambda g: f"{word} {g.clause(0, front=False)}, {g.clause(1)}"


def _apposed(deed: Deed) -> str:
    return {
        "m": "a miller's son", "f": "a miller's daughter", "g": "all of them strangers to the place", "o": "one of the oldest in the country",
        "t": "one of the wonders of the coast", "q": "once the pride of the county",
    }[deed.kind]  # fmt: skip


# What may be said besides of what was done: before its date or behind it, and what stands behind its date alone.
PHRASES = (
    "on the advice of two lawyers", "as part of a wider reform", "together with nine neighbours",
    "under pressure from the creditors", "in the presence of the minister", "with the help of a small loan",
    "without telling anybody", "amid growing unrest in the south", "before a crowd of thousands", "because of falling prices",
    "against the wishes of the family", "to the surprise of the press", "in protest at the new tax", "in order to save money",
)  # fmt: skip
CLAUSES = (
    "despite the protests of the owners", "for the first time since the war", "at a ceremony attended by the king",
    "thanks to a bequest", "while the others watched", "following complaints from residents", "on terms dictated by the bank",
    "after the failure of the talks", "after a long illness", "just as the rains began", "so that nobody could object",
    "as the law required", "where the old road meets the river", "in what was then a suburb", "which nobody had expected",
    "because the owners refused to pay", "although the neighbours protested", "before the talks began",
    "after the owners failed to agree", "saying that nothing else was left", ", having lost all hope", "as had been promised", ", as had been promised",
    "with the owners looking on", "leaving nothing behind", "to nobody in particular",
    "to make room for a road", "forced by the weather",
)  # fmt: skip
SEEN = ("visited", "praised", "photographed", "described")
SEERS = ("Mara Quill", "the geologist Otto Brandl", "a Swedish envoy", "the young king")


def _seen(g: Given, tail: str) -> str:
    """Somebody sees the subject of the second clause, of which the rest of the sentence tells."""
    seer, saw = g.random.choice(SEERS), g.random.choice(SEEN)
    return f"{g.times[0].words}, {seer} {saw} {g.who(1)}{tail}"


ALONE = (
    Join("alone", 1, False, lambda g: g.clause(0)),
    Join("alone, set off", 1, False, lambda g: f"{g.who()}, {g.times[0].words}, {g.deeds[0].verb} {plain(g.deeds[0].rest)}"),
)  # fmt: skip

OWN = (
    Join("and", 2, False, _link(" and ")),
    Join(", and", 2, False, _link(", and ")),
    Join(", but", 2, False, _link(", but ")),
    Join(", so", 2, False, _link(", so ")),
    Join(", yet", 2, False, _link(", yet ")),
    Join("semicolon", 2, False, _link("; ")),
    Join("; however,", 2, False, _link("; however, ")),
    Join("dash", 2, False, _link(" – ")),
    Join("colon", 2, False, _link(": ")),
    Join("while", 2, False, _link(" while ")),
    Join(", while", 2, False, _link(", while ")),
    Join(", whereas", 2, False, _link(", whereas ")),
    Join("when", 2, False, _link(" when ")),
    Join(", when", 2, False, _link(", when ")),
    Join("after", 2, False, lambda g: f"{g.clause(1)} after {g.clause(0, front=False)}"),
    Join(", after", 2, False, lambda g: f"{g.clause(1)}, after {g.clause(0, front=False)}"),
    Join("after … had", 2, False, lambda g: f"{g.clause(1)} after {g.had(0)}", _plain(0)),
    Join("before", 2, False, lambda g: f"{g.clause(0)} before {g.clause(1, front=False)}"),
    Join("because", 2, False, lambda g: f"{g.clause(1)} because {g.clause(0, front=False)}"),
    Join("although", 2, False, lambda g: f"{g.clause(0)}, although {g.clause(1)}"),
    Join("since", 2, False, lambda g: f"{g.clause(1)}, since {g.had(0)}", _plain(0)),
    Join("When …,", 2, False, _led("When")),
    Join("After …,", 2, False, _led("After")),
    Join("Although …,", 2, False, _led("Although")),
    Join("While …,", 2, False, _led("While")),
    Join("Because …,", 2, False, _led("Because")),
    Join("Before …,", 2, False, lambda g: f"Before {g.clause(1, front=False)}, {g.clause(0)}"),
    Join("As soon as …,", 2, False, lambda g: f"As soon as {g.had(0)}, {g.clause(1)}", _plain(0)),
    Join("Once …,", 2, False, lambda g: f"Once {g.had(0)}, {g.clause(1)}", _plain(0)),
    Join("three with and", 3, False, lambda g: f"{g.clause(0)}, {g.clause(1)} and {g.clause(2)}"),
    Join("three by semicolons", 3, False, lambda g: f"{g.clause(0)}; {g.clause(1)}; and {g.clause(2)}"),
    Join("in brackets", 2, False, lambda g: f"{g.clause(1)} ({g.clause(0)})"),
    Join("between dashes", 2, False, lambda g: f"{g.who(1)} – {g.clause(0)} – {g.did(1)}"),
    Join("with …ing", 2, False, lambda g: f"{g.clause(0)}, with {g.who(1)} {g.said(1, g.deeds[1].doing)}", _plain(1)),
    Join("absolute having", 2, False, lambda g: f"{g.who(0)} {g.said(0, f'having {g.deeds[0].done}')}, {g.clause(1)}", _plain(0)),
    Join("No sooner", 2, False, lambda g: f"No sooner had {g.who()} {g.said(0, g.deeds[0].done)} than {g.clause(1, front=False)}", _plain(0)),
    Join("cleft", 2, False, lambda g: f"It was {g.times[0].words} that {g.who()} {g.deeds[0].verb} {plain(g.deeds[0].rest)}, and {g.clause(1)}"),
    Join("not until", 2, False, lambda g: f"It was not until {g.times[0].bare} that {g.who()} {g.deeds[0].verb} {plain(g.deeds[0].rest)}, and {g.clause(1)}", _plain(0)),
    Join("only in … did", 2, False, lambda g: f"Only {g.times[0].words} {_inverted(g.deeds[0])}, and {g.clause(1)}", _plain(0)),
    Join("in …, when", 2, False, lambda g: f"{g.who()} {g.deeds[0].verb} {plain(g.deeds[0].rest)} {g.times[0].words}, when {g.who(1)} {g.deeds[1].verb} {plain(g.deeds[1].rest)}"),
    Join("the story goes", 2, False, lambda g: f"{g.who()}, the story goes, {g.did(0)}, and {g.clause(1)}"),
    Join("according to", 2, False, lambda g: f"According to her niece, {g.clause(0)}, and {g.clause(1)}"),
    Join("apposition", 2, False, lambda g: f"{g.who()}, {_apposed(g.deeds[0])}, {g.did(0)}, and {g.clause(1)}"),
)  # fmt: skip


def _inverted(deed: Deed) -> str:
    who, rest = plain(deed.who), plain(deed.rest)
    return f"{deed.be} {who} {deed.participle} {rest}" if deed.passive else f"did {who} {deed.base} {rest}"


SHARED = (
    Join("VP and VP", 2, True, _shared(" and ")),
    Join("VP, and VP", 2, True, _shared(", and ")),
    Join("VP but VP", 2, True, _shared(" but ")),
    Join("VP, then VP", 2, True, _shared(", then ")),
    Join("VP and later VP", 2, True, _shared(" and later ")),
    Join("VP, VP and VP", 3, True, lambda g: f"{g.who()} {g.did(0)}, {g.did(1)} and {g.did(2)}"),
    Join("VP, VP, and VP", 3, True, lambda g: f"{g.who()} {g.did(0)}, {g.did(1)}, and {g.did(2)}"),
    Join("VP and, in …, VP", 2, True, lambda g: f"{g.who()} {g.did(0)} and, {g.times[1].words}, {g.deeds[1].verb} {plain(g.deeds[1].rest)}"),
    Join("VP and in … VP", 2, True, lambda g: f"{g.who()} {g.did(0)} and {g.times[1].words} {g.deeds[1].verb} {plain(g.deeds[1].rest)}"),
    Join("in … VP and in … VP", 2, True, lambda g: f"{g.who()} {g.times[0].words} {g.deeds[0].verb} {plain(g.deeds[0].rest)} and {g.times[1].words} {g.deeds[1].verb} {plain(g.deeds[1].rest)}"),
    Join("VP, and it VP", 2, True, lambda g: f"{g.who()} {g.did(0)}, and {g.deeds[0].pronoun} {g.did(1)}"),
    Join("When it VP, it VP", 2, True, lambda g: f"When {g.who()} {g.did(0)}, {g.deeds[0].pronoun} {g.did(1)}"),
    Join("both VP and VP", 2, True, lambda g: f"{g.who()} both {g.did(0)} and {g.did(1)}", _active(0, 1)),
    Join("not only VP but also VP", 2, True, lambda g: f"{g.who()} not only {g.did(0)} but also {g.did(1)}", _active(0, 1)),
    Join("Having done, VP", 2, True, lambda g: f"{g.said(0, f'Having {g.deeds[0].done}')}, {g.who()} {g.did(1)}", _plain(0)),
    Join("VP, having done", 2, True, lambda g: f"{g.who()} {g.did(1)}, having {g.said(0, g.deeds[0].done)}", _plain(0)),
    Join("After doing, VP", 2, True, lambda g: f"After {g.said(0, g.deeds[0].doing)}, {g.who()} {g.did(1)}", _plain(0)),
    Join("VP after doing", 2, True, lambda g: f"{g.who()} {g.did(1)} after {g.said(0, g.deeds[0].doing)}", _plain(0)),
    Join("VP before doing", 2, True, lambda g: f"{g.who()} {g.did(0)} before {g.said(1, g.deeds[1].doing)}", _plain(1)),
    Join("VP, before doing", 2, True, lambda g: f"{g.who()} {g.did(0)}, before {g.said(1, g.deeds[1].doing)}", _plain(1)),
    Join("Before doing, VP", 2, True, lambda g: f"Before {g.said(1, g.deeds[1].doing)}, {g.who()} {g.did(0)}", _plain(1)),
    Join("VP, doing", 2, True, lambda g: f"{g.who()} {g.did(0)}, {g.said(1, g.deeds[1].doing)}", _active(1)),
    Join(", who VP, VP", 2, True, lambda g: f"{g.who()}, {g.deeds[0].relative} {g.did(0)}, {g.did(1)}"),
    Join(", who had VP, VP", 2, True, lambda g: f"{g.who()}, {g.deeds[0].relative} {g.said(0, f'had {g.deeds[0].done}')}, {g.did(1)}", _plain(0)),
    Join(", who VP and VP, VP", 3, True, lambda g: f"{g.who()}, {g.deeds[0].relative} {g.did(0)} and {g.did(1)}, {g.did(2)}"),
    Join(", done, VP", 2, True, lambda g: f"{g.who()}, {g.said(0, g.deeds[0].participle)}, {g.did(1)}", _passive(0)),
    Join("Done, S VP", 2, True, lambda g: f"{g.said(0, g.deeds[0].participle)}, {g.who()} {g.did(1)}", _passive(0)),
    Join("(done) VP", 2, True, lambda g: f"{g.who()} ({g.said(0, g.deeds[0].participle)}) {g.did(1)}", _passive(0)),
    Join("was done and done", 2, True, lambda g: f"{g.who()} {g.did(0)} and {g.said(1, g.deeds[1].participle)}", _passive(0, 1)),
    Join("S – NP – VP and VP", 2, True, lambda g: f"{g.who()} – {_apposed(g.deeds[0])} – {g.did(0)} and {g.did(1)}"),
    Join("S, NP, VP and VP", 2, True, lambda g: f"{g.who()}, {_apposed(g.deeds[0])}, {g.did(0)} and {g.did(1)}"),
    Join("VP and again", 1, True, lambda g: f"{g.who()} {g.did(0)} and again {g.times[1].words}", _plain(0)),
    Join("VP in … and …", 1, True, lambda g: f"{g.who()} {g.deeds[0].verb} {plain(g.deeds[0].rest)} {g.times[0].words} and {g.times[1].words}", _plain(0)),
    Join("VP; it VP", 2, True, lambda g: f"{g.who()} {g.did(0)}; {g.deeds[0].pronoun} {g.did(1)}"),
    Join("Although S VP, it VP", 2, True, lambda g: f"Although {g.who()} {g.did(0)}, {g.times[1].words} {g.deeds[0].pronoun} {g.deeds[1].verb} {plain(g.deeds[1].rest)}"),
)  # fmt: skip

SEEING = (
    Join("object, which VP", 2, False, lambda g: _seen(g, f", {g.deeds[1].relative} {g.did(1)}")),
    Join("object that VP", 2, False, lambda g: _seen(g, f" that {g.did(1)}"), _thing(1)),
    Join("object, which had VP", 2, False, lambda g: _seen(g, f", {g.deeds[1].relative} {g.said(1, f'had {g.deeds[1].done}')}"), _plain(1)),
    Join("object, done", 2, False, lambda g: _seen(g, f", {g.said(1, g.deeds[1].participle)}"), _passive(1)),
    Join("object done", 2, False, lambda g: _seen(g, f" {g.said(1, g.deeds[1].participle)}"), _both(_passive(1), _thing(1))),
)  # fmt: skip

JOINS = (*ALONE, *OWN, *SHARED, *SEEING)
