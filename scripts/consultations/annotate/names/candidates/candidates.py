"""Names that no authority knows, for the maintainer: one entry a name, ranked by what is gained.

The spellings of one name are one entry: with and without `the`, `&` for `and`, other apostrophes
and hyphens; of a person, initials for forenames, where only one person of the family name can be
meant. The name is the wording that is printed most often, of a person the fullest.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from consultations import patterns as re
from consultations.annotate.names.candidates.listed_works import SEVERAL, cited_key, works_cited
from consultations.annotate.names.candidates.unknown import Unknown
from consultations.annotate.names.candidates.unknown_names import UnknownName
from consultations.annotate.names.candidates.unlisted import names_of
from consultations.annotate.names.common_words import lower_case_words
from consultations.annotate.names.spellings import is_slip, key_of, loose_key_of
from consultations.english.inflection import noun_forms
from consultations.english.kinds import BODIES, NAMED_BODY
from consultations.english.name_parts import PersonalName, read_name
from consultations.english.persons import PEERS, WITH_FORENAME
from consultations.english.word_lists import alternatives
from consultations.model.edition import Edition
from consultations.model.entity import Authority, family_key
from consultations.model.memo import NO_MEMO, Memo

_MANY_BODIES = re.compile(
    rf"(?!(?:.+ )?(?:{NAMED_BODY}) (?:for|of|on) )(?:.+ )?"
    rf"(?:{alternatives(many.title() for one, many in map(noun_forms, BODIES) if one != many)})\Z"
)
"""Bodies of a sort, of which there are many: Housing Associations."""


_HEAD = re.compile(rf"((?:\S+ ){{1,3}}(?:{NAMED_BODY})) (?:for|of|on) ")
"""What is printed of a body's name once it is known."""


def candidates(
    editions: Iterable[Edition], authority: Authority, memo: Memo = NO_MEMO
) -> list[Unknown]:
    """Names that no authority knows, the likeliest first.

    Args:
        editions: annotated.
        authority: with which they were annotated.
        memo: what was found in single editions before.
    """
    every = list(editions)
    common = frozenset[str]().union(
        *(memo("words", one, (), partial(lower_case_words, one)) for one in every)
    )
    names = [
        (name, f"{edition.id}#{passage}")
        for edition in every
        for passage, name in names_of(edition, authority, common, memo)
    ]
    unknown = [
        *_people([(name, place) for name, place in names if name.parts]),
        *_others([(name, place) for name, place in names if not name.parts], every, authority),
    ]
    return sorted(_not_listed(unknown, authority), key=lambda one: one.weight)


def _people(names: Iterable[tuple[UnknownName, str]]) -> Iterator[Unknown]:
    """The people whom names mean. Surnames alone come last, when all given names are known."""
    found: dict[str, list[Unknown]] = defaultdict(list)
    alone: list[tuple[UnknownName, str]] = []
    for name, place in names:
        if name.parts and name.parts.given:
            _add(_fitting(found[name.parts.family.casefold()], name.parts), name, place)
        else:
            alone.append((name, place))
    for name, place in alone:
        _add_surname(found, name, place)
    return _with_slips([one for family in found.values() for one in family])


def _with_slips(people: list[Unknown]) -> Iterator[Unknown]:
    """The people, with what is a slip of the pen in another one's name as a spelling of it."""
    people.sort(key=lambda one: one.weight)
    kept: dict[tuple[str, str, str], dict[int, Unknown]] = defaultdict(dict)
    for number, one in enumerate(people):
        signs = _signs(one)
        near = {n: other for sign in signs for n, other in kept[sign].items()}
        same = next((near[n] for n in sorted(near) if _is_slip_of(one, near[n])), None)
        if same is None:
            for sign in signs:
                kept[sign][number] = one
            yield one
        else:
            same.slips |= one.wordings.keys()
            same.places += one.places


def _signs(one: Unknown) -> set[tuple[str, str, str]]:
    """What a person's name has in common with every slip in it, so that few others are looked at.

    Of two words that differ by a letter, one without some letter is the other, or the other without
    one of its own. This is the method of Mor and Fraenkel (Communications of the ACM 25, 1982).
    """
    if not (one.parts and one.parts.given):
        return set()
    given, family = one.parts.given[0].casefold(), one.parts.family.casefold()
    families = {("family", given, less) for less in _with_a_letter_less(family)}
    return families | {(given[:1], family, less) for less in _with_a_letter_less(given)}


def _with_a_letter_less(word: str) -> set[str]:
    """The word, and the word without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _is_slip_of(one: Unknown, other: Unknown) -> bool:
    if not (one.parts and other.parts and one.parts.given and other.parts.given):
        return False
    names = [(p.given[0].casefold(), p.family.casefold()) for p in (one.parts, other.parts)]
    (given, family), (other_given, other_family) = names
    if given == other_given:
        return is_slip(family, other_family)
    return family == other_family and is_slip(given, other_given)


def _others(
    names: Iterable[tuple[UnknownName, str]], editions: Iterable[Edition], authority: Authority
) -> Iterable[Unknown]:
    """The bodies and works that names mean, with the abbreviations that stand for them."""
    known = _known_keys(authority)
    found: dict[str, Unknown] = {}
    unlisted = [(name, place) for name, place in names if key_of(name.name) not in known]
    listed = [(place.partition("#")[0], name.listed) for name, place in unlisted if name.listed]
    cited = works_cited(listed, editions)
    short = _short_forms(editions)
    for name, place in (one for one in unlisted if one[0].name not in short):
        work = cited.get((place.partition("#")[0], cited_key(name.name)), name.listed)
        if work == SEVERAL:
            continue
        wording = name._replace(name=work.title) if work else name
        key = key_of(name.name) if _MANY_BODIES.match(name.name) else loose_key_of(wording.name)
        unknown = found.setdefault(key, Unknown(name.kind, key))
        unknown.listed = unknown.listed or work
        _add(unknown, wording, place)
    _add_short(found, short, unlisted)
    _add_heads(found)
    return (one for one in found.values() if not _is_sort(one))


def _is_sort(one: Unknown) -> bool:
    """Whether it is a sort of bodies and no body; what has an abbreviation is one."""
    is_body = one.kind == "organisation" and not one.abbreviations
    return is_body and _MANY_BODIES.match(one.name) is not None


def _known_keys(authority: Authority) -> set[str]:
    return {key_of(form.text) for entity in authority.entities for form in entity.forms}


def _short_forms(editions: Iterable[Edition]) -> Mapping[str, str]:
    """The keys of what abbreviations stand for."""
    every = (one for edition in editions for one in edition.abbreviations)
    return {one.text: loose_key_of(one.expansion) for one in every}


def _add_short(
    found: Mapping[str, Unknown],
    short: Mapping[str, str],
    names: Iterable[tuple[UnknownName, str]],
) -> None:
    """Add the short forms to those whose keys they have, and where they stand alone."""
    for text, key in short.items():
        if key in found:
            found[key].abbreviations.add(text)
    for name, place in names:
        if (one := found.get(short.get(name.name, ""))) is not None:
            one.places.append(place)


def _add_heads(found: dict[str, Unknown]) -> None:
    """Take what names one body alone by the head of its name for that one: the National Council.

    So it does of the "National Council for Lamps", but of no other "National Council of" a thing.
    """
    longer: dict[str, list[Unknown]] = defaultdict(list)
    for one in found.values():
        if one.kind == "organisation" and (head := _HEAD.match(one.name)):
            longer[loose_key_of(head[1])].append(one)
    for key, ones in longer.items():
        if len(ones) == 1 and (short := found.get(key)) and short.kind == "organisation":
            ones[0].slips |= short.wordings.keys()
            ones[0].places += short.places
            del found[key]


def _add(unknown: Unknown, name: UnknownName, place: str) -> None:
    unknown.wordings[name.name] += 1
    unknown.places.append(place)
    if name.parts and (unknown.parts is None or len(name.name) > len(unknown.name)):
        unknown.parts = name.parts


def _fitting(family: list[Unknown], parts: PersonalName) -> Unknown:
    """The one person of a family name whom these parts fit, or a new one."""
    fitting = [one for one in family if _may_be(one, parts)]
    if len(fitting) == 1:
        return fitting[0]
    family.append(Unknown("person", parts.family, parts=parts))
    return family[-1]


def _may_be(one: Unknown, parts: PersonalName) -> bool:
    """Whether somebody may have a name; Lady Moss is not Colonel Moss."""
    if one.parts is None or not one.parts.may_be(parts):
        return False
    titles = {one.parts.title, parts.title}
    return "" in titles or len(titles) == 1 or PEERS.isdisjoint(titles)


def _add_surname(people: dict[str, list[Unknown]], name: UnknownName, place: str) -> None:
    """A title and a family name: of the one person whom it fits; else one of its own."""
    if name.parts is None:
        return
    fitting = _meant(people, name.parts)
    with_forename = [one for one in fitting if one.parts and one.parts.given]
    if not with_forename:
        family = people[name.parts.family.casefold()]
        _add(fitting[0] if fitting else _fitting(family, name.parts), name, place)
    elif len(fitting) == 1:
        fitting[0].places.append(place)


def _meant(people: dict[str, list[Unknown]], parts: PersonalName) -> list[Unknown]:
    """Whom a title and a family name may name; after some titles a forename stands: Sir Alec."""
    family = people[parts.family.casefold()]
    if parts.title not in WITH_FORENAME or family:
        return [one for one in family if _may_be(one, parts)]
    every = (one for known in people.values() for one in known)
    return [one for one in every if one.parts and one.parts.given[:1] == (parts.family,)]


def _not_listed(unknown: Iterable[Unknown], authority: Authority) -> Iterator[Unknown]:
    """Those who may not be somebody that the authorities know under other initials."""
    for one in unknown:
        parts = one.parts
        listed = authority.people_by_family.get(family_key(parts.family), ()) if parts else ()
        names = (read_name(form.text) for person in listed for form in person.forms)
        if not any(name and parts and name.may_be(parts) for name in names):
            yield one
