"""A saved web page to a transcript: its main part in Markdown, and what it says of itself."""

from pathlib import Path
from urllib.parse import urljoin

import bs4
from bs4 import BeautifulSoup
from bs4.element import Tag

from consultations.intake.readers import markup
from consultations.intake.readers.html.facts import facts_of
from consultations.intake.readers.html.main_part import main_part
from consultations.intake.readers.html.makers import put_in_common_form
from consultations.intake.readers.html.mhtml import page_of
from consultations.intake.readers.html.notes import notes_of
from consultations.intake.readers.html.writing import PageWriter
from consultations.intake.readers.plain import marked_text
from consultations.model.transcript import Transcript


def read(path: Path) -> Transcript:
    """The transcript of a saved page.

    Raises:
        UnreadableError: it is no text.
    """
    data, saved_from = page_of(path.read_bytes())
    marked = marked_text(data, path) if isinstance(data, bytes) else None
    soup = BeautifulSoup(marked or data, "lxml")
    put_in_common_form(soup)
    facts = facts_of(soup, saved_from)
    base = soup.find("base", href=True)
    around = str(base["href"]) if isinstance(base, Tag) else ""
    address = urljoin(facts.address or "", around)
    main, left_out = main_part(soup)
    writer = PageWriter(notes_of(main), main, left_out, address)
    text, drops = markup.assembled(writer.page(main), writer.drops)
    return Transcript(text, f"beautifulsoup4 {bs4.__version__}", drops=drops, facts=facts)
