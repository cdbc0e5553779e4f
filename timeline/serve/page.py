"""A page of the site as it is served: with the scripts that reload and edit it, and the policy that lets them ask.

The published files have none of this.
"""

from html import escape

from markupsafe import escape as escaped_by_template

from timeline.render.templates import POLICY

OWN = "/-/"  # where the server's own files and answers are, apart from the site's
_ALLOWED = "; connect-src 'self'"


def served(page: bytes, version: int, token: str = "") -> bytes:
    """The page with our scripts; with a token also that of the editor."""
    head = f'<link rel="stylesheet" href="{OWN}serve.css">\n'
    scripts = f'<script defer src="{OWN}reload.js" data-version="{version}"></script>\n'
    if token:
        scripts += f'<script defer src="{OWN}edit.js" data-token="{escape(token)}"></script>\n'
    policy = str(escaped_by_template(POLICY))
    text = page.decode("utf-8", "replace").replace(policy, policy + escape(_ALLOWED), 1)
    return _before(_before(text, "</head>", head), "</body>", scripts).encode("utf-8")


def _before(text: str, tag: str, addition: str) -> str:
    start, found, end = text.rpartition(tag)
    return start + addition + found + end if found else text + addition
