"""The encoding of a saved page, where it is not the one that the page names."""

from bs4.dammit import EncodingDetector

from consultations import patterns as re

_UTF8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_LOST = "\N{REPLACEMENT CHARACTER}"


def in_windows_1252(data: bytes) -> str | None:
    """The text of a page that says it is in UTF-8 and is in Windows-1252; else None.

    So it is with pages that a server has put together of older ones. A page in UTF-8 of which some
    characters are damaged is read as what it says.
    """
    if (EncodingDetector.find_declared_encoding(data, is_html=True) or "") != "utf-8":
        return None
    damaged = data.decode("utf-8", "replace").count(_LOST)
    if damaged <= sum(1 for _ in _UTF8.finditer(data)):
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None
