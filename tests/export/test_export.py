"""What is exported, read back by another hand than the client's."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations import export, index
from consultations.analysis import fold, stem
from consultations.errors import OutputError
from consultations.export import terms, writer
from consultations.passages import SearchEdition, SearchPassage, SearchQuestion

EDITIONS = [
    SearchEdition(
        "a", "First", "a-body", "A Body", (), "2001", "response", version="edition 3f9a2c1"
    ),
    SearchEdition("b", "Second", None, "", ("Jo Doe",), "2009-02", "paper"),
]


class Bytes:
    """Numbers and strings, one after the other, as docs/project/index-format.md draws them."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.previous = b""

    def number(self) -> int:
        result = shift = 0
        while True:
            byte, self.data = self.data[0], self.data[1:]
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    def take(self, size: int) -> bytes:
        found, self.data = self.data[:size], self.data[size:]
        return found

    def string(self) -> str:
        shared = self.number()
        self.previous = self.previous[:shared] + self.take(self.number())
        return self.previous.decode()


class Exported:
    """A folder of exported files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        sealed = (folder / "manifest.json").read_bytes()
        self.manifest = json.loads(sealed)
        told, _, digest = sealed.rpartition(b',"digest":"')
        assert digest == hashlib.sha256(told).hexdigest()[:12].encode() + b'"}\n'
        self.root = json.loads(self.shard("root", self.manifest["root"]))

    def shard(self, kind: str, name: str) -> bytes:
        packed = (self.folder / f"{kind}-{name}.bin").read_bytes()
        assert hashlib.sha256(packed).hexdigest().startswith(name)
        assert len(name) == 12
        return zlib.decompress(packed, -zlib.MAX_WBITS)

    def shards(self, kind: str, names: str) -> Iterator[bytes]:
        for i in range(0, len(names), 12):
            yield self.shard(kind, names[i : i + 12])

    def entries(self) -> Iterator[tuple[str, int, bool, bytes]]:
        bounds = self.root["terms"]["keys"]
        last = ""
        for i, shard in enumerate(self.shards("terms", self.root["terms"]["names"])):
            data = Bytes(shard)
            heads = []
            for _ in range(data.number()):
                key, items = data.string(), data.number()
                heads.append((key, items >> 1, bool(items & 1), data.number()))
            assert bounds[i] <= heads[0][0]
            assert last < bounds[i] or i == 0
            last = heads[-1][0]
            for key, items, sliced, size in heads:
                yield key, items, sliced, data.take(size)

    def positions(self) -> dict[str, list[int]]:
        found = {}
        for key, items, sliced, data in self.entries():
            if key[0] == "\x02" or key[-1] in "\x01\x04":
                continue
            read = self.sliced(data) if sliced else ascending(Bytes(data), items)
            found[key] = read
            assert len(read) == items
        return found

    def sliced(self, data: bytes) -> list[int]:
        table, first = Bytes(data), 0
        found: list[int] = []
        while table.data:
            first += table.number()
            count = table.number()
            part = self.shard("slice", table.take(6).hex())
            found += ascending(Bytes(part), count, first)
        return found

    def starts(self) -> list[int]:
        start = 0
        found: list[int] = []
        tables = self.shards("lengths", self.root["lengths"]["names"])
        for shard, first in zip(tables, self.root["lengths"]["starts"], strict=True):
            data = Bytes(shard)
            each = self.root["lengths"]["each"]
            for _ in range(min(each, self.root["passages"] - len(found))):
                found.append(start)
                start += data.number() + 1
            assert found[0] == first or len(found) > each
        return found


def ascending(data: Bytes, items: int, last: int = 0) -> list[int]:
    found = []
    for _ in range(items):
        last += data.number()
        found.append(last)
    return found


def archive(texts: list[str]) -> list[SearchPassage]:
    half = len(texts) // 2
    return [
        SearchPassage(EDITIONS[i >= half], f"p{i}", "paragraph", text, section=("Head",))
        for i, text in enumerate(texts)
    ]


def exported(passages: list[SearchPassage], folder: Path) -> Exported:
    index.write(passages, folder / "index")
    with index.Index(folder / "index") as opened:
        export.write(opened, folder / "search")
    return Exported(folder / "search")


def scanned(passages: list[SearchPassage]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    start = 0
    for passage in passages:
        words = fold(passage.text)
        for position, word in enumerate(words, start):
            found.setdefault(word, []).append(position)
        start += len(words) + 1
    return dict(sorted(found.items(), key=lambda item: item[0].encode()))


texts = st.lists(
    st.lists(st.sampled_from(["a", "ab", "abc", "b’s", "été", "日本", "𝐀", "zz"])).map(" ".join)
)


@settings(max_examples=40)
@given(texts)
def test_every_position_is_read_back(texts: list[str]) -> None:
    passages = archive(texts)
    with TemporaryDirectory() as folder:
        found = exported(passages, Path(folder))
        assert list(found.positions().items()) == list(scanned(passages).items())
        keys = [key.encode() for key, *_ in found.entries()]
        assert keys == sorted(keys)


def test_long_lists_stand_in_slices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "SLICE_BYTES", 16)
    passages = archive(["the cat and the dog"] * 100)
    found = exported(passages, tmp_path)
    assert found.positions() == scanned(passages)
    assert any(sliced for _, _, sliced, _ in found.entries())


def test_of_each_shard_is_told_from_where_on_its_keys_are(tmp_path: Path) -> None:
    passages = archive(["\U0001d4d0 été", *(f"w{n:03} w{n:03}x" for n in range(400))])
    found = exported(passages, tmp_path)
    assert found.positions() == scanned(passages)
    assert len(found.root["terms"]["keys"]) > 3
    keys = ["\x02in\x02a", "\x02kind\x02note", "\x02kind\x02notes", "ab"]
    entries = [terms.DictionaryEntry(key.encode(), 1, b"") for key in keys]
    bounds = [bound for bound, _ in terms.shards(entries, 1, 1)]
    assert bounds == ["", "\x02k", "\x02kind\x02notes", "a"]


def test_all_values_of_a_field_stand_in_one_shard_if_they_can() -> None:
    values = ["\x02in\x02a", "\x02in\x02b", "\x02kind\x02a", "\x02kind\x02b", "\x02type\x02a", "aa"]
    entries = [terms.DictionaryEntry(key.encode(), 1, bytes(10)) for key in values]
    kind = entries[2].size

    def bounds(most: int) -> list[str]:
        return [bound for bound, _ in terms.shards(entries, 1, most)]

    assert bounds(2 * kind) == ["", "\x02k", "\x02t", "a"]
    assert bounds(4 * kind) == ["", "\x02t", "a"]
    # Those of a field that is longer than a shard are parted.
    assert bounds(2 * kind - 1) == ["", "\x02k", "\x02kind\x02b", "\x02t", "a"]


def test_one_more_word_makes_no_other_blocks_of_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "SMALLEST_BLOCK", 1)
    # The best length of a block is 143 bytes before, and 144 with one more word: nine passages.
    texts = ["aa bbb cccc dddd"] * 323
    before, after = (
        exported(archive([*texts, last]), tmp_path / str(n)).root["blocks"]
        for n, last in enumerate(["a b c", "a b c d"])
    )
    assert before["passages"] == after["passages"]
    name = len(after["names"]) // len(after["passages"])
    assert before["names"][:-name] == after["names"][:-name]


def test_passages_are_read_back_from_the_blocks(tmp_path: Path) -> None:
    passages = archive([f"passage {i} " + "word " * 900 for i in range(12)])
    found = exported(passages, tmp_path)
    blocks = [json.loads(s) for s in found.shards("text", found.root["blocks"]["names"])]
    assert len(blocks) > 1
    assert [len(block["passages"]) for block in blocks] == found.root["blocks"]["passages"]
    firsts = accumulate((len(block["passages"]) for block in blocks), initial=0)
    read = [
        (*told, first + start, first + end, version, block["sections"][section], *rest)
        for first, block in zip(firsts, blocks, strict=False)
        for edition, section, *rest in block["passages"]
        for *told, start, end, version in [block["editions"][edition]]
    ]
    assert read == [
        (
            p.edition.id,
            p.edition.title,
            p.edition.body,
            p.edition.date,
            p.edition.type,
            list(p.edition.authors),
            *((0, 6) if p.edition.id == "a" else (6, 12)),
            p.edition.version,
            ["Head"],
            p.id,
            p.kind,
            None,
            p.text,
            [],
            [],
            "",
        )
        for p in passages
    ]
    assert found.starts() == [start * 903 for start in range(12)]
    assert [length for block in blocks for length in block["lengths"]] == [902] * 12


def test_where_a_document_changes_the_text_of_most_others_keeps_its_files(tmp_path: Path) -> None:
    def text(folder: str, more: str) -> set[str]:
        editions = [replace(EDITIONS[0], id=f"d{i:03}") for i in range(100)]
        passages = [
            SearchPassage(edition, f"p{i}", "paragraph", f"{edition.id} {i} " + "word " * 300)
            for edition in editions
            for i in range(3)
        ]
        new = replace(passages[0], id="new", text=more)
        exported([passages[0], new, *passages[1:]] if more else passages, tmp_path / folder)
        return {file.name for file in (tmp_path / folder / "search").glob("text-*")}

    before, after = text("before", ""), text("after", "more words " * 100)
    assert len(before) > 50
    assert len(before & after) > len(before) * 0.7


def test_documents_are_read_back_from_their_shards(tmp_path: Path) -> None:
    editions = [replace(EDITIONS[0], id=f"d{i:03}", title=f"Number {i}") for i in range(100)]
    passages = [
        SearchPassage(edition, f"p{i}", "paragraph", "word")
        for number, edition in enumerate(editions)
        for i in range(1 + number % 3)
    ]
    found = exported(passages, tmp_path)
    root = found.root["editions"]
    shards = [json.loads(s) for s in found.shards("editions", root["names"])]
    assert len(shards) > 1
    assert root["count"] == 100
    assert root["passages"] == [sum(row[-1] for row in rows) for rows in shards]
    assert [row for rows in shards for row in rows] == [
        [e.id, e.title, e.body, e.date, e.type, list(e.by), 1 + number % 3]
        for number, e in enumerate(editions)
    ]


def test_voices_and_notes_are_counted_as_javascript_counts(tmp_path: Path) -> None:
    (passage,) = archive(["\U0001d4d0 said: ‘no’"])
    quoting = replace(passage, voices=((9, 11, "Jo Doe"),), notes=((1, "3"),), pages=("14", "15"))
    found = exported([quoting], tmp_path)
    (block,) = [json.loads(s) for s in found.shards("text", found.root["blocks"]["names"])]
    assert block["passages"][0][-3:] == [[[10, 12, "Jo Doe"]], [[2, "3"]], "14–15"]


def test_what_the_source_has_leads_to_the_words_that_stand_there(tmp_path: Path) -> None:
    first, second = archive(["no more", "the service user’s view is here"])
    mended = replace(second, mended=((11, 11, "\n"), (12, 16, "uſer"), (24, 26, "was")))
    found = exported([first, mended], tmp_path)
    lists: dict[str, Any] = {}
    for key, items, _, data in found.entries():
        if key[0] == "\x03":
            read = Bytes(data)
            lists[key[1:]] = [(read.number(), read.number()) for _ in range(items)]
    # Where only a blank or the shape of a letter is mended, the words are the same.
    assert lists == {"was": [(7, 1)]}
    assert {key for key, *_ in found.entries() if key[0] == "\x02"} > {"\x02in\x02a"}


def test_what_documents_answer_is_read_back(tmp_path: Path) -> None:
    one = SearchQuestion("A1", "A1", "Why?", "views-2010/why")
    own = SearchQuestion("p9", None, "How so?", kind="recommendation")
    answers = replace(EDITIONS[0], consultation="views-2010", consultation_name="Views")
    again = replace(answers, id="b", questions=(one,))
    answers = replace(answers, questions=(own, one))
    passages = [
        SearchPassage(answers, "p1", "paragraph", "so", question="p9"),
        SearchPassage(again, "p2", "paragraph", "thus", question="A1"),
        SearchPassage(again, "p3", "paragraph", "else"),
    ]
    found = exported(passages, tmp_path)
    (block,) = [json.loads(s) for s in found.shards("text", found.root["blocks"]["names"])]
    assert [row[4] for row in block["passages"]] == [
        [None, None, "recommendation"],
        ["A1", "views-2010/why", "question"],
        None,
    ]
    consultations = json.loads(found.shard("consultations", found.root["consultations"]))
    questions = [["p9", None, "How so?"], ["views-2010/why", "A1", "Why?"]]
    assert consultations == [["views-2010", "Views", questions]]
    keys = {key[1:] for key, *_ in found.entries() if key.startswith("\x02question")}
    values = {"p9", "a1", "views-2010", "views-2010-why"}
    assert keys == {f"question\x02{value}" for value in values}


def test_values_and_stems_are_read_back(tmp_path: Path) -> None:
    passages = archive(["user users", "users", "", "using"])
    found = exported(passages, tmp_path)
    lists: dict[str, Any] = {}
    for key, items, _, data in found.entries():
        read = Bytes(data)
        if key[0] == "\x02":
            lists[key] = [(read.number(), read.number()) for _ in range(items)]
        elif key[-1] == "\x01":
            read.previous = key[:-1].encode()
            lists[key] = [read.string() for _ in range(items)]
    assert lists[f"{stem('users')}\x01"] == ["user", "users"]
    assert lists["\x02in\x02a"] == [(0, 2)]
    assert lists["\x02in\x02b"] == [(2, 2)]
    assert lists["\x02by\x02jo-doe"] == [(2, 2)]
    assert lists["\x02kind\x02paragraph"] == [(0, 4)]


def test_the_same_archive_gives_the_same_bytes_and_nothing_is_left_over(tmp_path: Path) -> None:
    def tree() -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in (tmp_path / "search").iterdir()}

    exported(archive(["one two", "two three"]), tmp_path)
    first = tree()
    exported(archive(["something else"]), tmp_path)
    same = {name.partition("-")[0] for name in tree().keys() & first.keys()}
    assert same == {"manifest.json", "consultations"}  # neither archive answers any
    exported(archive(["one two", "two three"]), tmp_path)
    assert tree() == first


def test_where_nothing_can_be_written_one_is_told(tmp_path: Path) -> None:
    index.write(archive(["word"]), tmp_path / "index")
    (tmp_path / "file").touch()
    with index.Index(tmp_path / "index") as opened, pytest.raises(OutputError):
        export.write(opened, tmp_path / "file" / "search")


def test_joints_stand_behind_their_words(tmp_path: Path) -> None:
    found = exported(archive(["spent 3.2 million", "non-violent 3 3,200"]), tmp_path)
    lists: dict[str, Any] = {}
    for key, items, _, data in found.entries():
        if key[-1] == "\x04":
            read, at = Bytes(data), 0
            told = lists.setdefault(key[:-1], [])
            for _ in range(items):
                at += read.number()
                told.append((at >> 4, at >> 2 & 3, at & 3))
    # Position, the kind of the joint before the word, and of that after it.
    assert lists == {
        "3": [(1, 0, 3), (8, 0, 3)],
        "2": [(2, 3, 2)],
        "million": [(3, 2, 0)],
        "non": [(5, 0, 1)],
        "violent": [(6, 1, 0)],
        "200": [(9, 3, 0)],
    }
