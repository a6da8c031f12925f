"""Addresses of what the archive publishes, as a file of data gives them."""

from collections.abc import Callable
from urllib.parse import quote

SiteAddress = Callable[[str], str]
"""What an address below the site, `texts/some-id/#p1`, is in a file of data."""


def whole(site: str | None, depth: int) -> SiteAddress:
    """Addresses that lead there from anywhere, or from a file that lies so many folders deep.

    Args:
        site: where the site is published, with `/` at its end; None where that is not known.
        depth: of the folder of the file: 2 of `data/tei/`.
    """
    return lambda below: f"{'../' * depth if site is None else site}{below}"


def web_address(url: str) -> str:
    """An address of the web in which each character may stand in an attribute of XML."""
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~")
