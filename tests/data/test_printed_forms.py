"""Kinds of works that style files have no form for, or that of Congress alone."""

from typing import Any

import pytest

from consultations.data import STYLES, reference

ACT = {"type": "legislation", "title": "Ferries Act 1971", "issued": {"date-parts": [[1971]]}}
ORDER = ACT | {"title": "Ferries Order 2001", "number": "SI 2001/3998"}
ORDER["issued"] = {"date-parts": [[2001]]}
CASE = {
    "type": "legal_case",
    "title": "R v Moss",
    "container-title": "AC",
    "volume": "2",
    "page": "402",
    "authority": "HL",
    "issued": {"date-parts": [[1994]]},
}
TREATY = {
    "type": "treaty",
    "title": "Convention on Ferries",
    "container-title": "UNTS",
    "volume": "520",
    "page": "151",
    "issued": {"date-parts": [[1961, 3, 30]]},
}
ENTRY = {
    "type": "entry-encyclopedia",
    "title": "Ferries",
    "container-title": "Encyclopaedia of Harbours",
    "issued": {"date-parts": [[1998]]},
}
DEBATE = {
    "type": "hearing",
    "title": "Ferries",
    "container-title": "Harbour Debates",
    "volume": "397",
    "page": "472-518",
    "issued": {"date-parts": [[2003, 1, 13]]},
}
STANDARD = {
    "type": "standard",
    "title": "Moorings",
    "number": "ISO 690",
    "publisher": "Standards Board",
    "issued": {"date-parts": [[2021]]},
}
THESIS = {
    "type": "thesis",
    "title": "Lamps at night",
    "author": [{"family": "Fen", "given": "Ada"}],
    "genre": "PhD thesis",
    "publisher": "University of Leith",
    "issued": {"date-parts": [[2011]]},
}
SERIES = {
    "type": "report",
    "title": "Tides",
    "author": [{"family": "Moss", "given": "Bo"}],
    "collection-title": "Harbour Study",
    "collection-number": "211",
    "publisher": "Harbour Office",
    "issued": {"date-parts": [[2001]]},
}
SPEECH = {
    "type": "speech",
    "title": "On tides",
    "author": [{"family": "Moss", "given": "Ada"}],
    "event-title": "Harbour Day",
    "event-place": "Leith",
    "issued": {"date-parts": [[2012, 5, 3]]},
}


def written(item: dict[str, Any], style: str, **said: Any) -> str:
    return reference({"id": "w", **item, **said}, style)


@pytest.mark.parametrize("style", STYLES)
def test_the_year_in_the_name_of_a_law_is_said_once(style: str) -> None:
    assert written(ACT, style) == "Ferries Act 1971."
    assert written(ORDER, style) == "Ferries Order 2001, SI 2001/3998."
    assert written(ACT, style, title="Ferries Act").count("1971") == 1


@pytest.mark.parametrize("style", STYLES)
def test_the_number_of_a_law_is_that_of_its_country(style: str) -> None:
    british = written(ACT, style, number="c. 38")
    chapter = "" if style in ("harvard", "oscola") else ", c. 38"
    assert british == f"Ferries Act 1971{chapter}."
    assert "Pub. L. No" in written(ACT, "apa", title="Ferries Act", number="111-148")


@pytest.mark.parametrize(
    ("item", "style", "wanted"),
    [
        (CASE, "harvard", "R v Moss (1994) 2 AC 402 (HL)."),
        (CASE, "vancouver", "R v Moss, 2 AC 402 (HL 1994)."),
        (CASE, "mla", "R v Moss. AC, vol. 2, 1994, p. 402."),
        (TREATY, "oscola", "Convention on Ferries (1961) 520 UNTS 151."),
        (TREATY, "harvard", "Convention on Ferries (1961) 520 UNTS 151."),
        (ENTRY, "chicago", "“Ferries,” in Encyclopaedia of Harbours (1998)."),
        (ENTRY, "chicago-author-date", "“Ferries.” 1998. In Encyclopaedia of Harbours."),
        (
            ENTRY | {"type": "entry-dictionary"},
            "oscola",
            "‘Ferries’, Encyclopaedia of Harbours (1998).",
        ),
        (DEBATE, "apa", "Ferries. (2003, January 13). Harbour Debates, 397, 472–518."),
        (DEBATE, "oscola", "‘Ferries’ (2003) 397 Harbour Debates 472."),
        (DEBATE, "vancouver", "Ferries. Harbour Debates. 2003 Jan 13;397:472–518."),
        (STANDARD, "harvard", "Moorings (2021). ISO 690. Standards Board."),
        (STANDARD, "oscola", "‘Moorings’ (Standards Board 2021) ISO 690."),
        (THESIS, "apa", "Fen, A. (2011). Lamps at night [PhD thesis]. University of Leith."),
        (SERIES, "harvard", "Moss, B. (2001) Tides. Harbour Study 211. Harbour Office."),
        (SERIES, "oscola", "Bo Moss, ‘Tides’ (Harbour Office 2001) Harbour Study 211."),
        (SPEECH, "harvard", "Moss, A. (2012) ‘On tides’. Harbour Day, 3 May."),
        (SPEECH, "mla", "Moss, Ada. “On Tides.” Harbour Day, 3 May 2012, Leith."),
        (SPEECH, "chicago", "Ada Moss, “On Tides,” Harbour Day, Leith, May 3, 2012."),
    ],
)
def test_a_style_says_what_its_guide_asks_for(
    item: dict[str, Any], style: str, wanted: str
) -> None:
    assert written(item, style) == wanted


@pytest.mark.parametrize(
    ("item", "style", "wanted"),
    [
        # a number that the thesis has
        (THESIS | {"number": "12"}, "apa", "(Publication No. 12)"),
        # words of a style that stand for what is missing
        ({"type": "report", "title": "Tides"}, "chicago", "Tides (n.d.)."),
        ({"type": "report", "title": "Tides"}, "apa", "Tides. (n.d.)."),
        ({"type": "broadcast", "title": "Tides", "publisher": "Radio"}, "apa", "[Broadcast]"),
        # a year that is not the law's
        (ACT | {"issued": {"date-parts": [[1972]]}}, "apa", "Ferries Act 1971 (1972)."),
        # what a witness said
        (DEBATE | {"author": THESIS["author"]}, "apa", "testimony of Ada Fen"),
        # an entry whose author is known
        (ENTRY | {"author": THESIS["author"]}, "chicago", "Ada Fen, “Ferries,” in"),
        (SERIES | {"number": "Cm 7"}, "oscola", "(Harbour Office 2001) Cm 7."),
    ],
)
def test_what_a_style_says_rightly_stays(item: dict[str, Any], style: str, wanted: str) -> None:
    assert wanted in written(item, style)
