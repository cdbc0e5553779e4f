"""Zip archives that strangers made: their members, read up to a limit, and nothing of them on the disk."""

import io
import zipfile
from xml.etree import ElementTree as ET

LARGEST = 64_000_000  # bytes of one member, unpacked: a bomb unpacks to more, a book does not
IN_ALL = 4 * LARGEST  # bytes of all that is read of an archive, one member twice over too


class ArchiveError(ValueError):
    """An archive, or a member of one, that cannot be read; the message says why."""


class Archive:
    """The members of a zip archive by name."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
            raise ArchiveError("is not the zip archive it should be, or is damaged") from error
        self._unpacked = 0

    def member(self, name: str) -> bytes | None:
        """A member's bytes, or None if there is none of that name. Raises ArchiveError."""
        try:
            with self._zip.open(name) as member:
                content = member.read(LARGEST + 1)
        except KeyError:
            return None
        except RuntimeError as error:
            raise ArchiveError("is protected by a password") from error
        except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise ArchiveError(f"its part {name} is damaged") from error
        if len(content) > LARGEST:
            raise ArchiveError(f"its part {name} unpacks to more than {LARGEST // 1_000_000} MB")
        self._unpacked += len(content)
        if self._unpacked > IN_ALL:
            raise ArchiveError(f"its parts together unpack to more than {IN_ALL // 1_000_000} MB")
        return content

    def needed(self, name: str) -> ET.Element:
        """The tree of a member that must be there. Raises ArchiveError."""
        found = self.xml(name)
        if found is None:
            raise ArchiveError(f"holds no {name}, which every file of its kind has")
        return found

    def xml(self, name: str) -> ET.Element | None:
        """A member's tree, or None if there is none of that name. Raises ArchiveError."""
        content = self.member(name)
        if content is None:
            return None
        if b"<!ENTITY" in content:  # neither format has any; entities in entities are how XML explodes
            raise ArchiveError(f"its part {name} defines entities of its own")
        try:
            return ET.fromstring(content)  # noqa: S314 - no entities, and Python fetches none
        except ET.ParseError as error:
            raise ArchiveError(f"its part {name} is no XML: {error}") from error
