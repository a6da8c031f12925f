"""A passage as a reader cites it: forms that parsers read back, and whose words they are."""

import json
from pathlib import Path
from typing import Any

import pybtex.database
import pytest
import rispy
from playwright.sync_api import Page

import consultations
from consultations.pages import citing

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
    "address": "http://a.test/texts/one_two/#p1",
    "voice": "own",
}
REFERENCE = (
    "Jo Doe, Al Roe, Parks, Ponds and Paths (3 May 2011). A & _B_ {C} ~^ 5% #1 \\x $. "
    "Passage 4 of 40. http://a.test/texts/one_two/#p1"
)


@pytest.fixture
def at(page: Page, serve_folder: Any) -> Page:
    page.goto(f"{serve_folder(CLIENT)}/messages.js")
    return page


def forms(page: Page, text: str, **changed: Any) -> dict[str, str]:
    cite = (
        '([cited, text]) => import("/page/citing/formats.js").then((m) => m.citations(cited, text))'
    )
    told: dict[str, str] = page.evaluate(cite, [CITED | changed, text])
    return told


def bibtex(form: str) -> pybtex.database.Entry:
    ((key, entry),) = pybtex.database.parse_string(form, "bibtex").entries.items()
    assert key == "one_two-p1"
    return entry


def ris(form: str) -> dict[str, Any]:
    (entry,) = rispy.loads(form)
    return dict(entry)


def test_what_python_writes_is_what_the_client_fills_in() -> None:
    written = (CLIENT / "page/citing/forms.js").read_text("utf-8")
    assert written == citing.module(), "run tools/citation-forms"


def test_a_passage_is_cited_in_plain_words_and_in_markdown(at: Page) -> None:
    told = forms(at, "said *so*")
    assert told["Reference"] == REFERENCE
    assert told["Quotation"] == f"“said *so*” {REFERENCE}"
    assert told["Markdown"] == (
        "> said \\*so\\*\n>\n> Jo Doe, Al Roe, Parks, Ponds and Paths (3 May 2011). "
        "*A \\& \\_B\\_ {C} ~^ 5% #1 \\\\x $*, [passage 4 of 40](<http://a.test/texts/one_two/#p1>)."
    )
    assert "Quotation" not in forms(at, "")


def test_bibtex_is_read_back(at: Page) -> None:
    entry = bibtex(forms(at, "")["BibTeX"])
    assert entry.type == "misc"
    assert [str(person) for person in entry.persons["author"]] == ["Doe, Jo", "Roe, Al"]
    assert entry.fields["title"] == (
        r"{A \& \_B\_ \textbraceleft{}C\textbraceright{} \textasciitilde{}\textasciicircum{} "
        r"5\% \#1 \textbackslash{}x \$}"
    )
    assert entry.fields["organization"] == "Parks, Ponds and Paths"
    when = [entry.fields[part] for part in ("year", "month", "day")]
    assert when == ["2011", "5", "3"]
    assert entry.fields["note"] == "Passage 4 of 40"


def test_ris_is_read_back(at: Page) -> None:
    entry = ris(forms(at, "", title="Two\nlines")["RIS"])
    assert entry["authors"] == ["Jo Doe", "Al Roe"]
    assert (entry["title"], entry["publisher"]) == ("Two lines", "Parks, Ponds and Paths")
    assert (entry["year"], entry["date"]) == ("2011", "2011/05/03")
    assert (entry["urls"], entry["start_page"]) == ([CITED["address"]], "passage 4 of 40")
    assert "notes" not in entry


def test_the_page_on_which_it_is_printed_is_said_where_it_is_known(at: Page) -> None:
    told = forms(at, "", pages="14")
    assert " p. 14, passage 4 of 40" in told["Markdown"].replace("[", " ")
    assert "P. 14, passage 4 of 40. " in told["Reference"]
    assert bibtex(told["BibTeX"]).fields["pages"] == "14"
    told = forms(at, "", pages="xiv–xv", voice="A Guild")
    assert "Pp. xiv–xv, passage 4 of 40. " in told["Reference"]
    assert bibtex(told["BibTeX"]).fields["pages"] == "xiv--xv"
    entry = ris(told["RIS"])
    assert (entry["start_page"], entry["end_page"]) == ("xiv", "xv")
    assert entry["notes"] == ["Words of A Guild, quoted in pp. xiv–xv, passage 4 of 40"]


def test_a_body_that_speaks_for_itself_is_one_author(at: Page) -> None:
    told = forms(at, "", authors=[], date="2011")
    assert told["Reference"].startswith("Parks, Ponds and Paths (2011). ")
    entry = bibtex(told["BibTeX"])
    assert [str(person) for person in entry.persons["author"]] == ["{Parks, Ponds and Paths}"]
    assert {"organization", "month", "day"}.isdisjoint(entry.fields)
    assert ris(told["RIS"])["authors"] == ["Parks, Ponds and Paths"]


def test_a_name_that_bibtex_would_take_apart_is_kept_whole(at: Page) -> None:
    authors = ["Rosa Lee AND Sons", "Mark Brandon", "Ash, Elm"]
    entry = bibtex(forms(at, "", authors=authors)["BibTeX"])
    assert [str(person) for person in entry.persons["author"]] == [
        "{Rosa Lee AND Sons}",
        "Brandon, Mark",
        "{Ash, Elm}",
    ]


@pytest.mark.parametrize("case", CASES["speaking"], ids=lambda case: str(case["voice"]))
def test_words_that_a_document_quotes_are_credited_to_whom_it_quotes(
    at: Page, case: dict[str, Any]
) -> None:
    told = forms(at, "some words", voice=case["voice"], authors=["Jo Doe"], body="")
    rest = REFERENCE[REFERENCE.index(" (3 May") :]
    assert told["Reference"] == case["speaking"] + rest
    assert told["Quotation"] == f"“some words” {case['speaking']}{rest}"
    assert f"> {case['speaking']} (3 May 2011)" in told["Markdown"]
    notes = [case["note"]] if case["note"] else []
    assert bibtex(told["BibTeX"]).fields["note"] == (case["note"] or "Passage 4 of 40")
    assert ris(told["RIS"]).get("notes", []) == notes


def test_words_of_which_some_are_quoted_are_credited_to_both(at: Page) -> None:
    told = forms(at, "some words", voice="partly Una Bell")
    assert told["Reference"].startswith(
        "Jo Doe, Al Roe, Parks, Ponds and Paths, in part quoting Una Bell (3 May 2011). "
    )
    note = "In part words of Una Bell, quoted in passage 4 of 40"
    assert bibtex(told["BibTeX"]).fields["note"] == note
    assert ris(told["RIS"])["notes"] == [note]


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
