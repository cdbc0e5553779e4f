"""The record of the last build: what is still there need not be taken apart."""

import json

from timeline import read
from timeline.model.event import EventId


def test_of_what_is_still_there_nobody_asks_who_told_of_it() -> None:
    record = json.dumps(
        [
            {
                "id": name,
                "page": f"events/{name}.html",
                "date": "1911",
                "title": "Fire at the mill",
                "evidence": [{"source": "a.txt", "quote": "It burned in 1911.", "date": "1911"}],
            }
            for name in ("gone", "there")
        ]
    ).encode()
    whole = read.past(record, b"")
    less = read.past(record, b"", {EventId("there")})
    assert whole.events[0] == less.events[0]
    assert [bool(one.passages) for one in whole.events] == [True, True]
    assert [bool(one.passages) for one in less.events] == [True, False]
    assert [(one.id, one.page) for one in whole.events] == [(one.id, one.page) for one in less.events]
