"""The page, beside vis-timeline and TimelineJS, with the same seeded events in the same headless Chromium, in one run.

    python benchmarks/page.py [--sizes 100,1000,10000,100000] [--limit SECONDS] [--built FOLDER] [--write docs/performance.md]

Each page is served on this machine and opened in a process and a browser of its own. *Ready* is when it has drawn its first view
and answers (ours: `#chart-frame.answers`, when marks and labels are there and pointing, keys, zoom and search work;
vis: its first items; TimelineJS: its first slide and markers). Processor time is the main thread's (`TaskDuration` in thread ticks).

What a reader has who only reads is measured once the page rests: bytes, the longest task (from PerformanceObserver), the heap after a
collection. Then the hand reaches for the timeline, which has ours load Plotly, and waits until all is there (ours: `#chart-frame.drawn`);
drags (40 pointer moves) and zooms (15 turns of the wheel). A frame's time is between two animation frames, the 95th of 100. After
that the same is measured again: *used*. Search answers are timed in the page without loading.

A page that is not ready within the limit is said so, and so is one whose hand takes longer. What takes less than twenty seconds
is measured three times, and the medians are given. All four sizes take some fifteen minutes, of which four make the site of 100,000
(kept with `--built`). Packages come from npm.
"""

import argparse
import gzip
import json
import math
import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from playwright.sync_api import CDPSession, Error, Page, Response, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.browser import many, places
from timeline.model.event import Event
from timeline.times.calendar import civil
from timeline.times.when import extent

PEERS = {"vis-timeline": "vis-timeline@8.5.4", "TimelineJS": "@knight-lab/timelinejs@3.9.11"}
READY = {
    "this": "document.querySelector('#chart-frame.answers') !== null",
    "vis-timeline": "document.querySelectorAll('.vis-item').length > 0",
    "TimelineJS": "document.querySelectorAll('.tl-timemarker').length > 0 && document.querySelector('.tl-slide') !== null",
}
WHOLE = {**READY, "this": "document.querySelector('#chart-frame.drawn') !== null"}
AREA = {"this": "#chart-window", "vis-timeline": "#t", "TimelineJS": ".tl-timenav"}
HAND = 40  # seconds for each act of the hand
TURNS = 3  # of what is quick
QUICK = 20  # seconds
_WATCH = """
window.longest = 0;
new PerformanceObserver(list => list.getEntries().forEach(e => { longest = Math.max(longest, e.duration); }))
  .observe({type: "longtask", buffered: true});
window.frames_ = [];
window.watchFrames = () => { frames_ = []; let last = performance.now(); window.watching = true;
  const step = now => { frames_.push(now - last); last = now; if (watching) requestAnimationFrame(step); };
  requestAnimationFrame(step); };
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of a page; times in milliseconds, sizes in kB and MB. None: not measured; infinite: not within the limit."""

    system: str
    events: int
    transferred: float | None = None  # kB, gzipped
    paint: float | None = None
    processor: float | None = None  # until it answers
    longest: float | None = None
    heap: float | None = None  # MB
    used_transferred: float | None = None  # and so on, once it was used
    used_processor: float | None = None
    used_longest: float | None = None
    used_heap: float | None = None
    drag: float | None = None
    wheel: float | None = None
    search: float | None = None
    note: str = ""


# the columns of the table; those after the bytes are compared with the peers
COLUMNS = {
    "transferred": "kB gzipped",
    "used_transferred": "used: kB",
    "paint": "first paint, ms",
    "processor": "processor until ready, ms",
    "longest": "longest task, ms",
    "heap": "heap, MB",
    "used_processor": "used: processor, ms",
    "used_longest": "used: longest task, ms",
    "used_heap": "used: heap, MB",
    "drag": "drag p95, ms",
    "wheel": "wheel p95, ms",
    "search": "search, ms",
}
COMPARED = tuple(COLUMNS)[2:-1]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="100,1000,10000,100000")
    parser.add_argument("--limit", type=int, default=120, help="seconds until a page is given up")
    parser.add_argument("--only", help="measure this system alone")
    parser.add_argument(
        "--built", type=Path, help="keep the sites here, one a size; those that are there are not made again"
    )
    parser.add_argument("--write", type=Path, help="the document whose section “The page” holds the table")
    arguments = parser.parse_args()
    rows: list[Row] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _fetch(folder)
        with places.served(folder) as home:
            for size in map(int, arguments.sizes.split(",")):
                events = many.events(size)
                _site(events, folder, arguments.built)
                _peers(events, folder)
                for system in [arguments.only] if arguments.only else READY:
                    rows.append(_row(home, system, size, arguments.limit))
                    print(
                        json.dumps({field.name: getattr(rows[-1], field.name) for field in fields(Row)}),
                        flush=True,
                    )
                _away(folder / "this")
    table = _table(rows) + _verdict(rows)
    print(table, f"{time.monotonic() - began:.0f} s in all", sep="\n")
    if arguments.write:
        _write(arguments.write, table)


def _row(home: str, system: str, size: int, limit: int) -> Row:
    """The medians of some turns, or one turn of what is slow."""
    turns: list[Row] = []
    for _ in range(TURNS):
        began = time.monotonic()
        turns.append(_turn(home, system, size, limit))
        if turns[-1].note or time.monotonic() - began > QUICK:
            return turns[-1]
    found = {}
    for name in COLUMNS:
        values = [value for turn in turns if (value := getattr(turn, name)) is not None]
        found[name] = median(values) if values else None
    return replace(turns[0], **found)


def _turn(home: str, system: str, size: int, limit: int) -> Row:
    """One opening in a process of its own, which can be ended when the page has brought its browser to a stand."""
    here, there = multiprocessing.Pipe(duplex=False)
    worker = multiprocessing.get_context("spawn").Process(
        target=_watched, args=(there, home, system, size, limit), daemon=True
    )
    row = Row(system, size)
    worker.start()
    there.close()
    try:
        while here.poll(limit + 5 if row.processor is None else HAND + 30):
            row = here.recv()
    except EOFError:  # it has told all
        if row.processor is None and not row.note:
            row = replace(row, note="ended by itself")
    else:
        note = f"> {limit} s" if row.processor is None else ""
        hand = {name: math.inf for name in ("drag", "wheel") if row.processor and getattr(row, name) is None}
        row = replace(row, note=note, **hand)
    finally:
        worker.kill()
        worker.join()
    return row


def _watched(told: Connection, home: str, system: str, size: int, limit: int) -> None:
    for row in _measured(home, system, size, limit):
        told.send(row)


def _site(events: Sequence[Event], folder: Path, kept: Path | None) -> None:
    """The site of these events, as `this` in the folder: made, or one that was kept."""
    if kept is None:
        many.write(tuple(events), folder / "this")
        return
    made = kept.resolve() / str(len(events))
    if not made.exists():
        many.write(tuple(events), made)
    (folder / "this").symlink_to(made, target_is_directory=True)


def _away(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder)


def _fetch(folder: Path) -> None:
    """The peers' packages, unpacked."""
    for name, package in PEERS.items():
        packed = subprocess.run(
            ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
        ).stdout.split()[-1]
        (folder / name).mkdir()
        subprocess.run(["tar", "-xzf", packed, "-C", name], cwd=folder, check=True)


def _peers(events: Sequence[Event], folder: Path) -> None:
    """A page of each peer with these events, as its documentation shows."""
    items = [_item(number, event) for number, event in enumerate(events)]
    (folder / "vis-timeline" / "data.js").write_text(f"var items = {json.dumps(items)};\n")
    (folder / "vis-timeline" / "index.html").write_text(
        '<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>vis</title>'
        '<link rel="stylesheet" href="package/styles/vis-timeline-graph2d.min.css">'
        '<div id="t"></div><script src="package/standalone/umd/vis-timeline-graph2d.min.js"></script>'
        '<script src="data.js"></script><script>new vis.Timeline(document.getElementById("t"), '
        'new vis.DataSet(items), {maxHeight: 640, zoomKey: "ctrlKey"});</script>'
    )
    slides = [_slide(number, event) for number, event in enumerate(events)]
    (folder / "TimelineJS" / "data.js").write_text(f"var data = {json.dumps({'events': slides})};\n")
    (folder / "TimelineJS" / "index.html").write_text(
        '<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>TimelineJS</title>'
        '<link rel="stylesheet" href="package/dist/css/timeline.css">'
        '<div id="t" style="height:640px"></div><script src="package/dist/js/timeline.js"></script>'
        '<script src="data.js"></script><script>new TL.Timeline("t", data);</script>'
    )


def _iso(day: int) -> str:
    year, month, date = civil(day)
    return f"{year:04d}-{month:02d}-{date:02d}"


def _item(number: int, event: Event) -> dict[str, object]:
    days = extent(event.when)
    found: dict[str, object] = {"id": number, "content": event.title, "start": _iso(days.start or 0)}
    if (days.end or 0) - (days.start or 0) > 1:
        found["end"] = _iso(days.end or 0)
    return found


def _slide(number: int, event: Event) -> dict[str, object]:
    year, month, date = civil(extent(event.when).start or 0)
    return {
        "unique_id": f"e{number}",
        "start_date": {"year": year, "month": month, "day": date},
        "text": {"headline": event.title, "text": event.summary},
    }


def _measured(home: str, system: str, size: int, limit: int) -> Iterator[Row]:
    """What is known of a page so far, step by step."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=places.chromium(), args=places.arguments())
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        context.add_init_script(_WATCH)
        page = context.new_page()
        page.set_default_timeout(limit * 1000)
        bytes_: list[int] = []
        page.on("response", lambda response: bytes_.append(_gzipped(response)))
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})  # processor time, not the clock's
        row = Row(system, size)
        try:
            page.goto(f"{home}{system}/index.html", wait_until="commit")
            _until(page, READY[system], limit)
            yield (row := replace(row, processor=_metric(session, "TaskDuration") * 1000))
            page.wait_for_timeout(1000)
            paint = page.evaluate(
                "(performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime"
            )
            row = replace(row, transferred=sum(bytes_) / 1000, paint=paint, longest=page.evaluate("longest"))
            yield (row := replace(row, heap=_heap(session)))
            x, y = _middle(page, system)
            page.mouse.move(x - 60, y - 20)
            page.mouse.move(x, y, steps=4)  # the hand reaches for it
            _until(page, WHOLE[system], limit)
            page.wait_for_timeout(500)
            yield (row := replace(row, drag=_frames(page, lambda: _drag(page, x, y, HAND))))
            yield (row := replace(row, wheel=_frames(page, lambda: _wheel(page, x, y, HAND))))
            row = replace(
                row,
                used_transferred=sum(bytes_) / 1000,
                used_processor=_metric(session, "TaskDuration") * 1000,
                used_longest=page.evaluate("longest"),
            )
            yield (row := replace(row, used_heap=_heap(session)))
            if system == "this":
                yield replace(row, search=_search(page))
        except (Error, TimeoutError) as error:
            yield replace(row, note=str(error).splitlines()[0][:60])
        finally:
            browser.close()


def _middle(page: Page, system: str) -> tuple[float, float]:
    """A place in the timeline to reach for. Raises `TimeoutError` where there is none."""
    box = page.locator(AREA[system]).first.bounding_box()
    if box is None:
        raise TimeoutError("nothing to reach for")
    return box["x"] + box["width"] / 2, box["y"] + min(box["height"], 300) / 2


def _until(page: Page, claim: str, limit: int) -> None:
    """Wait until something holds in the page. Raises `TimeoutError` if it does not within the limit."""
    end = time.monotonic() + limit
    while not page.evaluate(claim):
        if time.monotonic() > end:
            raise TimeoutError(f"> {limit} s")
        page.wait_for_timeout(25)


def _heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    return _metric(session, "JSHeapUsedSize") / 1e6


def _gzipped(response: Response) -> int:
    try:
        return len(gzip.compress(response.body(), 6))
    except Error:
        return 0


def _metric(session: CDPSession, name: str) -> float:
    found = session.send("Performance.getMetrics")["metrics"]
    return next(item["value"] for item in found if item["name"] == name)


def _frames(page: Page, act: Callable[[], None]) -> float:
    page.evaluate("watchFrames()")
    act()
    found = sorted(page.evaluate("(() => { watching = false; return frames_; })()"))
    return found[int(0.95 * (len(found) - 1))]


def _drag(page: Page, x: float, y: float, limit: int) -> None:
    end = time.monotonic() + limit
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(40):
        if time.monotonic() > end:  # each move waits until the page has answered the one before
            break
        page.mouse.move(x - 8 * step, y)
        page.wait_for_timeout(16)
    page.mouse.up()


def _wheel(page: Page, x: float, y: float, limit: int) -> None:
    end = time.monotonic() + limit
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    for step in range(15):
        if time.monotonic() > end:
            break
        page.mouse.wheel(0, -120 if step < 10 else 120)
        page.wait_for_timeout(60)
    page.keyboard.up("Control")


def _search(page: Page) -> float:
    """The slowest answer to some searches."""
    took = 0.0
    for words in ("telescope", "tel", "mayor treaty", "lantern", "s"):
        before = page.evaluate("document.getElementById('filters').dataset.done || ''")
        page.locator("#filter-text").fill(words)
        for _ in range(400):
            if page.evaluate("document.getElementById('filters').dataset.done || ''") != before:
                break
            page.wait_for_timeout(25)
        took = max(took, float(page.evaluate("document.getElementById('filters').dataset.took")))
    return took


def _table(rows: Sequence[Row]) -> str:
    lines = [f"| system | events | {' | '.join(COLUMNS.values())} |\n|---|" + "---:|" * (len(COLUMNS) + 1)]
    for row in rows:
        said = [_said(getattr(row, name)) for name in COLUMNS]
        if row.note:
            said[0] = row.note
        lines.append(f"| {row.system} | {row.events:,} | {' | '.join(said)} |")
    return "\n".join(lines) + "\n"


def _said(value: float | None) -> str:
    if value is None:
        return "–"
    return f"> {HAND * 1000:,}" if math.isinf(value) else f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def _verdict(rows: Sequence[Row]) -> str:
    """Where a peer is ahead, or that none is."""
    behind = []
    for row in rows:
        if row.system != "this":
            continue
        for name in COMPARED:
            own = getattr(row, name)
            for peer in rows:
                other = getattr(peer, name)
                if (
                    peer.events == row.events
                    and peer.system != "this"
                    and own is not None
                    and other is not None
                    and other < own
                ):
                    behind.append(
                        f"{COLUMNS[name].partition(',')[0]} at {row.events:,} ({_said(own)}, {peer.system} {_said(other)})"
                    )
    if len({row.system for row in rows}) == 1:
        return ""
    return (
        f"\nBehind a peer: {'; '.join(behind) or 'nowhere'}. The bytes, which are not raced for, are apart.\n"
    )


def _write(document: Path, table: str) -> None:
    """Put the table into the document's section, between its marks."""
    start, end = "<!-- page: made by benchmarks/page.py -->\n", "<!-- /page -->\n"
    text = document.read_text("utf-8")
    before, _, rest = text.partition(start)
    document.write_text(f"{before}{start}{table}{end}{rest.partition(end)[2]}", "utf-8")


if __name__ == "__main__":
    main()
