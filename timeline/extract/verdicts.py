"""Verdicts: what "it is … that" says of the truth of what follows."""

from timeline.extract.words import Token

TRUE = frozenset({"true", "certain", "clear", "known", "proven", "correct", "right", "case", "fact"})
UNTRUE = frozenset(
    {
        "false",
        "untrue",
        "wrong",
        "incorrect",
        "unlikely",
        "doubtful",
        "unclear",
        "unknown",
        "impossible",
        "myth",
    }
)
LIKELY = frozenset({"likely", "probable", "possible", "plausible", "conceivable"})


def is_verdict(token: Token) -> bool:
    """Whether a word judges what is told: "it is *true* that the mill burned"."""
    return token.low in TRUE or token.low in UNTRUE or token.low in LIKELY
