"""What calls for an answer, and how far each answer runs.

Six forms are found, each by what it looks like among the passages: questions of a consultation,
recommendations, questions put to witnesses, proposals, comments, the rows of
tables. Then the answer to each is bounded, and its state told.
"""

PAGES = (
    "answered-tables",
    "oral-evidence",
    "dialogues",
    "consultation-questions",
    "recommendations",
    "labelled-answers",
    "named-replies",
    "numbered-conclusions",
    "numbered-requests",
    "outcomes",
)
