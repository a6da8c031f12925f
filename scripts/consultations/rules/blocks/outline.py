"""The outline: the depth of each heading.

Symptom: headings of one rank bear hash marks of different number, or none; the same wording stands
at two depths; everything is flat.
Cause: the converter guessed depth from the size of the type, page by page.
Remedy: headings are siblings when they are of one form: numbered alike (`Section A`, `Section B`;
`A1`, `A2`; `1.`, `2.`), set in capitals, in bold, or questions of the consultation. A heading that
the contents list names has the depth that it has there. A form has the depth of its first heading;
a plain heading stands one below the last that is of some form. Where the same wording comes twice
under one heading, the second stands under the plain heading between.
Leaves alone: the words. The title is the only heading of depth 1.
"""

from collections import Counter, defaultdict, deque
from dataclasses import replace
from itertools import pairwise

from consultations.model.draft import Block, ContentsEntry, Draft, Emphasis, Revision
from consultations.model.text import Interval
from consultations.rules.heading_words import NUMBERED
from consultations.rules.layout import letters
from consultations.rules.rule import Rule

_DEEPEST = 6


def _form(draft: Draft, block: Block) -> str | None:
    """The form that a heading shares with its siblings; None for a plain one."""
    words = draft.read(block)
    if numbered := NUMBERED.match(words):
        if numbered[1]:
            return f"{numbered[1].lower()} and number"
        return f"{'letter and ' * bool(numbered[3])}number{'.n' * numbered[5].count('.')}"
    if draft.source.record.responds_to is not None and words.rstrip("”\"'’ ").endswith("?"):
        return "question"
    if block.level is not None:
        return "marks"
    if words.isupper() and len(words.split()) > 1:
        return "capitals"
    return "bold" if draft.is_bold(block) else None


class _Outline:
    """The depths of the headings so far; they come one by one, in the text's order."""

    def __init__(self, draft: Draft, headings: list[Block]) -> None:
        self._draft = draft
        title = next((b for b in headings if b.level == 1 and b is headings[0]), None)
        self._title_marks = _marks(draft, title) if title else 1
        self._contents: defaultdict[str, deque[tuple[int, int]]] = defaultdict(deque)
        for n, (listed, depth) in enumerate(_contents_depths(draft.contents)):
            self._contents[listed].append((n, depth))
        self._reached = -1  # the last entry of the contents list that was found
        self._with_text_under = _with_text_under(draft)
        plain = Counter(letters(draft.read(b)) for b in headings if _form(draft, b) is None)
        self._repeated = {words for words, count in plain.items() if count > 1}
        self._forms: dict[str, int] = {}
        self._firm = 1  # depth of the last heading that is of some form
        self._plain = 1  # depth of the last heading that a capital begins, repeats left out
        self._siblings: set[str] = set()  # plain ones since the last of some form

    def depth(self, block: Block, before: Block | None, after: Block | None) -> int:
        """The depth of the next heading, between the one before it and the one after."""
        words = letters(self._draft.read(block))
        form = _form(self._draft, block)
        listed = self._listed(words)
        if listed is not None:
            depth = listed
        elif form is None:
            return self._plain_depth(self._draft.read(block))
        elif form == "marks":
            depth = self._unmarked(block.level)
        elif form not in self._forms:
            depth = self._first_depth(form, block, before, after)
        else:
            depth = self._forms[form]
        if form not in (None, "marks"):
            self._forms.setdefault(form, depth)
        self._firm = self._plain = depth
        self._siblings = set()
        return depth

    def _listed(self, words: str) -> int | None:
        """The depth that the contents list gives to the next heading of these words."""
        entries = self._contents.get(words)
        while entries:
            n, depth = entries.popleft()
            if n > self._reached:
                self._reached = n
                return depth
        return None

    def _unmarked(self, level: int | None) -> int:
        """The depth that a number of hash marks stands for beneath the title's own."""
        return max(2, (level or 2) - self._title_marks + 1)

    def _first_depth(
        self, form: str, block: Block, before: Block | None, after: Block | None
    ) -> int:
        """The depth of the first heading of a form."""
        if block.level is not None:
            return self._unmarked(block.level)
        if form == "bold":
            below = max(self._firm + 1, 2)
            first_number = after is not None and after.level and _form(self._draft, after)
            if first_number and first_number != "marks" and first_number not in self._forms:
                return max(2, min(below, self._unmarked(after.level if after else None) - 1))
            return below
        if form == "capitals" or before is None:
            return 2
        return self._plain + (before.spans not in self._with_text_under)

    def _plain_depth(self, text: str) -> int:
        words = letters(text)
        if text[:1].islower():
            # Beneath the plain headings with a capital, and beside each other.
            return self._plain + 1
        if words in self._siblings:
            return self._plain + 1
        self._siblings.add(words)
        depth = self._firm + 1
        if self._firm == 1 and words in self._repeated and len(self._siblings) > 1:
            depth += 1
        self._plain = depth
        return depth


def _marks(draft: Draft, title: Block) -> int:
    """How many hash marks the title had in the source."""
    start, end = draft.apparatus.source_interval(title.start, title.end)
    line, _ = draft.source.line_interval(draft.source.locate(start).line)
    before = draft.source.text[line:end].lstrip()
    return max(1, len(before) - len(before.lstrip("#")))


def _with_text_under(draft: Draft) -> set[tuple[Interval, ...]]:
    """The headings that something other than a heading follows."""
    body = [b for b in draft.blocks if b.kind != "footnote"]
    return {a.spans for a, b in pairwise(body) if a.kind == "heading" != b.kind}


def _contents_depths(contents: tuple[ContentsEntry, ...]) -> list[tuple[str, int]]:
    """Each entry's letters and depth in the text.

    A list of two levels hides a third: a wording that comes under two of the entries that come
    once, and so needs them to be told apart, stands beneath them.
    """
    count = Counter(letters(entry.text) for entry in contents)
    deepest = max((entry.level or 1 for entry in contents), default=1)
    depths = []
    for entry in contents:
        words, level = letters(entry.text), entry.level or 1
        hidden = level == deepest == 2 and count[words] > 1
        depths.append((words, min(1 + level + hidden, _DEEPEST)))
    return depths


def _revise(draft: Draft) -> Revision:
    headings = [block for block in draft.blocks if block.kind == "heading"]
    if not headings:
        return Revision()
    outline = _Outline(draft, headings)
    depths: dict[tuple[Interval, ...], int] = {}
    for n, block in enumerate(headings):
        before = headings[n - 1] if n else None
        after = headings[n + 1] if n + 1 < len(headings) else None
        is_title = n == 0 and block.level == 1
        depth = 1 if is_title else outline.depth(block, before, after)
        depths[block.spans] = min(depth, _DEEPEST)
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
