"""What stands on a saved page and is no part of its text, and what is recorded of it."""

from collections import Counter
from collections.abc import Collection, Iterator

from bs4.element import Tag

from consultations import patterns as re
from consultations.intake.readers.html.contents import contents_of
from consultations.intake.readers.html.site_links import (
    ALL_LINKS,
    letters_in,
    linked_letters,
    site_links,
)
from consultations.intake.readers.html.unseen import unseen, words_of
from consultations.model.transcript import Drop

_FURNITURE = (
    "nav, footer:not(blockquote footer, figure footer), aside, form, button, dialog, select, "
    "[role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], "
    "[role=dialog], [role=alertdialog], "
    '[type="header" i], [type="footer" i], [title="header" i], [title="footer" i], '
    "#CommentsWrapper, [data-automation-id=commentsWrapper], "
    "#comments, .comments-area, .comment-respond, .entry-meta, .noprint, .printfooter, "
    ".mw-editsection, .navbox, .ambox, .mw-jump-link, #siteSub, #catlinks, "
    ".wp-block-comments, .gem-c-published-dates, #s4-ribbonrow, "
    "#publish-banner, #publish-banner ~ #title-banner, [role=button][aria-haspopup] + label, "
    "#suiteBar, #suiteBarTop, #sideNavBox, #footer, "
    ".subscription-widget-wrap, .post-ufi, .post-footer, "
    "#main-header + #content > .page-metadata, #likes-and-labels-container, "
    ".pageSection:has(> .pageSectionHeader)"
)
_BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button)(?:$|[\s_-])", re.IGNORECASE)
"""Classes of links that do something on the site: `<a class="govuk-button">`."""
_NOTES = "[role=doc-footnote], [role=doc-endnotes], [role=doc-endnote], .footnotes, .footnote"
_OF_TEXT = ("blockquote", "br", "dl", "figure", "h2", "h3", "h4", "h5", "ol", "p", "table", "ul")
_INLINE = ("a", "b", "em", "i", "small", "span", "strong", "sup")
_NAMED = re.compile(
    r"""(?:^|[\s_-])(?:
        nav(?:igation|bar)?   # <div id="navigation">
      | bread-?crumbs?
      | (?:side|tool)-?bar
      | (?:skip|back)-?(?:link|to-?(?:top|content))s?
      | cookies?(?:-banner)?
      | (?:social|share|sharing)(?:-links?)?
      | sharedaddy | addtoany\w* | jp-relatedposts   # of WordPress
      | (?:local-tasks | tabs)(?:-*primary)?         # of Drupal
      | pagination | pager
      | related(?:-?(?:content|links|navigation|posts?))?
      | menu
      | (?:topics|tags|keywords)(?:-?(?:links|list))?    # <ul class="topics">
      | feedback(?:-form)?
      | masthead
      | advert(?:isement)? | ad(?:vert(?:isement)?)?-?(?:slot|unit|container|wrapper)
      | (?:site|page)-?footer
    )(?:$|[\s_-]) | (?:^|\s)footer(?:$|\s)""",
    re.VERBOSE | re.IGNORECASE,
)
_OFFERS = re.compile(r"newsletter|sign-?up|subscri(?:be|ption)|promo", re.IGNORECASE)
"""Classes of offers by the site between two paragraphs: `<aside class="newsletter">`."""
_CONSENT = re.compile(
    r"""(?:^|[\s_-]) (?:cookies?|consent|gdpr) [\s_-]*      # <div class="cookie-overlay">
        (?:banner|bar|dialog|message|modal|notice|overlay|pop-?up|consent|law)""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_OPEN = re.compile(r"(?:click|tap|press)\b.{0,20}\b(?:expand|open|show|read)\b", re.IGNORECASE)
"""Words on what opens a part of a page that do not name the part: "Click here to expand"."""
_LONGEST_OPENER = 300
"""In code points."""
_OPENS = re.compile(
    r"(?:show|hide|open|close|expand|collapse|toggle|read\ more|more|less)"
    r"(?:\ (?:all|this|the)?\ ?(?:section|part|panel|details|content))?",
    re.IGNORECASE,
)
"""What a site writes on the heading of a folded part: `Open` in `Licences Open`."""
_LINKED = 0.6
"""Share of links in the words of an element that its class calls furniture, if it is some."""
_SHORT = 40
"""Code points. An element with so few may stand among links without being one."""
_PROSE = 40
"""Code points. An element with more outside of links belongs to the page's text."""
_LEAST_PROSE = 200
"""Code points. A page with less prose may only lead to others."""
_MOST_PROSE = 0.9
"""An element with at least this share of a page's prose holds the text of the page."""
_MANY_LINKS = 0.5
"""Share of links in the words of an element beside the text, if it belongs to the site."""


def left_out(chosen: Tag) -> Iterator[tuple[Tag, Drop]]:
    """The parts of the main part that are not its text, each with what is recorded of it."""
    yield from unseen(chosen)
    for listed in contents_of(chosen):
        yield listed, Drop("contents-list", words_of(listed), "leads to places of the page")
    for link in chosen.select("h1 a, h2 a, h3 a, h4 a, h5 a, h6 a"):
        sign = words_of(link)
        if str(link.get("href") or "").startswith("#") and not any(map(str.isalnum, sign)):
            yield link, Drop("furniture", sign, "leads to the heading in which it stands")
    yield from _comments(chosen)
    called = {str(link["href"])[1:] for link in chosen.find_all("a", href=re.compile("^#."))}
    for element in _furniture(chosen):
        if not _is_note(element, called) and not _is_of_the_text(element):
            yield element, next(dropped(element), Drop("furniture", "", ""))


def _is_of_the_text(element: Tag) -> bool:
    """Whether an aside is a box in the text: prose, between two parts of the text."""
    words = letters_in(words_of(element))
    is_prose = words - linked_letters(element) >= max(_PROSE, _LINKED * words)
    is_offer = _OFFERS.search(" ".join(element.get("class") or ())) is not None
    beside = (element.find_previous_sibling(True), element.find_next_sibling(True))
    return (
        element.name == "aside"
        and is_prose
        and not is_offer
        and element.find(["button", "form", "input", "nav"]) is None
        and all(isinstance(e, Tag) and e.name in _OF_TEXT for e in beside)
    )


def _is_note(element: Tag, called: Collection[str]) -> bool:
    """Whether what looks like furniture is a note of the text, to which a link leads, or its label.

    The label is the link that leads back, as Word writes it: `<a href="#_ftnref1" name="_ftn1">`.
    """
    places = {str(e.get(key)) for e in (element, *element.find_all(True)) for key in ("id", "name")}
    is_called = element.name in ("a", "aside") and not places.isdisjoint(called)
    named = element.select_one(_NOTES) is not None or element.get("role") == "doc-footnote"
    return is_called or named


def _comments(chosen: Tag) -> Iterator[tuple[Tag, Drop]]:
    """The comments of a document by Google's editor, and the signs that call them."""
    for link in chosen.find_all("a", id=re.compile(r"^cmnt"), href=re.compile(r"^#cmnt")):
        called = str(link["id"]).startswith("cmnt_ref")
        around = link.find_parent("sup" if called else "p") or link
        yield around, Drop("comment", words_of(around), "a comment in the margin")


def _furniture(chosen: Tag) -> Iterator[Tag]:
    yield from chosen.select(_FURNITURE)
    yield from _before_title(chosen)
    if chosen.name == "body":
        yield from _beside_prose(chosen)
    yield from _called_furniture(chosen)
    yield from site_links(chosen)
    for opener in chosen.select(
        ".expand-control, summary, [role=button], [aria-expanded], "
        "[data-toggle=collapse], [data-bs-toggle=collapse]"
    ):
        said = words_of(opener)
        if _TO_OPEN.match(said):
            yield opener
        inside = opener.find_all(["span", "i", "div"]) if len(said) <= _LONGEST_OPENER else ()
        yield from (e for e in inside if _is_sign_to_open(e, said))
    for link in chosen.find_all("a", class_=_BUTTON):
        if link.parent and words_of(link) == words_of(link.parent):
            yield link


def _is_sign_to_open(element: Tag, said: str) -> bool:
    """Whether an element says `Open` behind the words of a heading, and is no part of them.

    One in bold or in italics, one of several, and one before other words may be the author's.
    """
    words = words_of(element)
    is_last = said.endswith(words) and len(said) > len(words)
    beside = [one for one in (element.parent or element).find_all(element.name) if words_of(one)]
    return is_last and len(beside) == 1 and _OPENS.fullmatch(words) is not None


def _called_furniture(chosen: Tag) -> Iterator[Tag]:
    """What its classes or its id call furniture of the site."""
    titles = chosen.find_all("h1", limit=2)
    for element in chosen.find_all(True):
        if element.name in _INLINE and element.find_parent(["li", "p", "dd", "td"]):
            continue  # A link back from a note is called `backlink` too.
        if len(titles) == 1 and element.find("h1") is not None:
            continue  # The page's title may be the last of the steps that lead to it.
        names = " ".join([*(element.get("class") or ()), str(element.get("id") or "")])
        is_offer = _OFFERS.search(names) and element.find(["form", "input", "button"]) is not None
        if is_offer or _CONSENT.search(names) or (_NAMED.search(names) and _is_links(element)):
            yield element


def _before_title(chosen: Tag) -> Iterator[Tag]:
    """The head of the site, and lists of links before the title: whose page it is, and where."""
    for header in chosen.find_all("header", recursive=False) if chosen.name == "body" else ():
        if header.find("h1") is None or header.find("nav") is not None:
            yield header
    title = chosen.find("h1")
    for listed in title.find_all_previous(["ul", "ol"]) if isinstance(title, Tag) else ():
        is_links = linked_letters(listed) >= ALL_LINKS * letters_in(words_of(listed))
        if is_links and chosen in listed.parents:
            yield listed


def _beside_prose(body: Tag) -> Iterator[Tag]:
    """Links beside the element that holds the prose of a page, with their headings."""
    prose: Counter[int] = Counter()
    for words in body.find_all(string=lambda words: len(words.strip()) >= _PROSE):
        if words.find_parent("a") is None:
            prose.update({id(around): len(words) for around in words.parents})
    at: Tag | None = body if prose[id(body)] >= _LEAST_PROSE else None
    while at is not None:
        inside = at.find_all(True, recursive=False)
        held = [e for e in inside if prose[id(e)] >= _MOST_PROSE * prose[id(body)]]
        for beside in inside if held else ():
            if beside is not held[0]:
                yield from _of_links(beside)
        at = held[0] if held else None


def _of_links(element: Tag) -> Iterator[Tag]:
    """An element whose words are mostly links, or what in it is one; a title is none."""
    links = letters_in(words_of(element)) if element.name == "a" else linked_letters(element)
    if not links:
        return
    if element.find("h1") is None and links >= _MANY_LINKS * letters_in(words_of(element)):
        yield element
        return
    for inside in element.find_all(True, recursive=False):
        yield from _of_links(inside)


def _is_links(element: Tag) -> bool:
    """Whether links make up most of the words of an element, or it has hardly any."""
    text = words_of(element)
    return len(text) <= _SHORT or linked_letters(element) >= _LINKED * letters_in(text)


def dropped(element: Tag) -> Iterator[Drop]:
    """What is recorded of an element that is left out; nothing where it has no words."""
    if text := words_of(element):
        yield Drop(
            "furniture", text, f"stands in the page's <{element.name}>, beside its main part"
        )
