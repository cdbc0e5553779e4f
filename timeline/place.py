"""Where a project's parts stand."""

from pathlib import Path

from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project's parts stand."""

    root: Path
    seeds: Path
    events: Path
    templates: Path
    output: Path

    @property
    def cache(self) -> Path:
        """What builds remember; it may be deleted at any time."""
        return self.root / ".timeline"


def project(root: Path, output: Path | None = None) -> Project:
    """The usual places below a project's folder."""
    return Project(
        root, root / "seeds", root / "events.yaml", root / "site_templates", output or root / "output"
    )
