"""What has moved leads on with all its pages; what was withdrawn says so at its address."""

from consultations.model.ids import GivenIds, MovedId, Withdrawal
from consultations.pages import former_pages

MADE = ("texts/new/index.md", "texts/new/apparatus.md", "people/jane/index.md", "people/index.md")


def test_every_page_of_a_document_leads_to_the_same_page_of_its_new_id() -> None:
    ids = GivenIds({"old": "document", "new": "document"}, {"old": MovedId("new", "r")})
    pages = former_pages(ids, MADE, {})
    assert set(pages) == {"texts/old/index.md", "texts/old/apparatus.md"}
    assert "[new](../new/apparatus.md)" in pages["texts/old/apparatus.md"]


def test_a_person_who_is_named_nowhere_leads_to_the_index() -> None:
    ids = GivenIds({"jan": "person", "john": "person"}, {"jan": MovedId("john", "r")})
    assert "(../index.md)" in former_pages(ids, MADE, {})["people/jan/index.md"]


def test_a_tombstone_stands_at_every_address_that_the_document_had() -> None:
    entry = Withdrawal("A <b>title</b>", "2020-02-29", "Its owner asked.", "Body", "2001", "letter")
    ids = GivenIds(
        {"gone": "document", "was": "document"}, {"was": MovedId("gone", "r")}, {"gone": entry}
    )
    pages = former_pages(ids, MADE, {})
    assert set(pages) == {
        f"texts/{id_}/{page}.md" for id_ in ("gone", "was") for page in ("index", "apparatus")
    }
    assert len(set(pages.values())) == 1
    page = pages["texts/gone/index.md"]
    assert "Withdrawn on 29 February 2020" in page
    assert "Its owner asked." in page
    assert "<b>" not in page
