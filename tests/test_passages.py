from consultations.model.edition import Citation, Edition, Mention, Passage, Quotation
from consultations.model.entity import Authority, Entity
from consultations.model.source import Record, Source
from consultations.passages import search_passages

AUTHORITY = Authority(
    (
        Entity("a-body", "organisation", "A Body of Ours", abbreviations=("ABO",)),
        Entity("jo-doe", "person", "Jo Doe"),
    )
)
TEXT = "They said “we like A Body” and more"


def edition(id_: str, organisation: str | None) -> Edition:
    record = Record(
        title="A Title",
        authors=("Jo Doe", "Al Roe"),
        organisation=organisation,
        date="2010-05",
        type="response",
        responds_to=None,
        rights="",
        language="en",
        provenance="",
        converter=None,
    )
    source = Source(id_, record, f"{id_}/source.txt", None, "", TEXT)
    return Edition(
        source=source,
        passages=(
            Passage("t", "heading", "A Title", (), level=1),
            Passage("h", "heading", "Part One", (), section=("t",), level=2),
            Passage("p", "paragraph", TEXT, (), section=("t", "h"), question="D2"),
        ),
        emendations=(),
        quotations=(
            Quotation("p", 11, 25, TEXT[11:25], None, "participant"),
            Quotation("p", 19, 25, TEXT[19:25], "Al", "term"),
            Quotation("p", 14, 18, TEXT[14:18], "Jo", "speech"),
        ),
        citations=(Citation("p", 0, 4, "They", "roe-2001"),) * 2,
        mentions=(
            Mention("p", 19, 25, "A Body", "a-body"),
            Mention("p", 0, 4, "They", "jo-doe"),
        ),
    )


def test_passages_stand_in_document_order() -> None:
    found = search_passages([edition("b", None), edition("a", "a-body")], AUTHORITY)
    assert [(p.edition.id, p.id) for p in found] == [
        (document, passage) for document in "ab" for passage in "thp"
    ]


def test_a_passage_says_what_can_be_asked_of_it() -> None:
    *_, passage = search_passages([edition("a", None)], AUTHORITY)
    assert passage.section == ("Part One",)
    assert (passage.question, passage.cites) == ("D2", ("roe-2001",))
    assert passage.mentions == ("A Body of Ours", "ABO", "Jo Doe", "a-body", "jo-doe")
    assert passage.quoted == ((11, 25),)
    assert passage.voices == ((11, 25, ""), (14, 18, "Jo"))
    assert [passage.voice_at(*place) for place in ((11, 13), (14, 16), (13, 16), (0, 4))] == [
        "",
        "Jo",
        "",
        None,
    ]


def test_who_speaks_is_the_organisation_or_else_the_authors() -> None:
    passage, *_ = search_passages([edition("a", "a-body")], AUTHORITY)
    about = passage.edition
    assert (about.body, about.by, about.year) == ("A Body of Ours", ("a-body",), "2010")
    assert about.names == ("A Body of Ours", "ABO")
    passage, *_ = search_passages([edition("a", None)], AUTHORITY)
    assert (passage.edition.body, passage.edition.by) == ("Jo Doe, Al Roe", ("Jo Doe", "Al Roe"))
    assert passage.edition.names == ()
