"""Every block of `examples*.txt`: what a sentence tells, and what it does not; `faults.txt` has what is known to be wrong."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def blocks(pattern):
    files = sorted(HERE.glob(pattern))
    return "\n\n".join(file.read_text(encoding="utf-8").rstrip() for file in files).split("\n\n")


def cases(pattern):
    for block in blocks(pattern):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        written = None
        if lines[0].startswith("written: "):
            written = lines.pop(0).removeprefix("written: ")
        name, text, *expected = lines
        yield pytest.param(text.removeprefix("> "), written, expected, id=name)


@pytest.mark.parametrize(("text", "written", "expected"), list(cases("examples*.txt")))
def test_a_sentence_tells(told, text, written, expected):
    assert told(text, written=written) == expected


@pytest.mark.xfail(strict=True, reason="a known fault; what has come right belongs in examples.txt")
@pytest.mark.parametrize(("text", "written", "expected"), list(cases("faults.txt")))
def test_a_sentence_should_tell(told, text, written, expected):
    assert told(text, written=written) == expected
