"""Render: events and documents become a site."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from timeline.model.past import Past

if TYPE_CHECKING:
    from timeline.model.analysis import Analysis
    from timeline.model.edit import Settings
    from timeline.model.event import Event
    from timeline.model.site import Memory, Site, Theme
    from timeline.render.deadlinks import DeadLink

_NO_PAST = Past()


def site(
    events: Sequence["Event"],
    analyses: Sequence["Analysis"],
    settings: "Settings",
    theme: "Theme",
    past: Past = _NO_PAST,
    *,
    memory: "Memory | None" = None,
) -> "Site":
    """The whole site as files; the pages of events that the `past` had and that are no more lead on.

    Jinja2 is loaded here: a command that makes no site does without.
    """
    from timeline.render import pages  # noqa: PLC0415 - see above

    return pages.site(events, analyses, settings, theme, past, memory=memory)


def printed(
    events: Sequence["Event"], analyses: Sequence["Analysis"], settings: "Settings", form: str
) -> str:
    """One of the files for other programs, without the site: "csv", "ics", "atom", "timelinejs" or "markwhen"."""
    from timeline.render import exchange, material  # noqa: PLC0415 - as above

    return exchange.printed(material.material(events, analyses, settings), form)


def dead_links(
    built: "Site", beside: Collection[str] = (), last: "Mapping[str, bytes] | None" = None
) -> "tuple[DeadLink, ...]":
    """Links inside a site that lead nowhere; see `timeline.render.deadlinks`."""
    from timeline.render import deadlinks  # noqa: PLC0415 - as above

    return deadlinks.dead(built, beside, last)
