"""Whoever asks, with what was asked: a consultation, a report, or a document itself."""

from collections import Counter
from collections.abc import Mapping, Sequence

from consultations.model.edition import Edition
from consultations.model.entity import Authority, Theme
from consultations.pages.facts import byline, name_of, told_apart
from consultations.pages.indexes.asked.answers import Asked, own_id, responses
from consultations.pages.indexes.register import Register
from consultations.pages.links import Here, question_path
from consultations.pages.writing.content import Element, element


class Askers:
    """All questions with their answers, and how pages name and reach them.

    Args:
        register: all editions, read through.
    """

    def __init__(self, register: Register) -> None:
        self.authority: Authority = register.authority
        self.responses = {r.consultation: r for r in responses(register.editions, self.authority)}
        """By the id of what asks, in the order of the ids."""
        self.asked: Mapping[str, Asked] = {
            asked.known_as: asked for r in self.responses.values() for asked in r.asked
        }
        """Every question, by what the crosswalk calls it."""
        labels = Counter(asked.label for asked in self.asked.values())
        self._shared = {label for label, count in labels.items() if count > 1}
        self._titles = {
            own_id(edition, self.authority): edition.source.record.title
            for edition in register.editions
            if edition.source.record.responds_to is None
        }
        # A document responds to one thing alone, so that one name for each is enough.
        self._respondents = {
            edition.id: name
            for response in self.responses.values()
            for edition, name in zip(
                response.respondents, self._told_apart(response.respondents), strict=True
            )
        }

    def name(self, asking: str) -> str:
        """The name of what asks: a consultation, or a document that asks and answers itself."""
        return self._titles.get(asking) or name_of(asking, self.authority)

    def title(self, asked: Asked) -> str:
        """A question as the title of its page; with who asks it, where others ask in its words."""
        if asked.label not in self._shared:
            return asked.label
        return f"{asked.label} ({self.name(asked.consultation)})"

    def _told_apart(self, respondents: Sequence[Edition]) -> list[str]:
        """Names of those who answer the same."""
        return told_apart(respondents, [byline(edition, self.authority) for edition in respondents])

    def respondent(self, edition: Edition) -> str:
        """Who answers, in words that tell a document from others that answer the same."""
        return self._respondents[edition.id]

    def to_question(self, asked: Asked, here: Here) -> str | Element:
        """The question, as a link to its page where it has one: where it is answered."""
        if not asked.answers:
            return asked.label
        return element("a", asked.label, href=here.to(question_path(asked.consultation, asked.id)))

    def themes_of(self, asked: Asked) -> list[Theme]:
        """The themes on which a question is, as an editor holds."""
        return [theme for theme in self.authority.themes if asked.known_as in theme.questions]
