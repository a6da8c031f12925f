"""An edition as plain text, for programs that take nothing else; and the list of all of them."""

from collections.abc import Iterable, Iterator

from consultations.data.addresses import SiteAddress
from consultations.data.texts.outline import gaps_after, note_texts
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority
from consultations.model.table_cells import column_heads
from consultations.model.text import squeeze


def plain_text(edition: Edition, authority: Authority, address: SiteAddress) -> str:
    """The file data/text/<id>.txt: what it is and whose, its text, its notes.

    A blank line stands between two passages. What the source has lost is said in square brackets.
    """
    record = edition.source.record
    head = [
        record.title,
        ", ".join(filter(None, [authority.byline(record), record.date, record.type])),
        address(f"texts/{edition.id}/"),
        squeeze(record.rights),
        "---",
    ]
    return "\n\n".join([*head, *_text(edition), *_notes(edition)]) + "\n"


def llms_text(
    name: str,
    what: str,
    editions: Iterable[Edition],
    authority: Authority,
    address: SiteAddress,
    contact: str | None,
) -> str:
    """The file llms.txt, as https://llmstxt.org has it: what the site is, and where its texts are.

    Args:
        name: of the site.
        what: a sentence on it.
        editions: in the order in which they are to stand.
        authority: names of bodies.
        address: gives what an address below the site is, seen from that file.
        contact: where rights and errors are told, if that is known.
    """
    lines = [
        f"# {squeeze(name)}",
        "",
        f"> {squeeze(what)}",
        "",
        "Each document is a checked edition of what its authors wrote. Words between quotation "
        "marks may be those of somebody else: the data say whose. Cite the passage, by the address "
        "that ends in `#` and its id, and whoever speaks.",
        "",
        "## Documents",
        "",
        *(_listed(edition, authority, address) for edition in editions),
        "",
        "## Data",
        "",
        f"- [Data package]({address('data/datapackage.json')}): every table, with its columns",
        f"- [Catalogue]({address('data/catalogue.json')}): the documents, as JSON",
        *([f"- [Contact]({contact}): for whoever holds rights, or finds an error"] * bool(contact)),
        "",
    ]
    return "\n".join(lines)


def _listed(edition: Edition, authority: Authority, address: SiteAddress) -> str:
    record = edition.source.record
    about = ", ".join(filter(None, [authority.byline(record), record.date, record.type]))
    title = squeeze(record.title).replace("[", "(").replace("]", ")")
    length = f"{edition.words:,} words"
    return f"- [{title}]({address(f'data/text/{edition.id}.txt')}): {squeeze(about)}; {length}"


def _text(edition: Edition) -> Iterator[str]:
    """The passages of the body, each with the gaps after it."""
    gaps = gaps_after(edition)
    notes = {p.id for note in note_texts(edition) for p in note.passages}
    heads = column_heads(edition.passages)
    yield from (f"[Missing here: {gap.what}]" for gap in gaps.get(None, ()))
    for passage in edition.passages:
        if passage.id in heads:
            yield f"{heads[passage.id]}:"
        if passage.id not in notes:
            yield _block(passage)
        yield from (f"[Missing here: {gap.what}]" for gap in gaps.get(passage.id, ()))


def _block(passage: Passage) -> str:
    """A passage, with the mark of a list's item and with a table's rows as lines."""
    if passage.kind == "table":
        return "\n".join("\t".join(map(squeeze, row)) for row in passage.rows)
    if passage.kind == "list_item":
        marker = f"{passage.marker}." if passage.marker else "-"
        return f"{'  ' * ((passage.depth or 1) - 1)}{marker} {passage.text}"
    if passage.kind == "heading":
        return f"{'#' * (passage.level or 1)} {passage.text}"
    return passage.text


def _notes(edition: Edition) -> Iterator[str]:
    for number, note in enumerate(note_texts(edition)):
        if not number:
            yield "---"
        words = "\n\n".join(_block(passage) for passage in note.passages)
        yield f"[{note.label}] {words}"
