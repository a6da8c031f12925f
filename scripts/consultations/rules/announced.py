"""What words announce: a quotation, or an address, that stands under them or among them."""

from consultations import patterns as re
from consultations.english.addresses import addresses
from consultations.english.inflection import verb_forms
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
"""In an older hand it stands for the colon: `Mr Reed wrote —`."""
_TO_WORDS = re.compile(rf"\b(?:{_SAID}|provide[ds]?|require[ds]?|reads?)\sthat\Z", re.IGNORECASE)
"""What leads to a quotation without a colon: `the act provides that`."""


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
