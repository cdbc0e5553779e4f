"""The page, beside vis-timeline and TimelineJS, with the same seeded events in the same headless Chromium, in one run.

    python benchmarks/page.py [--sizes 100,1000,10000] [--limit SECONDS] [--built FOLDER] [--write docs/performance.md]

Each page is served on this machine and opened in a context of its own. *Ready* is when it has drawn its first view
and answers (ours: `#chart-frame.answers`, when marks and labels are there and pointing, keys, zoom and search work;
vis: its first items; TimelineJS: its first slide and markers). Processor
time is the main thread's (`TaskDuration` in thread ticks). Ours loads Plotly only after that: *whole* is the processor time until Plotly has drawn, too
(`#chart-frame.drawn`), and everything else is measured after it: bytes, the longest task (from PerformanceObserver), the heap after a
collection, and the hand. Dragging and zooming are 40 pointer moves and 15 turns of the wheel; a frame's time is between two
animation frames, the 95th of 100. Search answers are timed in the page without loading. A peer that is not ready
within the limit is said so. Packages come from npm.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Error, Page, Response, sync_playwright

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
    """What was measured of a page; times in milliseconds, sizes in kB and MB. None: not measured."""

    system: str
    events: int
    transferred: float | None = None  # kB, gzipped
    paint: float | None = None
    processor: float | None = None  # until it answers
    whole: float | None = None  # until all of it is there
    longest: float | None = None
    heap: float | None = None  # MB
    drag: float | None = None
    wheel: float | None = None
    search: float | None = None
    note: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument(
        "--limit", type=int, default=60, help="seconds until a page is given up, or its dragging"
    )
    parser.add_argument("--only", help="measure this system alone")
    parser.add_argument(
        "--built", type=Path, help="keep the sites here, one a size; those that are there are not made again"
    )
    parser.add_argument("--write", type=Path, help="the document whose section “The page” holds the table")
    arguments = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        _fetch(folder)
        with places.served(folder) as home:
            for size in map(int, arguments.sizes.split(",")):
                events = many.events(size)
                _site(events, folder, arguments.built)
                _peers(events, folder)
                for system in [arguments.only] if arguments.only else READY:
                    browser = playwright.chromium.launch(
                        executable_path=places.chromium(), args=places.arguments()
                    )
                    rows.append(_measured(browser, home, system, size, arguments.limit))
                    print(json.dumps({k: getattr(rows[-1], k) for k in Row.__slots__}), flush=True)
                    browser.close()
                _away(folder / "this")
    table = _table(rows)
    print(table)
    if arguments.write:
        _write(arguments.write, table)


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


def _measured(browser: Browser, home: str, system: str, size: int, limit: int) -> Row:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(_WATCH)
    page = context.new_page()
    bytes_: list[int] = []
    page.on("response", lambda response: bytes_.append(_gzipped(response)))
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})  # processor time, not the clock's
    row = Row(system, size)
    try:
        page.set_default_timeout(limit * 1000)
        page.goto(f"{home}{system}/index.html", wait_until="commit")
        took = []
        for claim in (READY[system], WHOLE[system]):
            for _ in range(limit * 40):
                if page.evaluate(claim):
                    break
                page.wait_for_timeout(25)
            else:
                return replace(row, note=f"not ready in {limit} s")
            took.append(_metric(session, "TaskDuration") * 1000)
        page.wait_for_timeout(500)
        longest = page.evaluate("longest")
        paint = page.evaluate("(performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime")
        transferred = sum(bytes_) / 1000
        session.send("HeapProfiler.collectGarbage")
        row = replace(
            row,
            transferred=transferred,
            paint=paint,
            processor=took[0],
            whole=took[1],
            longest=longest,
            heap=_metric(session, "JSHeapUsedSize") / 1e6,
        )
        box = page.locator(AREA[system]).first.bounding_box()
        if box is None:
            return replace(row, note="nothing to drag")
        x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"], 300) / 2
        row = replace(row, drag=_frames(page, lambda: _drag(page, x, y, limit)))
        row = replace(row, wheel=_frames(page, lambda: _wheel(page, x, y, limit)))
        if system == "this":
            row = replace(row, search=_search(page))
    except Error as error:
        row = replace(row, note=str(error).splitlines()[0][:60])
    finally:
        context.close()
    return row


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
    head = (
        "| system | events | kB gzipped | first paint, ms | processor until ready, ms | whole, ms | longest task, ms | heap, MB "
        "| drag p95, ms | wheel p95, ms | search, ms |\n|---|" + "---:|" * 10
    )
    lines = [head]
    for row in rows:
        cells = (
            row.transferred,
            row.paint,
            row.processor,
            row.whole,
            row.longest,
            row.heap,
            row.drag,
            row.wheel,
            row.search,
        )
        said = ["–" if cell is None else f"{cell:,.0f}" for cell in cells]
        if row.note:
            said[0] = row.note
        lines.append(f"| {row.system} | {row.events:,} | {' | '.join(said)} |")
    return "\n".join(lines) + "\n"


def _write(document: Path, table: str) -> None:
    """Put the table into the document's section, between its marks."""
    start, end = "<!-- page: made by benchmarks/page.py -->\n", "<!-- /page -->\n"
    text = document.read_text("utf-8")
    before, _, rest = text.partition(start)
    document.write_text(f"{before}{start}{table}{end}{rest.partition(end)[2]}", "utf-8")


if __name__ == "__main__":
    main()
