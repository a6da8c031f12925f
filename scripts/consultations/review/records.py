"""What a document's record says, and what it says otherwise than before."""

from consultations.model.source import Record
from consultations.review.spans import code


def facts_of(record: Record | None) -> dict[str, str]:
    """What a record says, in its order; nothing for what it does not say."""
    if record is None:
        return {}
    said = {**vars(record), "authors": ", ".join(record.authors)}
    return {key.replace("_", " "): value or "" for key, value in said.items()}


def facts_changed(before: Record | None, record: Record | None) -> str:
    """Each fact that is another, as Markdown; nothing where none is, or one record is not there."""
    then, now = facts_of(before), facts_of(record)
    changed = [key for key in now if then and then[key] != now[key]]
    told = [f"- {key}: {code(then[key])} → {code(now[key])}" for key in changed]
    return "\n".join(["### The record says otherwise\n", *told]) if told else ""
