"""What words say about time, before anybody knows when they were written.

Placeholder until the tagger's readings land: see `docs/decisions.md`.
"""

Reading = object
