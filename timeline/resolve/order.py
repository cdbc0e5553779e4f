"""Does the day come before the month in a document's figures? Its dates that can be read in one way only tell."""

import re
from collections.abc import Sequence

from timeline.model.expression import Expression
from timeline.times.reading import Approximate, Clock, Numeric, Part, Reading


def day_first(expressions: Sequence[Expression]) -> bool | None:
    """Whether 3/4/2021 is 3 April here, as 25/4/2021 beside it shows; None where nothing shows it, or both orders."""
    orders = {
        one.first > 12
        for expression in expressions
        if (one := _numeric(expression.reading)) is not None and (one.first > 12) != (one.second > 12)
    }
    return orders.pop() if len(orders) == 1 else None


def dotted(expression: Expression) -> bool:
    """Whether a date in figures is written with dots, as where the day comes first: 12.05.1924."""
    return "." in expression.text and _DOTTED.search(expression.text) is not None


_DOTTED = re.compile(r"\d\.\d\d?\.\d")


def _numeric(reading: Reading) -> Numeric | None:
    match reading:
        case Numeric():
            return reading
        case Clock():
            return _numeric(reading.day)
        case Part():
            return _numeric(reading.whole)
        case Approximate():
            return _numeric(reading.reading)
        case _:
            return None
