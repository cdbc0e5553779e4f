"""What must be true of every page of a site. Each check names the pages (or links) that break it."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser import kinds
from tests.browser.crawl import Crawl


def every_page_can_be_reached(crawl: Crawl, folder: Path) -> list[str]:
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    return sorted((there - set(crawl.pages)) ^ {"404.html"})


def every_link_inside_names_a_file(crawl: Crawl, folder: Path) -> list[str]:
    return sorted({path for _, path, _ in _inside(crawl) if not (folder / path).is_file()})


def every_fragment_is_there(crawl: Crawl, _: Path) -> list[str]:
    return [
        f"{page} → {path}#{fragment}"
        for page, path, fragment in _inside(crawl)
        if fragment and "=" not in fragment and path in crawl.pages and fragment not in crawl.pages[path].ids
    ]


def every_event_is_shown_on_the_timeline_by_its_page(crawl: Crawl, folder: Path) -> list[str]:
    named = {
        fragment.removeprefix("event=") for _, _, fragment in _inside(crawl) if fragment.startswith("event=")
    }
    return sorted(named ^ {event["id"] for event in kinds.events(folder)})


def links_outside_lead_to_the_web(crawl: Crawl, _: Path) -> list[str]:
    outside = {link for page in crawl.pages.values() for link in page.links if crawl.inside(link) is None}
    return sorted(link for link in outside if urlsplit(link).scheme not in ("http", "https", "mailto"))


def ids_are_unique(crawl: Crawl, _: Path) -> list[str]:
    return [path for path, page in crawl.pages.items() if len(set(page.ids)) < len(page.ids)]


def every_title_is_its_own(crawl: Crawl, _: Path) -> list[str]:
    titles = Counter(page.title.strip() for page in crawl.pages.values())
    return [title for title, number in titles.items() if number > 1 or not title]


def every_page_says_its_language(crawl: Crawl, _: Path) -> list[str]:
    return [path for path, page in crawl.pages.items() if page.lang != "en"]


def every_page_has_one_first_heading(crawl: Crawl, _: Path) -> list[str]:
    return [path for path, page in crawl.pages.items() if [level for level, _ in page.headings].count(1) != 1]


def no_heading_is_empty_or_skips_a_level(crawl: Crawl, _: Path) -> list[str]:
    def faulty(headings: tuple[tuple[int, str], ...]) -> bool:
        levels = [level for level, _ in headings]
        return any(b > a + 1 for a, b in pairwise(levels)) or not all(t for _, t in headings)

    return [path for path, page in crawl.pages.items() if faulty(page.headings)]


def no_page_is_wider_than_the_window(crawl: Crawl, _: Path) -> list[str]:
    return [f"{path}: {page.wide} pixels" for path, page in crawl.pages.items() if page.wide > 0]


def every_page_loads_only_from_the_site(crawl: Crawl, _: Path) -> list[str]:
    loads = {load for page in crawl.pages.values() for load in page.loads}
    return sorted(load for load in loads if re.match(r"[a-z]+:|/", load) and not load.startswith("data:"))


def only_files_of_the_site_are_asked_for(crawl: Crawl, folder: Path) -> list[str]:
    asked = {crawl.inside(url)[0].partition("?")[0] for url in crawl.reader.asked if crawl.inside(url)}
    unnoticed = set(crawl.pages) - asked  # then nothing could be concluded
    return (
        sorted({path for path in asked if not (folder / path).is_file()} | unnoticed) + crawl.reader.strangers
    )


def nothing_is_complained_about(crawl: Crawl, _: Path) -> list[str]:
    return crawl.reader.complaints


def nothing_planted_runs(crawl: Crawl, _: Path) -> list[str]:
    return [f"{path}: {page.pwned}" for path, page in crawl.pages.items() if page.pwned != "undefined"]


ALL = (
    every_page_can_be_reached,
    every_link_inside_names_a_file,
    every_fragment_is_there,
    every_event_is_shown_on_the_timeline_by_its_page,
    links_outside_lead_to_the_web,
    ids_are_unique,
    every_title_is_its_own,
    every_page_says_its_language,
    every_page_has_one_first_heading,
    no_heading_is_empty_or_skips_a_level,
    no_page_is_wider_than_the_window,
    every_page_loads_only_from_the_site,
    only_files_of_the_site_are_asked_for,
    nothing_is_complained_about,
    nothing_planted_runs,
)


def _inside(crawl: Crawl) -> list[tuple[str, str, str]]:
    """Every link that stays in the site: the page it stands on, its path and its fragment."""
    return [
        (name, *target)
        for name, page in crawl.pages.items()
        for link in page.links
        if (target := crawl.inside(link)) is not None
    ]
