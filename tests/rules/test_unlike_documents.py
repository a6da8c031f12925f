"""Documents unlike those of the archive: nothing crashes, nothing is lost, no false repair."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from consultations.edition.assemble import assemble
from consultations.edition.faithful import faults
from consultations.model.edition import Edition
from consultations.model.source import Record, Source
from consultations.rules import emend

# What a rule may take out without a passage that keeps it: marks, and what a page or a site added.
TAKEN_OUT = {
    *("contents-list", "continuation-marker", "download-link", "footnote-marker", "list-glyph"),
    *("markup", "navigation", "numbering", "rule", "running-header"),
}
SHORT = {
    "heading": "h",
    "paragraph": "p",
    "list_item": "i",
    "blockquote": "q",
    "table": "t",
    "footnote": "n",
}


@dataclass(frozen=True)
class Document:
    """A text, and what it must become."""

    text: str
    shape: str
    """A letter for each passage (heading, paragraph, item, quotation, table, note), in order."""
    rules: frozenset[str] = frozenset()
    """The rules that have the last word on what is mended here; any other that fires is wrong."""
    findings: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    """Texts that passages must have."""


def sentence(n: int) -> str:
    return (
        f"Witness {n} told us of a long and winding road through the offices of the district, and"
        " of the many people who had been kind on it"
    )


def pages(body: Callable[[int], str], count: int = 6) -> str:
    return "".join(body(n) for n in range(1, count + 1))


DOCUMENTS = {
    "CRLF": Document(
        "A Report on Housing\r\n\r\n1 March 2019\r\n\r\nIntroduction\r\n\r\nThis is a report\r\n"
        "of two lines.\r\n\r\n- one thing\r\n- another thing\r\n\r\nThe end of it.\r\n",
        "pphpiip",  # the first line has no text under it, and is not the record's title
        frozenset({"list-marks"}),
        says=("This is a report of two lines.",),
    ),
    "page numbers on lines of their own": Document(
        pages(lambda n: f"{sentence(n)}, who had\n\n{n}\n\nno names. {sentence(n)}.\n\n"),
        "pppppp",
        frozenset({"page-numbers", "joins"}),
    ),
    "ligatures and soft hyphens": Document(
        "The \ufb01rst o\ufb00icial \ufb02at was su\ufb03cient for the consul\u00adtation of the"
        " depart\u00ad\nment.\n\nA second para\u00adgraph.",
        "pp",
        frozenset({"ligatures", "line-hyphens"}),
        says=("The first official flat was sufficient for the consultation of the department.",),
    ),
    "notes from 1 on each page": Document(
        pages(lambda n: f"{sentence(n)}.¹ Then² more.\n\n¹ One, {n}.\n\n² Two, {n}.\n\n", 3),
        "pppnnnnnn",
        frozenset({"notes"}),
    ),
    "notes with plain numbers": Document(
        pages(
            lambda n: (
                f"{sentence(n)}.<sup>1</sup> Then,<sup>2</sup> more.\n\n1 See {n}.\n2 Ibid.\n\n"
            ),
            3,
        ),
        "pppnnnnnn",
        frozenset({"notes"}),
    ),
    "notes and markers with plain numbers": Document(
        pages(lambda n: f"{sentence(n)}.1 Then it rained.2\n\n1 See {n}.\n2 Ibid.\n\n", 3),
        "pppnnnnnn",
        frozenset({"notes"}),
    ),
    "notes missing and swapped": Document(
        "One² and two¹ and three³ and four.\n\n¹ A.\n\n² B.\n\n⁴ D.",
        "pnnn",
        frozenset({"notes"}),
        findings=("note-without-marker", "marker-without-note"),
    ),
    "units, powers, years": Document(
        "It was 40 m² and 3 km² in 2010, at 10³ or 10⁻³ of x², on the 3rd of May.",
        "p",
    ),
    "Welsh": Document(
        "Cyflwyniad\n\nMae Llywodraeth Cymru yn ymgynghori ar dâl, tŷ a gŵyl; y siroedd a’r"
        " ysgolion sy’n bwysig i’n cenedl ni.\n\nThe scheme is called Dechrau’n Deg, not Sîn.",
        "hpp",
    ),
    "no heading": Document(
        "It was a bright day and they met. They heard what there was.\n\nThen they went home."
        " Nobody said a word until the papers came.\n\nThat was the end of the matter.",
        "ppp",
    ),
    "lower case": Document(
        "all of it is in lower case.\n\nso is this, which ends here.\n\nso is this as well.", "ppp"
    ),
    "nested lists": Document(
        "We want:\n\n1. money\n   a) now\n   b) later\n2. time\n   - for us\n     - and ours\n"
        "3. peace\n\nAnd (a) one, (b) two in a line.",
        "piiiiiiip",
        frozenset({"list-marks"}),
    ),
    "tables": Document(
        "Table 1: Staff\n\n| Area | Staff |\n|:--|--:|\n| North | 4 |\n| South | |\n\n"
        "Table 2: Homes\n\nTown\tHomes\nYork\t\nHull\t7\n\nLeeds\t9\n\nSource: the Council.",
        "ptptp",
        frozenset({"table-marks"}),
        says=("Town Homes York Hull 7 Leeds 9",),
    ),
    "Markdown": Document(
        "A report\n========\n\nPart one\n--------\n\nSee `this`, [our site](https://a.org/b_c) or"
        " <https://a.org>, ![logo](l.png)<br>and _this_. <!-- no --> Both *are* __here__.\n\n"
        "```\n# no heading\n```\n\n* star\n+ plus\n\nSee [the page][p].\n\n> They said so.\n\n"
        "[p]: http://a.org/p 'P'\n\n***\n\nAll &amp; done.",
        "hhppiipqp",
        frozenset(
            {
                *("heading-marks", "code-marks", "linked-words", "link-marks", "pictures"),
                *("entities", "emphasis", "list-marks", "quote-marks", "rulings"),
            }
        ),
        says=("# no heading", "See the page.", "They said so.", "All & done."),
    ),
    "numbered headings and paragraphs": Document(
        "1. What was said\n\n1. It was said that it was so.\n\n2. It was said again.\n\n"
        "2. What was done\n\nNothing was done.\n\n3. What is next\n\nNothing is.",
        "hiihphp",
        frozenset({"list-marks"}),
    ),
    "a hearing": Document(
        "**Mr Brown**: Were you there --\n\n**Ms Green**: No.\n\n**Mr Brown**: I see.",
        "ppp",
        frozenset({"emphasis"}),
    ),
    "nothing": Document("", ""),
    "white space": Document(" \n\n\t\n\u00a0\n", ""),
}


def edition(text: str, title: str = "Another title") -> Edition:
    record = Record(title, (), None, "2019", "report", None, "", "en-GB", "", None)
    return assemble(emend(Source("a", record, "a/source.txt", None, "0" * 64, text)))


def letters(text: str) -> list[str]:
    return sorted(c for c in text if c.isalnum())


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_it_becomes_what_it_is(document: Document) -> None:
    made = edition(document.text)
    assert list(faults(made)) == []
    assert "".join(SHORT[p.kind] for p in made.passages) == document.shape
    assert {e.rule for e in made.emendations} == document.rules
    assert tuple(f.code for f in made.findings) == document.findings
    assert set(document.says) <= {p.text for p in made.passages}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_letter_stands_in_a_passage_or_in_a_receipt(document: Document) -> None:
    made = edition(document.text)
    kept = "".join(p.text for p in made.passages)
    gone = "".join(e.before for e in made.emendations if e.kind in TAKEN_OUT)
    changed = [e for e in made.emendations if e.kind not in TAKEN_OUT]
    before, after = ("".join(x) for x in ([e.before for e in changed], [e.after for e in changed]))
    assert letters(document.text + after) == letters(kept + gone + before)


def test_notes_of_each_page_are_called_from_their_page() -> None:
    for name in ("notes from 1 on each page", "notes with plain numbers"):
        made = edition(DOCUMENTS[name].text)
        called = [n.reference.passage for n in made.footnotes if n.reference]
        pages_of_it = [p.id for p in made.passages if p.kind == "paragraph"]
        assert called == [id_ for id_ in pages_of_it for _ in range(2)]


def test_two_megabytes_are_read_whole() -> None:
    page = "## Part {n}\n\n{s}.¹ It had\n\n¹ A note on {n}.\n\nno end.\n\n- one\n- two\n\n"
    made = edition("".join(page.format(n=n, s=sentence(n) * 12) for n in range(1, 1300)))
    assert len(made.source.text) > 2_000_000
    assert list(faults(made)) == []
    assert len(made.passages) == 1299 * 5
    assert all(note.reference for note in made.footnotes)


def test_a_real_document_with_hard_line_ends(shared: Path) -> None:
    file = shared / "samples" / "summer-disorder-plaintext" / "source.txt"
    title = "Police response to the 2024 summer disorder: Government Response"
    made = edition(file.read_text(encoding="utf-8"), title)
    assert list(faults(made)) == []
    texts = [p.text for p in made.passages]
    assert texts.count("Response:") == sum(text.startswith("Recommendation: ") for text in texts)
    headings = [p.text for p in made.passages if p.kind == "heading"]
    assert headings[0] == title
    numbered = [text for text in headings if text[0].isdigit()]
    assert [text[:2] for text in numbered] == [f"{n}." for n in range(1, len(numbered) + 1)]
    assert not any(text.isdigit() for text in texts)
