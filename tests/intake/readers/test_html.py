"""Saved pages, as `pages.toml` has them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from tests.work import TIMES, grows_too_fast, lines_run

from consultations.errors import UnreadableError
from consultations.intake.readers import html, kind_of
from consultations.intake.readers.html.class_headings import mark_class_headings
from consultations.model.transcript import Transcript

CASES = tomllib.loads(Path(__file__).with_name("pages.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_page(case: dict[str, Any], tmp_path: Path) -> None:
    page = tmp_path / "source.html"
    page.write_text(f"<!doctype html><html>{case['html']}</html>", encoding="utf-8")
    transcript = html.read(page)
    assert transcript.text.strip() == case["markdown"].strip()
    assert sorted(drop.text for drop in transcript.drops) == sorted(case.get("left_out", []))
    places = [drop.offset for drop in transcript.drops if drop.offset is not None]
    assert places == sorted(places)
    assert all(place <= len(transcript.text) for place in places)


def test_what_a_page_says_of_itself(tmp_path: Path) -> None:
    page = tmp_path / "source.html"
    page.write_text(
        '<html lang="cy"><head><title>x</title><meta property="article:published_time"'
        ' content="2012-04-05T10:00"><link rel="canonical" href="https://example.org/p"></head>'
        "<body><h1>Of <i>lamps</i></h1><p>They burn.</p></body></html>",
        encoding="utf-8",
    )
    facts = html.read(page).facts
    assert (facts.title, facts.date, facts.language) == ("Of lamps", "2012-04-05", "cy")
    assert facts.address == "https://example.org/p"


def test_a_page_may_name_its_language_on_its_body(tmp_path: Path) -> None:
    page = tmp_path / "source.html"
    page.write_text("<html><body lang=EN-GB><p>They burn all night.</p></body></html>")
    assert html.read(page).facts.language == "EN-GB"


def test_a_page_describes_itself_in_several_ways(tmp_path: Path) -> None:
    page = tmp_path / "source.html"
    page.write_text(
        '<html><head><meta name="citation_author" content="Ann Lee">'
        '<meta name="citation_author" content="Bo Fox"><script type="application/ld+json">'
        '{"headline": "Of lamps", "datePublished": "2013-04-05"}</script></head>'
        "<body><p>They burn all night.</p></body></html>",
        encoding="utf-8",
    )
    facts = html.read(page).facts
    assert (facts.title, facts.date) == ("Of lamps", "2013-04-05")
    assert facts.authors == ("Ann Lee", "Bo Fox")


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ('<meta property="og:title" content="Of tides">', "Of tides"),
        ("<title>Of tides | The Quay Letter</title>", "The Quay Letter"),
        ("<title>Of tides, by Ann Lee</title>", "Of tides"),
        ("", "The Quay Letter"),
    ],
)
def test_of_several_highest_headings_the_title_is_the_one_that_the_page_names(
    stated: str, title: str, tmp_path: Path
) -> None:
    page = tmp_path / "source.html"
    page.write_text(
        f"<html><head>{stated}</head><body><h1>The Quay Letter</h1><h1>Of tides</h1>"
        "<p>They come twice a day.</p></body></html>",
        encoding="utf-8",
    )
    assert html.read(page).facts.title == title


MESSAGE = b"""Snapshot-Content-Location: https://example.org/lamps
Content-Type: multipart/related; type="text/html"; boundary="--B"

----B
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

<html><body><main><h1>Lamps</h1><p>Oil =96 dear.</p></main></body></html>
----B--
"""


def test_a_page_saved_as_a_message_is_read(tmp_path: Path) -> None:
    page = tmp_path / "source.mht"
    page.write_bytes(MESSAGE)
    assert kind_of(page) == "html"
    read = html.read(page)
    assert read.text == "# Lamps\n\nOil – dear.\n"
    assert read.facts.address == "https://example.org/lamps"


def test_a_page_of_frames_is_refused_with_what_to_do(tmp_path: Path) -> None:
    page = tmp_path / "source.html"
    page.write_text('<html><frameset><frame src="lamps.html"><frame></frameset></html>', "utf-8")
    with pytest.raises(UnreadableError, match=r"lamps\.html") as refused:
        html.read(page)
    assert "open the frame" in refused.value.remedy


_LAMPS = b"<html><body><h1>Lamps</h1><iframe src='cid:f@x'></iframe></body></html>"
_FRAME = b"<p>Framed.</p>"


def _message(head: bytes, *parts: tuple[bytes, bytes], end: bytes = b"----B--\n") -> bytes:
    """A page as several programs save it, by the head of the file and its parts with theirs."""
    related = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--B"' + head
    return related + b"\n\n" + b"".join(b"----B\n%s\n\n%s\n" % part for part in parts) + end


@pytest.mark.parametrize(
    "data",
    [
        _message(b'; start="<p@x>"', (b"Content-Type: text/html", b"<p>no</p>"),
                 (b"Content-Type: text/html\nContent-ID: <p@x>", _LAMPS)),
        _message(b"\nSnapshot-Content-Location: https://example.org/l",
                 (b"Content-Type: text/html\nContent-Location: https://example.org/ad", b"no"),
                 (b"Content-Type: text/html\nContent-Location: https://example.org/l", _LAMPS)),
        _message(b"", (b"Content-Type: application/xhtml+xml", _LAMPS)),
        b"\xef\xbb\xbf" + _message(b"", (b"Content-Type: text/html; charset=us-ascii", _LAMPS)),
        b"From: <Saved>\nContent-Type: text/html\n\n" + _LAMPS,
    ],
    ids=["by the id that the head names", "by its address", "of another type", "a mark", "alone"],
)  # fmt: skip
def test_the_page_itself_is_found_in_a_message(data: bytes, tmp_path: Path) -> None:
    page = tmp_path / "source.mhtml"
    page.write_bytes(data)
    assert kind_of(page) == "html"
    assert html.read(page).text == "# Lamps\n"


def test_a_page_in_a_frame_is_told_and_a_message_that_breaks_off_too(tmp_path: Path) -> None:
    page = tmp_path / "source.mhtml"
    framed = (b"Content-Type: text/html\nContent-ID: <f@x>", _FRAME)
    page.write_bytes(_message(b"", (b"Content-Type: text/html", _LAMPS), framed, end=b""))
    read = html.read(page)
    assert [drop.text for drop in read.drops] == ["Framed."]
    assert any("breaks off" in doubt for doubt in read.doubts)


@pytest.mark.parametrize("sign", ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=B"])
def test_a_letter_of_electronic_mail_is_refused(sign: str, tmp_path: Path) -> None:
    page = tmp_path / "source.eml"
    page.write_text(f"From: Ann\nTo: the clerk\n{sign}\n\nThe lamps burn.\n", "utf-8")
    with pytest.raises(UnreadableError, match="message of e-mail"):
        kind_of(page)
    page.write_text("From: Ann\nTo: the clerk\n\nThe lamps burn.\n", "utf-8")
    assert kind_of(page) == "text"


TAGS = [
    *("p", "h1", "h2", "ul", "ol", "li", "table", "tr", "td", "blockquote", "sup", "a", "div"),
    *("main", "nav", "span", "b", "em", "br", "dl", "dt", "dd"),
]


@given(
    parts=st.lists(
        st.tuples(st.sampled_from(TAGS), st.booleans(), st.sampled_from(["", "ab ", "7"])),
        max_size=40,
    )
)
def test_any_tags_are_read_and_the_same_twice(
    parts: list[tuple[str, bool, str]], folder: Path
) -> None:
    page = folder / "any.html"
    page.write_text("".join(f"<{'/' * shut}{tag}>{text}" for tag, shut, text in parts), "utf-8")
    once = html.read(page)
    assert html.read(page) == once
    # Nothing is lost: each word is in the transcript, or among what was left out.
    letters = sum(text.count("a") for _, _, text in parts)
    kept = once.text.count("ab") + sum(drop.text.count("ab") for drop in once.drops)
    assert kept >= letters


@pytest.mark.parametrize(
    "piece", ["<b>", "<font>x", "<ul><li>", "<blockquote>", "<div>", "<table><tr><td>", "<q><i>"]
)
def test_a_page_that_closes_nothing_is_read_and_told(piece: str, tmp_path: Path) -> None:
    page = tmp_path / "source.html"
    page.write_text(f"<body><main><p>Words {piece * 3000} and their end", encoding="utf-8")
    transcript = html.read(page)
    assert "Words" in transcript.text
    assert "and their end" in transcript.text
    assert any("more than 250 deep" in doubt for doubt in transcript.doubts)


@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<div>",
        "<form><p>x",
        "<p style='display:none'>x</p>y",
        "<ul><li>x",
        "<a href=x>Share this</a>",
    ],
)
def test_work_grows_with_the_length(piece: str, tmp_path: Path) -> None:
    page = tmp_path / "source.html"

    def read(times: int) -> object:
        page.write_text(f"<body><main><p>Words {piece * times}</main>", encoding="utf-8")
        return html.read(page)

    assert not grows_too_fast(*(lines_run(read, n).lines for n in (500, 500 * TIMES)))


def test_what_stands_deep_is_not_read_again_for_each_box_around_it() -> None:
    def mark(times: int) -> int:
        boxes = "<div>" * times + "<b>Words</b> and " * times + "</div>" * times
        soup = BeautifulSoup(f"<main>{boxes}</main>", "html.parser")
        return lines_run(mark_class_headings, soup, []).lines

    assert not grows_too_fast(mark(25), mark(25 * TIMES))


_SAID = "The lamps of the pier are lit at dusk – “and not before” – for £4 a night, says my"


@pytest.mark.parametrize(
    ("words", "encoding", "read", "is_told"),
    [
        (f"{_SAID} wife.", "cp1252", f"{_SAID} wife.", True),
        (f"{_SAID} wife.", "utf-8", f"{_SAID} wife.", False),
        (f"{_SAID} caf\udce9.", "utf-8", f"{_SAID} caf\N{REPLACEMENT CHARACTER}.", True),
    ],
    ids=["another encoding", "what it says", "one damaged character"],
)
def test_a_page_that_says_it_is_in_utf8(
    words: str, encoding: str, read: str, is_told: bool, tmp_path: Path
) -> None:
    transcript = _read_in("utf-8", words.encode(encoding, "surrogateescape"), tmp_path)
    assert transcript.text.strip() == read
    assert bool(transcript.doubts) == is_told


@pytest.mark.parametrize("named", ["", "base64", "gb2312", "no-such", "idna", "utf-16"])
def test_no_page_loses_its_words_by_what_it_names(named: str, tmp_path: Path) -> None:
    for words in (b"dear\x93\x81\x94 lamps\xe9\x96", "dear “lamps”".encode(), b"dear lamps"):
        text = _read_in(named, words, tmp_path).text
        assert "dear" in text
        assert "lamps" in text


@pytest.mark.parametrize("named", ["windows-1252", "ISO-8859-1", "us-ascii"])
@pytest.mark.parametrize(
    ("words", "read", "told"),
    [
        (f"{_SAID} wife.".encode("cp1252"), f"{_SAID} wife.", None),
        (f"{_SAID} wife.".encode(), f"{_SAID} wife.", "read as UTF-8"),
        (b"It is \x93dear\x94\x81.", "It is “dear”\N{REPLACEMENT CHARACTER}.", "no characters: 1"),
        (b"It is dear.", "It is dear.", None),
    ],
    ids=["what it says", "in UTF-8", "a byte that is no character", "plain letters"],
)
def test_a_page_that_names_an_older_encoding(
    named: str, words: bytes, read: str, told: str | None, tmp_path: Path
) -> None:
    transcript = _read_in(named, words, tmp_path)
    assert transcript.text.strip() == read
    assert len(transcript.doubts) == (told is not None)
    assert all(told in doubt for doubt in transcript.doubts if told)


def _read_in(named: str, words: bytes, folder: Path) -> Transcript:
    """A page that names an encoding, with words in some bytes."""
    page = folder / "source.html"
    head = f'<html><head><meta charset="{named}"></head><body><main><p>'.encode()
    page.write_bytes(head + words + b"</p></main></body></html>")
    return html.read(page)


_COPIED = "https://web.archive.org/web/20110405123456/https://a.example/p"


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (
            '<?xml version="1.0"?><html>',
            "<p>Boats <![CDATA[< 9 feet & rafts]]>.</p>",
            "Boats < 9 feet & rafts.",
        ),
        ('<html xmlns="http://www.w3.org/1999/xhtml">', "<pre><![CDATA[a\n> b]]></pre>", "a\n> b"),
        ("<?xml version='1.0'?><html>", "<!-- <![CDATA[gone]]> --><p>Lamps.</p>", "Lamps."),
        ("<?xml version='1.0'?><html>", "<p>Lamps.</p><![CDATA[", "Lamps."),
        ("<html>", "<p>Lamps.</p><script>//<![CDATA[\nx\n//]]></script>", "Lamps."),
    ],
)
def test_character_data_of_a_page_that_is_xml_is_text(
    head: str, body: str, text: str, tmp_path: Path
) -> None:
    page = tmp_path / "source.xhtml"
    page.write_text(f"{head}<body>{body}</body></html>", encoding="utf-8")
    assert html.read(page).text == f"{text}\n"


@pytest.mark.parametrize(
    ("links", "led", "address"),
    [
        (["/web/20110405123456/https://a.example/x"], "https://a.example/x", _COPIED),
        (
            ["https://web.archive.org/web/20110405123456/http://a.example/"] * 2,
            "http://a.example/",
            _COPIED,
        ),
        (["/a", "/b", "https://web.archive.org/web/20110405123456/http://a.example/"], None, None),
    ],
    ids=["links without a host", "links with one", "a live page that cites a copy"],
)
def test_a_page_of_an_archive_of_the_web_leads_where_it_led(
    links: list[str], led: str | None, address: str | None, tmp_path: Path
) -> None:
    page = tmp_path / "source.html"
    written = "".join(f'<p><a href="{link}">Lamps</a> burn.</p>' for link in links)
    page.write_text(
        f"<html><body><div>The Wayback Machine - {_COPIED}</div><main>{written}</main></body>",
        "utf-8",
    )
    read = html.read(page)
    assert read.text.count(f"[Lamps]({led or links[-1]})") == (len(links) if led else 1)
    assert read.facts.address == address
