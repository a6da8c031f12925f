"""What authority files say that contradicts itself, each other, or every text."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from consultations.english.small_words import ARTICLES, SMALL_WORDS
from consultations.intake.validation.shapes import Fault, near
from consultations.intake.validation.tables import Table
from consultations.intake.validation.toml_lines import KeyPath
from consultations.model.entity import EntityKind
from consultations.model.text import squeeze


def require_consistent(tables: list[Table], asked: set[str]) -> None:
    """Make sure that the entries of all files agree, and that none is a word of every text.

    Args:
        tables: all authority files.
        asked: `<consultation id>/<question id>` of every question.

    Raises:
        AuthorityError: of the first file that has a fault, with all of that sort in it.
    """
    _refuse_taken(tables)
    _refuse_one_name(tables)
    for table in tables:
        _refuse_doubled_questions(table)
        _refuse_unasked(table, asked)
        _refuse_empty_themes(table)
        _refuse_foreign_parts(table)
        _refuse_plain_words(table)


def _keys(table: Table) -> Iterator[tuple[str, KeyPath]]:
    """What a file defines: a word for the name's space, and the key.

    Entities share one space, for a mention has an id and no kind.
    """
    for kind, names in table.data.items():
        space = "id" if kind in get_args(EntityKind) else kind
        for name in names:
            yield f"{space} `{name}`", (kind, name)


def _refuse_taken(tables: list[Table]) -> None:
    """No id and no abbreviation may be defined twice, in one file or in two."""
    defined = defaultdict(list)
    for table in tables:
        for what, key in _keys(table):
            defined[what].append((table, key))
    for table in tables:
        faults = []
        for what, key in _keys(table):
            others = [other.where(k) for other, k in defined[what] if (other, k) != (table, key)]
            if others:
                faults.append(Fault(key, f"the {what} is defined at {' and at '.join(others)} too"))
        if faults:
            raise table.refusal(faults, "one entry an id: put them together, or rename one")


def _refuse_one_name(tables: list[Table]) -> None:
    """No two bodies may have one name: nobody could say which of them a text means.

    People and works may, for those have a date, a title or a body that tells them apart.
    """
    named = defaultdict(list)
    for table in tables:
        for kind in ("organisation", "consultation"):
            for name, entry in table.data.get(kind, {}).items():
                word = unicodedata.normalize("NFKC", squeeze(entry["name"])).casefold()
                named[kind, word].append((table, (kind, name)))
    for table in tables:
        faults = [
            Fault(key, f"`{key[1]}` has the name of {' and of '.join(others)}")
            for alike in named.values()
            for owner, key in alike
            if owner is table
            and (others := [f"`{k[1]}` at {t.where(k)}" for t, k in alike if k != key])
        ]
        if faults:
            raise table.refusal(faults, "one entry a body: put them together, or rename one")


def _refuse_doubled_questions(table: Table) -> None:
    """No two questions of one consultation may have one id: an address would lead to two."""
    faults = []
    for name, entry in table.data.get("consultation", {}).items():
        seen = set()
        for i, question in enumerate(entry.get("question", ())):
            if question["id"] in seen:
                key = ("consultation", name, "question", i)
                faults.append(Fault(key, f"`{name}` has two questions `{question['id']}`"))
            seen.add(question["id"])
    if faults:
        raise table.refusal(faults, "give every question of a consultation its own id")


def _refuse_foreign_parts(table: Table) -> None:
    """A person's family name and given names are parts of the name."""
    faults = [
        Fault(("person", name, part), f"`{part}` is no part of the name {entry['name']!r}")
        for name, entry in table.data.get("person", {}).items()
        for part in ("family", "given")
        if part in entry and entry[part] not in entry["name"]
    ]
    if faults:
        raise table.refusal(faults, "write it as the name has it, or leave it out")


def _refuse_plain_words(table: Table) -> None:
    """No name may be a word of every text, or no word: all of a document would be its mentions."""
    faults = [
        Fault((kind, name, key), f"{form!r} is no name, but a word of every text")
        for kind in get_args(EntityKind)
        for name, entry in table.data.get(kind, {}).items()
        for key in ("name", "variants", "abbreviations")
        for form in ([entry[key]] if key == "name" else entry.get(key, ()))
        if _is_plain(form)
    ]
    if faults:
        raise table.refusal(faults, "write the name as texts have it, with its capitals")


def _is_plain(form: str) -> bool:
    """Whether a form is no word, a small letter or nothing but small words: `...`, `b`, `the`."""
    words = form.split()
    return (
        not any(map(str.isalnum, form))
        or (len(form) == 1 and form.islower())
        or all(word in SMALL_WORDS for word in words)
        or form.casefold() in ARTICLES
    )


def _refuse_unasked(table: Table, asked: set[str]) -> None:
    """A theme may name no question that no consultation has; a slip is told with the nearest."""
    faults = [
        Fault(
            ("theme", name, "questions"),
            f"there is no question `{question}`{near(question, asked)}",
        )
        for name, entry in table.data.get("theme", {}).items()
        for question in entry.get("questions", ())
        if question not in asked
    ]
    if faults:
        raise table.refusal(faults, "a theme names questions as `consultation/question`")


def _refuse_empty_themes(table: Table) -> None:
    """A theme joins questions, or has a query, or both: else its page would hold nothing."""
    faults = [
        Fault(("theme", name), f"`{name}` has neither `questions` nor a `query`")
        for name, entry in table.data.get("theme", {}).items()
        if "questions" not in entry and "query" not in entry
    ]
    if faults:
        raise table.refusal(faults, "say which questions are on the theme, or how to search for it")
