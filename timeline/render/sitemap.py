"""For search engines: which pages there are (sitemaps.org), and that they may be read (RFC 9309)."""

from collections.abc import Iterable
from html import escape

from timeline.render.material import Material

MOST = 50_000  # addresses in one file, as the protocol says
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(material: Material, pages: Iterable[str]) -> dict[str, str]:
    """sitemap.xml and robots.txt; nothing for a site that does not know its own address."""
    if not material.settings.base_url:
        return {}
    addresses = [material.absolute(page) for page in pages]
    parts = [addresses[at : at + MOST] for at in range(0, len(addresses), MOST)]
    if len(parts) == 1:
        maps = {"sitemap.xml": _document("urlset", "url", parts[0])}
    else:
        maps = {f"sitemap-{n}.xml": _document("urlset", "url", part) for n, part in enumerate(parts, 1)}
        index = [material.absolute(name) for name in maps]
        maps["sitemap.xml"] = _document("sitemapindex", "sitemap", index)
    robots = f"User-agent: *\nAllow: /\nSitemap: {material.absolute('sitemap.xml')}\n"
    return {**maps, "robots.txt": robots}


def _document(root: str, item: str, addresses: Iterable[str]) -> str:
    lines = "".join(f"<{item}><loc>{escape(address, quote=False)}</loc></{item}>\n" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_XMLNS}">\n{lines}</{root}>\n'
