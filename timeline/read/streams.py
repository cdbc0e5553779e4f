"""PDF's streams: how much they unpack to, before anybody unpacks them whole.

A stream of a few kilobytes can unpack to gigabytes, twice over where it is packed twice. Pictures may be large; they are
not read, and not looked at here.
"""

import re
import zlib
from collections.abc import Iterator

LARGEST = 64_000_000  # bytes: as of an archive's members; the text of a page is a thousandth of it
_STREAM = re.compile(rb"\bstream\r?\n")
_DICTIONARY = 4000  # bytes before a stream in which its dictionary begins
_STEP = 1 << 20


def is_bomb(content: bytes) -> bool:
    """Whether a stream that is no picture unpacks to more than it may."""
    return any(_unpacks_to_more(content, start, layers) for start, layers in _packed(content))


def _packed(content: bytes) -> Iterator[tuple[int, int]]:
    """Where packed streams begin that are no pictures, and how often each is packed."""
    for match in _STREAM.finditer(content):
        before = content[max(0, match.start() - _DICTIONARY) : match.start()]
        dictionary = before[before.rfind(b" obj") + 1 :]
        layers = len(re.findall(rb"/(?:FlateDecode|Fl)\b", dictionary))
        if layers and not re.search(rb"/Subtype\s*/Image\b", dictionary):
            yield match.end(), layers


def _unpacks_to_more(content: bytes, start: int, layers: int) -> bool:
    """Unpack step by step, through every layer, and stop as soon as it is too much; what is broken ends there."""
    unpackers = [zlib.decompressobj() for _ in range(layers)]
    sizes = [0] * layers
    for at in range(start, len(content), _STEP):
        if any(unpacker.eof for unpacker in unpackers):
            return False
        try:
            if not _within(content[at : at + _STEP], unpackers, sizes):
                return True
        except zlib.error:
            return False
    return False


def _within(piece: bytes, unpackers: list["zlib._Decompress"], sizes: list[int], layer: int = 0) -> bool:
    """Pass a piece on through the layers; whether none has made too much of it so far."""
    if layer == len(unpackers):
        return True
    while piece and not unpackers[layer].eof:
        made = unpackers[layer].decompress(piece, _STEP)
        sizes[layer] += len(made)
        if sizes[layer] > LARGEST or not _within(made, unpackers, sizes, layer + 1):
            return False
        piece = unpackers[layer].unconsumed_tail
    return True
