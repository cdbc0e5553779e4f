"""A site is a value: the same input gives the same bytes."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """Files by path below the output folder, with forward slashes."""

    files: Mapping[str, bytes]
