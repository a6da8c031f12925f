"""Surnames alone: the one person of that name whom the document has named in full by then."""

import re
from collections import defaultdict
from collections.abc import Iterator

from consultations.annotate.names.wording import lower_case_words, starts_sentence
from consultations.annotate.taken import Taken
from consultations.english.saying import SAYING
from consultations.model.edition import Edition, Mention, Passage
from consultations.model.entity import Authority

_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+|['’][A-Z][^\W\d_]+)*")
_TITLES = {"dr", "lady", "lord", "mr", "mrs", "ms", "prof", "professor", "professors", "sir"}
_OPENERS = {
    "according", "although", "and", "as", "because", "both", "but", "even", "for", "here",
    "however", "if", "in", "later", "like", "since", "so", "then", "though", "thus", "to", "what",
    "when", "where", "while", "yet",
}  # fmt: skip
"""First words of a sentence that are no forename."""
_OF_A_PERSON = re.compile(
    r"(?:['’]s)?,?\s*(?:et al|and colleagues|and others|\(?(?:19|20)\d\d"
    rf"|(?:(?:also|then|never|himself|herself) )*(?:{SAYING}|had|has|is|was|who|did|does)\b)"
)
"""What follows on a person's name, and hardly ever on a common word."""
_COUNTED = re.compile(r"\s*\(\s*(?:n\s*=\s*)?(?!(?:19|20)\d\d\b)\d[\d.,]*\s*(?:%|per ?cent)?\s*\)")
"""A share or a number in brackets: what stands before it is what was counted."""


def surname_mentions(edition: Edition, authority: Authority) -> Iterator[Mention]:
    """Mentions by surname alone, of people whom the edition names in full.

    Args:
        edition: its links are known, and everything in it that is named in full, in reading order.
        authority: knows which of those named are people.
    """
    known: dict[str, set[str]] = defaultdict(set)
    common = lower_case_words(edition)
    # In the order of the source, in which a note stands where its page ends, not after the body.
    for passage in sorted(edition.passages, key=lambda p: p.source[0]):
        mentions = edition.mentions_of[passage.id]
        taken = Taken((x.start, x.end) for x in (*mentions, *edition.links_of[passage.id]))
        named = {mention.end: mention for mention in mentions}
        for word in _NAME.finditer(passage.text):
            if word.end() in named:
                mention = named[word.end()]
                if authority.by_id[mention.entity].kind == "person":
                    known[_surname(mention.text)].add(mention.entity)
            people = known.get(word[0])
            if (
                people is not None
                and len(people) == 1
                and not taken.meets(*word.span())
                and _is_alone(passage, word, word[0].casefold() in common)
            ):
                (person,) = people
                yield Mention(passage.id, *word.span(), word[0], person, rule="surnames")


def _surname(name: str) -> str:
    return name.split()[-1]


def _is_alone(passage: Passage, word: re.Match[str], common: bool) -> bool:
    """Whether a surname stands for a person here, and is not part of another name.

    Args:
        passage: where it stands.
        word: the surname.
        common: whether the same word also occurs in lower case ("White", "Best").
    """
    before, after = passage.text[: word.start()], passage.text[word.end() :]
    if re.match(r"[ -][A-Z](?![.A-Z])", after) or after[:1] == "-" or before[-1:] in ("-", "/"):
        return False
    preceding = re.search(r"([^\W\d_]+)\.? $", before[-24:])
    if preceding and preceding[1][0].isupper() and len(preceding[1]) > 1:
        opens = starts_sentence(passage.text, len(before) - len(preceding[0]))
        word_before = preceding[1].casefold()
        if word_before not in _TITLES and not (opens and word_before in _OPENERS):
            return False
    if common and (starts_sentence(passage.text, word.start()) or passage.kind == "heading"):
        return bool(_OF_A_PERSON.match(after))
    # "As White shows" is a person; "put down White" and "White (98%)" are none.
    given_as = before.endswith(" as ") and not _OF_A_PERSON.match(after)
    return not (common and (given_as or _COUNTED.match(after)))
