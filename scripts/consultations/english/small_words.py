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
"""All closed classes, in lower case: of these no name, title or term is made by itself."""

ALWAYS_SMALL = SMALL_WORDS - words("small_words", "also_full")
"""Those that are nothing else: a mine is no pronoun."""

SMALL_WORD = alternatives(SMALL_WORDS)
"""Any of them, as a regular expression without a group of its own; put it between word edges."""

ARTICLE = alternatives(ARTICLES)
"""The or a, in lower case, in the same way."""

DETERMINERS = ARTICLES | words("small_words", "possessives")
DETERMINER = alternatives(DETERMINERS)
"""An article, or whose it is: the, a, her, their."""

BE = alternatives(words("small_words", "be"))
"""Any form of `be`."""

COORDINATOR = alternatives(COORDINATORS)
"""And, but and their like."""

OPENERS = SMALL_WORDS - {"may", "will"} | words("small_words", "conjuncts")
"""Words that have a capital because a sentence begins with them, and that begin no name. May and
Will are names too."""

IN_LY = rf"(?!(?:{alternatives(words('small_words', 'no_adverbs'))})\b)\w+ly"
"""An adverb by its ending, in the same way: clearly, and no family."""

IN_NAMES = words("small_words", "in_names")
"""Small words that stand in lower case inside the names of bodies and the titles of works."""

LEADS_ON = words("small_words", "leads_on")
"""Words with which no sentence ends in careful prose, since more must follow them."""
