"""Terms: what stands between quotation marks and is nobody's speech.

Symptom: a title, ‘On Piers’; a wording under discussion, the term ‘rusty’; a word held at arm's
length, the ‘repair’; an option of a questionnaire, “Never” (12%).

Found by: words in a heading or a list of references; the title of a known work, words most of which
have a capital, or words between an author and a periodical; fewer than five words where no verb of
saying stands right before; after words that name ("called", "the phrase") or before what is named
("the “…” scheme"), or a year in brackets, unless a verb of saying introduces them. An option is
followed by how many chose it.

Leaves alone: a sentence that somebody says, however it is introduced.
"""

from bisect import bisect_left
from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.voices import Voice
from consultations.english.inflection import verb_forms
from consultations.english.kinds import WORK
from consultations.english.persons import HEARD, ROLE
from consultations.english.small_words import BE, DETERMINER, SMALL_WORDS
from consultations.english.word_lists import alternatives
from consultations.model.edition import Edition
from consultations.model.entity import Authority

RULE = "terms"
TERM = Voice("", "term")
"""The voice of nobody."""
_LEAD = 80
"""So far before a mark, in code points, words still lead up to it."""
_WORDING = (
    r"(?:caption|category|codename|concept|definition|expression|hashtag|heading|headline|idea"
    r"|index|label|mantra|motto|nickname|notion|option|outcome|phrase|principle|question|slogan"
    r"|standard|strapline|tagline|term|title|word|wording)s?"
)
_TITLED_THING = (
    r"(?:approach|campaign|conference|consultation|event|initiative|model|pilot|project|scheme"
    rf"|section|service|workshop|{WORK})s?"
)
_NAMED_THING = rf"(?:{_WORDING}|{_TITLED_THING})"
_LONG = 5
"""Words: so many that begin in lower case are no title, and are said of what stands before them."""
_CALL = alternatives(verb_forms("call") | verb_forms("term"))
_MEAN = alternatives(verb_forms("mean"))
_NAMED_AS = re.compile(
    rf"""
    \b (?: (?:{BE}) [ ] (?: \w+ [ ] )?
           (?: called|named|termed|labelled|dubbed ) (?! \s?, )  # it is called ‘…’
         | an? [ ] (?:[\w’'-]+[ ]){{0,3}} {_NAMED_THING}
             [ ] (?: called|named|dubbed )                         # a lamp scheme called ‘…’
         | entitled | titled | headed | so-called | known[ ]as   # a talk entitled ‘…’
         | what [ ] (?:[\w’'.-]+[ ]){{1,4}} (?: {_CALL} | (?:{_MEAN}) [ ] by )
           (?: [ ] (?:{DETERMINER}) )?                          # what the clerk calls ‘…’
         | (?:{BE}) [ ] said [ ] to [ ] be                      # they are said to be ‘…’
         | referred[ ]to[ ]as | such[ ]as                        # works such as ‘…’
       ) [\s,:]* \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMING = re.compile(
    rf"""
    \b (?: (?: the | an? | this | its | [’']s ) [ ] (?: [\w-]+ [ ] )? # the well-worn phrase ‘…’
           {_NAMED_THING} (?: [ ] (?:of|on) )?
       ) \s* \Z
    """,
    re.VERBOSE,
)
_VERB = re.compile(r"[a-z]+(?:(?<!s)s|ed)\Z")
"""A word that says what stands before it does: the definition “leaves out …”."""
_OF_TITLED = re.compile(rf"\b{_TITLED_THING} \Z")
_APPOSED = re.compile(rf"[\"'”’»]?, (?:{DETERMINER}) (?:[a-z-]+ ){{0,2}}(?:{WORK})\b")
"""Behind a title, what it is the title of: “A Dry Boat”, the second report of."""
_KIND_AFTER = re.compile(
    rf"""
    [\"'”’»]? ,? \s (?: \(\d{{4}}\)\s )?
    (?: (?: is|ran|read|runs|was ) \s (?: an? | its | one | the ) \s )?      # “…” was the motto
    {_NAMED_THING} \b
    """,
    re.VERBOSE,
)
_CHOSEN_AFTER = re.compile(
    rf"""
    [\"'”’»]? \s* \( \s*
    (?: (?:\w+[ ])? (?: selected|chosen|ticked|picked|given|named ) [ ] by \b [^()]{{0,60}}
      | (?: n \s? = \s? )? \d[\d,.]* \s? (?: % | per[ ]?cent | (?:{HEARD}|{ROLE}) \b [^()]{{0,60}} )
      | n \s? = \s? \d[\d,.]*
    ) \s* \)
    """,
    re.VERBOSE,
)
_POLLED = re.compile(r"\d ?(?:%|per ?cent)[^.;:?!]{0,60}\b(?:dis)?agreed? that \W*\Z")
"""Before what those who were counted were asked to agree with: 71% of owners agreed that “…”."""
_BY_AFTER = re.compile(r"[\"'”’»]? by (?!no\b)")
"""Behind what somebody has called something: it was called “…” by the clerk."""
_DATE_AFTER = re.compile(r"[\"'”’»]?,?\s*\((?:19|20)\d\d\)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_IN = re.compile(r"\W*In ")
_OF_AUTHOR = re.compile(
    r"""
    (?: (?: \A | [:;][ ] | \b [Ss]ee [ ] )
        (?: (?: [A-Z][\w’'.-]* | and | & | with | others | et[ ]al\. ) ,? [ ] ){1,12}
                                                           # Source: Ann Moss and T. Bell, ‘…’
      | \( (?:19|20)\d\d [a-z]? \) [.,:]? [ ]              # Fenn, A. (2001) ‘…’
      | \b in [ ]                                          # as she wrote in ‘…’
    ) \W? \Z
    """,
    re.VERBOSE,
)
"""Before the title of an article: who wrote it, or when."""
_IN_PERIODICAL = re.compile(
    r"""
    [\"'”’»]? [,.]? [ ] (?: in [ ] )? [A-Z] [^.;?!“‘"()\d]{3,80}? ,? [ ]       # Lamp Studies,
    (?: (?: [Vv]ol(?:ume)?|[Nn]o|[Nn]umber|[Ii]ssue )\b \.? [ ]? \d            # vol. 3
      | \d{1,4} [ ]? [(:] [ ]? \d )                                            # 12(3), 12: 4
    """,
    re.VERBOSE,
)
"""Behind the title of an article: the periodical in which it is."""
_KIND_BEFORE = re.compile(rf"\b(?:{DETERMINER}) (?:[a-z-]+ ){{0,2}}(?:{WORK}),? \W*\Z")
"""Before the title of a work: “her splendid book ‘A Dry Boat’”."""
_IS = re.compile(rf"\s(?:{BE})\s")
"""In a sentence; in a title too, where the other words have capitals: Enough is Enough."""
_SMALL = 3
"""Words of a title with so many letters or fewer may have no capital."""


def term(quoted: Quoted, edition: Edition, authority: Authority) -> Voice | None:
    """The voice of a term, which is nobody's but may be an answer option; None of speech."""
    passage, text = quoted.passage, quoted.passage.text
    if _CHOSEN_AFTER.match(text, quoted.end):
        return Voice("answer option", "term")
    outside = passage.kind in ("heading", "reference")
    if quoted.reported and text[quoted.start : quoted.end].isupper() and not outside:
        return None  # One keeper wrote: “WHERE IS THE OIL?”
    named = _is_title(quoted, edition, authority) or _is_named(quoted)
    return TERM if outside or named or _POLLED.search(quoted.lead) else None


def unsaid(quoted: Quoted) -> bool:
    """Whether it is so short, with no verb of saying beside it, that it may be a term."""
    return quoted.short and not quoted.reported


def _is_named(quoted: Quoted) -> bool:
    """Whether the words around name it, and no verb of saying introduces it."""
    text = quoted.passage.text
    before = text[max(0, quoted.outer[0] - _LEAD) : quoted.outer[0]]
    words = quoted.words
    is_long = len(words) >= _LONG and words[0][0].islower()
    named = _NAMED_AS.search(before)
    if named and not (is_long and "called" in named[0] and _BY_AFTER.match(text, quoted.end)):
        return True
    says_of_it = is_long and (_OF_TITLED.search(before) or _VERB.match(words[0]))
    return not quoted.reported and bool(
        (_NAMING.search(before) and not says_of_it)
        or _KIND_AFTER.match(text, quoted.end)
        or _DATE_AFTER.match(text, quoted.end)
    )


def _is_title(quoted: Quoted, edition: Edition, authority: Authority) -> bool:
    """Whether most of it names a work or a consultation, or is written as a title is."""
    length = quoted.end - quoted.start
    mentions = edition.mentions_of[quoted.passage.id]
    first = bisect_left(mentions, quoted.start, key=lambda m: m.end)
    for mention in mentions[first : bisect_left(mentions, quoted.end, key=lambda m: m.start)]:
        shared = min(mention.end, quoted.end) - max(mention.start, quoted.start)
        kind = authority.by_id[mention.entity].kind
        if shared * 10 >= length * 8 and kind in ("work", "consultation"):
            return True
    return _is_of_article(quoted) or _is_written_as_title(quoted)


def _is_of_article(quoted: Quoted) -> bool:
    """Whether it stands between an author, or a year, and a periodical."""
    text, start = quoted.passage.text, quoted.outer[0]
    author = _OF_AUTHOR.search(text, max(0, start - _LEAD), start)
    return author is not None and _IN_PERIODICAL.match(text, quoted.end) is not None


def _have_capitals(words: Sequence[str]) -> bool:
    """Whether all words have a capital but for small ones; of nothing but those, all of them."""
    counted = [word for word in words if word.casefold() not in SMALL_WORDS] or words
    return all(word[0].isupper() for word in counted)


def _is_written_as_title(quoted: Quoted) -> bool:
    """Whether the words that count have capitals: most, or all where the sentence has a title."""
    text = quoted.passage.text
    words = _WORD.findall(text[quoted.start : quoted.end])
    if words and words[0][0].islower():
        return False
    long = [word for word in words if len(word) > _SMALL]
    after_in = _IN.fullmatch(quoted.lead) and text.startswith(",", quoted.outer[1])
    of_kind = _KIND_BEFORE.search(quoted.lead) or _APPOSED.match(text, quoted.end)
    if (after_in or (of_kind and len(words) > 1)) and long:
        return _have_capitals(long)  # In ‘The Pier’, Ann Moss writes
    if _IS.search(text, quoted.start, quoted.end) and not _have_capitals(words):
        return False  # The EC Lamp Act 1811 is inadequate
    return len(long) > 2 and sum(word[0].isupper() for word in long) * 10 >= len(long) * 7
