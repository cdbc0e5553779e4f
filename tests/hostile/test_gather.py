"""What stands in a project's folder and would lead out of it."""

from timeline import gather, read


def test_a_link_out_of_the_documents_is_not_followed(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "secret.txt").write_text("On 4 May 1931 nobody was to know.")
    (seeds / "a.txt").symlink_to("../secret.txt")
    (seeds / "folder").symlink_to("..")
    (seeds / "b.txt").symlink_to("c.txt")
    (seeds / "c.txt").write_text("On 5 May 1931 it rained.")
    found = gather.documents(seeds)
    assert {source.id for source in found.value} == {"b.txt", "c.txt"}
    assert [problem.file for problem in found.problems if problem.kind == "link-outside"] == ["a.txt"]


def test_what_a_browser_saved_beside_a_page_is_no_document(tmp_path):
    for name in ("a.html", "a_files/frame.html", "a-Dateien/x.css", "a_letters/b.txt", "b_files/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>On 5 May 1931 it rained.")
    found = gather.documents(tmp_path)
    assert [source.id for source in found.value] == ["a.html", "a_letters/b.txt", "b_files/c.txt"]
    assert not [problem for problem in found.problems if problem.kind != "same-document"]


def test_a_tag_makes_nothing(tmp_path):
    text = f"events:\n  - date: 1950\n    title: !!python/object/apply:os.mkdir ['{tmp_path}/made']\n"
    outcome = read.edited(text.encode(), "events.yaml")
    assert outcome.problems
    text = f"events:\n  - date: 1950\n    title: !!python/name:os.system {tmp_path}\n"
    assert [entry.title for entry in read.edited(text.encode(), "events.yaml").value.entries] == [
        str(tmp_path)
    ]
    assert not (tmp_path / "made").exists()
