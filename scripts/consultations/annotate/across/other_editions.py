"""Words that lead to another document of the archive.

Symptom: the title of another document; the consultation that only it answers; the work that it is;
"the response of the Guild" and "the Guild's submission", where one document of the Guild answers
the same as this one.
Found by: mentions, and titles of at least five words; once a passage for each document.
Leaves alone: what two documents may be; a body's "response" where the archive has none of it, or to
something else; the document's own title.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256

from consultations import patterns as re
from consultations.model.annotation import CrossReference, Mention
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.lexicon import Form, Lexicon
from consultations.model.memo import NO_MEMO, Memo

RULE = "other-editions"

_LEAST_TITLE_WORDS = 5
_ALIKE = 0.9
"""A title and an edition are of one work if they share at least this part of the words of both."""
_WORD = re.compile(r"[^\W_]+")
_SUBMISSION = r"(?:responses?|submissions?|evidence|comments|reply|replies|answers?)"
_OF_BODY = re.compile(
    rf"\b{_SUBMISSION} (?:of|by|from|submitted by|made by|on behalf of) (?:the )?\Z", re.IGNORECASE
)
_BODYS = re.compile(rf"(?:['’]s?)? (?:\w+ ){{0,2}}{_SUBMISSION}\b", re.IGNORECASE)
_LOOK_BACK = 60


def with_references_to_editions(
    editions: Sequence[Edition], authority: Authority, memo: Memo = NO_MEMO
) -> list[Edition]:
    """The editions, in the order given, with references to each other.

    Args:
        editions: all of the archive.
        authority: what is known of the world.
        memo: where in single documents titles were found before.
    """
    others = _Others(editions, authority)
    made = []
    for edition in editions:
        found = _once_a_passage(others.named_in(edition, memo))
        made.append(replace(edition, cross_references=(*edition.cross_references, *found)))
    return made


def _tells_much(title: str) -> bool:
    return len(_WORD.findall(title)) >= _LEAST_TITLE_WORDS


def _once_a_passage(found: Iterator[CrossReference]) -> Iterator[CrossReference]:
    said: set[tuple[str, str]] = set()
    for reference in found:
        if (reference.passage, reference.target) not in said:
            said.add((reference.passage, reference.target))
            yield reference


class _Others:
    """The editions of the archive, by the names that documents give them."""

    def __init__(self, editions: Sequence[Edition], authority: Authority) -> None:
        titles = [(edition.source.record.title, edition.id) for edition in editions]
        told = [(title, id_) for title, id_ in titles if _tells_much(title)]
        self._titles = Lexicon(Form(title, id_, loose=True) for title, id_ in told)
        self._told = sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()
        self._known: dict[str, list[str]] = defaultdict(list)
        """Editions by the consultation that they answer, or by the work that they are."""
        self._responses: dict[tuple[str, str], list[str]] = defaultdict(list)
        """Editions by the body that answers, and by what it answers."""
        works = _Titles((work.id, work.name) for work in authority.of_kind("work"))
        for edition in editions:
            record = edition.source.record
            if record.responds_to:
                self._known[record.responds_to].append(edition.id)
                if record.organisation:
                    key = record.organisation, record.responds_to
                    self._responses[key].append(edition.id)
            for work in works.alike(record.title):
                self._known[work].append(edition.id)

    def named_in(self, edition: Edition, memo: Memo) -> Iterator[CrossReference]:
        """Words that name another edition, or something that only that edition is."""
        for mention in edition.mentions:
            others = self._known.get(mention.entity, []) or self._response(edition, mention)
            if len(others) == 1 and edition.id not in others:
                place = (mention.passage, mention.start, mention.end, mention.text)
                yield CrossReference(*place, others[0], rule=RULE)
        yield from memo("titles", edition, (self._told,), partial(self._titled_in, edition))

    def _titled_in(self, edition: Edition) -> Sequence[CrossReference]:
        """The titles of other editions."""
        found = []
        for passage in edition.passages:
            for title in self._titles.find(passage.text, lambda *_: True):
                (other, *more) = sorted(title.entities)
                if not more and other != edition.id:
                    text = passage.text[title.start : title.end]
                    place = (passage.id, title.start, title.end, text)
                    found.append(CrossReference(*place, other, rule=RULE))
        return found

    def _response(self, edition: Edition, mention: Mention) -> Sequence[str]:
        """Editions by a body whose response is named, and that answer the same as this one."""
        answered = edition.source.record.responds_to
        others = self._responses.get((mention.entity, answered or ""), ())
        if not others:
            return ()
        text = edition.by_id[mention.passage].text
        before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
        said = _OF_BODY.search(before) or _BODYS.match(text, mention.end)
        return others if said else ()


class _Titles:
    """Titles, in which others that are nearly the same can be found."""

    def __init__(self, titles: Iterable[tuple[str, str]]) -> None:
        """Take ids with their titles."""
        self._bags = [(id_, _bag(title)) for id_, title in titles]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, (_, bag) in enumerate(self._bags):
            for word in bag:
                self._by_word[word].append(number)

    def alike(self, title: str) -> Iterator[str]:
        """The ids of those titles that have nearly all words in common with this one, in order.

        Of so many words of this title as may be wanting, and one more, each such title has one: so
        only titles with one of its rarest words are looked at. This is the prefix filter of
        Chaudhuri, Ganti and Kaushik (ICDE 2006).
        """
        words = _bag(title)
        total = words.total()
        # A title of `other` words shares `_ALIKE * (total + other) / 2` of these, and all its own
        # are at least as many: so it has no fewer words than this share of them.
        least = _ALIKE * total / (2 - _ALIKE)
        wanting = total - _ALIKE * (total + least) / 2
        found: set[int] = set()
        for word in sorted(words, key=lambda word: (len(self._by_word.get(word, ())), word)):
            found.update(self._by_word.get(word, ()))
            wanting -= words[word]
            if wanting < 0:
                break
        for number in sorted(found):
            id_, bag = self._bags[number]
            if _likeness(words, bag) >= _ALIKE:
                yield id_


def _bag(text: str) -> Counter[str]:
    return Counter(word[0].casefold() for word in _WORD.finditer(text))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total() or 1)
