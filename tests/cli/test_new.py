"""`timeline new`, and that what it makes is a project without a problem."""


def test_a_new_site_builds_without_a_problem(tmp_path, timeline):
    made = timeline("new", tmp_path / "port-ellery")
    assert made.returncode == 0, made.stderr
    built = timeline("build", "--strict", tmp_path / "port-ellery")
    assert built.returncode == 0, built.stderr
    index = (tmp_path / "port-ellery" / "output" / "index.html").read_text("utf-8")
    assert ">Port ellery</" in index
    assert "The harbour of Port Ellery opens" in index
    assert "The fish market moves inland" in index
    workflow = (tmp_path / "port-ellery" / ".github" / "workflows" / "pages.yml").read_text("utf-8")
    assert "url: ${{ steps.deployment.outputs.page_url }}" in workflow
    assert "pip install" in workflow


def test_a_folder_with_something_in_it_is_left_alone(project, timeline):
    before = sorted(project.rglob("*"))
    done = timeline("new", project)
    assert done.returncode == 1
    assert "is not empty" in done.stderr.decode()
    assert sorted(project.rglob("*")) == before
