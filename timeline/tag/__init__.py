"""Tag: find what a text says about time. Yields readings, never dates; `timeline.resolve` dates them."""

from timeline.tag.scan import expressions

__all__ = ["expressions"]
