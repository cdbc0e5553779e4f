"""`timeline schema`: printed, or written beside events.yaml and named in its first line."""

import json


def test_the_schema_is_named_once_and_nothing_else_changes(timeline, project):
    events = project / "events.yaml"
    before = events.read_bytes()
    for _ in range(2):
        assert timeline("schema", project, "--write").returncode == 0
        assert events.read_bytes() == b"# yaml-language-server: $schema=events.schema.json\n" + before
    written = json.loads((project / "events.schema.json").read_text("utf-8"))
    assert written == json.loads(timeline("schema").stdout)
    assert "date" in written["properties"]["events"]["items"]["properties"]
    assert timeline("check", project).stdout == b"0 problems\n"
