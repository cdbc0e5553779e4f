"""Names: who took part in what a mention tells, and where, so far as a rule can be sure without a model."""

from timeline.names.named import named

__all__ = ["named"]
