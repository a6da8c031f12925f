"""What stands on the index pages of a small archive."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consultations.model.connection import Connection
from consultations.model.edition import Edition, Passage, Question
from consultations.model.entity import Authority, Entity, ThemePassage
from consultations.pages import data_files, edition_file, markdown_files
from consultations.pages.indexes import expansions
from consultations.pipeline import GENERATED

ABSENT = "not in this document"

Built = Callable[[Sequence[Edition], Authority], dict[str, Any]]


@pytest.fixture
def made(editions: list[Edition], authority: Authority) -> dict[str, str]:
    return markdown_files(editions, authority)


def rows(page: str) -> list[list[str]]:
    """The cells of a page's tables, their links as `words -> address`."""
    lines = [line for line in page.splitlines() if line.startswith("| ") and "---" not in line]
    linked = [re.sub(r"\[((?:\\.|[^]])*)\]\(([^)]*)\)", r"\1 -> \2", line) for line in lines]
    return [line.strip("| ").split(" | ") for line in linked]


def test_a_question_stands_against_its_respondents_in_words_that_lead_there(
    made: dict[str, str],
) -> None:
    page = (
        made["questions/big-survey/index.md"].replace("../../texts/", "").replace("/index.md", "")
    )
    page = re.sub(r"<span class=\"who\">.*?</span>", "", page)
    assert rows(page)[:5] == [
        ["Question", r"Body &lt;A> of \[Health\] -> first", "Second -> second"],
        ["1. What works? -> q1", "answered -> first#a1, 14 words", "no answer -> second#s1"],
        ["2. What does not? -> q2", "refers elsewhere -> first#a2, 2 words", ABSENT],
        ["3. Anything else? -> q3", ABSENT, "declined -> second#s3, 2 words"],
        ["Is that all? -> s4", ABSENT, "answered -> second#s5, 2 words"],
    ]


def test_a_cell_says_whose_it_is_where_a_narrow_screen_has_no_columns(made: dict[str, str]) -> None:
    assert '<span class="who">Second: </span>' in made["questions/big-survey/index.md"]
    assert 'class="who"' not in made["questions/small-survey/index.md"]


def test_the_index_of_questions_leads_to_whoever_asks(made: dict[str, str]) -> None:
    page = made["questions/index.md"]
    assert "[All its questions](big-survey/index.md)" in page
    assert (
        "4 questions, 2 respondents. Answered 2, declined 1, no answer 1, refers elsewhere 1."
        in page
    )


def test_a_question_leads_to_those_before_and_after_it(made: dict[str, str]) -> None:
    page = made["questions/big-survey/q2/index.md"]
    assert "Before: [1. What works?](../q1/index.md)" in page
    assert "Next: [3. Anything else?](../q3/index.md)" in page
    assert "Before: " not in made["questions/big-survey/q1/index.md"]
    assert "Next: " not in made["questions/big-survey/s4/index.md"]


def test_two_answers_stand_in_step_and_lead_to_their_comparison(made: dict[str, str]) -> None:
    page = made["questions/big-survey/q1/index.md"]
    assert '<div class="answers pair" markdown>' in page
    assert '../../../compare/#a=first&amp;b=second&amp;on=big-survey%2Fq1"' in page
    alone = made["questions/big-survey/q2/index.md"]
    assert "pair" not in alone
    assert "compare/" not in alone


def test_of_many_answers_each_is_named_above(editions: list[Edition], authority: Authority) -> None:
    third = replace(editions[2], source=replace(editions[2].source, id="late"), connections=())
    page = markdown_files([*editions, third], authority)["questions/big-survey/q1/index.md"]
    assert "3 answers: [Body &lt;A> of \\[Health\\]](#answer:first:q1), " in page
    assert "pair" not in page


def test_a_questions_page_has_every_answer_in_full(
    built: Built, editions: list[Edition], authority: Authority
) -> None:
    page = built(editions, authority)["questions/big-survey/q1/index.md"]
    assert page.texts["first:a1"].startswith("Body <A> of [Health] (BAH) works")
    assert page.texts["first:l2"].startswith("two")
    assert "answer:second:s1" in page.texts
    addresses = [about["href"] for name, about in page.elements if name == "a"]
    assert "../../../texts/first/index.md#a1" in addresses


def asking(edition: Edition, *questions: Question) -> Edition:
    """An edition whose record names nothing that it answers, with these questions."""
    record = replace(edition.source.record, responds_to=None)
    source = replace(edition.source, record=record)
    return replace(edition, source=source, questions=questions, connections=())


def test_a_document_that_names_no_consultation_stands_for_what_it_asks_and_answers(
    editions: list[Edition], authority: Authority
) -> None:
    recommended = Question("4", "Light.", "s1", ("s3",), "accepted-in-part", kind="recommendation")
    made = markdown_files([asking(editions[2], recommended)], authority)
    assert "## Second" in made["questions/index.md"]
    page = made["questions/second/index.md"].replace("../../texts/", "").replace("/index.md", "")
    assert "1 recommendation, 1 respondent. Accepted in part 1." in page
    assert rows(page) == [
        ["Recommendation", "Second -> second"],
        ["4. Light. -> s1", "accepted in part -> second#s3, 2 words"],
    ]
    assert "Recommendation · 4 · " in made["questions/second/s1/index.md"]


def test_what_is_asked_under_one_number_and_in_the_same_words_differs_by_its_kind(
    editions: list[Edition], authority: Authority
) -> None:
    asked = Question("1", "Light?", "s1", ("s3",), "answered")
    heard = Question("1", "Light?", "s2", (), "empty", None, "oral-question", "Chair", "Ann Reed")
    made = markdown_files([asking(editions[2], asked, heard)], authority)
    assert "1 question, 1 question to a witness, 1 respondent." in made["questions/index.md"]
    page = made["questions/second/s2/index.md"]
    assert "no answer · asked by Chair · answered by Ann Reed" in page


def test_the_page_of_a_question_says_who_asks_where_others_ask_in_its_words(
    editions: list[Edition], authority: Authority
) -> None:
    light, own = (Question("1", words, "s2", (), "empty", None) for words in ("Light?", "Oil?"))
    both = [asking(editions[1], light), asking(editions[2], light)]
    made = markdown_files(both, authority)
    paths = [path for path in made if path.endswith("/s2/index.md")]
    titles = [made[path].split("\n")[1] for path in paths]
    assert len(set(titles)) == len(titles) == 2
    for path, edition in zip(paths, both, strict=True):
        name = edition.source.record.title.replace("<", "&lt;").replace(">", "&gt;")
        assert f'title: "1. Light? ({name})"' in made[path]
    alone = markdown_files([asking(editions[1], own), both[1]], authority)
    assert sorted(alone[path].split("\n")[1] for path in paths) == [
        'title: "1. Light?"',
        'title: "1. Oil?"',
    ]


def test_a_document_and_a_consultation_of_one_id_have_pages_of_their_own(
    editions: list[Edition], authority: Authority
) -> None:
    source = replace(editions[2].source, id="big-survey")
    namesake = replace(editions[2], source=source, questions=(), connections=())
    asked = asking(namesake, Question("1", "Light?", "s1", ("s3",), "answered"))
    made = markdown_files([replace(editions[1], connections=()), asked], authority)
    assert "questions/big-survey/q1/index.md" in made
    assert "questions/big-survey-itself/s1/index.md" in made


def test_an_answer_that_refers_elsewhere_leads_there(made: dict[str, str]) -> None:
    page = made["questions/big-survey/q2/index.md"]
    assert "[“See above”](../../../texts/first/index.md#a1)" in page


def test_themes_are_an_editors_with_their_reason(made: dict[str, str]) -> None:
    for page in ("themes/a-theme/index.md", "questions/big-survey/q3/index.md"):
        assert re.search(r"Both ask it\.\n\{: \.editorial \}", made[page])
    assert "Nobody" not in made["themes/index.md"]
    assert "themes/no-theme/index.md" not in made


def found_in(editions: Sequence[Edition], *places: tuple[str, str]) -> list[ThemePassage]:
    texts = {(e.id, p.id): p.text for e in editions for p in e.passages}
    return [ThemePassage(*place, ((0, len(texts[place].split()[0])),)) for place in places]


def test_a_theme_has_the_passages_that_its_query_finds_by_document(
    editions: list[Edition], authority: Authority
) -> None:
    theme = replace(authority.themes[0], id="works", query="works OR [it]", questions=())
    found = {"works": found_in(editions, ("third", "t"), ("third", "u"), ("first", "a1"))}
    made = markdown_files(editions, replace(authority, themes=(theme,)), found=found)
    page = made["themes/works/index.md"].replace("../../texts/", "").replace("/index.md", "")
    table = [row[0::2] for row in rows(page)]
    assert table[0] == ["Document", "Passages"]
    assert [row[0].partition(" -> ")[2].partition(",")[0] for row in table[1:]] == [
        "first",
        "third",
    ]
    assert "search/#q=%28works+OR+%5Bit%5D%29+in%3Athird" in page
    assert re.findall(r"^- .*\[(.*?)\]\((\S+)\)", page, re.MULTILINE) == [
        ("Body", "first#a1"),
        ("Work", "third#t"),
        ("Yes.", "third#u"),
    ]
    assert "themes/works/index.md" not in markdown_files(editions, authority, found={"works": []})
    assert "1 question" not in made["themes/index.md"]


def test_what_can_be_compared_is_there_for_the_script(made: dict[str, str]) -> None:
    page = made["compare/index.md"]
    assert re.findall(r'data-document="(\w+)"', page) == ["first", "second", "third"]
    assert 'data-theme="a-theme" data-questions="big-survey/q3 small-survey/only"' in page


def test_quotations_stand_under_whoever_said_them(made: dict[str, str]) -> None:
    page = made["quotations/index.md"]
    anonymous, known = (
        page.index("### member, in *First &lt;response>*"),
        page.index("### [Jane Doe]"),
    )
    assert page.index("“it always works”") < anonymous < page.index("“it never did”")
    assert known < page.index("“it always works”")
    assert "“fix”" not in page


def test_the_quotations_of_a_document_have_terms_as_well(made: dict[str, str]) -> None:
    page = made["quotations/first/index.md"]
    said = re.findall(r"“(.*?)”\]\(\.\./\.\./texts/first/index.md#e\)", page)
    assert said == ["it always works", "it never did", "fix"]


def test_a_work_has_every_passage_that_cites_or_names_it(made: dict[str, str]) -> None:
    page = made["works/work-one/index.md"]
    assert "Named in 3 passages in 2 documents." in page
    assert [m[1] for m in re.finditer(r"^  \{: #(\S+) \}", page, re.MULTILINE)] == [
        "first:e",
        "first:n",
        "third:t",
    ]
    assert "Doe, Jane; Body &lt;A> of \\[Health\\] (2008) *Work \\*One\\**. Press & Sons" in page


@pytest.mark.parametrize(
    ("csl", "told", "kind"),
    [
        ({"type": "document"}, 0, ""),
        ({"type": "document", "publisher": "Press"}, 1, ""),
        ({"type": "report"}, 0, "report"),
    ],
)
def test_a_work_is_told_of_no_more_than_is_known(
    editions: list[Edition], authority: Authority, csl: dict[str, str], told: int, kind: str
) -> None:
    bare = Entity("work-one", "work", "Work *One*", csl={**csl, "title": "Work *One*"})
    others = [entity for entity in authority.entities if entity.id != bare.id]
    made = markdown_files(editions, replace(authority, entities=(*others, bare)), found={})
    assert made["works/work-one/index.md"].count("*Work \\*One\\**") == told
    assert re.findall(r'data-kind="(.*?)"', made["works/index.md"]) == ([kind] if kind else [])


def test_works_that_documents_share_come_first(made: dict[str, str]) -> None:
    assert "## In several documents" in made["works/index.md"]
    assert "work-two" not in made["works/index.md"]


def test_an_entity_has_its_mentions_and_only_those(made: dict[str, str]) -> None:
    page = made["organisations/a-body/index.md"]
    words = r"\[Body &lt;A> of \\\[Health\\\]\]\(\.\./\.\./texts/first/index.md#a1\)"
    assert len(re.findall(words, page)) == 2
    assert "Named in 1 passage." in page
    assert "Also printed as: A-Body; BAH." in page
    assert not any("unnamed" in path for path in made)


def test_an_address_that_is_none_of_the_web_is_not_followed(made: dict[str, str]) -> None:
    assert "javascript" not in made["people/doe-jane/index.md"]


def test_a_note_says_where_it_is_called_and_what_it_cites(made: dict[str, str]) -> None:
    page = made["footnotes/index.md"]
    assert "Called after [Jane Doe (2008)](../texts/first/index.md#ref:n)" in page
    assert "Cites: [Work \\*One\\*](../works/work-one/index.md)" in page


def test_an_abbreviation_is_expanded_by_documents_and_authorities(made: dict[str, str]) -> None:
    page = made["glossary/index.md"]
    assert "general practitioner" in page
    assert (
        "(../organisations/a-body/index.md) – [First &lt;response>](../texts/first/index.md#a1)"
        in page
    )


def test_a_document_expands_its_abbreviations_itself(
    editions: list[Edition], authority: Authority
) -> None:
    first = editions[1]
    assert expansions(first, authority) == {
        "BAH": "Body <A> of [Health]",
        "GP": "general practitioner",
    }
    own = replace(first.abbreviations[0], text="GP", expansion="Great Paper")
    assert expansions(replace(first, abbreviations=(own,)), authority)["GP"] == "Great Paper"
    twice = (own, replace(own, expansion="Green Paper"))
    assert "GP" not in expansions(replace(first, abbreviations=twice), authority)


def test_the_foot_of_an_edition_says_on_what_ground_it_touches_another(
    made: dict[str, str],
) -> None:
    foot = made["texts/first/index.md"].partition("## Elsewhere in this archive")[2]
    foot = foot.replace("../", "").replace("/index.md", "")
    assert re.findall(r"^(\w.*)\n\n:   (.*)$", foot, re.MULTILINE) == [
        ("Named by", "[Third](third): [“First &lt;response>”](third#t)"),
        ("Same consultation", "[Big Survey](questions#part:big-survey): [Second](second)"),
        (
            "Same questions",
            "[Second](second): [1 question](questions#part:big-survey) · "
            '<a href="compare/#a=first&amp;b=second">compare</a>',
        ),
        ("Same work", "[Work \\*One\\*](works/work-one): [Third](third)"),
        ("Same words", "[“seven words or so”](#a2): [Third](third#t)"),
    ]
    second = made["texts/second/index.md"].partition("## Elsewhere in this archive")[2]
    assert "Same theme, as an editor sees it\n\n:   [Third](../third/index.md): [A theme]" in second


def test_every_link_leads_to_a_page_and_to_what_is_on_it(
    built: Built, editions: list[Edition], authority: Authority
) -> None:
    pages = built(editions, authority)
    files = data_files(editions, authority) | dict(map(edition_file, editions))
    for path, page in pages.items():
        for _, about in page.elements:
            address = about.get("href") or ""
            if re.match(r"[a-z]+:", address) or address.endswith("source.txt"):
                continue
            file, _, anchor = address.partition("#")
            if file.endswith("/"):  # what is after the `#` is for the script of that page
                assert resolved(path, file).rstrip("/") in ("compare", "search")
                continue
            target = resolved(path, file)
            assert target in pages or target in files, (path, address)
            assert not anchor or anchor in pages[target].texts, (path, address)


def test_pages_that_people_wrote_lead_to_pages_that_are_always_made() -> None:
    docs = Path(__file__).parents[3] / "docs"
    made = markdown_files([], Authority())
    for page in [*docs.glob("*.md"), *docs.glob("project/**/*.md")]:
        path = str(page.relative_to(docs))
        for address in re.findall(r"\]\(([^)#?:]+\.md)", page.read_text(encoding="utf-8")):
            target = resolved(path, address)
            if target.partition("/")[0] in GENERATED:
                assert target in made, (path, address)


def resolved(path: str, address: str) -> str:
    """The path to which an address on a page leads."""
    parts = path.split("/")[:-1] if address else path.split("/")
    for part in filter(None, address.split("/")):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_a_document_without_anything_has_no_index(
    editions: list[Edition], authority: Authority
) -> None:
    source = replace(
        editions[2].source, record=replace(editions[2].source.record, responds_to=None)
    )
    bare = Edition(source, (Passage("p", "paragraph", "Nothing.", ((0, 1),)),), ())
    made = markdown_files([bare], replace(authority, abbreviations=None))
    linked_to = {"works", "people", "organisations", "questions", "quotations", "themes"}
    assert {path.partition("/")[0] for path in made} == {"texts", "indexes", *linked_to}
    for folder in linked_to:
        assert re.search("No (document|questions)", made[f"{folder}/index.md"])
    assert "Elsewhere" not in made["texts/second/index.md"]
    assert "](" not in made["indexes/index.md"]


def test_the_order_of_what_comes_in_makes_no_difference(
    editions: list[Edition], authority: Authority
) -> None:
    assert markdown_files(editions, authority) == markdown_files(editions[::-1], authority)


def test_a_body_that_is_renamed_is_renamed_everywhere(
    editions: list[Edition], authority: Authority
) -> None:
    old, new = "Body <A> of [Health]", "Ministry of X"
    renamed = replace(
        authority,
        entities=tuple(replace(e, name=new) if e.id == "a-body" else e for e in authority.entities),
    )
    made = markdown_files(editions, renamed)
    assert new in made["organisations/index.md"]
    assert rows(made["questions/big-survey/index.md"])[0][1].startswith(new)
    title = made["organisations/a-body/index.md"].partition("\n# ")[2]
    assert title.startswith(new)
    assert old not in made["organisations/index.md"]


def test_in_a_text_what_is_cited_is_linked_and_a_name_once_a_section(
    built: Built, editions: list[Edition], authority: Authority
) -> None:
    page = built(editions, authority)["texts/first/index.md"]
    links = [about["href"] for _, about in page.elements if about.get("class") == "name"]
    body, work = "../../organisations/a-body/index.md", "../../works/work-one/index.md"
    assert links == [body, work, work, work]
    assert "Body <A> of [Health] (BAH)" in page.texts["a1"]


def test_an_abbreviation_says_in_the_text_what_it_stands_for(
    built: Built, editions: list[Edition], authority: Authority
) -> None:
    pages = built(editions, authority)
    said = [about for name, about in pages["texts/first/index.md"].elements if name == "abbr"]
    assert said == [{"title": "Body <A> of [Health]"}]
    assert not any(name == "abbr" for name, _ in pages["texts/second/index.md"].elements)


def test_how_much_is_said_in_the_same_words_is_told_though_it_be_nothing(
    editions: list[Edition], authority: Authority
) -> None:
    one, other, *rest = (replace(edition, connections=()) for edition in editions)
    page = markdown_files([one, other, *rest], authority)["indexes/index.md"]
    assert "No two documents have eight words in a row in common." in page
    here, there = one.passages[1].id, other.passages[1].id
    both = [
        replace(
            edition,
            connections=(
                Connection("same-passage", mine, theirs.id, f"{theirs.id}#{its}", "some words"),
            ),
        )
        for edition, mine, theirs, its in ((one, here, other, there), (other, there, one, here))
    ]
    page = markdown_files([*both, *rest], authority)["indexes/index.md"]
    assert "in common in one place;" in page


@pytest.mark.parametrize(
    ("variants", "abbreviations", "told"),
    [
        (["A BODY", "a body"], [], None),
        (["The Body", "THE BODY"], ["AB", "Ab"], "The Body; AB"),
        (["A-Body"], ["AB"], "A-Body; AB"),
    ],
)
def test_a_name_in_other_capitals_is_no_other_name(
    editions: list[Edition],
    authority: Authority,
    variants: list[str],
    abbreviations: list[str],
    told: str | None,
) -> None:
    (old,) = (entity for entity in authority.entities if entity.id == "a-body")
    others = [entity for entity in authority.entities if entity is not old]
    body = replace(old, name="A Body", variants=tuple(variants), abbreviations=tuple(abbreviations))
    made = markdown_files(editions, replace(authority, entities=(*others, body)))
    said = re.findall(
        r"^Also printed as: (.*)\.$", made["organisations/a-body/index.md"], re.MULTILINE
    )
    assert said == ([told] if told else [])


def test_what_was_not_changed_leads_to_no_list_of_changes(
    editions: list[Edition], authority: Authority
) -> None:
    bare = replace(editions[0], emendations=(), gaps=())
    pages = markdown_files([bare, *editions[1:]], authority)
    assert "\nNo emendations, no known gaps. [Origin" in pages[f"texts/{bare.id}/index.md"]


def test_what_a_document_asks_itself_has_a_title_of_its_own(
    editions: list[Edition], authority: Authority
) -> None:
    first, *others = editions
    record = replace(first.source.record, responds_to=None)
    own = replace(
        first,
        source=replace(first.source, record=record),
        questions=tuple(replace(one, asked=None) for one in first.questions),
    )
    made = markdown_files([own, *others], authority)
    page = made[f"questions/{first.id}/index.md"]
    title = re.compile(r"^title: (.*)$", re.MULTILINE)
    shown = title.findall(made[f"texts/{first.id}/index.md"])
    assert "The document: " in page
    assert shown
    assert title.findall(page) != shown
