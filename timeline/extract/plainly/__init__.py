"""Reading plainly: what a sentence tells, in a language that has no grammar here.

A sentence is cut into clauses at its marks and its listed connectives; a clause with a date and a verb tells of a
happening; its title is the clause itself, without its date and without what only ties it to its neighbours.
"""

from timeline.extract.plainly.reader import PlainReader

__all__ = ["PlainReader"]
