"""`timeline serve` without a browser: where it is, what it answers, and how it ends."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest


def test_it_says_where_it_is_serves_and_ends_when_told(project, timeline):
    command = [Path(sys.executable).parent / "timeline", "serve", "--port", "0", project]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert re.match(r"[\d:]+ 2 events, [\d.]+ seconds$", server.stdout.readline())
            address = re.search(r"(http://127\.0\.0\.1:(\d+)/) \(Ctrl-C", server.stdout.readline())
            with urlopen(address[1]) as page:  # noqa: S310 - our own server
                text = page.read().decode()
            assert "The harbour bridge opens" in text
            assert "reload.js" in text
            assert "edit.js" not in text
            with pytest.raises(HTTPError, match="404"):
                urlopen(f"{address[1]}nowhere.html")  # noqa: S310 - our own server
            taken = timeline("serve", "--port", address[2], project)
            assert taken.returncode == 1
            assert f"port {address[2]} cannot be had" in taken.stderr.decode()
            server.send_signal(signal.SIGINT)
            assert server.wait(timeout=30) == 0
        finally:
            server.kill()  # whatever went wrong, nobody waits for it
    assert not (project / "output").exists()


def test_it_opens_the_browser_when_asked_to(project):
    browser = project / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {project}/opened\n')
    browser.chmod(0o755)
    command = [Path(sys.executable).parent / "timeline", "serve", "--quiet", "--open", "--port", "0", project]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "BROWSER": f"{browser} %s"}
    ) as server:
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())[0]
            with urlopen(address):  # noqa: S310 - our own server, which answers once the browser has been told
                assert (project / "opened").read_text() == f"{address}\n"
        finally:
            server.kill()


def test_in_a_folder_without_a_project_it_ends(tmp_path, timeline):
    done = timeline("serve", "--port", "0", tmp_path)
    assert done.returncode == 1
    assert "timeline new DIR" in done.stderr.decode()
    assert "Serving" not in done.stdout.decode()


def test_the_program_is_a_module_too(project):
    command = [sys.executable, "-m", "timeline", "--version"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=project, text=True)
    assert done.stdout.startswith("timeline, version ")
