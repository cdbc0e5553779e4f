"""Sources that disagree: `timeline check` says so, with the line that settles it, and the event's page shows both."""

from click.testing import CliRunner

from timeline.cli.build import command as build
from timeline.cli.check import command as check
from timeline.cli.explain import command as explain

SENTENCE = "The observatory of Port Ellery was founded by Emil Sand on {}.\n"


def test_a_contradiction_is_listed_settled_and_shown(tmp_path) -> None:
    (tmp_path / "seeds").mkdir()
    for name, day in (("a.txt", "3 May 1871"), ("b.txt", "3 May 1871"), ("c.txt", "5 June 1872")):
        (tmp_path / "seeds" / name).write_text(SENTENCE.format(day), "utf-8")
    said = CliRunner().invoke(check, [str(tmp_path)])
    assert "1 rival-dates" in said.output
    assert "1871-05-03 (a.txt, b.txt); 1872-06-05 (c.txt)" in said.output
    assert CliRunner().invoke(check, [str(tmp_path), "--strict"]).exit_code == 1

    assert CliRunner().invoke(build, [str(tmp_path), "-q"]).exit_code == 0
    (page,) = (tmp_path / "output" / "events").glob("1871*.html")
    assert "5 June 1872" in page.read_text("utf-8")

    (tmp_path / "events.yaml").write_text(f"events:\n  - {{id: {page.stem}, date: 1871-05-03}}\n", "utf-8")
    assert "rival-dates" not in CliRunner().invoke(check, [str(tmp_path), "--strict"]).output


def test_numbers_that_differ_are_listed_settled_and_shown(tmp_path) -> None:
    (tmp_path / "seeds").mkdir()
    told = {
        "a.txt": "On 3 May 2011 a fire at the Brann mill in Port Ellery killed 12 people.\n",
        "b.txt": "Fourteen people died in a fire at the Brann mill in Port Ellery on 3 May 2011.\n",
    }
    for name, text in told.items():
        (tmp_path / "seeds" / name).write_text(text, "utf-8")
    for _ in range(2):  # read anew, and from the cache
        said = CliRunner().invoke(check, [str(tmp_path)])
        assert "1 rival-figures" in said.output
        assert "sources disagree on the number of dead in" in said.output
        assert "12 (a.txt); 14 (b.txt)" in said.output
        assert CliRunner().invoke(build, [str(tmp_path), "-q"]).exit_code == 0
    (page,) = (tmp_path / "output" / "events").glob("2011*.html")
    assert "14 dead" in page.read_text("utf-8")
    assert (
        "Of several numbers: 14 dead (b.txt)"
        in CliRunner().invoke(explain, [page.stem, str(tmp_path)]).output
    )

    (tmp_path / "events.yaml").write_text(
        f"events:\n  - {{id: {page.stem}, summary: Fourteen died.}}\n", "utf-8"
    )
    assert "rival-figures" not in CliRunner().invoke(check, [str(tmp_path), "--strict"]).output
