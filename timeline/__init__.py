"""Timeline: what happened when, and who says so, read out of a pile of documents."""

__version__ = "0.1.0"
