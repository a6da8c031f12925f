"""What abbreviations mean in one document: what it expands them to, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from consultations.annotate.wording import written_as_name
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.lexicon import WORD, Form, Lexicon, Sighting


@dataclass(frozen=True)
class Customs:
    """The meaning that abbreviations have in a document."""

    meaning: Mapping[str, str | None]
    """Id of the entity by abbreviation; None where the document expands it to something unknown."""
    lexicon: Lexicon
    """The abbreviations that have a meaning here, whether the authorities list them or not."""

    def meant(self, sighting: Sighting) -> str | None:
        """Id of the one entity that is meant, or None where that cannot be told."""
        if all(form.abbreviation for form in sighting.forms):
            short = sighting.forms[0].text
            if short in self.meaning:
                return self.meaning[short]
        entities = sighting.entities
        return entities.pop() if len(entities) == 1 else None


def customs_of(edition: Edition, authority: Authority) -> Customs:
    """The customs of a document, once its abbreviations are known."""
    meaning: dict[str, str | None] = {}
    for found in edition.abbreviations:
        entity = _expansion(found.expansion, found.text, authority)
        for short in {found.text, found.text.removesuffix("s")}:
            meaning[short] = entity or meaning.get(short)
    forms = [Form(short, entity, abbreviation=True) for short, entity in meaning.items() if entity]
    return Customs(meaning, Lexicon(forms))


def _expansion(full: str, short: str, authority: Authority) -> str | None:
    """The entity that an expansion names, in its words or, where the abbreviation is its, most."""
    found = [
        sighting
        for sighting in authority.lexicon.find(full, written_as_name)
        if (sighting.start, sighting.end) == (0, len(full)) and len(sighting.entities) == 1
    ]
    if found:
        return found[0].forms[0].entity
    words = {word[0].casefold() for word in WORD.finditer(full)}
    alike = {
        form.entity
        for sighting in authority.lexicon.find(short, written_as_name)
        for form in sighting.forms
        if any(_has_most(words, name) for name in authority.by_id[form.entity].forms)
    }
    return alike.pop() if len(alike) == 1 else None


def _has_most(words: set[str], name: Form) -> bool:
    """Whether half of a name's words at least are among these."""
    return len(words & set(name.words)) * 2 >= len(name.words)
