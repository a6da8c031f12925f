"""Who speaks in a stretch of a passage. client/voices.js mirrors it."""

from collections.abc import Sequence

from consultations.model.text import Interval

OWN = "own"
"""The voice of the document itself."""

PARTLY = "partly "
"""Stands before a name where that voice has only some of the words."""

SOMEBODY = "somebody quoted"
"""Stands for the name after `PARTLY` where it is not known who is quoted."""

Spoken = tuple[int, int, str | None]
"""A stretch [start, end) of code points, and who speaks in it; None where that is not known."""


def voice_at(voices: Sequence[Spoken], words: Interval) -> str | None:
    """Who speaks in text[start:end]: OWN, the document itself; a name; None: unknown.

    Of voices one within the other the innermost speaks. Words that a voice holds only in part are
    the document's here.
    """
    start, end = words
    around = [voice for voice in voices if voice[0] <= start and end <= voice[1]]
    return min(around, key=lambda voice: voice[1] - voice[0])[2] if around else OWN


def voice_of(voices: Sequence[Spoken], words: Interval) -> str | None:
    """The same, but where a voice holds only some of the words, `partly ` and who has most."""
    start, end = words
    near = [voice for voice in voices if voice[0] < end and start < voice[1]]
    whole = voice_at(voices, words)
    # Another answer than OWN means that one voice holds all of the words.
    if not near or whole != OWN:
        return whole
    _, _, who = max(near, key=lambda voice: min(voice[1], end) - max(voice[0], start))
    return f"{PARTLY}{who or SOMEBODY}"


def only_words(text: str, words: Interval) -> Interval:
    """The same interval without blanks, points and marks at its ends, which nobody speaks."""
    start, end = words
    spoken = [at for at in range(start, end) if text[at].isalnum()]
    return (spoken[0], spoken[-1] + 1) if spoken else (start, start)
