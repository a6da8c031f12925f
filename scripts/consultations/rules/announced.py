"""Words that announce others: a quotation or an address that stands below them or among them."""

from consultations import patterns as re
from consultations.english.addresses import addresses
from consultations.english.inflection import verb_forms
from consultations.english.saying import SAYING
from consultations.english.sentences import sentence_start
from consultations.english.word_lists import alternatives, words

_SITE = re.compile(r"\b[\w-]+\.(?:org|com|co|gov|ac|net)\b")
_SAID = alternatives({form for verb in words("saying", "say") for form in verb_forms(verb)})
_TO_QUOTATION = re.compile(
    rf"""(?:
        (?<!\bthe\s)(?<![’']s\s)                       # not: on the Board's reports is:
        \b{_SAID}(?:\s\w+){{0,2}}                      # the clerk told us:
        (?:\s(?:at|by|during|in)(?:\s\w+){{1,3}})?     # she told us in a letter:
      | \b{_SAID}(?:\s\w+ly)?\sto(?:\s\w+){{1,5}}     # she wrote curtly to the clerk of the town:
      | \b(?:tells?|told)(?:\s[\w’'-]+){{1,6}}         # she told the lower town’s ferry board:
      | \b(?:thus|in\s(?:her|his|its|their)\sown\swords)   # she described it thus:
      | \bin\s(?:these|the\sfollowing)\swords               # its answer was in these words:
      | \bputs?\sit(?:\s\w+){{1,6}}                     # one tenant put it like this:
      | \bthe\sfollowing                               # it reads, in part, the following:
      | \b(?:relevant\spart|as\sfollows)[^:]{{0,20}}    # it reads in relevant part:
    ):\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leads to a quotation, which may be a paragraph: `the clerk told us:`."""
_DASH = re.compile(r"\s?[—–]\Z")
"""An older form uses a dash for the colon: `Mr Reed wrote —`."""
_TO_WORDS = re.compile(rf"\b(?:{_SAID}|provide[ds]?|require[ds]?|reads?)\sthat\Z", re.IGNORECASE)
"""What leads to a quotation without a colon: `the act provides that`."""
_SPEAKS = re.compile(rf"\b(?:{SAYING}|provides?|reads?|runs?)\b", re.IGNORECASE)
_ONE_OF_US = re.compile(
    r"\b(?:I|we)(?:\s(?!(?:am|are|was|were|been)\b)\w+){0,3}\s?\Z", re.IGNORECASE
)
"""The author as the subject of what follows: `In short we would`."""
_UNSAID = re.compile(
    r"(?<!\bI\s)(?<!\bwe\s)\b(?:is|are|was|were|be|been)(?:\s\w+ly)?\s\Z", re.IGNORECASE
)
"""What stands before a verb of saying in the passive, where nobody is named as the speaker; not
where the author was told."""
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_OWN_SUBJECT = re.compile(
    r"""
    (?: \A | [,;]\s | \b(?:and|but|that)\s ) \W*
    (?: my | our | this | the\spresent ) \s (?: \w+ \s ){0,2}?            # this short paper argues:
    (?: answer | article | brief(?:ing)? | chapter | consultation | document | evaluation | inquiry
      | paper | proposal | reply | report | response | review | section | study | submission
      | summary ) s? \b
  | \A \W* (?: action | aim | conclusion | finding | objective | option | principle | proposal
      | question | recommendation ) \s [\w.]{1,5} \s?\Z                      # Option 2 says:
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The document itself as the subject, or a numbered part of it."""
_IS_THIS = re.compile(
    r"\b(?:is|are|was|were)(?:\sas\sfollows|\sthe\sfollowing|\sthis)?:\Z", re.IGNORECASE
)
"""The end of words that say what something is, which then stands below."""
_OF_ANOTHER = re.compile(r"[’']s?\s|\b(?:her|his|its|their|text|wording)\b", re.IGNORECASE)
"""What shows that something belongs to somebody else: the clerk’s answer, its wording."""
_LISTS = re.compile(r"\b(?:the\sfollowing|as\sfollows):\Z", re.IGNORECASE)
"""Words without a speaker, which may announce anything: `The pier needs the following:`."""


def is_own_lead(words: str) -> bool:
    """Whether the author leads to words of his own: `We propose the following:`, `Note:`.

    He or his document is the subject of the last verb of saying, or nobody is; or what he names is
    this or that, and is not of somebody else: `The main finding is as follows:`.
    """
    sentence = words[sentence_start(words, len(words) - 1) :]
    if _IS_THIS.search(sentence):
        of_another = _OF_ANOTHER.search(sentence) is not None
        return not of_another or _OWN_SUBJECT.search(sentence) is not None
    verbs = list(_SPEAKS.finditer(sentence))
    if not verbs:
        return _LISTS.search(sentence) is not None or len(sentence.split()) == 1
    before, behind = sentence[: verbs[-1].start()], sentence[verbs[-1].start() :]
    if not any(map(str.isalpha, before)) or _ONE_OF_US.search(before):
        return True
    is_unsaid = _UNSAID.search(before) is not None and not _BY.search(behind)
    return is_unsaid or _OWN_SUBJECT.search(before) is not None


def leads_to_quotation(words: str) -> bool:
    """Whether words lead to a quotation that stands under them: `the clerk told us:`."""
    # How they end is asked first: the patterns look for it from every word on.
    if words.endswith((":", "—", "–")):
        return _TO_QUOTATION.search(_DASH.sub(":", words)) is not None
    return leads_to_words(words)


def leads_to_words(words: str) -> bool:
    """Whether words lead to others without a colon: `the act provides that`."""
    return words[-4:].lower() == "that" and _TO_WORDS.search(words) is not None


def holds_address(words: str) -> bool:
    """Whether an address, or the name of a site, stands among the words."""
    return next(addresses(words), None) is not None or _SITE.search(words) is not None
