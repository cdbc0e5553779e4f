"""A built site as the newest commit of a branch of a repository, as hosts of pages want it.

The working tree, its index and its branches stay as they are: the commit is made of an index of its own.
"""

import os
import re
import subprocess
import tempfile
from pathlib import Path

_EXACT = ("-c", "core.autocrlf=false", "-c", "core.safecrlf=false")  # each byte as it was built


class GitError(Exception):
    """Git is not there, or would not; the message is its own."""


class Repository:
    """The repository that a folder is in. Each method raises `GitError` where git will not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._directory: str | None = None
        self._directory = self._git("rev-parse", "--absolute-git-dir")

    def push(self, output: Path, remote: str, branch: str, message: str, leave_out: str) -> str:
        """Commit a folder and push it to a branch; the commit, or "" if the branch holds just that already.

        `leave_out` is a file of the folder that is nobody else's business. What the branch held before stays
        in its history. If anything fails nothing is pushed.
        """
        reference = f"refs/heads/{branch}"
        parent = self._parent(remote, reference)
        tree = self._tree(output, leave_out)
        if parent and self._git("rev-parse", f"{parent}^{{tree}}") == tree:
            return ""
        commit = self._git("commit-tree", tree, "-m", message, *(("-p", parent) if parent else ()))
        self._git("push", "--quiet", remote, f"{commit}:{reference}")
        return commit

    def address(self, remote: str = "origin") -> str:
        """Where anybody can clone the commit that is checked out: `https://…@commit`; empty if it is not on the web."""
        if remote not in self._git("remote").split():
            return ""
        url = re.sub(r"^(?:ssh://)?git@([^:/]+)[:/]", r"https://\1/", self._git("remote", "get-url", remote))
        return f"{url}@{self._git('rev-parse', 'HEAD')}" if url.startswith("https://") else ""

    def _tree(self, output: Path, leave_out: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            index = str(Path(folder) / "index")
            files = (".", f":(exclude){leave_out}")
            self._git(
                *_EXACT,
                f"--work-tree={output}",
                "add",
                "--all",
                "--force",
                "--",
                *files,
                at=output,
                index=index,
            )
            return self._git("write-tree", index=index)

    def _parent(self, remote: str, reference: str) -> str:
        """The branch's newest commit, fetched; empty if there is no such branch yet."""
        found = self._git("ls-remote", remote, reference).split()
        if not found:
            return ""
        self._git("fetch", "--quiet", "--no-tags", remote, reference)
        return found[0]

    def _git(self, *arguments: str, at: Path | None = None, index: str = "") -> str:
        where = () if self._directory is None else (f"--git-dir={self._directory}",)
        try:
            done = subprocess.run(  # noqa: S603 - a list of arguments, and no shell
                ["git", *where, *arguments],  # noqa: S607 - the git that the user has
                cwd=at or self._folder,
                env={**os.environ, **({"GIT_INDEX_FILE": index} if index else {})},
                capture_output=True,
                check=False,
                text=True,
            )
        except FileNotFoundError as error:
            raise GitError("git is not installed") from error
        if done.returncode:
            raise GitError(done.stderr.strip() or f"git {arguments[0]} failed")
        return done.stdout.strip()
