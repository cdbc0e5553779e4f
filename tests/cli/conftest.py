import subprocess
import sys
from pathlib import Path

import pytest

LETTER = """Harbour bridge opened

The harbour bridge was opened by Mayor Anna Lindqvist on 4 May 1931.
The company closed the ferry in 1932.
"""

EVENTS = """site:
  title: The harbour
events:
  - date: 1931-05-04
    title: The harbour bridge opens
    tags: [bridge]
    cites:
      - {source: letter.txt, quote: "harbour bridge was opened by Mayor Anna Lindqvist on 4 May 1931"}
"""


@pytest.fixture
def project(tmp_path):
    """A small project, in a folder of its own."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "letter.txt").write_text(LETTER, "utf-8")
    (tmp_path / "events.yaml").write_text(EVENTS, "utf-8")
    return tmp_path


@pytest.fixture
def timeline():
    """The real executable, run as a user runs it."""
    executable = Path(sys.executable).parent / "timeline"

    def run(*arguments, cwd=None, said=""):
        return subprocess.run(
            [executable, *map(str, arguments)],
            cwd=cwd,
            input=said.encode(),
            capture_output=True,
            check=False,
            timeout=120,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
        )

    return run
