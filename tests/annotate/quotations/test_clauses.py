"""Clauses by a few words: each word that tells something does."""

import pytest

from consultations.annotate.quotations.clauses import (
    clause_start,
    is_bound,
    leads_to,
    makes_statement,
    verbs_of_saying,
)
from consultations.annotate.quotations.voices import Candidate

STATEMENTS = (
    "account allegation analysis announcement answer argument assertion assessment assurance claim"
    " comment commitment complaint conclusion contention declaration description evidence"
    " explanation finding judgment judgement letter memorandum observation opinion paper pledge"
    " point position promise proposal recommendation remark reply report response speech statement"
    " submission suggestion testimony verdict view warning words writing"
)
BESIDE_THE_VERB = (
    "also always both clearly each even himself herself itself themselves later never once"
    " previously simply recently however has had would"
)
VERBS = (
    "puts it|put this|put the matter|put this point|put the main case|putting it|makes clear"
    "|made it clear|making clear|takes the view|took the view|state that|state how|state:|is clear"
)


def candidate(text: str, name: str = "Ann Moss") -> Candidate:
    start = text.index(name)
    return Candidate(start, start + len(name), None)


@pytest.mark.parametrize("noun", STATEMENTS.split())
def test_a_statement_is_of_whoever_makes_it(noun: str) -> None:
    for text in (f"in the {noun} of Ann Moss that ", f"Ann Moss’s {noun} that "):
        assert makes_statement(text, 0, candidate(text))
        assert not makes_statement(
            text.replace(noun, "boat"), 0, candidate(text.replace(noun, "boat"))
        )


@pytest.mark.parametrize("word", BESIDE_THE_VERB.split())
def test_what_stands_beside_a_verb_is_not_its_subject(word: str) -> None:
    assert leads_to(f" {word} ")
    assert leads_to(f", {word}, ")


@pytest.mark.parametrize(
    "between",
    [
        " (a clerk) ",
        ", who was there, ",
        " of the Board ",
        " who came late ",
        "’s long letter ",
        " report ",
    ],
)
def test_what_belongs_to_a_name_leaves_it_the_subject(between: str) -> None:
    assert leads_to(between)


@pytest.mark.parametrize(
    "between",
    [
        " the crews ",
        "’s crews ",
        "; they ",
        ". They ",
        " of the Board was sure they ",
        ", the crews ",
    ],
)
def test_a_subject_between_is_the_verbs(between: str) -> None:
    assert not leads_to(between)


@pytest.mark.parametrize("phrase", VERBS.split("|"))
def test_verbs_of_saying(phrase: str) -> None:
    assert list(verbs_of_saying(f"they {phrase} ", 0, len(phrase) + 6))


@pytest.mark.parametrize(
    "word",
    [
        "the",
        "a",
        "an",
        "this",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "any",
        "some",
        "no",
    ],
)
def test_after_a_determiner_it_is_a_noun(word: str) -> None:
    text = f"of {word} claims "
    assert not list(verbs_of_saying(text, 0, len(text)))


@pytest.mark.parametrize("mark", [";", " while", " whereas", " whilst", " although", " though"])
def test_a_clause_of_its_own_begins(mark: str) -> None:
    text = f"it was old{mark} Ann Moss"
    assert text[clause_start(text, 0, len(text)) :] == " Ann Moss"


@pytest.mark.parametrize("word", ["after", "as", "before", "since", "until"])
def test_a_conjunction_binds_nobody(word: str) -> None:
    text = f"{word} Ann Moss said"
    assert not is_bound(text, 0, candidate(text))


@pytest.mark.parametrize(
    "article", ["", "the ", "a ", "an ", "its ", "their ", "his ", "her ", "our "]
)
def test_a_preposition_binds(article: str) -> None:
    text = f"in the hall of {article}Ann Moss"
    assert is_bound(text, 0, candidate(text))


@pytest.mark.parametrize(
    "many",
    [
        "number",
        "some",
        "most",
        "many",
        "several",
        "one",
        "two",
        "three",
        "majority",
        "minority",
        "few",
        "half",
        "third",
        "all",
        "each",
        "couple",
        "group",
        "range",
        "proportion",
        "none",
    ],
)
def test_those_who_are_counted_are_not_bound(many: str) -> None:
    for article in ("", "the ", "these ", "our ", "those "):
        text = f"{many} of {article}Ann Moss"
        assert not is_bound(text, 0, candidate(text))
