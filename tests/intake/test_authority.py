import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import citeproc
import pytest
import tomli_w

from consultations.errors import AuthorityError
from consultations.intake import read_authority
from consultations.model.entity import Authority

if TYPE_CHECKING:
    from tests.intake.conftest import Shelf

CASES = tomllib.loads((Path(__file__).parent / "authorities.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["label"])
def test_a_wrong_authority_file_is_told_what_where_and_what_to_do(
    shelf: "Shelf", case: dict[str, Any]
) -> None:
    shelf.put("authority/one.toml", case["text"])
    with pytest.raises(AuthorityError) as failure:
        read_authority(shelf.archive)
    for said in case["says"]:
        assert said in str(failure.value)
    assert len(str(failure.value).split("\n")) == 3


@pytest.mark.parametrize("before", ["", "https://doi.org/", "http://dx.doi.org/", "doi:", "DOI: "])
@pytest.mark.parametrize(
    "doi", ["10.1234/tolls", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"]
)
def test_a_doi_is_kept_without_its_resolver(shelf: "Shelf", before: str, doi: str) -> None:
    csl = f'{{ type = "book", title = "Tolls", DOI = "{before}{doi}" }}'
    shelf.put("authority/one.toml", f'[work.moss-2009]\nname = "Tolls"\ncsl = {csl}\n')
    (read,) = read_authority(shelf.archive).of_kind("work")
    assert read.csl["DOI"] == doi


def test_entries_come_in_the_order_of_their_ids_whatever_their_file(shelf: "Shelf") -> None:
    shelf.put(
        "authority/z.toml",
        """
        [organisation.adfam]
        name = "Adfam"
        [person.smith]
        name = "A. Smith"
        variants = ["Smith"]
        abbreviations = ["A.S."]
        url = "https://example.org/smith"
        note = '''
        Not the
        other.
        '''
        [abbreviation]
        NVQ = "National Vocational Qualification"
        """,
    )
    shelf.put(
        "authority/a.toml",
        """
        [work.cole-1999]
        name = "A Work"
        [work.cole-1999.csl]
        type = "book"
        title = "A Work"
        issued = { date-parts = [[1999, 5]] }
        [consultation.plan]
        name = "Plan"
        question = [{ id = "z", text = "Why?" }, { id = "a1", number = "A1", text = "How?" }]
        [theme.reasons]
        name = "Reasons"
        reason = "Both ask for reasons."
        questions = ["plan/z", "plan/a1"]
        [abbreviation]
        GP = "general practitioner"
        """,
    )
    authority = read_authority(shelf.archive)
    assert [entity.id for entity in authority.entities] == ["adfam", "cole-1999", "plan", "smith"]
    smith = authority.by_id["smith"]
    assert (smith.kind, smith.variants, smith.abbreviations) == ("person", ("Smith",), ("A.S.",))
    assert (smith.url, smith.note) == ("https://example.org/smith", "Not the other.")
    cole = authority.by_id["cole-1999"].csl
    assert cole is not None
    assert cole["issued"] == {"date-parts": [[1999, 5]]}
    assert [(q.id, q.number, q.text) for q in authority.by_id["plan"].questions] == [
        ("z", None, "Why?"),
        ("a1", "A1", "How?"),
    ]
    assert [theme.questions for theme in authority.themes] == [("plan/z", "plan/a1")]
    assert list(authority.abbreviations or ()) == ["GP", "NVQ"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('[organisation.bbc]\nname = "BBC"\n', "the id `bbc`"),
        ('[abbreviation]\nBBC = "British"\n', "the abbreviation `BBC`"),
        (
            "[consultation.plan]\nname = 'Plan'\n"
            "question = [{ id = 'a', text = '?' }, { id = 'b', text = '!' }]\n"
            "[theme.bbc]\nname = 'BBC'\nreason = 'r'\nquestions = ['plan/a', 'plan/b']\n",
            "the theme `bbc`",
        ),
    ],
    ids=["entity", "abbreviation", "theme"],
)
def test_what_two_files_define_is_refused_with_both(shelf: "Shelf", entry: str, said: str) -> None:
    shelf.put("authority/a.toml", "# the first\n" + entry)
    shelf.put("authority/b.toml", entry)
    with pytest.raises(AuthorityError) as failure:
        read_authority(shelf.archive)
    assert f"{said} is defined at archive/authority/b.toml:" in failure.value.what
    assert failure.value.where.startswith("archive/authority/a.toml:")


def test_an_archive_may_know_nothing_of_the_world(shelf: "Shelf") -> None:
    assert read_authority(shelf.archive) == Authority(abbreviations={})


def test_only_authority_files_stand_among_them(shelf: "Shelf") -> None:
    shelf.put("authority/.notes", "not looked at")
    read_authority(shelf.archive)
    shelf.put("authority/notes.txt", "not an authority")
    with pytest.raises(AuthorityError, match=r"their names end with \.toml"):
        read_authority(shelf.archive)


def test_no_link_is_followed(shelf: "Shelf", tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/one.toml").write_text('[person.smith]\nname = "A. Smith"\n')
    (shelf.archive / "authority").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(AuthorityError, match="symbolic link"):
        read_authority(shelf.archive)
    (shelf.archive / "authority").unlink()
    (shelf.archive / "authority").mkdir()
    (shelf.archive / "authority/one.toml").symlink_to(tmp_path / "elsewhere/one.toml")
    with pytest.raises(AuthorityError, match="symbolic link"):
        read_authority(shelf.archive)


def test_a_file_in_the_place_of_the_folder_is_refused(shelf: "Shelf") -> None:
    shelf.put("authority", "not a folder")
    with pytest.raises(AuthorityError, match="not a folder"):
        read_authority(shelf.archive)


def test_a_work_may_say_all_that_csl_has(shelf: "Shelf") -> None:
    # Two stand for others in the list of the library; what is set while one cites is no fact.
    left = {"event", "container", "citation-label", "citation-number", "locator"}
    left |= {"first-reference-note-number"}
    names, dates = map(as_in_json, citeproc.NAMES), map(as_in_json, citeproc.DATES)
    berg = {"family": "Berg", "given": "Una", "non-dropping-particle": "van der", "suffix": "Jr"}
    said: dict[str, object] = {as_in_json(variable): "4" for variable in citeproc.VARIABLES}
    said |= {n: [berg, {"family": "Holt", "dropping-particle": "von"}] for n in names}
    said |= {d: {"date-parts": [[2009, 3]]} for d in dates}
    said |= {"type": "article-journal", "title": "On piers", "URL": "https://example.org/"}
    csl = {variable: value for variable, value in said.items() if variable not in left}
    work = {"name": "On piers", "csl": csl}
    shelf.put("authority/works.toml", tomli_w.dumps({"work": {"berg-2009": work}}))
    assert read_authority(shelf.archive).by_id["berg-2009"].csl == csl


def as_in_json(variable: str) -> str:
    """A variable as CSL-JSON writes it, of how the library does."""
    return variable if variable == "archive_location" else variable.replace("_", "-")


def test_the_parts_of_a_name_are_those_that_it_shows_or_those_that_are_said(shelf: "Shelf") -> None:
    shelf.put(
        "authority/people.toml",
        """
        [person.a]
        name = "Jan van der Weide"
        variants = ["J. Weide"]
        [person.b]
        name = "Ito Ken"
        family = "Ito"
        [person.c]
        name = "the Ferryman"
        """,
    )
    a, b, c = read_authority(shelf.archive).entities
    assert (a.families, a.given) == (("Weide", "van der Weide"), "Jan")
    assert (b.families, b.given) == (("Ito",), "Ken")
    assert (c.families, c.given) == (("Ferryman",), None)
    known = read_authority(shelf.archive).people_by_family
    assert known["van der weide"] == known["weide"] == (a,)
