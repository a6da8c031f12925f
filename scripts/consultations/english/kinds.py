"""Nouns that say what sort of work or of body something is: report, review; council, trust."""

from consultations.english.inflection import noun_forms
from consultations.english.word_lists import alternatives, words

WORKS = words("kinds", "works")
"""Nouns for what is written, printed or broadcast, in the singular and in lower case."""

BODIES = words("kinds", "bodies")
"""Nouns for those who act as one body, in the singular and in lower case."""

WORK = alternatives(form for noun in WORKS for form in noun_forms(noun))
"""A kind of work, in the singular or the plural, as a regular expression without a group of its
own; put it between word edges."""

BODY = alternatives(form for noun in BODIES for form in noun_forms(noun))
"""A kind of body, in the same way."""

NAMED_BODY = alternatives(form.title() for noun in BODIES for form in noun_forms(noun))
"""The same with a capital, as in the name of a body."""

NAMED_WHOLE_BODY = alternatives(noun.title() for noun in words("kinds", "whole_bodies"))
"""Nouns for a whole body and not for a part of one, with a capital, in the singular: services are
no body, so a director of Lamp Services is no director of one."""

NAMED_PLACE = alternatives(words("kinds", "places", "streets"))
"""What the name of a place ends with, with a capital, and hardly any family name."""

STREETS_TOO = words("kinds", "streets_too")
"""What the name of a street may end with, with a capital, and is a family name as well."""

BUILDINGS_TOO = words("kinds", "buildings_too")
"""The same of a house or a park."""

LANDS = words("kinds", "lands")
"""Countries, with a capital."""

TOWNS = words("kinds", "towns")
"""Towns whose names look like those of people."""

END_OF_BODY = alternatives(words("kinds", "ends_of_bodies"))
"""A land behind the name of a body that is its own."""

OF_LAND = (
    rf"(?!(?:{alternatives(words('kinds', 'before_lands') | LANDS)})[ ])"
    rf"[^\W\d_a-z][\w’'-]*[ ](?:{END_OF_BODY})"
)
"""The last two words of a body's name that ends with its land: Ports Scotland."""

BODY_ABROAD = alternatives(words("kinds", "bodies_abroad"))
"""A kind of body in other languages, with a capital; the rest of the name follows it."""

SMALL_ABROAD = alternatives(words("kinds", "small_abroad"))
"""A small word of another language inside such a name, in lower case."""

BODY_OF_PLACE = alternatives(words("kinds", "bodies_of_places"))
"""What stands before a place, and with it names a body: NHS, HMP."""

NEWSPAPERS = words("kinds", "newspapers")
"""The last word of many newspapers' titles, and of few other names, with a capital."""

NAMED_NEWSPAPER = (
    r"(?:[A-Z][\w’'-]*[a-z] (?:(?:and|&) )?){1,3}"
    rf"(?:{alternatives(words('kinds', 'newspapers', 'newspapers_too'))})\b"
    r"(?! [A-Z][\w’'-]*[a-z])"
)
"""The title of a newspaper: Tarn Gazette, Daily Ferry Mail."""

PART_OF_WORK = alternatives(form for noun in words("kinds", "parts") for form in noun_forms(noun))
"""What a part of a work is called, in lower case, in the singular or the plural."""

MATTER = alternatives(words("kinds", "matters"))
"""Words for what a department or a committee is concerned with: the last word of its name."""

COMPANY = alternatives(words("kinds", "companies"))
"""What the name of a company ends with."""
