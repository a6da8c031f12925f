"""Pages in the ways of particular programs, changed to standard HTML.

Titles, lists and emphasis of Word's, Google's and LaTeXML's, and notes that stand in the margin of
the text or in the title of their sign, become the headings, lists and linked notes that any page
has.
"""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.html.class_headings import mark_class_headings
from consultations.intake.readers.html.elements import HEADINGS
from consultations.intake.readers.html.folded import head_panels
from consultations.intake.readers.html.formulas import write_formulas
from consultations.intake.readers.html.insets import mark_quotations
from consultations.intake.readers.html.list_styles import number_lists
from consultations.intake.readers.html.loose_notes import wrap_loose_notes
from consultations.intake.readers.html.page_styles import StyleRules, style_rules
from consultations.intake.readers.html.tables import mark_captions
from consultations.intake.readers.html.titles import set_title
from consultations.intake.readers.html.unseen import mark_unseen

_CELLS = {"table": "table", "row": "tr", "columnheader": "th", "rowheader": "th", "cell": "td"}
"""Roles of WAI-ARIA that make a table of other elements, with the elements that HTML has for it."""
_WORD_LIST = re.compile(r"mso-list:\s*\w*\d")
_WORD_LABEL = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
_BULLETS = frozenset("·•o§▪–-Øü►●")
_GOOGLE_CLASS = re.compile(r"\.(?P<name>c\d{1,4})\Z")
_BOLD = re.compile(r"font-weight:\s*(?:bold|[7-9]00)")
_ITALIC = re.compile(r"font-style:\s*italic")
_MARGIN_SIGNS = (
    "label.sidenote-number, label.margin-toggle, sup.modern-footnotes-footnote, "
    ".ltx_role_footnote > .ltx_note_mark, .footnote_referrer > a"
)
_MARGIN_NOTE = re.compile(
    r"sidenote|marginnote|footnotes?-footnote__note|ltx_note_outer|^footnote_tooltip$"
)
_NUMBERS_PARAGRAPH = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\((?:\d{1,3}|[a-z]{1,4})\))")
_LETTER = re.compile(r"[^\W\d_]|[“‘\"']")
_NO_TITLE = frozenset({"", "footnote", "note"})
_NUMBER = re.compile(r"\s*[\[(]?(\d{1,4}|[*†‡§])[\])]?\s*")


def put_in_common_form(soup: BeautifulSoup) -> None:
    """Change a page so that elements say what its maker says in classes and styles."""
    head_panels(soup)
    set_title(soup)
    _word_lists(soup)
    rules = style_rules(soup)
    number_lists(soup, rules)
    mark_quotations(soup, rules)
    mark_class_headings(soup, rules)
    mark_unseen(soup, rules)
    _tables(soup)
    mark_captions(soup)
    _tasks(soup)
    _line_ends(soup)
    _numbers_apart(soup)
    _google_emphasis(soup, rules)
    for link in soup.find_all("a", href=re.compile(r"^https?://www\.google\.com/url\?")):
        told = parse_qs(urlsplit(str(link["href"])).query).get("q")
        if told:
            link["href"] = told[0]
    _latexml(soup)
    write_formulas(soup)
    _notes_in_place(soup)
    wrap_loose_notes(soup)


def _word_lists(soup: BeautifulSoup) -> None:
    for paragraph in soup.find_all("p", style=_WORD_LIST):
        label = paragraph.find(style=_WORD_LABEL)
        if isinstance(label, Tag):
            sign = "".join(label.get_text().split())
            label.replace_with("- " if sign in _BULLETS else f"{sign} " if sign else "")


def _tables(soup: BeautifulSoup) -> None:
    """Tables that only the roles of their elements show to be tables."""
    for table in soup.select("div[role=table], section[role=table]"):
        for element in (table, *table.find_all(["div", "span"], role=True)):
            if name := _CELLS.get(str(element["role"])):
                element.name = name
                del element["role"]


def _tasks(soup: BeautifulSoup) -> None:
    """Lists of tasks in Confluence: a box before each, by the class that says if it is done."""
    for task in soup.select(".inline-task-list > li"):
        task.insert(0, "☒ " if "checked" in (task.get("class") or ()) else "☐ ")


def _line_ends(soup: BeautifulSoup) -> None:
    """Line ends in text that the page shows as it is written."""
    for shown in soup.find_all("pre"):
        for string in shown.find_all(string=re.compile("\n")):
            first, *lines = str(string).split("\n")
            parts = [part for line in lines for part in (soup.new_tag("br"), line)]
            string.replace_with(first, *parts)


def _numbers_apart(soup: BeautifulSoup) -> None:
    """A paragraph's number that only a style sets apart: `<span>7.</span>The lamps`."""
    for span in soup.find_all("span"):
        behind = span.next_sibling
        if behind is None or not _NUMBERS_PARAGRAPH.fullmatch(span.get_text()):
            continue
        stands_first = not any(str(before).strip() for before in span.previous_siblings)
        if stands_first and _LETTER.match(behind.get_text()):
            span.append(" ")


def _latexml(soup: BeautifulSoup) -> None:
    """LaTeXML's pages, as on ar5iv: labels of items as words, and formulas beside their TeX."""
    if soup.find(class_=re.compile(r"^ltx_")) is None:
        return
    for label in soup.select("li > .ltx_tag_item"):
        sign = label.get_text().strip()
        beside = label.find_next_sibling()
        words = beside.select_one(".ltx_p") if isinstance(beside, Tag) else None
        if sign not in _BULLETS and words is not None:
            words.insert(0, f"{sign} ")
        label.decompose()
    for label in soup.select(".ltx_tag_bibitem"):
        label.append(" ")
    for formula in soup.select("math[alttext]"):
        formula.replace_with(str(formula["alttext"]))
    for again in soup.select(".ltx_note_content > .ltx_note_mark, .ltx_tag_note"):
        again.decompose()


def _google_emphasis(soup: BeautifulSoup, rules: StyleRules) -> None:
    """Emphasis that only a class of the page expresses."""
    found = ((_GOOGLE_CLASS.search(selector), style) for selector, style, _ in rules)
    styles = {named["name"]: style for named, style in found if named}
    bold = {name for name, style in styles.items() if _BOLD.search(style)}
    italic = {name for name, style in styles.items() if _ITALIC.search(style)}
    for span in soup.find_all("span", class_=True) if bold or italic else ():
        classes = set(span.get("class") or ())
        if span.find_parent(HEADINGS) is None:
            span.name = "b" if classes & bold else "i" if classes & italic else "span"


def _notes_in_place(soup: BeautifulSoup) -> None:
    """Move notes that stand where they are called, or in their sign's title, to the end."""
    found = list(_in_place(soup))
    if not found:
        return
    body = soup.body or soup
    listed = soup.new_tag("div", attrs={"class": "footnotes"})
    holder = next((e for e in (soup.find("main"), soup.find("article")) if e), body)
    for number, (sign, words) in enumerate(found, 1):
        if sign.parent is None:
            continue  # Its note stands in two ways: as words, and as a title.
        id_ = f"note-in-place-{number}"
        note = soup.new_tag("p", id=id_)
        if isinstance(words, Tag):
            note.extend(list(words.contents))
            words.decompose()
        else:
            note.string = words
        listed.append(note)
        own = _NUMBER.fullmatch(sign.get_text())
        call = soup.new_tag("a", href=f"#{id_}")
        call.string = own[1] if own else str(number)
        raised = soup.new_tag("sup")
        raised.append(call)
        sign.replace_with(raised)
    holder.append(listed)


def _in_place(soup: BeautifulSoup) -> Iterator[tuple[Tag, Tag | str]]:
    """Signs of notes, each with the element or the words of its note."""
    for sign in soup.select(_MARGIN_SIGNS):
        note = sign.find_next_sibling("span", class_=_MARGIN_NOTE)
        if isinstance(note, Tag):
            yield sign, note
    ids = {str(e["id"]) for e in soup.find_all(id=True)}
    for link in soup.select("sup a[title]"):
        words = " ".join(str(link["title"]).split())
        leads = str(link.get("href") or "").removeprefix("#")
        if words.casefold() not in _NO_TITLE and leads not in ids and len(words.split()) > 1:
            yield link.find_parent("sup") or link, words
