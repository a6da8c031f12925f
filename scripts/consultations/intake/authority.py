"""`archive/authority/*.toml`: what is known of the world, in as many files as one likes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from consultations import patterns as re
from consultations.english.name_parts import family_name, read_name
from consultations.errors import AuthorityError
from consultations.intake.authority_faults import require_consistent
from consultations.intake.csl_dates import in_one_form
from consultations.intake.folders import AUTHORITY
from consultations.intake.validation.files import entries, read_bytes, where
from consultations.intake.validation.tables import SIZE_LIMIT, Table, read_table
from consultations.model.entity import Authority, ConsultationQuestion, Entity, EntityKind, Theme
from consultations.model.text import squeeze

_RESOLVER = re.compile(r"\A(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=\S)", re.IGNORECASE)
"""What often stands before a DOI and is no part of it: `https://doi.org/10.1234/tolls`."""


def read_authority(archive: Path) -> Authority:
    """Every entry of the authority files; an archive without them knows nothing of the world.

    Raises:
        AuthorityError: a file cannot be read, or contradicts itself or another.
    """
    tables = [read_table(archive, path, "authority", AuthorityError) for path in _files(archive)]
    entities = [
        _entity(kind, name, entry)
        for table in tables
        for kind in get_args(EntityKind)
        for name, entry in table.data.get(kind, {}).items()
    ]
    abbreviations = {
        k: v for table in tables for k, v in table.data.get("abbreviation", {}).items()
    }
    themes = [
        _theme(table, name, entry)
        for table in tables
        for name, entry in table.data.get("theme", {}).items()
    ]
    asked = {f"{entity.id}/{question.id}" for entity in entities for question in entity.questions}
    require_consistent(tables, asked)
    return Authority(
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        abbreviations=dict(sorted(abbreviations.items())),
        themes=tuple(sorted(themes, key=lambda theme: theme.id)),
    )


def authority_files(archive: Path) -> Iterator[tuple[str, bytes]]:
    """The names of the authority files and what they hold: all that the authorities are made of.

    Raises:
        AuthorityError: a file cannot be read.
    """
    for path in _files(archive):
        yield path.name, read_bytes(archive, path, SIZE_LIMIT, AuthorityError)


def _files(archive: Path) -> list[Path]:
    """The authority files, in the order of their names. How many there are, a person decides."""
    folder = archive / AUTHORITY
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise AuthorityError(
            "a symbolic link is not followed" if folder.is_symlink() else "not a folder",
            where=where(archive, folder),
            remedy="put the folder of the authority files itself in its place",
        )
    if not folder.exists():
        return []
    paths = entries(archive, folder, AuthorityError)
    for path in paths:
        if path.suffix != ".toml":
            raise AuthorityError(
                "not an authority file: their names end with .toml",
                where=where(archive, path),
                remedy="rename it, or take it out of the folder",
            )
    return paths


def _entity(kind: EntityKind, name: str, entry: dict[str, Any]) -> Entity:
    """An entry as an entity; the schema has seen to it that a kind has its own keys only."""
    return Entity(
        id=name,
        kind=kind,
        name=entry["name"],
        variants=tuple(entry.get("variants", ())),
        abbreviations=tuple(entry.get("abbreviations", ())),
        **(_parts(entry) if kind == "person" else {}),
        url=entry.get("url"),
        note=squeeze(entry["note"]) if "note" in entry else None,
        csl=_in_one_form(entry.get("csl", {})),
        date=entry.get("date"),
        questions=tuple(
            ConsultationQuestion(question["id"], question.get("number"), squeeze(question["text"]))
            for question in entry.get("question", ())
        ),
    )


def _in_one_form(csl: dict[str, Any]) -> dict[str, Any]:
    """An item whose dates and DOI are written in one of the ways in which people write them."""
    said = dict(csl)
    for name, value in csl.items():
        if isinstance(value, dict):  # of the values of an item, dates alone are tables
            said[name] = in_one_form(value)
        elif name == "DOI":  # every style sets the resolver's address before it
            said[name] = _RESOLVER.sub("", value)
    return said


def _theme(table: Table, name: str, entry: dict[str, Any]) -> Theme:
    """An entry as a theme; the schema has seen to it that it joins questions or has a query."""
    return Theme(
        name,
        entry["name"],
        squeeze(entry["reason"]),
        tuple(entry.get("questions", ())),
        entry.get("query"),
        table.where(("theme", name, "query")) if "query" in entry else "",
    )


def _parts(entry: dict[str, Any]) -> dict[str, Any]:
    """Family names and given names of a person: as the entry says, or as its wordings show."""
    name, family = entry["name"], entry.get("family")
    wordings = [name, *entry.get("variants", ())]
    read = read_name(name)
    rest = name.replace(family, "").strip(" ,") if family else " ".join(read.given) if read else ""
    given = entry.get("given") or rest or None
    families = {family if family and family in text else family_name(text) for text in wordings}
    return {"families": tuple(sorted(families)), "given": given}
