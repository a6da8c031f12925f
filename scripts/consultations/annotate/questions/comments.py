"""Comments that were received, and the response to each, as a report prints them in turn.

Symptom: "Comment: The guild asked for lamps." and, below it, "Response: There will be lamps.";
"Issue 4", a text, "Our response", a text.
Found by: the label of a comment, at the beginning of a passage or over it, with the label of an
answer before the next one; two such pairs at least. What stands between the labels is the comment.
Leaves alone: a label that nothing answers; one comment of a form; "Comments", which heads a
section; a heading in which the word stands among others.
"""

from collections.abc import Iterator
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.answers import Stretches
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.replies import numbered
from consultations.english.call_labels import answer_label
from consultations.model.edition import Edition

RULE = "comments"

_COMMENT = re.compile(
    r"""
    (?: (?:Public|Consultee|Respondent|Reviewer|Stakeholder|Summary\sof|Key)\s )?
    (?i: comment | concern | consultee\scomment | feedback | issue(?:\sraised)? | objection
       | point(?:\sraised)? | query | representation | submission | suggestion )
    (?: \s (?:(?i:no|number)\.?\s)? (?P<number> [A-Z]{0,2}-?\d{1,4}(?:\.\d{1,3}){0,2}[a-z]? ) )?
    (?: \s from\s [^.:?!]{2,60} | \s \( [^()]{1,60} \) )?             # Comment from the guild:
    (?: \s? [:.–—] \s+ (?=\S) | \s? [:.]? \Z )
    """,
    re.VERBOSE,
)
_PLAIN_END = re.compile(r"[:–—]\s+\Z")
_FEWEST = 2


def comment_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The comments that a document prints with the response to each, in order."""
    passages = edition.passages
    stretches = Stretches(passages)
    labels = [
        (index, label)
        for index, passage in enumerate(passages)
        if passage.kind in ("heading", "paragraph", "list_item", "blockquote")
        and (label := _label(passage.text))
    ]
    found = []
    for (index, label), (following, _) in pairwise([*labels, (len(passages), None)]):
        end = min(following, stretches.end(index, index))
        answers = (i for i in range(index + 1, end) if answer_label(passages[i].text) is not None)
        answer = next(answers, None)
        if label is None or answer is None:
            continue
        said = [passages[index].text[label.end() :], *map(numbered, passages[index + 1 : answer])]
        text = " ".join(filter(None, said))
        if text:
            found.append(CallForAnswer(index, answer - 1, label["number"], text, RULE, "comment"))
    if len(found) >= _FEWEST and len(found) * 2 >= len(labels):
        yield from found


def _label(text: str) -> re.Match[str] | None:
    """What a passage calls itself, if it is a comment; without a number a colon must part it."""
    label = _COMMENT.match(text)
    if label is None:
        return None
    is_whole = label.end() == len(text)
    return label if is_whole or label["number"] or _PLAIN_END.search(label[0]) else None
