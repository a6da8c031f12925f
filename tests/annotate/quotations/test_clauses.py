"""Clauses by a few words: each word that tells something does."""

import re
import tomllib
from pathlib import Path

import pytest

from consultations.annotate.quotations.clauses.clauses import (
    clause_start,
    is_bound,
    subject_of,
)
from consultations.annotate.quotations.clauses.leading import leads_to
from consultations.annotate.quotations.clauses.passive import is_passive
from consultations.annotate.quotations.clauses.subjects import (
    makes_statement,
    possesses,
    says_nothing,
)
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
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
TEXTS = tomllib.loads(Path(__file__).with_name("clauses.toml").read_text(encoding="utf-8"))


def candidate(text: str, name: str = "Ann Moss") -> Candidate:
    start = text.index(name)
    return Candidate(start, start + len(name), None)


@pytest.mark.parametrize("noun", STATEMENTS.split())
def test_a_statement_is_of_whoever_makes_it(noun: str) -> None:
    after = (f"the {noun} {word} the late Ann Moss " for word in ("of", "from", "by", "in"))
    for text in (*after, f"in the {noun} of Ann Moss that ", f"Ann Moss’s {noun} that "):
        assert makes_statement(text, 0, candidate(text))
        assert not makes_statement(
            text.replace(noun, "boat"), 0, candidate(text.replace(noun, "boat"))
        )


@pytest.mark.parametrize("habit", ["used", "likes", "liked", "loved", "tended", "tends"])
def test_what_somebody_does_often_stands_before_the_verb(habit: str) -> None:
    assert leads_to(f" {habit} to ")
    assert not leads_to(f" {habit} a boat to ")


@pytest.mark.parametrize(
    "told", ["advised", "assured", "informed", "notified", "told", "warned", "duly warned"]
)
def test_whoever_is_told_something_says_nothing(told: str) -> None:
    for text in (f"Ann Moss had been {told} that", f"Ann Moss was {told} that"):
        assert says_nothing(text, candidate(text))
    text = f"Ann Moss had {told} us that"
    assert not says_nothing(text, candidate(text))


IN_BETWEEN = "in part|in turn|in time|in summary|in particular|for instance|for example"


@pytest.mark.parametrize("word", [*BESIDE_THE_VERB.split(), *IN_BETWEEN.split("|")])
def test_what_stands_beside_a_verb_is_not_its_subject(word: str) -> None:
    assert leads_to(f" {word} ")
    assert leads_to(f", {word}, ")


@pytest.mark.parametrize(
    "between",
    [
        " (a clerk) ",
        " [a clerk] ",
        " report ",
        " think tank ",
        ", who was there, ",
        " of the Board ",
        " who came late ",
        "’s long letter ",
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


@pytest.mark.parametrize("text", TEXTS["verbs"])
def test_verbs_of_saying(text: str) -> None:
    plain = re.sub(r"[][]", "", text)
    found = [plain[start:end] for start, end in verbs_of_saying(plain, 0, len(plain))]
    assert found == re.findall(r"\[(.*?)\]", text)


@pytest.mark.parametrize("form", ["am", "are", "is", "was", "were", "be", "been", "being", "as"])
def test_a_verb_in_the_passive_has_no_subject_that_says_it(form: str) -> None:
    for text in (f"it {form} described", f"it {form} clearly described"):
        assert is_passive(text, 0, (text.index("described"), len(text)))
    text = f"it {form}; she described"
    assert not is_passive(text, 0, (text.index("described"), len(text)))


@pytest.mark.parametrize("mark", [";", " while", " whereas", " whilst", " although", " though"])
def test_a_clause_of_its_own_begins(mark: str) -> None:
    text = f"it was old{mark} Ann Moss"
    assert text[clause_start(text, 0, len(text)) :] == " Ann Moss"


@pytest.mark.parametrize("word", ["after", "as", "before", "since", "until"])
def test_a_conjunction_binds_nobody(word: str) -> None:
    text = f"{word} Ann Moss said"
    assert not is_bound(text, 0, candidate(text))


@pytest.mark.parametrize(
    "article", ["", "the ", "a ", "an ", "its ", "their ", "his ", "her ", "our ", "the guild’s "]
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
        "percentage",
        "share",
        "40%",
        "40 %",
        "1,400",
        "40 per cent",
    ],
)
def test_those_who_are_counted_are_not_bound(many: str) -> None:
    for article in ("", "the ", "these ", "our ", "those ", "all "):
        text = f"{many} of {article}Ann Moss"
        assert not is_bound(text, 0, candidate(text))


@pytest.mark.parametrize("word", ["and", "but", "or", "then", "and then", "and later"])
def test_a_verb_without_a_subject_has_that_of_the_clause(word: str) -> None:
    text = f"Ann Moss rowed the boats home {word} said"
    verb = (text.index("said"), len(text))
    ann = candidate(text)
    assert subject_of(text, 0, verb, [ann]) == ann
    other = text.replace(word, "while crews")
    assert subject_of(other, 0, (other.index("said"), len(other)), [ann]) is None


@pytest.mark.parametrize("ending", ["'s ", "’s ", "' ", "’ "])
def test_what_somebody_has_is_somebody_else(ending: str) -> None:
    assert possesses(f"Ann Moss{ending}crews", candidate("Ann Moss"))
    assert not possesses("Ann Moss crews", candidate("Ann Moss"))
