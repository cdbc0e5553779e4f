"""Every promise of docs/reliability.md names a test, and that test is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECTIONS = (ROOT / "docs" / "reliability.md").read_text("utf-8").split("| promise | test |\n|---|---|\n")[1:]
PROMISES = [
    line.strip("| ").split(" | ")
    for section in SECTIONS
    for line in section.partition("\n\n")[0].splitlines()
]


def test_there_are_promises():
    assert len(SECTIONS) == 3
    assert len(PROMISES) > 25


@pytest.mark.parametrize(("promise", "tests"), PROMISES)
def test_a_promise_names_its_tests(promise, tests):
    said = re.findall(r"`(tests/\S+\.py)`([^;]*)", tests)
    assert said, promise
    for file, named in said:
        code = (ROOT / file).read_text("utf-8")
        functions = re.findall(r"`(test_\w+)`", named)
        assert functions or re.search(r"^def test_", code, re.MULTILINE), f"{promise}: {file}"
        for function in functions:
            assert re.search(rf"^def {function}\(", code, re.MULTILINE), (
                f"{promise}: {file} has no {function}"
            )
        for case in re.findall(r"`\[([\w-]+)\]`", named):
            assert f'"{case}"' in code, f"{promise}: {file} has no case {case}"
