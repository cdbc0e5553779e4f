"""Bytes → text: UTF-8, then what a byte order mark says, then a guess, and never a crash."""

import codecs

from timeline.model.problem import Outcome, Problem, Severity

_HINT = "save it as UTF-8"
_MARKS = (  # the longer marks first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(content: bytes, file: str, encoding: str = "") -> Outcome[str | None]:
    r"""The text of a file exactly as it stands, line ends and odd spaces included, without its byte order mark.

    A file that is no text is an error; one whose encoding had to be guessed comes with a warning. Who knows the
    encoding gives it, and nothing is guessed.

    >>> decoded(b"\xef\xbb\xbfna\xc3\xafve\r\n", "a.txt").value
    'naïve\r\n'
    """
    for mark, named in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], named, file)
    if encoding:
        return _strictly(content, encoding, file)
    try:
        return _text(content.decode("utf-8"), file)
    except UnicodeDecodeError:
        return _guessed(content, file)


def _strictly(content: bytes, encoding: str, file: str) -> Outcome[str | None]:
    try:
        return _text(content.decode(encoding), file)
    except UnicodeDecodeError as error:
        message = f"is not {encoding} text: byte {error.start} is none"
        return Outcome(None, (_error(message, _HINT, file),))


def _guessed(content: bytes, file: str) -> Outcome[str | None]:
    if b"\0" in content:
        return Outcome(None, (_not_text(file),))
    from timeline.read import guessed  # noqa: PLC0415 - rarely needed

    encoding = guessed.encoding(content)
    if encoding is None:
        return Outcome(None, (_error("its encoding could not be recognised", _HINT, file),))
    message = f"is not UTF-8; read as {encoding}"
    hint = f"{_HINT}; of a document, seeds/sources.yaml may say `encoding: {encoding}`"
    warning = Problem(Severity.WARNING, "guessed-encoding", message, file, hint=hint)
    return Outcome(content.decode(encoding), (warning,))


def _text(text: str, file: str) -> Outcome[str | None]:
    return Outcome(None, (_not_text(file),)) if "\0" in text else Outcome(text)


def _not_text(file: str) -> Problem:
    return _error("holds NUL characters: it is no text", "add it as a text file", file)


def _error(message: str, hint: str, file: str) -> Problem:
    return Problem(Severity.ERROR, "undecodable", message, file, hint=hint)
