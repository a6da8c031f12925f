"""What the code knows of the English language, once: data with their source, and pure functions.

Words and their forms:

- `word_lists`: reads the lists, and makes one pattern of many words
- `small_words`: words that hold a sentence together
- `inflection`: the forms of verbs and nouns
- `saying`: verbs with which speech is reported
- `kinds`: nouns for works and bodies
- `persons`: what goes with the names of people
- `numerals`, `dates`, `short_forms`: numbers in words, days and months, abbreviations

Parts of a text:

- `sentences`, `addresses`: where they begin and end
- `name_parts`, `personal_names`, `listed_names`: names of people in prose and in lists
- `letters`: letters that look like others

Lines and labels of documents:

- `section_names`, `captions`, `boxes`, `letter_words`, `site_words`
- `call_labels`, `outcome_labels`: recommendations, answers, and what was decided
- `replies`: answers in a few words
- `credit_lines`, `printed_questions`, `stage_directions`: records of what was said
- `table_heads`, `table_columns`: tables of questions and answers

Nothing here knows of documents, passages or entities, so that every room may use it.
"""
