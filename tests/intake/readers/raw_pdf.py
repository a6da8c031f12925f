"""PDFs written object by object, for what no library writes."""

import zlib
from collections.abc import Mapping, Sequence


def pdf_of(objects: Mapping[int, bytes]) -> bytes:
    """A file of such objects; number 1 is its catalogue."""
    made = b"%PDF-1.7\n"
    places = {}
    for number, content in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(made)
    last = max(objects)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        made += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return made + trailer % (last + 1, table)


def stream(content: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream with the entries of its dictionary."""
    if packed:
        content, entries = zlib.compress(content, 9), entries + b"/Filter/FlateDecode"
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def one_page(
    content: bytes, *, entries: bytes = b"", box: bytes = b"0 0 595 842", resources: bytes = b""
) -> dict[int, bytes]:
    """The objects of a file with one page, whose content is number 4 and whose font is 5, F1."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R%s"
        b"/Resources<</Font<</F1 5 0 R>>%s>>>>"
    )
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: page % (box, entries, resources),
        4: stream(content),
        5: FONT,
    }


def tagged_page(parts: Sequence[bytes], tree: bytes = b"[10 0 R]") -> dict[int, bytes]:
    """The objects of a tagged file with one page.

    Args:
        parts: what is drawn as marked content 0, 1 and so on.
        tree: what the document's element holds: marked content by number, and elements, of which
            number 10 is a paragraph with the first part.
    """
    content = b" ".join(b"/P <</MCID %d>> BDC %s EMC" % (n, p) for n, p in enumerate(parts))
    owners = b" ".join([b"10 0 R", *[b"8 0 R"] * (len(parts) - 1)])
    return one_page(content, entries=b"/StructParents 0") | {
        1: b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>",
        6: b"<</Type/StructTreeRoot/K 8 0 R/ParentTree 7 0 R>>",
        7: b"<</Nums[0[%s]]>>" % owners,
        8: b"<</Type/StructElem/S/Document/P 6 0 R/Pg 3 0 R/K%s>>" % tree,
        10: b"<</Type/StructElem/S/P/P 8 0 R/Pg 3 0 R/K 0>>",
    }
