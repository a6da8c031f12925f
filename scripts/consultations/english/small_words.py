"""The words that hold a sentence together, by their class, and what can be told from them."""

from consultations.english.word_lists import alternatives, words

ARTICLES = words("small_words", "articles")
PREPOSITIONS = words("small_words", "prepositions")
COORDINATORS = words("small_words", "coordinators")
AUXILIARIES = words("small_words", "be", "auxiliaries")

SMALL_WORDS = words(
    "small_words",
    *("articles", "determiners", "possessives", "pronouns", "prepositions"),
    *("coordinators", "subordinators", "be", "auxiliaries", "adverbs"),
)
"""All words of closed classes, in lower case. No name, title or term consists only of them."""

ALWAYS_SMALL = SMALL_WORDS - words("small_words", "also_full")
"""Those that have no other meaning: `mine` is left out, since it can be a pit."""

SMALL_WORD = alternatives(SMALL_WORDS)
"""Any of them, as a regular expression without a group of its own; put it between word edges."""

ARTICLE = alternatives(ARTICLES)
"""The or a, in lower case, in the same way."""

DETERMINERS = ARTICLES | words("small_words", "possessives")
DETERMINER = alternatives(DETERMINERS)
"""An article, or a word for the owner: the, a, her, their."""

BE = alternatives(words("small_words", "be"))
"""Any form of `be`."""

COORDINATOR = alternatives(COORDINATORS)
"""And, but and their like."""

OPENERS = SMALL_WORDS - {"may", "will"} | words("small_words", "conjuncts")
"""Words that have a capital only because a sentence begins with them. May and Will can be names and
are left out."""

IN_LY = rf"(?!(?:{alternatives(words('small_words', 'no_adverbs'))})\b)\w+ly"
"""An adverb, by its ending, in the same way: clearly, but not family."""

IN_NAMES = words("small_words", "in_names")
"""Small words that stand in lower case inside the names of bodies and the titles of works."""

LEADS_ON = words("small_words", "leads_on")
"""Words that end no sentence in careful prose, since more must follow them."""
