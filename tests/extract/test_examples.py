"""Every block of `examples*.txt`: what a sentence tells, and what it does not."""

from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parent.glob("examples*.txt"))
BLOCKS = "\n\n".join(file.read_text(encoding="utf-8").rstrip() for file in FILES).split("\n\n")


def cases():
    for block in BLOCKS:
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        written = None
        if lines[0].startswith("written: "):
            written = lines.pop(0).removeprefix("written: ")
        name, text, *expected = lines
        yield pytest.param(text.removeprefix("> "), written, expected, id=name)


@pytest.mark.parametrize(("text", "written", "expected"), list(cases()))
def test_a_sentence_tells(told, text, written, expected):
    assert told(text, written=written) == expected
