"""A passage as a reader cites it: forms that parsers read back, and whose words they are."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pybtex.database
import pytest
import rispy
from playwright.sync_api import Page

import consultations
from consultations.data import Transcription, passage_of, transcribed, words_of
from consultations.data import at as read_at
from consultations.pages.citing import keepable_forms
from consultations.pages.indexes.exports import bibtex, csl_json, ris

CLIENT = Path(consultations.__file__).parent / "client"
CASES: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "contract" / "voices.json").read_text("utf-8")
)

CITED: dict[str, Any] = {
    "title": "A & _B_ {C} ~^ 5% #1 \\x $",
    "body": "Parks, Ponds and Paths",
    "authors": ["Jo Doe", "Al Roe"],
    "date": "2011-05-03",
    "place": 4,
    "passages": 40,
    "address": "http://a.test/texts/one-two/#p1",
    "version": "edition 3f9a2c1",
    "voice": "own",
}
READ = Transcription("The P&P Archive", "edition 3f9a2c1")
REFERENCE = (
    "Jo Doe, Al Roe, Parks, Ponds and Paths (3 May 2011). A & _B_ {C} ~^ 5% #1 \\x $. "
    "Passage 4 of 40. Transcription, The P&P Archive, edition 3f9a2c1. "
    "http://a.test/texts/one-two/#p1 (accessed 7 September 2026)."
)
ITEM: dict[str, Any] = {
    "id": "one-two",
    "type": "report",
    "title": CITED["title"],
    "author": [{"family": "Doe", "given": "Jo"}, {"literal": "Parks, Ponds and Paths"}],
    "issued": {"date-parts": [[2011, 5, 3]]},
}
DAY = date(2026, 9, 7)
WRITERS = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}


@pytest.fixture
def at(page: Page, serve_folder: Any) -> Page:
    page.goto(f"{serve_folder(CLIENT)}/messages.js")
    page.evaluate(
        """(name) => {
          const said = document.createElement("meta");
          said.setAttribute("property", "og:site_name");
          said.content = name;
          document.documentElement.append(said);
        }""",
        READ.archive,
    )
    return page


def forms(page: Page, text: str, **changed: Any) -> dict[str, str]:
    cite = (
        '([cited, text]) => import("/page/citing/formats.js")'
        ".then((m) => m.citations(cited, text, new Date(2026, 8, 7)))"
    )
    told: dict[str, str] = page.evaluate(cite, [CITED | changed, text])
    return told


def kept(page: Page, format_: str, item: dict[str, Any], **changed: Any) -> str:
    """A passage in a format, as the client fills its form in."""
    fill = (
        "([form, cited]) => import('/page/citing/styles.js')"
        ".then((m) => m.inStyle(form, cited, '', new Date(2026, 8, 7)))"
    )
    form = keepable_forms(transcribed(item, READ))[format_]
    written: str = page.evaluate(fill, [form, CITED | changed])
    return written


def test_a_passage_is_cited_in_plain_words_and_in_markdown(at: Page) -> None:
    told = forms(at, "said *so*")
    assert told["Reference"] == REFERENCE
    assert told["Quotation"] == f"“said *so*” {REFERENCE}"
    assert told["Markdown"] == (
        "> said \\*so\\*\n>\n> Jo Doe, Al Roe, Parks, Ponds and Paths (3 May 2011). "
        "*A \\& \\_B\\_ {C} ~^ 5% #1 \\\\x $*, "
        "[passage 4 of 40](<http://a.test/texts/one-two/#p1>). "
        "Transcription, The P\\&P Archive, edition 3f9a2c1 (accessed 7 September 2026)."
    )
    assert "Quotation" not in forms(at, "")


@pytest.mark.parametrize("format_", WRITERS)
@pytest.mark.parametrize("pages", [(), ("14",), ("xiv", "xv"), ("A-1", "A-3")])
@pytest.mark.parametrize("voice", ["own", 'a "nurse" {30s} & \\ 5% #1_~', None, "partly Una Bell"])
def test_a_form_that_is_filled_is_what_the_command_prints(
    at: Page, format_: str, pages: tuple[str, ...], voice: str | None
) -> None:
    on = f"p{'p' if len(pages) > 1 else ''}. {'–'.join(pages)}, " if pages else ""
    where = f"{on}passage 4 of 40"
    note = words_of(voice, where) or where[0].upper() + where[1:]
    item = read_at(passage_of(ITEM, "p1", pages, note, READ), CITED["address"], DAY)
    printed = WRITERS[format_]([item]).replace("\r\n", "\n").rstrip("\n")
    assert kept(at, format_, ITEM, pages="–".join(pages), voice=voice) == printed


def test_a_document_as_a_whole_has_no_pages_and_no_passage(at: Page) -> None:
    whole = {"place": None, "address": "http://a.test/texts/one-two/"}
    for format_, write in WRITERS.items():
        item = passage_of(ITEM, None, (), "", READ)
        item = read_at(item, "http://a.test/texts/one-two/", DAY)
        printed = write([item]).replace("\r\n", "\n").rstrip("\n")
        assert kept(at, format_, ITEM, **whole) == printed


def test_parsers_of_others_read_the_same(at: Page) -> None:
    told = {"pages": "14–15", "voice": "A Guild & Co"}
    note = (
        "Words of A Guild & Co, quoted in pp. 14–15, passage 4 of 40. "
        "Transcription, The P&P Archive, edition 3f9a2c1"
    )
    entries = pybtex.database.parse_string(kept(at, "bibtex", ITEM, **told), "bibtex").entries
    ((key, entry),) = entries.items()
    (record,) = rispy.loads(kept(at, "ris", ITEM, **told))
    (item,) = json.loads(kept(at, "csl-json", ITEM, **told))
    assert key == record["id"] == item["id"] == "one-two-p1"
    assert [str(one) for one in entry.persons["author"]] == ["Doe, Jo", "{Parks, Ponds and Paths}"]
    assert record["authors"] == ["Doe, Jo", "Parks, Ponds and Paths"]
    assert item["author"] == ITEM["author"]
    assert entry.fields["url"] == record["urls"][0] == item["URL"] == CITED["address"]
    assert entry.fields["title"] == (
        r"{A \& \_B\_ \textbraceleft{}C\textbraceright{} \textasciitilde{}\textasciicircum{} "
        r"5\% \#1 \textbackslash{}x \$}"
    )
    assert record["title"] == item["title"] == CITED["title"]
    assert entry.fields["pages"] == "14--15"
    assert (record["start_page"], record["end_page"], item["page"]) == ("14", "15", "14–15")
    assert entry.fields["note"].replace("\\", "") == record["notes"][0] == item["note"] == note
    assert entry.fields["urldate"] == record["access_date"].replace("/", "-") == "2026-09-07"
    assert item["accessed"] == {"date-parts": [[2026, 9, 7]]}


def test_the_page_on_which_it_is_printed_is_said_where_it_is_known(at: Page) -> None:
    told = forms(at, "", pages="14")
    assert " p. 14, passage 4 of 40" in told["Markdown"].replace("[", " ")
    assert "P. 14, passage 4 of 40. " in told["Reference"]
    told = forms(at, "", pages="xiv–xv", voice="A Guild")
    assert "Pp. xiv–xv, passage 4 of 40. " in told["Reference"]


def test_a_body_that_speaks_for_itself_is_one_author(at: Page) -> None:
    told = forms(at, "", authors=[], date="2011")
    assert told["Reference"].startswith("Parks, Ponds and Paths (2011). ")


@pytest.mark.parametrize("case", CASES["speaking"], ids=lambda case: str(case["voice"]))
def test_words_that_a_document_quotes_are_credited_to_whom_it_quotes(
    at: Page, case: dict[str, Any]
) -> None:
    told = forms(at, "some words", voice=case["voice"], authors=["Jo Doe"], body="")
    rest = REFERENCE[REFERENCE.index(" (3 May") :]
    assert told["Reference"] == case["speaking"] + rest
    assert told["Quotation"] == f"“some words” {case['speaking']}{rest}"
    assert f"> {case['speaking']} (3 May 2011)" in told["Markdown"]
    (record,) = rispy.loads(kept(at, "ris", ITEM, voice=case["voice"]))
    place = case["note"] or "Passage 4 of 40"
    assert record["notes"] == [f"{place}. {READ.words}"]
    assert (record["edition"], record["name_of_database"]) == (READ.version, READ.archive)


def test_words_of_which_some_are_quoted_are_credited_to_both(at: Page) -> None:
    told = forms(at, "some words", voice="partly Una Bell")
    assert told["Reference"].startswith(
        "Jo Doe, Al Roe, Parks, Ponds and Paths, in part quoting Una Bell (3 May 2011). "
    )


@pytest.mark.parametrize("case", CASES["marks"], ids=lambda case: case["text"])
def test_marks_in_a_quotation_are_single_and_none_is_left_over(
    at: Page, case: dict[str, str]
) -> None:
    quote = '(text) => import("/page/citing/quoting.js").then((m) => m.quotation(text))'
    assert at.evaluate(quote, case["text"]) == case["quoted"]


@pytest.mark.parametrize("case", CASES["spoken"], ids=lambda case: str(case["words"]))
def test_the_innermost_voice_speaks(at: Page, case: dict[str, Any]) -> None:
    ask = '([voices, words]) => import("/voices.js").then((m) => m.voiceOf(voices, words))'
    assert at.evaluate(ask, [CASES["voices"], case["words"]]) == case["voice"]


@pytest.mark.parametrize("case", CASES["trimmed"], ids=lambda case: case["text"])
def test_blanks_points_and_marks_at_the_ends_are_nobodys_words(
    at: Page, case: dict[str, Any]
) -> None:
    ask = '([text, all]) => import("/voices.js").then((m) => m.onlyWords(text, all))'
    assert at.evaluate(ask, [case["text"], case["words"]]) == case["only"]


def test_a_document_of_nobody_begins_with_its_date(at: Page) -> None:
    told = forms(at, "", authors=[], body="")
    assert told["Reference"].startswith("(3 May 2011). A & _B_")
    assert told["Markdown"].startswith("(3 May 2011). *A ")
