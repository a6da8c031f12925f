"""Kinds of what stands in a text: quotations and their speakers, names, citations, references."""

from collections.abc import Callable, Iterator

from benchmarks.quality.agreement import Agreement, agree, counted
from benchmarks.quality.material import Data, Material
from benchmarks.quality.wording import same_speaker, words

_LEAST_WORDS = 5
"""Gold lists every quotation of so many words; of shorter ones those that count."""


def quotations(m: Material) -> Agreement:
    """Words of somebody's, between marks or in a block; terms and titles are none."""
    return agree(
        [entry for entry in m.entries("quotations") if entry.get("kind") != "term"],
        list(_long_enough(m)),
        _same_quotation,
        lambda one: f"“{one.get('begins') or one['text']}”",
        complete=m.complete("quotations"),
    )


def _long_enough(m: Material) -> Iterator[Data]:
    """Quotations of the edition, as far as gold's own go, without terms and short ones."""
    gold = m.entries("quotations")
    had = m.annotations("quotations")
    known = [next((e for e in gold if _same_quotation(e, one)), None) for one in had]
    last = max((i for i, entry in enumerate(known) if entry), default=-1)
    for one, entry in zip(had[: last + 1], known, strict=False):
        said = one["kind"] != "term" and (entry or len(one["text"].split()) >= _LEAST_WORDS)
        if said or (entry and entry.get("kind") != "term"):
            yield one


def _same_quotation(entry: Data, quotation: Data) -> bool:
    text = words(quotation["text"])
    return text.startswith(words(entry["begins"])) and text.endswith(words(entry["ends"]))


def speakers(m: Material) -> Agreement:
    """Of the quotations found: those whose speaker is named, and named rightly."""
    left = m.annotations("quotations")
    agreement = Agreement(told=0)
    for entry in m.entries("quotations"):
        hit = next((one for one in left if _same_quotation(entry, one)), None)
        if hit is None or entry.get("kind") == "term" or not entry.get("firm", True):
            continue
        left.remove(hit)
        named, told = hit["attributed_to"], entry.get("attributed_to")
        right = bool(named) and same_speaker(named, told)
        said = f"“{entry['begins'][:50]}” is of {told or 'somebody unknown'}"
        agreement += Agreement(
            found=int(right),
            wanted=int(bool(told)),
            right=int(right),
            told=int(bool(named)),
            missed=(said,) if told and not named else (),
            wrong=(f"{said}, not of {named}",) if named and not right else (),
        )
    return agreement


def citations(m: Material) -> Agreement:
    """Citations by their words; marks of notes are none."""
    wanted = [one for one in m.entries("citations") if not one["text"].startswith("<sup>")]
    return agree(
        wanted, m.annotations("citations"), _overlaps, _text, complete=m.complete("citations")
    )


def references(m: Material) -> Agreement:
    """Entries of a list of references."""
    had = [p for p in m.edition["passages"] if p["kind"] == "reference"]
    return agree(
        m.entries("references"),
        had,
        lambda entry, p: words(p["text"]).startswith(words(entry["begins"])),
        lambda one: str(one.get("begins") or one["text"]),
        complete=m.complete("references"),
    )


def links(m: Material) -> Agreement:
    """Addresses of the web."""
    return agree(
        m.entries("urls", "links"),
        list(m.edition["links"]),
        lambda entry, link: _address(entry["url"]) == _address(link["url"]),
        lambda one: str(one["url"]),
        complete=m.complete("urls"),
    )


def _address(url: str) -> str:
    return url.rpartition("://")[2].rstrip("/")


def gaps(m: Material) -> Agreement:
    """Places where a copy has lost something."""
    had = [gap for gap in m.edition["gaps"] if gap["after"] in m.covered]
    return agree(
        m.entries("gaps"),
        had,
        lambda entry, gap: _here(m, entry, gap["after"]),
        lambda one: str(one["what"]),
        complete=m.complete("gaps"),
    )


def cross_references(m: Material) -> Agreement:
    """Words that send the reader to another place."""
    return agree(
        m.entries("cross_references"),
        m.annotations("cross_references"),
        lambda entry, one: _overlaps(entry, one) and _here(m, entry, one["passage"]),
        _text,
        complete=m.complete("cross_references"),
    )


def organisations(m: Material) -> Agreement:
    """Bodies, by name: found as one that the authorities know, or as a candidate."""
    return _names(m, "organisation", "organisations")


def people(m: Material) -> Agreement:
    """People, likewise."""
    return _names(m, "person", "people")


def works(m: Material) -> Agreement:
    """Works, likewise."""
    return _names(m, "work", "works_mentioned")


def _names(m: Material, kind: str, key: str) -> Agreement:
    """Every place that gold has lines for; else every name, and what else is told to be one."""
    entries = m.entries(key)
    firm = [entry for entry in entries if entry.get("firm", True)]
    if "names" not in m.edition or all("source_lines" in entry for entry in firm):
        places = [(entry, line) for entry in firm for line in entry.get("source_lines", ())[:10]]
        return counted((f"{e['name']}, line {at}", _named_at(m, e, at)) for e, at in places)
    had = [one for one in m.edition["names"] if one["kind"] == kind]
    return agree(entries, had, _same_name, lambda one: str(one["name"]), complete=m.complete(key))


def _named_at(m: Material, entry: Data, line: int) -> bool:
    wordings = _wordings(entry)
    return any(
        m.near(one["passage"], line, 0) and _is_one_of(words(one["text"]), wordings, part=True)
        for one in m.edition["mentions"]
    )


def _same_name(entry: Data, name: Data) -> bool:
    return any(_is_one_of(words(one), _wordings(entry), part=False) for one in name["wordings"])


def _wordings(entry: Data) -> set[str]:
    every = (entry["name"], entry.get("abbreviation"), entry.get("canonical"))
    return {words(one) for one in (*every, *entry.get("variants", ())) if one}


def _is_one_of(text: str, wordings: set[str], *, part: bool) -> bool:
    return text in wordings or (part and any(text in one or one in text for one in wordings))


def _overlaps(entry: Data, one: Data) -> bool:
    wanted, found = words(entry["text"]), words(one["text"])
    return bool(found) and (wanted in found or found in wanted)


def _here(m: Material, entry: Data, passage: str) -> bool:
    """Whether a passage is where an entry of gold is, as far as that says so."""
    return "source_line" not in entry or m.near(passage, entry["source_line"])


def _text(one: Data) -> str:
    return str(one["text"])


Kind = Callable[[Material], Agreement]
