"""Other programs' timelines as entries of `events.yaml`."""

from timeline.read.imported.formats import FORMATS, imported

__all__ = ["FORMATS", "imported"]
