"""Feed every reader what nobody meant for it: no input may raise, and what is read must hold together.

    python benchmarks/fuzz.py [--cases 300] [--only NAME] [--guided RUNS]

Hypothesis makes so many cases for each target, always the same ones: bytes of its own, and damaged copies of small valid
files. `--guided` lets a coverage-guided fuzzer (`pip install atheris`) go on from there, each target in a process of its
own. What raises is kept in `.timeline/fuzz/`; once mended it belongs into `tests/hostile/found/NAME/`, which the tests run.
"""

import argparse
import email.message
import gc
import io
import json
import random
import subprocess
import sys
import traceback
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import FunctionType

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from timeline import pipeline, read
from timeline.model.document import DocumentId, Metadata
from timeline.pipeline import Input
from timeline.read.imported import FORMATS, imported
from timeline.times import edtf

FOUND = Path(".timeline") / "fuzz"
_PROSE = (
    "The harbour\n\nBy Anna Lindqvist, 12 May 2021\n\nOn 4 October 1871 the council opened the harbour; last week, in the "
    "late 1990s and from 3 to 9 May 1902 it burned. “Never again,” he said on Monday.\n\n* 1911: the pier\n"
)
_MIXED = "Am 3. Mai 1945 endete der Krieg. Le 5 mars 1999, il partit. 2024年5月7日 会談した。 Дана 7. маја 1999. године. ١٢ مايو ٢٠٢١\n"


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes bytes and must not raise, and small files that it takes as they are meant."""

    run: Callable[[bytes], None]
    examples: tuple[bytes, ...]


def _document(suffix: str) -> Callable[[bytes], None]:
    def run(content: bytes) -> None:
        outcome = pipeline.analysed(Input(DocumentId(f"fuzz{suffix}"), content, Metadata()))
        assert outcome.value is not None or outcome.problems  # noqa: S101 - what is left out is named
        if outcome.value is not None:
            text = outcome.value.document.text
            for mention in outcome.value.mentions:
                span = mention.citation.span
                assert text[span.start : span.end] == mention.citation.quote  # noqa: S101 - the exact words

    return run


def _edtf(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    try:
        when = edtf.parse(text)
    except ValueError:
        return
    assert edtf.parse(edtf.text(when)) == when  # noqa: S101 - the law of notation


def _importing(form: str) -> Callable[[bytes], None]:
    def run(content: bytes) -> None:
        imported(content, "fuzz", form)

    return run


def _zip(members: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _docx() -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in _PROSE.splitlines())
    return _zip({"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"})


def _epub() -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="a.opf"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    page = f"<html><body><p>{_PROSE}</p></body></html>"
    return _zip({"META-INF/container.xml": container, "a.opf": package, "a.xhtml": page})


def _mail() -> bytes:
    message = email.message.EmailMessage()
    message["Subject"], message["From"], message["Date"] = (
        "Hafen",
        "a@example.org",
        "Mon, 4 Oct 1999 10:00:00 +0200",
    )
    message.set_content(_PROSE)
    message.add_alternative(f"<p>{_PROSE}</p>", subtype="html")
    return message.as_bytes()


def _pdf() -> bytes:
    """As little as a reader takes for a PDF, with a line of text."""
    stream = "BT /F1 12 Tf 72 700 Td (On 4 October 1871 the council opened the harbour.) Tj ET"
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1"
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    ).encode()


_HTML = (
    "<html lang=en><head><title>A</title><meta name=author content=B><meta property='article:published_time' "
    "content='1999-05-04'></head><body><article><h1>A</h1><p>"
    + _PROSE
    + "</p><table><tr><td>1911<td>pier</table>"
)
_EVENTS = (
    "site:\n  title: A\n  quotations: full\nevents:\n  - date: 1999-05-07/2000~\n    title: &t A\n    tags: [a, *t]\n"
    "    cites:\n      - {source: a.txt, quote: 'b', url: 'https://example.org'}\n  - {id: 1999-a, hide: true, merge: [b-c]}\n"
)
_SOURCES = "- file: a.txt\n  title: A\n  published: 7 May 1999\n  authors: [B, C]\n  url: https://example.org/\n  language: en\n"
_RECORDS: Mapping[str, str] = {
    "json": '[{"id":"a","date":"1999","title":"A","tags":["b"],"evidence":[{"source":"a.txt","quote":"c","url":""}]}]',
    "csv": "date,title,tags,summary\n1999-05,A,b c,d\n7 May 1902,B,,\n",
    "timelinejs": '{"title":{},"events":[{"start_date":{"year":"1999","month":"5"},"text":{"headline":"A","text":"b"}}]}',
    "ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:19990507\r\nSUMMARY:A\r\n b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "markwhen": "---\ntitle: A\n---\n1999-05-07/2000: B #c\nmore\n\n2001: D\n",
}


def _targets() -> dict[str, Target]:
    prose = (
        _PROSE.encode(),
        _MIXED.encode(),
        _MIXED.encode("utf-16"),
        _MIXED[:40].encode("latin-1", "replace"),
    )
    front = b"---\ntitle: A\npublished: 7 May 1999\n---\n# Head\n\n" + prose[0]
    documents = {
        ".txt": prose,
        ".md": (front, *prose),
        ".html": (_HTML.encode(),),
        ".pdf": (_pdf(),),
        ".docx": (_docx(),),
        ".epub": (_epub(),),
        ".eml": (_mail(),),
    }
    return {
        **{
            f"document{suffix}": Target(_document(suffix), examples) for suffix, examples in documents.items()
        },
        "events.yaml": Target(lambda content: void(read.edited(content, "events.yaml")), (_EVENTS.encode(),)),
        "sources.yaml": Target(
            lambda content: void(read.sources(content, "sources.yaml")), (_SOURCES.encode(),)
        ),
        "past": Target(lambda content: void(read.past(content, content)), (_RECORDS["json"].encode(), b"{}")),
        "edtf": Target(_edtf, (b"1999-05~/2001-21?", b"Y-17E7", b"[1999..2001]", b"../-0044-03-15", b"199X")),
        **{f"import-{form}": Target(_importing(form), (_RECORDS[form].encode(),)) for form in FORMATS},
    }


def void(_: object) -> None:
    """Only that it came about matters."""


TARGETS = _targets()


@st.composite
def damaged(draw: st.DrawFn, example: bytes) -> bytes:
    """A valid file in which some pieces are cut, doubled, exchanged or written over."""
    content = bytearray(example)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        length = draw(st.sampled_from((0, 1, 2, 8, 40)))
        piece = bytes(content[at : at + length])
        other = draw(st.sampled_from(_PIECES) | st.binary(max_size=6))
        content[at : at + length] = draw(st.sampled_from((b"", other, piece * 3, piece + other, piece[::-1])))
    return bytes(content)


_PIECES = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (
        *(
            "\0",
            "\ufeff",
            "\u2028",
            "\u202e",
            "\ud800",
            "\U0010ffff",
            "\r",
            "\n\n",
            "\t",
            "---\n",
            "~",
            "?",
            "X",
            "/..",
            "-",
        ),
        *(
            "99999999999999999999",
            "-1",
            "0",
            "1e400",
            "NaN",
            "٣",
            "²",
            "Ⅻ",
            "31 February",
            "1999-13-45",
            "Y9" * 9,
            "&a *a",
        ),
        *(
            "<",
            "<!--",
            "]]>",
            "&#0;",
            "&#xD800;",
            "{",
            "[",
            '"',
            "'",
            "\\",
            "%",
            "!!python/object:a ",
            "*",
            "|",
            ": ",
            "#",
        ),
    )
)


def cases(target: Target) -> st.SearchStrategy[bytes]:
    """Inputs for a target."""
    return st.one_of(
        st.binary(max_size=200), st.text(max_size=100).map(_encoded), *map(damaged, target.examples)
    )


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def hypothesised(name: str, count: int) -> bool:
    """So many cases; whether all went well. The first that raises is made small and kept."""
    target = TARGETS[name]
    least: list[bytes] = []

    @seed(1)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(cases(target))
    def run(content: bytes) -> None:
        try:
            target.run(content)
        except Exception:
            least[:] = [content]
            raise

    try:
        run()
    except Exception:  # noqa: BLE001 - this is what is looked for
        traceback.print_exc()
        _keep(name, least[0] if least else b"")
        return False
    return True


def _keep(name: str, content: bytes) -> None:
    path = FOUND / name / sha256(content).hexdigest()[:12]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    print(f"{name}: kept as {path}", file=sys.stderr)


def guided(name: str, runs: int) -> bool:
    """Go on with a coverage-guided fuzzer in a process of its own; whether nothing raised."""
    corpus, kept = FOUND / "corpus" / name, FOUND / name
    corpus.mkdir(parents=True, exist_ok=True)
    kept.mkdir(parents=True, exist_ok=True)
    for number, example in enumerate(TARGETS[name].examples):
        (corpus / str(number)).write_bytes(example)
    options = [
        f"-runs={runs}",
        "-seed=1",
        "-max_len=4096",
        "-timeout=60",
        f"-artifact_prefix={kept}/",
        str(corpus),
    ]
    return subprocess.run([sys.executable, __file__, "--within", name, *options], check=False).returncode == 0


def _within(name: str, options: list[str]) -> None:
    import atheris  # noqa: PLC0415 - no wheels for every Python

    for example in TARGETS[name].examples:  # what is loaded when needed is loaded now
        TARGETS[name].run(example)
    ours = [
        found
        for found in gc.get_objects()
        if isinstance(found, FunctionType) and str(found.__module__).startswith("timeline.")
    ]
    for function in ours:
        atheris.instrument_func(function)
    atheris.Setup([name, *options], TARGETS[name].run)
    atheris.Fuzz()


def main() -> None:
    if sys.argv[1:2] == ["--within"]:
        _within(sys.argv[2], sys.argv[3:])
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--only", choices=sorted(TARGETS))
    parser.add_argument("--guided", type=int, default=0, metavar="RUNS")
    arguments = parser.parse_args()
    random.seed(1)
    failed = []
    for name in [arguments.only] if arguments.only else TARGETS:
        well = hypothesised(name, arguments.cases)
        if arguments.guided:
            well = guided(name, arguments.guided) and well
        print(
            json.dumps({"target": name, "cases": arguments.cases, "guided": arguments.guided, "well": well}),
            flush=True,
        )
        failed += [] if well else [name]
    sys.exit(f"raised: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
