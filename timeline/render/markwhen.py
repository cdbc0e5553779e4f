"""Events as markwhen text (https://markwhen.com): one line a date, plain enough to go on writing by hand.

Markwhen knows the years 1 to 9999; events out of its reach stand at the end as comments.
"""

import json
import re
from collections.abc import Iterator
from datetime import timedelta

from timeline.model.event import Event
from timeline.render.material import Material
from timeline.render.spans import bounds, days
from timeline.render.view import EventView
from timeline.times import edtf

_BEYOND = "// "


def markwhen(material: Material) -> Iterator[str]:
    """The whole timeline."""
    head = ["---", f"title: {json.dumps(_flat(material.settings.title), ensure_ascii=False)}", "---", ""]
    beyond: list[str] = []
    yield "\n".join(head) + "\n"
    for lines in material.of_each("markwhen", lambda event, view: _lines(event, view, material)):
        if lines.startswith(_BEYOND):
            beyond.append(lines)
        else:
            yield lines + "\n"
    yield from (line + "\n" for line in beyond)


def _lines(event: Event, view: EventView, material: Material) -> str:
    """An entry with its evidence and an empty line, or the comment that stands for one out of reach."""
    date = _date(event)
    if not date:
        return f"{_BEYOND}{_flat(view.date)}: {_flat(event.title)}"
    return "\n".join([f"{date}: {_entry(event, view)}", *_evidence(view, material), ""])


def _date(event: Event) -> str:
    """The date as it is known, or the days it covers where markwhen has no notation for it."""
    first, last = bounds(event.when)
    if first and last:
        return first if first == last else f"{first}/{last}"
    found = days(event.when)
    if found is None:
        return ""
    start, end = found[0], found[1] - timedelta(days=1)
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def _entry(event: Event, view: EventView) -> str:
    exact = all(bounds(event.when)) and not view.within
    doubt = "" if exact else f" ({_flat(view.date)}; EDTF {edtf.text(event.when)})"
    tags = "".join(" #" + re.sub(r"[^\w-]+", "_", tag) for tag in event.tags)
    return f"{_flat(event.title)}{doubt}{tags}"


def _evidence(view: EventView, material: Material) -> list[str]:
    """The first quotation; it opens with its mark, so that a date in it begins no entry."""
    page = material.absolute(view.path)
    quoted = [f"“{_flat(view.quotations[0].text)}”"] if view.quotations else []
    return [*quoted, *([f"[{_flat(view.date)}]({page})"] if page else [])]


def _flat(text: str) -> str:
    """One line, in which nothing is a tag."""
    return re.sub(r"#(?=\w)", "＃", " ".join(text.split()))
