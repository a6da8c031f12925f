import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultations.intake.validation.decoding import NotTextError, decode

WELSH = "Cymraeg: tŷ, gŵr – “dyfyniad”\n"

AS_IT_IS = {
    "ascii": b"plain\n",
    "utf-8": WELSH.encode(),
    "crlf": b"one\r\ntwo\r\n",
    "form feed": b"one\x0ctwo",
    "next line and line separator": "one\u0085two\u2028three".encode(),
    "a mark within the text": "one\ufefftwo".encode(),
}


@pytest.mark.parametrize("data", AS_IT_IS.values(), ids=AS_IT_IS)
def test_text_is_taken_as_it_is(data: bytes) -> None:
    assert decode(data).encode() == data


def test_a_byte_order_mark_is_not_counted() -> None:
    assert decode(b"\xef\xbb\xbf" + WELSH.encode()) == WELSH


REFUSED = {
    "empty": (b"", "the file is empty"),
    "only a mark": (b"\xef\xbb\xbf", "the file is empty"),
    "only blanks": (b" \r\n\t\n", "no text in it"),
    "only what shows nothing": ("\u200b\u2066\u00ad\n".encode(), "no text in it"),
    "pdf": (b"%PDF-1.7\n", "a PDF"),
    "docx": (b"PK\x03\x04rest", "a ZIP file"),
    "doc": (b"\xd0\xcf\x11\xe0rest", "Microsoft Office"),
    "rtf": (b"{\\rtf1 text}", "RTF"),
    "utf-16": (WELSH.encode("utf-16"), "in UTF-16"),
    "utf-16, other order": ("\ufeff".encode("utf-16-be") + b"\0a", "in UTF-16"),
    "utf-16 without a mark": ("plain words".encode("utf-16-le"), "UTF-16 (without"),
    "utf-32": (WELSH.encode("utf-32"), "in UTF-32"),
    "behind a mark": (b"\xef\xbb\xbfA caf\xe9\n", "byte 8 (0xe9, line 1)"),
    "nul": (b"plain\0words", "byte 5 (line 1) is NUL"),
    "binary": (bytes(range(256)), "byte 0 (line 1) is NUL"),
    "latin-1": ("un\nélan".encode("latin-1"), "byte 3 (0xe9, line 2)"),
    "latin-1 is named": ("élan vital".encode("latin-1"), "it could be ISO 8859-1"),
    "cp1252 is named": ("a “quotation”".encode("cp1252"), "it could be Windows-1252"),
    "mixed": ("tŷ ".encode() + "élan".encode("latin-1"), "two encodings are mixed"),
    "lone surrogate": (b"a \xed\xa0\x80 b", "half of a surrogate pair"),
    "cut short": ("tŷ".encode()[:-1], "is not UTF-8"),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_text_in_utf8_is_named_and_refused(data: bytes, said: str) -> None:
    with pytest.raises(NotTextError) as failure:
        decode(data)
    assert said in str(failure.value)


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda t: t.encode("utf-16")))
@example(b"\xed")
@example(b"\xff\xfe")
def test_bytes_are_text_that_gives_them_back_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except NotTextError:
        return
    assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
