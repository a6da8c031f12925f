"""The list of a site's pages for search engines, each with the day on which it last changed.

https://www.sitemaps.org/protocol.html: addresses have to be whole, so a site whose address nobody
has set has no such list. A day is told only where it is known; no clock is asked.
"""

from collections.abc import Iterable, Mapping

from lxml import etree

from consultations.data.xml import as_file

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_MOST = 50_000
"""Addresses of one file."""


def sitemap_files(
    site: str | None, urls: Iterable[str], changed: Mapping[str, str]
) -> dict[str, bytes]:
    """sitemap.xml, in several files where it is long, and robots.txt, which names it.

    Args:
        site: where the site is published, with `/` at its end, if that is known.
        urls: of its pages, below it.
        changed: the day on which a page last changed, in ISO 8601, by its url.
    """
    if site is None:
        return {"robots.txt": b"User-agent: *\nAllow: /\n"}
    ordered = sorted(urls)
    parts = [ordered[at : at + _MOST] for at in range(0, len(ordered), _MOST)] or [[]]
    made = {"robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {site}sitemap.xml\n".encode()}
    if len(parts) == 1:
        return made | {"sitemap.xml": _page_list(site, parts[0], changed)}
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = etree.Element(f"{_SITEMAP}sitemapindex", nsmap={None: _SITEMAP[1:-1]})
    for name, part in zip(names, parts, strict=True):
        made[name] = _page_list(site, part, changed)
        listed = etree.SubElement(index, f"{_SITEMAP}sitemap")
        etree.SubElement(listed, f"{_SITEMAP}loc").text = site + name
    return made | {"sitemap.xml": as_file(index)}


def _page_list(site: str, urls: Iterable[str], changed: Mapping[str, str]) -> bytes:
    root = etree.Element(f"{_SITEMAP}urlset", nsmap={None: _SITEMAP[1:-1]})
    for url in urls:
        listed = etree.SubElement(root, f"{_SITEMAP}url")
        etree.SubElement(listed, f"{_SITEMAP}loc").text = site + url
        if url in changed:
            etree.SubElement(listed, f"{_SITEMAP}lastmod").text = changed[url]
    return as_file(root)
