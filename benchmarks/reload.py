"""How soon an open page of `timeline serve` shows what was just written into `events.yaml`, in headless Chromium.

    python benchmarks/reload.py [PROJECT] [--times 15]

PROJECT (this folder, the demo) is copied, served and built once; then an event gets another title in the file, again
and again, and the time is taken from there until the new title stands on its page, and on the front page.
"""

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.browser import places

REST, LIMIT = 0.4, 20.0  # seconds between two edits, and until one counts as not shown
SHOWN = {
    "an event's page": "document.querySelector('h1').innerText",
    "the front page": "document.body.innerText",
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Time how soon an open page is new.")
    parser.add_argument("project", nargs="?", type=Path, default=Path(__file__).parents[1])
    parser.add_argument("--times", type=int, default=15)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        project = _copied(arguments.project, Path(made))
        browser = playwright.chromium.launch(executable_path=places.chromium(), args=places.arguments())
        command = [str(Path(sys.executable).parent / "timeline"), "serve", "--port", "0", str(project)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            try:
                home = next(m[0] for line in server.stdout or () if (m := re.search(r"http://\S+", line)))
                page = browser.new_page()
                event = _read_by_machine(page, home)
                for name, at in (("an event's page", event["page"]), ("the front page", "")):
                    page.goto(home + at)
                    page.wait_for_timeout(1500)
                    found = [
                        _seconds(page, project, event["id"], f"Try {n}", name) for n in range(arguments.times)
                    ]
                    print(
                        f"{name:<16} median {statistics.median(found):.2f} s, "
                        f"{min(found):.2f}–{max(found):.2f} s, {len(found)} edits"
                    )
            finally:
                server.terminate()
        browser.close()
    return 0


def _copied(project: Path, folder: Path) -> Path:
    for name in ("seeds", "site_templates"):
        if (project / name).is_dir():
            shutil.copytree(project / name, folder / name)
    shutil.copy(project / "events.yaml", folder / "events.yaml")
    return folder


def _read_by_machine(page: Page, home: str) -> dict[str, str]:
    """An event that no entry is about, so that one can be added."""
    events = json.loads(page.request.get(f"{home}timeline.json").text())
    return next(event for event in events if event["origin"] == "extracted")


def _seconds(page: Page, project: Path, id_: str, title: str, name: str) -> float:
    """From writing the file until the title is to be seen."""
    path = project / "events.yaml"
    before = path.read_text("utf-8")
    title = f"{title}, {name}"
    started = time.perf_counter()
    path.write_text(f'{before.rstrip()}\n  - {{id: {id_}, title: "{title}"}}\n', "utf-8")
    while not _shows(page, f"{SHOWN[name]}.includes({json.dumps(title)})"):
        if time.perf_counter() - started > LIMIT:
            sys.exit(f"{name} never showed {title!r}")
        time.sleep(0.01)
    passed = time.perf_counter() - started
    time.sleep(REST)
    path.write_text(before, "utf-8")
    time.sleep(REST)
    return passed


def _shows(page: Page, words: str) -> bool:
    try:
        return bool(page.evaluate(words))
    except Error:  # it is just being loaded anew
        return False


if __name__ == "__main__":
    sys.exit(main())
