"""The outline: the depth of each heading.

Symptom: headings of one rank bear hash marks of different number, or none; the same wording stands
at two depths; everything is flat.
Cause: the converter guessed depth from the size of the type, page by page.
Remedy: headings are siblings when they are of one form: numbered alike (`Section A`, `Section B`;
`A1`, `A2`; `1.`, `2.`), set in capitals, in bold, or questions of the consultation. A heading that
the contents list names has the depth that it has there. A form has the depth of its first heading,
and a number stands one below the numbers between which it comes: `1.1` under `1`, both under
`Chapter 1`, and that under `Part 1`. Capitals stand under a number that they first stand right
under. A plain heading stands one below the last that is of some
form. A wording that comes again and again has one depth; it stands under plain headings where one
that comes once stands between most of its places. Where all marks are alike, what stands between
parts of a book stands under them.
Where the first heading and the chapters bear the same marks, chapters are of depth 2, and the first
is one of them unless it has the words of the title.
Leaves alone: the words. The title is the only heading of depth 1.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations.model.draft import Block, Draft, Emphasis, Revision
from consultations.model.text import Interval, letters
from consultations.rules.heading_evidence import ranks
from consultations.rules.heading_evidence.listed_depths import DEEPEST, ListedDepths
from consultations.rules.heading_evidence.part_depths import PartDepths
from consultations.rules.heading_evidence.plain_depths import PlainDepths
from consultations.rules.heading_evidence.title_marks import (
    is_marked_as_chapters,
    names_document,
    title_marks,
)
from consultations.rules.heading_evidence.words import names_annex, names_back_matter, names_section
from consultations.rules.rule import Rule

_ACRONYM = 5
"""Letters of a name in letters: in capitals that says nothing."""
_LARGE = 2
"""The rank of the smallest part of a book that stands under nothing else: the chapter."""


class _Outline:
    """The depths of the headings so far; they come one by one, in the text's order."""

    def __init__(self, draft: Draft, headings: list[Block]) -> None:
        self._draft = draft
        title = next((b for b in headings[:1] if b.level == 1), None)
        self._title_marks = title_marks(draft, title) if title else 1
        is_named = title is not None and names_document(draft, title)
        if title and is_marked_as_chapters(draft, headings, self._title_marks, is_named=is_named):
            self._title_marks -= 1
            title = title if is_named else None
        self.title = title
        self._contents = ListedDepths(draft.contents)
        self._with_text_under = ranks.with_text_under(draft)
        self._numbers = ranks.numbers(draft, [b for b in headings if b is not title])
        self._above = ranks.above(list(self._numbers.values()))
        self._depths = ranks.depths(list(self._numbers.values()))
        self._parts = PartDepths(
            [block for block in headings if block is not title], self._numbers, self._depths
        )
        self._forms: dict[str, int] = {}
        self._is_numbered = False  # whether a numbered heading came before
        self._plain = self._begin_plain([block for block in headings if block is not title])
        self._closing = self._after_calls(headings)
        self._back_matter = self._behind_numbers(headings)
        self._first_plain = 0
        self._over_calls = 0  # how deep what the calls stand under is, once one came

    def _begin_plain(self, headings: Sequence[Block]) -> PlainDepths:
        """The depths of the headings but the title that nothing but their place tells from others.

        Some of those stand right over another of them.
        """
        plain = [block for block in headings if self.form(block) is None]
        over = sum(
            a.spans not in self._with_text_under and self.form(a) is None is self.form(b)
            for a, b in pairwise(headings)
        )
        return PlainDepths([letters(self._draft.read(block)) for block in plain], over)

    def form(self, block: Block) -> str | None:
        """The form that a heading shares with its siblings; None for a plain one."""
        if block.spans in self._numbers:
            return self._numbers[block.spans].form
        words = self._draft.read(block)
        responds = self._draft.source.record.responds_to is not None
        if responds and words.rstrip("”\"'’ ").endswith("?"):
            return "question"
        if block.level is not None:
            return "marks"
        if names_annex(words):
            return "annex"
        if words.isupper() and self._is_high(words):
            return "capitals"
        if self._draft.is_bold(block):
            return "bold among numbers" if self._is_numbered else "bold"
        return None

    def _is_high(self, words: str) -> bool:
        """Whether capitals say how high a heading stands.

        Those of one word say it where no contents list does: it leaves out what stands lower.
        """
        return len(words.split()) > 1 or (len(words) > _ACRONYM and not self._draft.contents)

    def depth(self, block: Block, before: Block | None, after: Block | None) -> int:
        """The depth of the next heading, between the one before it and the one after."""
        form = self.form(block)
        listed = self._contents.depth(self._draft.read(block))
        if listed is not None:
            depth = listed
        elif form is None:
            depth = self._plain_depth(block, after)
            self._first_plain = self._first_plain or depth
            return depth
        elif form == "marks":
            depth = self._unmarked(block.level) + self._parts.below(form, self._forms)
        elif form not in self._forms:
            depth = self._first_depth(form, block, before, after)
        else:
            depth = self._forms[form]
        if form not in (None, "marks"):
            self._forms.setdefault(form, depth)
        self._is_numbered = self._is_numbered or block.spans in self._numbers
        if not self._over_calls and self._is_call(block):
            self._over_calls = self._first_plain or depth
        self._plain.pass_firm(depth)
        return depth

    def _unmarked(self, level: int | None) -> int:
        """The depth that a number of hash marks stands for beneath the title's own."""
        return max(2, (level or 2) - self._title_marks + 1)

    def _first_depth(
        self, form: str, block: Block, before: Block | None, after: Block | None
    ) -> int:
        """The depth of the first heading of a form."""
        if block.level is not None:
            return self._unmarked(block.level) + self._parts.below(form, self._forms)
        if above := self._above.get(form):
            return 1 + max(self._forms.get(other, 2 + self._depths[other]) for other in above)
        if under := self._depths_under(form):
            return max(2, min(under) - 1)
        if form.startswith("bold"):
            return self._bold_depth(after)
        number = self._numbers.get(block.spans)
        is_large = number is not None and number.rank is not None and number.rank <= _LARGE
        if form == "capitals" and before is not None and self._opens_part(before):
            return 1 + self._forms[str(self.form(before))]
        if form in ("annex", "capitals") or before is None or is_large:
            return 2
        return max(2, self._plain.last + (before.spans not in self._with_text_under))

    def _depths_under(self, form: str) -> Sequence[int]:
        """The depths of the forms that came and stand under one that has not come before."""
        return [depth for other, depth in self._forms.items() if form in self._above.get(other, ())]

    def _opens_part(self, block: Block) -> bool:
        """Whether a heading counts a part, and another heading stands right under it."""
        return block.spans in self._numbers and block.spans not in self._with_text_under

    def _bold_depth(self, after: Block | None) -> int:
        """The depth of the first bold heading: below the last heading of some form.

        It stands above a first number that comes right after it, whose marks say how deep that is.
        """
        below = max(self._plain.firm + 1, 2)
        if after is None or after.level is None:
            return below
        form = self.form(after)
        if form in (None, "marks") or form in self._forms:
            return below
        return max(2, min(below, self._unmarked(after.level) - 1))

    def _plain_depth(self, block: Block, after: Block | None) -> int:
        """The depth of a heading that nothing but its place tells from others."""
        text = self._draft.read(block)
        if block.spans in self._closing and self._over_calls:
            return self._over_calls
        if block.spans in self._back_matter:
            self._plain.set_over(text, 2)
            return 2
        is_empty = after is not None and block.spans not in self._with_text_under
        is_empty = is_empty and self._plain.comes_once(text)  # one wording has one depth
        form = self.form(after) if after is not None and is_empty else None
        if form in self._forms:
            depth = max(2, self._forms[form] - 1)
            self._plain.set_over(text, depth)
            return depth
        return self._plain.depth(text, is_mother=is_empty and form is None)

    def _is_call(self, block: Block) -> bool:
        """Whether a heading is what others answer: a question, or `Recommendation 2`."""
        number = self._numbers.get(block.spans)
        is_counted = number is not None and number.is_worded and number.rank is None
        return is_counted or self._draft.read(block).rstrip("”\"'’ ").endswith("?")

    def _is_annex(self, block: Block) -> bool:
        number = self._numbers.get(block.spans)
        return self.form(block) == "annex" or (number is not None and number.is_at_end)

    def _after_calls(self, headings: Sequence[Block]) -> set[tuple[Interval, ...]]:
        """Plain headings behind the last call that close the text, by what they are called.

        `Next steps` under the last question is no part of its answer.
        """
        of_form = (n for n, b in enumerate(headings) if self.form(b) and not self._is_annex(b))
        *_, last = [-1, *of_form]
        if last < 0 or not self._is_call(headings[last]):
            return set()
        return {b.spans for b in self._once(headings, last) if names_section(self._draft.read(b))}

    def _behind_numbers(self, headings: Sequence[Block]) -> set[tuple[Interval, ...]]:
        """Plain headings of back matter behind the last number: no part of the section that has it.

        References under each of several chapters are parts of those.
        """
        *_, last = [-1, *(n for n, block in enumerate(headings) if block.spans in self._numbers)]
        behind = self._once(headings, last) if last >= 0 else ()
        return {b.spans for b in behind if names_back_matter(self._draft.read(b))}

    def _once(self, headings: Sequence[Block], last: int) -> Iterator[Block]:
        """The headings after the one at a place whose words stand in no other heading."""
        count = Counter(letters(self._draft.read(block)) for block in headings)
        return (b for b in headings[last + 1 :] if count[letters(self._draft.read(b))] == 1)


def _revise(draft: Draft) -> Revision:
    headings = [block for block in draft.blocks if block.kind == "heading"]
    if not headings:
        return Revision()
    outline = _Outline(draft, headings)
    depths: dict[tuple[Interval, ...], int] = {}
    for n, block in enumerate(headings):
        before = headings[n - 1] if n else None
        after = headings[n + 1] if n + 1 < len(headings) else None
        depth = 1 if block is outline.title else outline.depth(block, before, after)
        depths[block.spans] = min(depth, DEEPEST)
    blocks = tuple(
        replace(b, level=depths[b.spans]) if b.kind == "heading" else b for b in draft.blocks
    )
    looks = [span for block in headings for span in block.spans]
    return Revision(blocks=blocks, emphasis=_without(draft.emphasis, looks))


def _without(emphasis: tuple[Emphasis, ...], looks: list[Interval]) -> tuple[Emphasis, ...]:
    """The emphasis but for the bold of headings, which is their look and says nothing."""
    kept, n = [], 0
    for e in sorted(emphasis, key=lambda e: (e.start, e.end)):
        while n < len(looks) and looks[n][1] < e.end:
            n += 1
        inside = n < len(looks) and looks[n][0] <= e.start and e.end <= looks[n][1]
        if not (inside and e.kind == "strong"):
            kept.append(e)
    return tuple(kept)


RULE = Rule("outline", _revise)
