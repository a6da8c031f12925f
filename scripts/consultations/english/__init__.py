"""What the code knows of the English language, once: data with their source, and pure functions.

`sentences` where they begin and end; `addresses` of the web and of e-mail; `dates` months, days,
seasons; `numerals` numbers in words; `small_words` the words that hold a sentence together;
`saying` the verbs with which speech is reported; `kinds` of works and of bodies, by their nouns;
`replies` answers in a few words; `persons` what stands before, in and after a person's name;
`name_parts` such a name and its parts; `personal_names` finds them in a text; `inflection` the
forms of a word; `word_lists` reads the data and makes one pattern of many words.

Nothing here knows of documents, passages or entities, so that every room may use it.
"""
