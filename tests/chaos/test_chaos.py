"""A build that is killed, starved or locked out leaves the last whole site, or the new one. `make chaos` tries it often."""

import random
import sys

import pytest

from benchmarks import chaos

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are forked")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return chaos.made(tmp_path_factory.mktemp("chaos") / "project", 4)


@pytest.mark.parametrize(
    "done",
    [
        lambda project, chance: chaos.killed_anywhere(project, 4, chance),
        lambda project, chance: chaos.killed_publishing(project, 4, chance),
        lambda project, chance: chaos.too_large(project, 2, chance),
        lambda project, chance: chaos.together(project, 1, chance),  # and all of them end well
        lambda project, chance: chaos.damaged(project, 1, chance),
        lambda project, _: chaos.locked_out(project),
    ],
    ids=["killed", "killed-publishing", "file-too-large", "at-once", "damaged-cache", "locked-out"],
)
def test_the_site_is_whole_whatever_became_of_the_build(project, done):
    row = done(project, random.Random(4))  # noqa: S311 - the same each time
    assert row.tries == row.last + row.new
    assert row.broken == 0


def test_a_broken_site_would_be_seen(project):
    project.turn(0)
    chaos.build_calmly(project)
    (project.output / "index.html").write_text("half of i")
    assert project.whole() is None
    chaos.build_calmly(project)
    assert project.whole() == 0
