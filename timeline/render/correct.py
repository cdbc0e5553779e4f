"""A correction to suggest: the entry of `events.yaml` that would say it, ready to copy, and where to send it."""

import json
import re
from urllib.parse import quote, urlsplit

from timeline.model.edit import Settings
from timeline.model.event import Event, Kind, Origin
from timeline.records import dataclass
from timeline.times import edtf

_ENCODED = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make one each time
_DATES = "2024-05-07, 2024-05, 1999~ (about), 2024-05-07/2024-05-08, or words"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader may copy and send.

    `entry` is YAML; `report` is the address of a new report that holds it, `file` that of the repository's
    events.yaml, both empty without a repository. `own` says that the event is an entry of that file already.
    """

    entry: str
    report: str
    file: str
    own: bool


def correction(event: Event, settings: Settings) -> Correction:
    """What a reader who knows better may copy, change and send."""
    text = entry(event)
    repository = settings.repository.rstrip("/").removesuffix(".git")
    return Correction(
        entry=text,
        report=_report(repository, event, text) if repository else "",
        file=f"{repository}{'/-' if _is_gitlab(repository) else ''}/blob/HEAD/events.yaml"
        if repository
        else "",
        own=event.origin is Origin.EDITED,
    )


def entry(event: Event) -> str:
    """The entry with everything as it is, each field after a `#`.

    An event that the editor wrote is shown whole, to be compared with what stands in the file.
    """
    return "\n".join(
        (
            f"- id: {_text(event.id)}",
            f"  # date: {edtf.text(event.when)}    # {_DATES}",
            f"  # title: {_text(event.title)}",
            f"  # kind: {event.kind.value}    # {', '.join(kind.value for kind in Kind)}",
            f"  # summary: {_text(event.summary)}",
            f"  # tags: [{', '.join(map(_text, event.tags))}]",
            "  # hide: true    # not shown at all",
            "  # cites:",
            '  #   - {url: "https://example.org/…", title: "Who says so"}',
        )
    )


def _text(text: str) -> str:
    """A text as YAML reads it back: a plain name as it is, else as JSON, whose strings are YAML's too."""
    return text if re.fullmatch(r"\w[\w-]*", text) else _ENCODED(text)


def _report(repository: str, event: Event, text: str) -> str:
    title = quote(f"Correction: {event.title}", safe="")
    body = quote(f"```yaml\n{text}\n```\n\nWhat is wrong, and who says so?\n", safe="")
    if _is_gitlab(repository):
        return f"{repository}/-/issues/new?issue[title]={title}&issue[description]={body}"
    return f"{repository}/issues/new?title={title}&body={body}"


def _is_gitlab(repository: str) -> bool:
    return "gitlab" in urlsplit(repository).netloc
