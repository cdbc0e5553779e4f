"""`events.yaml` → Edited: the editor's entries, each field as written, and every mistake at once."""

from collections.abc import Mapping
from hashlib import blake2b

from timeline.model.document import DocumentId
from timeline.model.edit import Edited, Entry, Place, Quoted, Settings
from timeline.model.event import Kind, Reference
from timeline.model.problem import Outcome, Problem
from timeline.model.shares import Shares
from timeline.read import tree
from timeline.read.decoded import decoded
from timeline.read.fields import Fields
from timeline.read.identifiers import identifier, identifiers, unique
from timeline.read.parted import HEAD, Part, is_alone, parted
from timeline.read.tree import Node, Scalar

TOP = ("site", "events")
ENTRY = ("id", "date", "title", "summary", "kind", "tags", "cites", "hide", "merge")
CITE = ("source", "quote", "url", "title")
CHOICES = {"quotations": ("excerpts", "full"), "lanes": ("tag", "participant", "place", "source", "kind")}
KINDS = {kind.value: kind for kind in Kind}


def edited(content: bytes, file: str, shares: Shares | None = None) -> Outcome[Edited]:
    """Read `events.yaml`. An entry or field with an error is left out; all the others stand.

    With `shares` of the last build, entries whose text stood there then are not read again.
    """
    text = decoded(content, file)
    if text.value is None:
        return Outcome(Edited(), text.problems)
    with tree.without_collection():
        by_entry = _by_entry(text.value, file, shares) if shares else None
        found = by_entry or _whole(text.value, file)
    return Outcome(found.value, (*text.problems, *found.problems))


def _whole(text: str, file: str) -> Outcome[Edited]:
    read = tree.tree(text, file)
    form = Fields()
    top = form.of(read.value, TOP, "events.yaml") if read.value is not None else {}
    settings = _settings(top["site"], form) if "site" in top else Settings()
    nodes = form.items(top["events"], "events") if "events" in top else ()
    entries = unique([entry for node in nodes if (entry := _entry(node, form))], form)
    return Outcome(Edited(settings, entries), (*read.problems, *form.problems))


class _NotAlone(Exception):  # noqa: N818 - no error: an entry that has to be read with the others
    pass


def _by_entry(text: str, file: str, shares: Shares) -> Outcome[Edited] | None:
    """The same, entry by entry; None where the file is not so made."""
    found = parted(text)
    head = tree.alone(found[0], file, 1) if found else None
    if found is None or head is None or not isinstance(head.value, tree.Mapping):
        return None
    _, parts = found
    name, value = head.value.pairs[-1]
    if name.text != "events" or not (isinstance(value, Scalar) and value.empty):
        return None
    form = Fields()
    top = form.of(head.value, TOP, "events.yaml")
    settings = _settings(top["site"], form) if "site" in top else Settings()
    problems = list(head.problems)
    entries: list[Entry] = []
    keys = [_key(part, file) for part in parts]
    try:
        for known, part in zip(
            shares.of("entry", keys, lambda number: _sound(parts[number], file)), parts, strict=True
        ):
            if known is not None:
                entries.append(_moved(known, part.line - 1))
                continue
            node, wrong = _alone(part, file, part.line)
            problems += wrong
            entries += [entry] if (entry := _entry(node, form)) else []
    except _NotAlone:
        return None
    return Outcome(Edited(settings, unique(entries, form)), (*problems, *form.problems))


def _key(part: Part, file: str) -> bytes:
    return blake2b(
        f"{file}\0{part.indent}\0{part.text}".encode("utf-8", "surrogatepass"), digest_size=16
    ).digest()


def _alone(part: Part, file: str, line: int) -> tuple[Node, tuple[Problem, ...]]:
    """An entry by itself, as if it began on some line."""
    read = tree.alone(HEAD + part.text, file, line - 1) if is_alone(part) else None
    events = read.value.pairs[0][1] if read and isinstance(read.value, tree.Mapping) else None
    if read is None or not isinstance(events, tree.Sequence) or len(events.items) != 1:
        raise _NotAlone
    return events.items[0], read.problems


def _sound(part: Part, file: str) -> Entry | None:
    """An entry as if it began on the first line; None if anything is wrong with it, which is said with its line."""
    node, wrong = _alone(part, file, 1)
    form = Fields()
    entry = _entry(node, form)
    return None if wrong or form.problems else entry


def _moved(entry: Entry, lines: int) -> Entry:
    """An entry so many lines further down."""

    def down(place: Place) -> Place:
        return Place(place.file, place.line + lines, place.column, place.source)

    return Entry(
        down(entry.place),
        entry.id,
        entry.date,
        entry.title,
        entry.summary,
        entry.kind,
        entry.tags,
        tuple(
            Quoted(one.document, one.quote, down(one.place), one.named and down(one.named))
            for one in entry.quotes
        ),
        entry.references,
        entry.hide,
        entry.merge,
    )


def _settings(node: Node, form: Fields) -> Settings:
    fields = form.of(node, Settings.__dataclass_fields__, "site")
    values: dict[str, str] = {}
    for name, value in fields.items():
        said: str | None
        if name in CHOICES:
            said = form.choice(value, name, CHOICES[name])
        elif name in ("base_url", "repository"):
            said = form.url(value, name)
        elif name == "language":
            said = form.language(value, name)
        else:
            said = form.text(value, name)
        if said is not None:
            values[name] = said
    if "base_url" in values:
        values["base_url"] = values["base_url"].rstrip("/") + "/"
    return Settings(**values)


def _entry(node: Node, form: Fields) -> Entry | None:
    fields = form.of(node, ENTRY, "an entry")
    if not isinstance(node, tree.Mapping):
        return None

    kind = form.choice(fields["kind"], "kind", KINDS) if "kind" in fields else None
    quotes, references = _cites(fields["cites"], form) if "cites" in fields else ((), ())
    entry = Entry(
        place=node.place,
        id=identifier(fields["id"], form) if "id" in fields else None,
        date=form.when(fields["date"], "date") if "date" in fields else None,
        title=form.text(fields["title"], "title") if "title" in fields else None,
        summary=form.text(fields["summary"], "summary") if "summary" in fields else None,
        kind=KINDS[kind] if kind else None,
        tags=form.texts(fields["tags"], "tags") if "tags" in fields else None,
        quotes=quotes,
        references=references,
        hide=(form.truth(fields["hide"], "hide") if "hide" in fields else None) or False,
        merge=identifiers(fields["merge"], form) if "merge" in fields else (),
    )
    return entry if _says_which(entry, fields, form) else None


def _says_which(entry: Entry, fields: Mapping[str, Node], form: Fields) -> bool:
    """Whether an entry names an event, or is one of its own: has a date and a title, be they misspelt."""
    if entry.id or entry.quotes or ("date" in fields and "title" in fields):
        return True
    broken = ("id" in fields) or ("cites" in fields and not entry.references)  # said already
    if not broken:
        lacking = " and a ".join(name for name in ("date", "title") if name not in fields)
        hint = "or say which event it is about, by `id` or by a quotation under `cites`"
        form.report("missing-key", f"an entry of its own needs a {lacking}", entry.place, hint)
    return False


def _cites(node: Node, form: Fields) -> tuple[tuple[Quoted, ...], tuple[Reference, ...]]:
    quotes: list[Quoted] = []
    references: list[Reference] = []
    for item in form.items(node, "cites"):
        cite = form.of(item, CITE, "a citation")
        if "source" in cite and "url" not in cite:
            quotes.extend(_quoted(cite, item, form))
        elif "url" in cite and "source" not in cite and "quote" not in cite:
            url = form.url(cite["url"], "url")
            title = form.text(cite["title"], "title") if "title" in cite else ""
            references.extend([Reference(url, title or "")] if url else [])
        elif isinstance(item, tree.Mapping):
            message = "a citation is either of a `source` with a `quote`, or of a `url` with a `title`"
            hint = "write {source: file.txt, quote: …} or {url: https://…, title: …}"
            form.report("wrong-citation", message, item.place, hint)
    return tuple(quotes), tuple(references)


def _quoted(cite: Mapping[str, Node], item: Node, form: Fields) -> list[Quoted]:
    source = form.text(cite["source"], "source")
    if "quote" not in cite:
        hint = "add `quote:` with some of its words"
        form.report("missing-key", "a citation of a source needs its words", item.place, hint)
        return []
    quote = form.text(cite["quote"], "quote")
    place = cite["quote"].place if isinstance(cite["quote"], Scalar) else item.place
    return [Quoted(DocumentId(source), quote, place, cite["source"].place)] if source and quote else []
