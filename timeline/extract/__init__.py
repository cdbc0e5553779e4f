"""Extract: dated expressions → mentions, what a document says happened and when."""

from timeline.extract.mentions import mentions

__all__ = ["mentions"]
