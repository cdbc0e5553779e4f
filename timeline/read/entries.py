"""`events.yaml` → Edited: the editor's entries, each field as written, and every mistake at once."""

from collections.abc import Mapping

from timeline.model.document import DocumentId
from timeline.model.edit import Edited, Entry, Quoted, Settings
from timeline.model.event import Kind, Reference
from timeline.model.problem import Outcome, Problem
from timeline.read import tree
from timeline.read.decoded import decoded
from timeline.read.fields import Fields
from timeline.read.identifiers import identifier, identifiers, unique
from timeline.read.tree import Node, Scalar

TOP = ("site", "events")
ENTRY = ("id", "date", "title", "summary", "kind", "tags", "cites", "hide", "merge")
CITE = ("source", "quote", "url", "title")
CHOICES = {"quotations": ("excerpts", "full"), "lanes": ("tag", "participant", "place", "source", "kind")}
KINDS = {kind.value: kind for kind in Kind}


def edited(content: bytes, file: str) -> Outcome[Edited]:
    """Read `events.yaml`. An entry or field with an error is left out; all the others stand."""
    text = decoded(content, file)
    if text.value is None:
        return Outcome(Edited(), text.problems)
    with tree.without_collection():
        return _edited(text.value, file, text.problems)


def _edited(text: str, file: str, before: tuple[Problem, ...]) -> Outcome[Edited]:
    read = tree.tree(text, file)
    form = Fields()
    top = form.of(read.value, TOP, "events.yaml") if read.value is not None else {}
    settings = _settings(top["site"], form) if "site" in top else Settings()
    nodes = form.items(top["events"], "events") if "events" in top else ()
    entries = unique([entry for node in nodes if (entry := _entry(node, form))], form)
    return Outcome(Edited(settings, entries), (*before, *read.problems, *form.problems))


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
