"""Templates: pages written by Jinja2, each with relative addresses and a strict content policy."""

import re
import traceback
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from functools import partial
from hashlib import sha256
from typing import Any

from jinja2 import BytecodeCache, FunctionLoader, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.bccache import Bucket

from timeline.model.site import Drawn, Memory, Theme
from timeline.render import filters
from timeline.render.dates import Dates
from timeline.render.environment import environment
from timeline.render.fingerprint import Fingerprints, UnknownKindError, texts
from timeline.render.here import Here
from timeline.render.links import relative
from timeline.render.tongues import Tongues
from timeline.render.view import EventView
from timeline.render.visible import visible

# What pages may load: this site's own files, nothing inline, nothing from anywhere else. The first hash is that of
# the empty string: Plotly adds one empty style element and fills it by script. The second is that of the style for
# maps which the full bundle (not the basic one) of plotly.js 4.1 adds; with another version it is refused, which
# costs a line in the console and nothing else.
_PLOTLY_STYLES = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' "
    "'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='"
)
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        f"style-src 'self' {_PLOTLY_STYLES}",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)


def _source(templates: Mapping[str, str], name: str) -> tuple[str, str, None] | None:
    """A template's text for Jinja2; its name stands for its file, and so in what is said of its faults."""
    return (templates[name], name, None) if name in templates else None


def version(content: bytes) -> str:
    """By what a browser tells a file from what it was before."""
    return sha256(content).hexdigest()[:8]


class _Compiled(BytecodeCache):
    """Templates as compiled by this process, or known from before: one that is as it was is not compiled again."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def learn(self, codes: Mapping[str, bytes]) -> None:
        """Take what another process compiled."""
        self._codes = {**codes, **self._codes}

    def of(self, names: Iterable[str]) -> dict[str, bytes]:
        """The codes of those of some templates that are compiled."""
        keys = [self.get_cache_key(name, name) for name in names]
        return {key: self._codes[key] for key in keys if key in self._codes}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Jinja2 asks; it compares the template's checksum itself."""
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Jinja2 has compiled one."""
        self._codes[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class Pages:
    """Pages as they are written. `paths` grows by one with each `add`.

    A page that is, by its fingerprint, what the last build made is not made again: it is among the `kept`, or, where that
    build's bytes are at hand, among the `files` like any other. Without a memory every page is made.
    """

    def __init__(
        self,
        theme: Theme,
        files: MutableMapping[str, bytes],
        data: Mapping[str, str],
        shared: Mapping[str, Any],
        memory: Memory | None = None,
    ) -> None:
        """Take the theme, where pages are put, the files besides its assets that they load, and what each may use.

        `data` has these files by their paths, with their versions.
        """
        self.paths: list[str] = []
        self.files = files
        self.kept: set[str] = set()
        self.drawn: dict[str, Drawn] = {}
        self._data = data
        self._shared = shared
        self._memory = memory
        self._templates = theme.templates
        self._own = theme.own
        self._fingerprints = Fingerprints(EventView)
        if memory is not None:
            _COMPILED.learn(memory.compiled)
        self._of_templates: dict[str, bytes] = {}
        self._versions = {path: version(content) for path, content in theme.assets.items()} | dict(data)
        self._here = Here(self._versions, data)
        loader = FunctionLoader(partial(_source, theme.templates))
        self._environment = environment(loader, _COMPILED, self._here)
        self._environment.globals.update(shared, policy=POLICY)
        self._home: str = shared["site"].base_url
        tongues = Tongues(shared["site"].language, names=Dates(shared["site"].language).named)
        self._environment.filters |= {
            "lang": tongues.of,
            "dated": tongues.dated,
            "style_hash": filters.style_hash,
            "typographic": filters.typographic,
            "moment": filters.moment,
            "grouped": filters.grouped,
        }

    def add(self, path: str, template: str, **values: object) -> None:
        """The page at a site path."""
        self.add_made_of(path, template, values.items(), lambda: values)

    def add_made_of(
        self, path: str, template: str, made_of: Iterable[object], values: Callable[[], Mapping[str, object]]
    ) -> None:
        """A page whose `values` are worked out only if it has to be made: they depend on nothing but what it is `made_of`."""
        self.paths.append(path)
        if self._memory is None:
            self.files[path] = self._written(path, template, values())
            return
        fingerprint = self._fingerprint(path, template, made_of)
        last = self._memory.drawn.get(path)
        if last is not None and last.fingerprint == fingerprint and self._is_current(last):
            self.drawn[path] = last
            if path in self._memory.bodies:
                self.files[path] = self._memory.bodies[path]
            else:
                self.kept.add(path)
            return
        self._here.loaded.clear()
        self.files[path] = self._written(path, template, values())
        if fingerprint:
            loads = tuple((name, self._versions[name]) for name in sorted(self._here.loaded))
            self.drawn[path] = Drawn(fingerprint, loads)

    @property
    def compiled(self) -> dict[str, bytes]:
        """The shipped templates that were compiled, for the memory; those of a project's own are nobody else's."""
        return _COMPILED.of(sorted(self._templates.keys() - self._own))

    def _written(self, path: str, template: str, values: Mapping[str, object]) -> bytes:
        self._here.at(path)
        try:
            text = self._environment.get_template(template).render(
                **values, page=path, address=self._address(path)
            )
        except TemplateSyntaxError:
            raise
        except Exception as error:
            place = self._place(error)
            if place is None:
                raise
            said = f"there is no template {error}" if isinstance(error, TemplateNotFound) else str(error)
            raise TemplateSyntaxError(said, place[1], place[0]) from error
        return visible(text)

    def _place(self, error: Exception) -> tuple[str, int] | None:
        """The template and the line at which writing a page failed, if that is what whoever wrote the template can mend.

        Anything may fail in a template of the project's own; in one of ours it is a fault of this program.
        """
        frames = traceback.extract_tb(error.__traceback__)
        places = [
            (frame.filename, frame.lineno or 0) for frame in frames if frame.filename in self._templates
        ]
        if not places or not (isinstance(error, TemplateError) or places[-1][0] in self._own):
            return None
        return places[-1]

    def know(self, value: object, key: bytes = b"") -> None:
        """Take apart but once what many pages show, or not at all where a key says all that they may show of it."""
        self._fingerprints.know(value, key)

    def _fingerprint(self, path: str, template: str, made_of: Iterable[object]) -> bytes:
        """Of all that the page is a function of, but the data files it names; empty where that cannot be told."""
        try:
            return self._fingerprints.of(path, self._of_template(template), *made_of)
        except UnknownKindError:
            return b""

    def _of_template(self, template: str) -> bytes:
        """Of a template: its source and those it takes in, what they may use of the whole site, the assets and the program.

        A word of markup counts as a use: a class called after a function of the site costs each page its fingerprint.
        """
        if template in self._of_templates:
            return self._of_templates[template]
        source = texts(template, self._templates)
        words = set(re.findall(r"\w+", source))
        shared = {name: value for name, value in self._shared.items() if name in words}
        assets = {name: version for name, version in self._versions.items() if name not in self._data}
        program = self._memory.program if self._memory else ""
        found = self._of_templates[template] = self._fingerprints.of(program, source, shared, assets)
        return found

    def _is_current(self, page: Drawn) -> bool:
        return all(self._versions.get(name) == version for name, version in page.loads)

    def _address(self, path: str) -> str:
        """The whole address of a page; empty where the site does not know its own."""
        home = self._home
        return home and home + ("" if path == "index.html" else relative(path, ""))
