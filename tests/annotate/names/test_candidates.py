"""Names that no authority knows, as `candidates.toml` has them, and entries made of them."""

import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.cases import load

from consultations.annotate import annotate
from consultations.annotate.names.candidates.candidate_entries import as_toml
from consultations.annotate.names.candidates.candidates import (
    _is_slip_of,
    _with_slips,
    candidates,
)
from consultations.annotate.names.candidates.listed_works import cited_key, listed_work
from consultations.annotate.names.candidates.unknown import Unknown
from consultations.english.name_parts import PersonalName
from consultations.model.memo import Memo

CASES = load(Path(__file__).with_name("candidates.toml"))["case"]
KNOWN = [
    {"id": "house", "kind": "organisation", "name": "House of Things and Boats"},
    {"id": "known-anna", "kind": "person", "name": "Anna Known"},
]


def told(unknown: Unknown) -> str:
    variants = "".join(f" / {variant}" for variant in unknown.variants)
    short = f" [{', '.join(sorted(unknown.abbreviations))}]" if unknown.abbreviations else ""
    return f"{unknown.kind}: {unknown.name}{variants}{short}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, Any], make_edition: Any, make_authority: Any) -> None:
    authority = make_authority(KNOWN)
    found = [
        told(one)
        for one in candidates([annotate(make_edition(case["text"]), authority)], authority)
    ]
    due = case["found"]
    assert (sorted(found), found[:1]) == (sorted(due), due[:1] if len(due) < 3 else found[:1])


def test_each_place_is_told(make_edition: Any, make_authority: Any) -> None:
    authority = make_authority([])
    edition = annotate(make_edition(["The Ferry Trust met.", "So did the Ferry Trust."]), authority)
    (trust,) = candidates([edition], authority)
    assert trust.places == ["doc#p0", "doc#p1"]


class Remembered(Memo):
    """Forgets nothing, and takes every edition for unchanged."""

    def __init__(self) -> None:
        self.things: dict[tuple[str, str], Any] = {}

    def __call__(
        self, name: str, edition: Any, of: Any, make: Any, fits: Any = lambda _: True
    ) -> Any:
        assert not of
        key = (name, edition.passages[0].text)
        if key not in self.things or not fits(self.things[key]):
            self.things[key] = make()
        return self.things[key]


@pytest.mark.parametrize("other", ["A grey lamp.", "A red lamp.", "A lamp.", "Grey Lamp."])
def test_what_was_found_before_is_found_again_where_words_are_as_common(
    other: str, make_edition: Any, make_authority: Any
) -> None:
    authority = make_authority([])
    lines = ["We read the Grey Lamp Report with care.", "Yesterday Lamp Counter said so."]
    one, two = (annotate(make_edition(texts), authority) for texts in (lines, [other]))
    memo = Remembered()
    alone = [told(name) for name in candidates([one], authority, memo)]
    together = [told(name) for name in candidates([one, two], authority, memo)]
    assert alone == ["work: Grey Lamp Report", "person: Lamp Counter"]
    assert together == [told(name) for name in candidates([one, two], authority)]


def test_a_name_of_two_documents_comes_before_one_of_three_places(
    make_edition: Any, make_authority: Any
) -> None:
    authority = make_authority([])
    lines = [
        "The Zinc Board met.",
        "The Alder Trust met.",
        "The Alder Trust met.",
        "The Alder Trust left.",
    ]
    editions = [make_edition(lines), make_edition(["The Zinc Board left."], id_="other")]
    found = candidates([annotate(edition, authority) for edition in editions], authority)
    assert [one.name for one in found] == ["Zinc Board", "Alder Trust"]


def test_they_can_be_pasted_as_they_are(make_edition: Any, make_authority: Any) -> None:
    authority = make_authority([])
    lines = [
        "The Ships & Ports Board (SPB) and Jan van der Weide.",
        "The Ships and Ports Board; Bell (2004).",
    ]
    found = candidates([annotate(make_edition(lines), authority)], authority)
    entries = tomllib.loads(as_toml(found, set()))
    assert entries == {
        "organisation": {
            "ships-ports-board": {
                "name": "Ships & Ports Board",
                "variants": ["Ships and Ports Board"],
                "abbreviations": ["SPB"],
            }
        },
        "person": {"van-der-weide-jan": {"name": "Jan van der Weide"}},
        "work": {
            "bell-2004": {"name": "Bell 2004", "csl": {"type": "document", "title": "Bell 2004"}}
        },
    }


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1),
    st.booleans(),
)
def test_entries_are_toml_whatever_the_names_hold(names: list[str], work: bool) -> None:
    unknowns = [
        Unknown("work" if work else "organisation", name, Counter([name]), abbreviations={name})
        for name in names
    ]
    entries = tomllib.loads(as_toml(unknowns, {"unnamed"}))
    (kind,) = entries.values()
    assert [entry["name"] for entry in kind.values()] == names
    assert "unnamed" not in kind


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        (
            "Review of the effectiveness of laws that limit the speed of ferries on lakes",
            "review-of-the-effectiveness-of-laws-that-limit-the-speed-of-ferries-on",
        ),
        ("Llan" * 30, ("llan" * 30)[:70]),
        ("The Ferry and its Passengers", "the-ferry-and-its-passengers"),
    ],
)
def test_an_id_is_no_longer_than_an_authority_takes(name: str, id_: str) -> None:
    unknowns = [Unknown("work", name, Counter([name])) for _ in range(2)]
    assert list(tomllib.loads(as_toml(unknowns, set()))["work"]) == [id_, f"{id_}-2"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.text("ab", min_size=1, max_size=6), st.text("abc", min_size=4, max_size=7)),
        max_size=25,
        unique=True,
    )
)
def test_slips_are_those_that_a_plain_scan_finds(names: list[tuple[str, str]]) -> None:
    def people() -> list[Unknown]:
        return [
            Unknown(
                "person",
                family,
                parts=PersonalName(0, 0, "", (given.title(),), family.title(), ""),
                wordings=Counter({f"{given} {family}": 1}),
            )
            for given, family in names
        ]

    plain: list[Unknown] = []
    for one in sorted(people(), key=lambda one: one.weight):
        first = one.parts.given[0][:1] if one.parts else ""
        same = (o for o in plain if o.parts and o.parts.given[0][:1] == first)
        into = next((o for o in same if _is_slip_of(one, o)), None)
        if into is None:
            plain.append(one)
        else:
            into.slips |= one.wordings.keys()
    found = list(_with_slips(people()))
    assert [(o.parts, o.slips) for o in found] == [(o.parts, o.slips) for o in plain]


def test_only_a_column_of_names_tells_names(make_edition: Any, make_authority: Any) -> None:
    rows = (
        ("Who", "What"),
        ("Ferry Trust", "Total Fund"),
        ("Ann Moss", "1,400"),
        ("Ministry of Health, Housing and Transport", "350"),
        ("others", "20"),
    )
    (table,) = make_edition(["| " + " ".join(cell for row in rows for cell in row)]).passages
    text = " ".join(cell for row in rows for cell in row)
    edition = replace(make_edition([""]), passages=(replace(table, text=text, rows=rows),))
    found = [unknown.name for unknown in candidates([edition], make_authority([]))]
    assert found == ["Ann Moss", "Ministry of Health, Housing and Transport", "Ferry Trust"]


def test_prose_in_a_cell_tells_names(make_edition: Any, make_authority: Any) -> None:
    rows = (
        ("When", "What"),
        ("Board of Leith", "A letter from Dr Elspeth Crail to the Ferry Trust came on the day"),
        ("Ann Moss", "Letter to Dr Jane Reed"),
    )
    text = " ".join(cell for row in rows for cell in row)
    (table,) = make_edition([f"| {text}"]).passages
    edition = replace(make_edition([""]), passages=(replace(table, text=text, rows=rows),))
    found = [unknown.name for unknown in candidates([edition], make_authority([]))]
    assert found == ["Elspeth Crail", "Ferry Trust"]


@pytest.mark.parametrize(
    ("entry", "title", "authors", "year"),
    [
        (
            "Moss, A. and van der Holt, B.-J. (2004a, May) Lamps: a survey. Leith: Pier Press.",
            "Lamps: a survey",
            ["Moss A.", "van der Holt B.-J."],
            "2004a",
        ),
        (
            "[3] Moss AB, Reed C, et al. Light and water. Pier Studies. 1998;3:3-9.",
            "Light and water",
            ["Moss AB", "Reed C", "…"],
            "1998",
        ),
        (
            "12. Board of Lamps. Who pays? Leith: BoL; 2021. From: x [accessed 3 June 2023].",
            "Who pays?",
            ["Board of Lamps"],
            "2021",
        ),
        (
            "A. B. Moss & C. Reed (eds) (1974) 'Lamps, and wicks', in: Piers, p. 4.",
            "Lamps, and wicks",
            ["Moss A. B.", "Reed C."],
            "1974",
        ),
        (
            "Moss, A., Reed, C., … Bell, N. S. (2016). Who pays? A review. In D. Holt (Ed.), Oil.",
            "Who pays?",
            ["Moss A.", "Reed C.", "Bell N. S.", "…"],
            "2016",
        ),
        (
            "Group on Lamps, Oil and Wax. (2017). Lamps for all. Leith: GLOW.",
            "Lamps for all",
            ["Group on Lamps, Oil and Wax"],
            "2017",
        ),
        ("Moss, A. (2017) 'Wicks' for all. Oil, 2, 3.", "'Wicks' for all", ["Moss A."], "2017"),
        ("Lamps, Oil and Wax (2017) Lamps for all. Leith.", None, [], ""),
        ("Moss, A. 1998. Oil on water, Leith: Pier Press.", "Oil on water", ["Moss A."], "1998"),
        ("The Board met (in 2004) and left. It rained.", None, [], ""),
        ("Moss, A. (2004) Lamps.", None, [], ""),
        # letters before a word: a body's, or the initials of one who stands alone
        ("NHS Wales (2014) Lamps for all. Leith.", "Lamps for all", ["NHS Wales"], "2014"),
        ("HM Board of Lamps (2014) Who pays? Leith.", "Who pays?", ["HM Board of Lamps"], "2014"),
        ("AB Moss (2008) Lamps at night. Leith.", "Lamps at night", ["AB Moss"], "2008"),
        ("AB Moss et al (2008) Wet lamps. Leith.", "Wet lamps", ["Moss AB", "…"], "2008"),
        ("AB Moss and CD Reed (2008) Wet oil. Leith.", "Wet oil", ["Moss AB", "Reed CD"], "2008"),
        ("A. B. Moss (2008) Lamps at night. Leith.", "Lamps at night", ["Moss A. B."], "2008"),
        ("A. Reed (2008) Lamps at night. Leith.", "Lamps at night", ["Reed A."], "2008"),
        ("Lamps Limited (2008) Wet oil. Leith.", "Wet oil", ["Lamps Limited"], "2008"),
        ("Moss, A., ed. (2008) Wet oil. Leith.", "Wet oil", ["Moss A."], "2008"),
        ("Moss AB. Wet lamps. Leith: Pier Press; 1998.", "Wet lamps", ["Moss AB"], "1998"),
        ("Moss, A. Light on the water. Leith.", None, [], ""),
    ],
)
def test_an_entry_of_a_list_is_read(
    entry: str, title: str | None, authors: list[str], year: str
) -> None:
    work = listed_work(entry)
    if work is None:
        assert title is None
        return
    named = [one.get("literal") or f"{one['family']} {one['given']}" for one in work.authors]
    assert (work.title, named + ["…"] * work.several) == (title, authors)
    assert f"{work.year}{work.letter}" == year
    assert entry[work.start :].startswith(work.title)


def test_what_a_list_says_of_a_work_is_in_its_entry(make_edition: Any, make_authority: Any) -> None:
    lines = ["So Moss (2004b).", "## References", "Moss, A. (2004b) Wet Piers. Leith: Pier Press."]
    edition = annotate(make_edition(lines), make_authority([]))
    (work,) = tomllib.loads(as_toml(candidates([edition], make_authority([])), set()))[
        "work"
    ].values()
    assert work["csl"] == {
        "type": "document",
        "title": "Wet Piers",
        "author": [{"family": "Moss", "given": "A."}],
        "issued": {"date-parts": [[2004]]},
        "year-suffix": "b",
    }
    known = make_authority([{"id": "moss-2004b", "kind": "work", **work}])
    assert [one.work for one in annotate(make_edition(lines), known).citations] == ["moss-2004b"]


def test_letters_before_a_name_are_cited_with_it_or_without() -> None:
    body, person = (
        listed_work(f"{author} (2008) Wet lamps. Leith.") for author in ("NHS Wales", "Moss, A.")
    )
    assert body
    assert person
    assert body.cited_as == {cited_key("NHS Wales 2008"), cited_key("Wales 2008")}
    assert person.cited_as == {cited_key("Moss 2008")}
