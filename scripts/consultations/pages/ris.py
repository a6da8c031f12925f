"""A record of RIS, as rispy writes it: for the works that are cited, and for a passage."""

from collections.abc import Iterable

import rispy

from consultations.pages.writing.printing import printable


class _RecordWriter(rispy.RisWriter):  # type: ignore[misc]  # rispy ships no types
    """Records without numbers between them: not every reader knows those."""

    NEWLINE = "\r\n"
    SEPARATOR = None

    def set_header(self, count: int) -> str:
        """Nothing stands before a record."""
        del count
        return ""


def record(fields: Iterable[tuple[str, str]]) -> str:
    """One record, of which each line ends in CR and LF, as the format has it.

    Args:
        fields: tags and their values, the type (`TY`) among them; a tag may come again where RIS
            has it so, as with authors (`AU`).
    """
    said: dict[str, str | list[str]] = {}
    for tag, value in fields:
        key, words = rispy.TAG_KEY_MAPPING[tag], printable(value)
        if tag in rispy.LIST_TYPE_TAGS:
            said.setdefault(key, []).append(words)  # type: ignore[union-attr]  # a list, by its tag
        else:
            said[key] = words
    return str(rispy.dumps([said], implementation=_RecordWriter))
