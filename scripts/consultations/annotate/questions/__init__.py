"""What calls for an answer, and how far each answer runs.

`forms` has a file for each form in which documents print it: questions of a consultation and of a
dialogue, recommendations, proposals, comments, requests, the rows of tables. Then the answer to
each is bounded, and its state told.
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
    "answers-apart",
    "answers-to-numbers",
)
