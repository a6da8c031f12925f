"""Cases of annotators: a few lines of text, and what an annotator finds in them.

A file of cases is named after the annotator's rule. Each case has a label, the lines of a text (as
`make_edition` reads them) and `found`, what the rule found, in order; `[]` where it leaves the text
alone. `expect = "fail"` says that a case is known to go wrong; once it does not, the test fails.
Of a question the line has its kind, number and words, its answer's passages by number, its state.
`[[entity]]` is what the authorities know; a file without has the entries of `entities.toml` beside.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from consultations.annotate import annotate
from consultations.model.annotation import (
    Abbreviation,
    Annotation,
    Citation,
    CrossReference,
    Link,
    Mention,
    Quotation,
)
from consultations.model.edition import Edition, Question

KEYS = {"label", "text", "responds_to", "found", "comment", "expect"}


def load(path: Path) -> dict[str, Any]:
    """The cases and entities of a file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def entities(path: Path) -> list[dict[str, Any]]:
    """What the authorities know in the cases of a file."""
    beside = path.with_name("entities.toml")
    data = load(path)
    if "entity" not in data and beside.is_file():
        data = load(beside)
    return list(data.get("entity", ()))


def parameters(path: Path) -> list[Any]:
    """The cases of a file, each with its path, for `pytest.mark.parametrize`."""
    made = []
    for case in load(path)["case"]:
        assert set(case) <= KEYS, f"{path.name}: {case['label']}: {set(case) - KEYS}"
        assert case.get("expect", "fail") == "fail"
        known = "expect" in case
        marks = [pytest.mark.xfail(strict=True, reason="known to be wrong")] if known else []
        made.append(pytest.param(path, case, id=f"{path.stem}: {case['label']}", marks=marks))
    return made


def found_by(rule: str, edition: Edition) -> list[str]:
    """What a rule found in an edition, in the order of the text, a line each."""
    found = [one for one in edition.annotations if one.rule.partition("/")[0] == rule]
    found.sort(key=lambda one: (edition.order[one.passage], one.start))
    asked = [question for question in edition.questions if question.rule == rule]
    return [*map(told, found), *map(answered, asked)]


def answered(question: Question) -> str:
    """A question in one line: number, words, `>`, the passages that answer it, its state."""
    answer = " ".join(id_.removeprefix("p") for id_ in question.answer)
    known = f", {question.asked}" if question.asked else ""
    people = [name for name in (question.asked_by, question.answered_by) if name]
    who = f" ({' / '.join(people)})" if people else ""
    kind = "" if question.kind == "question" else f"{question.kind} "
    said = f"{answer} {question.state}".strip()
    return f"{kind}{question.number or '-'} {question.text}{who} > {said}{known}"


def told(annotation: Annotation) -> str:
    """An annotation in one line: its words, `>`, and what is known of them."""
    match annotation:
        case Quotation(attributed_to=None, kind=kind):
            return f"{annotation.text} ({kind})"
        case Quotation(attributed_to=who, kind=kind):
            return f"{annotation.text} > {who} ({kind})"
        case Citation(work=known) | Mention(entity=known) | Abbreviation(expansion=known):
            return f"{annotation.text} > {known}"
        case Link(url=known) | CrossReference(target=known):
            return f"{annotation.text} > {known}"
    raise TypeError(annotation)


def found(
    rule: str, path: Path, case: dict[str, Any], make_edition: Any, make_authority: Any
) -> list[str]:
    """What a rule finds in the text of one case."""
    made = make_edition(case["text"], responds_to=case.get("responds_to"))
    edition = annotate(made, make_authority(entities(path)))
    return found_by(rule, edition)
