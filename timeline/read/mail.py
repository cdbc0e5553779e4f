"""E-mail and saved web archives (.eml, .mht; RFC 5322, MIME) → Document.

Of a message its own words are read: what it quotes of others is kept in the text, so that a reader sees it, but
tells nothing, since "yesterday" in it is another day.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.read import front, laid
from timeline.read.blocks import Block, Markup, blocks
from timeline.read.decoded import decoded
from timeline.read.laid import Piece
from timeline.times import edtf
from timeline.times.when import When

_QUOTED = re.compile(
    r"^(?:>.*|-{2,} ?(?:original message|forwarded message).*)$", re.IGNORECASE | re.MULTILINE
)
_SIGNATURE = re.compile(r"^-- $", re.MULTILINE)  # RFC 3676
_NAME = re.compile(r'^\s*"?([^"<]*?)"?\s*(?:<.*)?$')


def mail(id: DocumentId, content: bytes, metadata: Metadata) -> Outcome[Document | None]:  # noqa: A002
    """Read a message, or the page in a web archive; see `timeline.read.document`."""
    message = message_from_bytes(content, policy=policy.default)
    problems = tuple(_attached(message, id))
    known = front.joined(metadata, _metadata(message))
    plain = _part(message, "text/plain")
    page = _part(message, "text/html")
    if plain is not None:
        text = plain.replace("\r\n", "\n")
        found = laid.of_blocks(id, text, _told(text), known)
    elif page is not None:
        found = laid.document(id, _page(page), known)
    else:
        hint = "save its text as .txt"
        return Outcome(
            None, (*problems, Problem(Severity.ERROR, "unreadable-mail", "holds no text", id, hint=hint))
        )
    return Outcome(found.value, (*problems, *found.problems))


def _part(message: EmailMessage, kind: str) -> str | None:
    """The first part of a kind that is no attachment, as text, in whatever encoding it really is."""
    for part in message.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            content = part.get_payload(decode=True)
            if not isinstance(content, bytes):
                continue
            try:
                return content.decode(part.get_content_charset("utf-8"))
            except (LookupError, UnicodeDecodeError):
                return decoded(content, "").value
    return None


def _told(text: str) -> Iterator[Block]:
    """The blocks of a message; what is quoted, and all below the signature's mark, as furniture."""
    signature = _SIGNATURE.search(text)
    end = signature.start() if signature else len(text)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for block in blocks(text):
        other = block.start >= end or any(start < block.end and block.start < stop for start, stop in quoted)
        markup = Markup.FURNITURE if other else block.markup
        yield Block(block.start, block.end, markup, block.apart, block.level)


def _page(text: str) -> tuple[Piece, ...]:
    from timeline.read import html  # noqa: PLC0415 - needs an extra that a plain message does not

    page = html.parsed(text)
    return html.pieces(page) if page is not None else ()


def _metadata(message: EmailMessage) -> Metadata:
    sender = _NAME.match(_header(message, "from"))
    return Metadata(
        title=_header(message, "subject"),
        authors=(sender[1],) if sender and sender[1] else (),
        published=_sent(_header(message, "date")),
        url=_header(message, "snapshot-content-location"),
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError, LookupError):  # the parser of odd headers gives up oddly
        return ""
    return " ".join(str(value).split()) if value else ""


def _sent(said: str) -> When | None:
    """The day on which it was sent, where it was sent."""
    try:
        return edtf.parse(parsedate_to_datetime(said).date().isoformat()) if said else None
    except (ValueError, TypeError, IndexError):
        return None


def _attached(message: EmailMessage, file: str) -> Iterator[Problem]:
    for part in message.walk():
        if part.get_content_disposition() == "attachment":
            name = part.get_filename() or part.get_content_type()
            hint = "save it beside the message, if it is to be read"
            yield Problem(
                Severity.NOTE, "attachment", f"its attachment {name!r} is not read", file, hint=hint
            )
