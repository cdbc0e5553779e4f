"""Jinja2 as pages are written with it: what it is told to do otherwise, so that a page costs less.

A page is some hundred small pieces, of which half are the same on every page of a folder. These stand between `{% once %}`
and `{% endonce %}`; and what is written is escaped, and functions are called, without what no template here has need of.
"""

from collections.abc import Callable, MutableMapping
from types import MethodType
from typing import Any

import markupsafe
from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from timeline.render.here import Here


def environment(loader: BaseLoader, compiled: BytecodeCache, here: Here) -> Environment:
    """Where templates are loaded and compiled; `here` says which page they write."""
    made = _Environment(
        loader=loader,
        autoescape=True,
        bytecode_cache=compiled,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=[Once],
    )
    made.extend(here=here)
    made.globals.update(link=here.link, asset=here.asset)
    return made


# text with what HTML reads otherwise escaped, as plain text: `escape` itself makes a record of each piece, to no use here
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def written(value: object) -> str:
    """A value as it stands in a page.

    >>> written("a < b"), written(Markup("<b>")), written(12)
    ('a &lt; b', Markup('<b>'), Markup('12'))
    """
    kind = type(value)
    if kind is str:
        return _escaped(value)  # type: ignore[arg-type]  # it is text, and so found out faster
    return value if kind is Markup else escape(value)  # type: ignore[return-value]  # likewise


class _Generator(CodeGenerator):
    """Templates as Python that writes by `written`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja2's name
        self.writeline("from timeline.render.environment import written")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - private there
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")


class _Context(Context):
    def call(self, called: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401 - as it is there
        """What a template calls; a method is never one that asks for the context, and a macro asks for how it escapes."""
        kind = type(called)
        if kind is MethodType:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
            return called(*args, **named)
        if kind is Macro:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
            return called(self.eval_ctx, *args, **named)
        return super().call(called, *args, **named)


class _Environment(Environment):
    code_generator_class = _Generator
    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template may use, as it is when the template is loaded: a plain dictionary is copied for each page."""
        return {**self.globals, **(d or {})}


class Once(Extension):
    """`{% once %}…{% endonce %}`: what is the same on all pages of a folder is made for the first of them.

    It may depend on the page itself only at the top of the site and for a folder's `index.html`.
    """

    tags = {"once"}  # noqa: RUF012 - as Jinja2 has it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._made: dict[tuple[str, str], tuple[str, frozenset[str]]] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag with what stands in it."""
        line = next(parser.stream).lineno
        place = f"{parser.name} {parser.free_identifier().name}"
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        return nodes.CallBlock(self.call_method("made", [nodes.Const(place)]), [], [], body).set_lineno(line)

    def made(self, place: str, caller: Macro) -> str:
        """What stands there; `caller` makes it. The data files that it names count as named by each page."""
        here: Here = self.environment.here  # type: ignore[attr-defined]  # see `environment`
        key = place, here.frame
        if key not in self._made:
            before, here.loaded = here.loaded, set()
            text = caller()
            self._made[key] = text, frozenset(here.loaded)
            here.loaded |= before
        text, loaded = self._made[key]
        here.loaded |= loaded
        return text
