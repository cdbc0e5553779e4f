"""The passages as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): which words tell of which event.

A collection names one page of annotations for each document. An annotation's target is the document at its
original address, where it has one. Its TextQuoteSelector finds the words there; its TextPositionSelector
counts Unicode code points of the document's text as read, of which `sha256` is the digest (UTF-8).
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from hashlib import blake2b, sha256
from typing import Any

from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId, Span
from timeline.render.addresses import anchor
from timeline.render.evidence import cited
from timeline.render.json_text import ENCODED, Lines, record_pieces
from timeline.render.keys import SIZE
from timeline.render.material import Material
from timeline.times import edtf
from timeline.times.when import When

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
INDEX = "annotations.json"
_AROUND = 32  # letters of prefix and suffix

Json = dict[str, Any]
_Told = tuple[int, When | None]  # the event by its number


def files(material: Material) -> Iterator[tuple[str, Iterable[str]]]:
    """A page of annotations for each document that tells of an event, and the collection, piece by piece."""
    told = _passages(material)
    names = [name for name in material.analyses if name in told]
    paths = {name: page_path(material.where.sources[name]) for name in names}
    shares = material.shares.each(
        "annotations",
        [_key(paths[name], told[name], material) for name in names],
        lambda n: list(map(ENCODED, _items(told[names[n]], material.analyses[names[n]], material))),
    )
    start = 0
    for number, (name, items) in enumerate(zip(names, shares, strict=True)):
        own = paths[name]
        around = {
            "prev": material.address(paths[names[number - 1]], own) if number else "",
            "next": material.address(paths[names[number + 1]], own) if number + 1 < len(names) else "",
        }
        page = {
            "@context": CONTEXT,
            "id": material.address(own, own),
            "type": "AnnotationPage",
            "partOf": material.address(INDEX, own),
            **{key: value for key, value in around.items() if value},
            "startIndex": start,
            "items": Lines(items),
        }
        yield own, record_pieces(page)
        start += len(items)
    collection = {
        "@context": CONTEXT,
        "id": material.address(INDEX),
        "type": "AnnotationCollection",
        "label": material.settings.title,
        "total": start,
    }
    if names:
        collection |= {
            "first": material.address(paths[names[0]]),
            "last": material.address(paths[names[-1]]),
        }
    yield INDEX, record_pieces(collection)


def _key(path: str, passages: Mapping[Span, list[_Told]], material: Material) -> bytes:
    """What a page's annotations are made from: the keys of events stand for the documents that these cite, too."""
    keys = material.keys
    told = [[(span.start, span.end), [keys[number] for number, _ in own]] for span, own in passages.items()]
    return blake2b(marshal.dumps((path, told), 2), digest_size=SIZE).digest()


def page_path(source: str) -> str:
    """Where the annotations of a source stand, beside its page."""
    return source.removesuffix(".html") + ".annotations.json"


def _passages(material: Material) -> Mapping[DocumentId, Mapping[Span, list[_Told]]]:
    """The passages of each document, in the order of the text, with the events they tell of and the dates they give."""
    found: dict[DocumentId, dict[Span, list[_Told]]] = {}
    for number, event in enumerate(material.events):
        mentions = [*event.mentions, *(mention for rival in event.rivals for mention in rival.mentions)]
        dates = {(mention.citation.document, mention.citation.span): mention.when for mention in mentions}
        for document, span in dict.fromkeys((citation.document, citation.span) for citation in cited(event)):
            told = found.setdefault(document, {}).setdefault(span, [])
            told.append((number, dates.get((document, span))))
    return {document: dict(sorted(passages.items())) for document, passages in found.items()}


def _items(passages: Mapping[Span, list[_Told]], analysis: Analysis, material: Material) -> list[Json]:
    document = analysis.document
    page = material.where.sources[document.id]
    here = partial(material.address, file=page_path(page))
    digest = sha256(document.text.encode("utf-8", "replace")).hexdigest()
    source = {
        "id": material.original(document.id) or here(page),
        "type": "Text",
        "title": document.title,
        "language": document.language,
        "sha256": digest,
    }
    return [
        {
            "id": f"{here(page)}#{anchor(span)}:{number}",
            "type": "Annotation",
            "motivation": "linking",
            "body": [
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "format": "text/plain",
                    "language": "en",
                    "value": f"{view.date}: {event.title}",
                },
                {
                    "type": "SpecificResource",
                    "purpose": "linking",
                    "source": here(view.path),
                },
            ],
            # the date that these words give, which may not be the event's
            **({"edtf": edtf.text(when)} if when else {}),
            "target": {
                "type": "SpecificResource",
                "source": source,
                "selector": _selectors(document.text, span),
            },
        }
        for span, told in passages.items()
        for number, (own, when) in enumerate(told, 1)
        for event, view in [(material.events[own], material.views[own])]
    ]


def _selectors(text: str, span: Span) -> list[Json]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
