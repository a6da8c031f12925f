"""A real server of PostgreSQL, started here, answers as the index in the folder does."""

import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from click.testing import CliRunner

from consultations import index
from consultations.cli.verbs.load import load as load_command
from consultations.cli.verbs.search import search as search_command
from consultations.errors import QueryError, ServerError
from consultations.index import quotation
from consultations.index.postgres import PostgresIndex, load
from consultations.index.postgres.connection import Database
from consultations.index.searchable import Searchable
from consultations.passages import SearchEdition, SearchPassage

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
"""Where Debian has the programs of each version of PostgreSQL."""
QUERIES = [
    *("recovery", "recover*", "rec?very", "recovry~", '"recovery"', "the OR of"),
    *('"of the"', '"service users"~5', "recovery NOT treatment", "NOT the", "NOT (the OR of)"),
    *("voice:quoted", "people voice:own", "people voice:quoted", "kind:heading recovery"),
    *("year:[2010 TO]", "year:[TO 2009] recovery", "kind:(footnote OR heading)"),
    *("2008", "1", '"1"', "10*", "s*", "*ing", "zzzz", "the the the"),
]


class Server:
    """One cluster in a folder of its own, reached by its socket and by nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = FOLDERS[-1]
        # A server refuses to run as root, for whom Debian's package has made somebody else.
        self.user = "postgres" if os.geteuid() == 0 else None
        self.address = f"postgresql://postgres@/postgres?host={folder}"

    def run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, user=self.user, cwd=self.folder)

    def start(self) -> None:
        if self.user:
            shutil.chown(self.folder, self.user)
        data = str(self.folder / "data")
        self.run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8")
        options = f"-c listen_addresses='' -c fsync=off -k {self.folder}"
        log = str(self.folder / "log")
        self.run("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if not FOLDERS:
        pytest.skip("PostgreSQL is not installed here (Debian's package postgresql)")
    # The path of a socket must be short.
    with TemporaryDirectory(prefix="pg") as folder:
        made = Server(Path(folder))
        made.start()
        try:
            yield made
        finally:
            made.stop()


@pytest.fixture(scope="module")
def kept(
    archive: list[SearchPassage], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[index.Index]:
    folder = tmp_path_factory.mktemp("kept") / "index"
    index.write(archive, folder)
    with index.Index(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def few(
    archive: list[SearchPassage], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[index.Index]:
    """The first passages, where it does not matter which there are."""
    folder = tmp_path_factory.mktemp("few") / "index"
    index.write(archive[:40], folder)
    with index.Index(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def served(server: Server, kept: index.Index) -> Iterator[PostgresIndex]:
    address = f"{server.address}&schema=debate"
    assert load(kept, address) == len(kept)
    with PostgresIndex(address) as opened:
        yield opened


def asked(archive: list[SearchPassage]) -> list[str]:
    """Queries of every form, and words, phrases and fields out of the archive itself."""
    chance = random.Random(7)  # noqa: S311 (no secret)
    made = list(QUERIES)
    for passage in chance.sample(archive, 40):
        words = re.findall(r"[^\W_]+", passage.text)[:40] or ["the"]
        at = chance.randrange(len(words))
        run = " ".join(words[at : at + chance.randint(1, 4)])
        form = chance.choice(['"{}"', "{}", '"{}"~3', "in:{id} {}", "{} NOT kind:footnote"])
        made.append(form.replace("{id}", passage.edition.id).format(run))
    return made


def told(opened: Searchable, query: str, sort: index.Sort) -> object:
    """What is answered, or what is said against the query."""
    try:
        return index.search(opened, query, sort=sort, limit=20)
    except QueryError as error:
        return str(error)


def test_a_query_finds_the_same_passages_in_the_same_order(
    archive: list[SearchPassage], kept: index.Index, served: PostgresIndex
) -> None:
    answers = set()
    for query, sort in zip(asked(archive), cycle(get_args(index.Sort)), strict=False):
        here = told(kept, query, sort)
        assert told(served, query, sort) == here, query
        answers.add(str(here))
    assert len(answers) > len(QUERIES)


def test_a_concordance_has_the_same_lines(kept: index.Index, served: PostgresIndex) -> None:
    for query in ("recovery", '"drug users"', "2008", "treatment voice:quoted"):
        here = index.concordance(kept, query, order="left")
        assert index.concordance(served, query, order="left") == here
        assert here


def test_a_quotation_is_checked_the_same(
    archive: list[SearchPassage], kept: index.Index, served: PostgresIndex
) -> None:
    long_ones = [p for p in archive if len(p.text.split()) > 30]
    here, there = quotation.Checker(kept), quotation.Checker(served)
    for passage in random.Random(3).sample(long_ones, 6):  # noqa: S311 (no secret)
        words = passage.text.split()
        for said in (" ".join(words[3:15]), " ".join([*words[3:9], "never", *words[9:15]])):
            assert there.check(said) == here.check(said)


def test_suggestions_are_the_same(kept: index.Index, served: PostgresIndex) -> None:
    for query in ("recvoery treatmnt", "zzzz recovery"):
        assert index.suggest(served, query) == index.suggest(kept, query)


def test_an_archive_takes_the_place_of_another_for_whoever_opens_it_next(
    server: Server, few: index.Index, archive: list[SearchPassage], tmp_path: Path
) -> None:
    address = f"{server.address}&schema=changing"
    load(few, address)
    index.write(archive[40:43], tmp_path / "index")
    with index.Index(tmp_path / "index") as other:
        load(other, address)
    with PostgresIndex(address) as opened:
        assert list(map(opened.passage, range(len(opened)))) == archive[40:43]


def test_a_load_that_fails_leaves_what_was_there(
    server: Server, few: index.Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"{server.address}&schema=failing"
    load(few, address)
    too_many = [("in", "x", [(1 << 40, (1 << 40) + 1)])]
    monkeypatch.setattr(index.Index, "values", lambda _: iter(too_many))
    with pytest.raises(ServerError, match="PostgreSQL"):
        load(few, address)
    with PostgresIndex(address) as opened:
        assert len(opened) == len(few)


def test_a_schema_that_holds_something_else_is_left_alone(server: Server, few: index.Index) -> None:
    name = 'theirs"; DROP SCHEMA public; --'
    database = Database.at(f"{server.address}&schema={name.replace(' ', '%20')}")
    with database.connected() as connection:
        connection.run(f"CREATE SCHEMA {database.schema}")
        connection.run(f"CREATE TABLE {database.schema}.accounts (n integer)")
    with pytest.raises(ServerError, match="holds what is not an archive's: accounts"):
        load(few, f"{server.address}&schema={name.replace(' ', '%20')}")


def test_what_a_source_says_is_never_a_statement(server: Server, tmp_path: Path) -> None:
    edition = SearchEdition("one", "'; DROP TABLE archive; --", None, "A", (), "2010", "response")
    texts = ["a,b\"c'd\\e", "\\.", "{1,2}\tNULL", "\\N", "𝔊 naïve “x”", "a\nb"]
    found = [SearchPassage(edition, f"p{n}", "paragraph", text) for n, text in enumerate(texts)]
    index.write(found, tmp_path / "index")
    address = f"{server.address}&schema=odd"
    with index.Index(tmp_path / "index") as opened:
        load(opened, address)
    with PostgresIndex(address) as opened:
        assert [opened.passage(n) for n in range(len(texts))] == found
        assert index.search(opened, "naive").total == 1
        assert index.search(opened, "'null'; --").total == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://me:secret@localhost:1/debate", "PostgreSQL: "),
        ("postgresql://me:secret@localhost", "no address of a database"),
        ("mysql://me:secret@localhost/debate", "no address of a database"),
        ("postgresql://me:secret@localhost:x/debate", "no address of a database"),
        ("postgresql://me:secret@localhost/debate?sslmode=maybe", "no address of a database"),
        ("postgresql://me:secret@localhost/debate?schema=%00", "no address of a database"),
        ("postgresql://me:secret@localhost/debate?colour=red", "no address of a database"),
        ("debate", "no address of a database"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(
    address: str, said: str
) -> None:
    with pytest.raises(ServerError) as raised:
        PostgresIndex(address)
    assert said in str(raised.value)
    assert "secret" not in str(raised.value)


def test_nothing_that_is_printed_has_the_password() -> None:
    database = Database.at("postgresql://me:secret@localhost/debate")
    assert database.settings["password"] == "secret"  # noqa: S105 (invented)
    assert "secret" not in repr(database)


def test_whoever_has_no_name_is_asked_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 4_000_000)
    with pytest.raises(ServerError) as raised:
        Database.at("postgresql://localhost/debate")
    assert "user@host" in raised.value.remedy


def test_a_database_without_an_archive_is_told(server: Server) -> None:
    with pytest.raises(ServerError, match="no archive") as raised:
        PostgresIndex(f"{server.address}&schema=empty")
    assert "consultations load" in raised.value.remedy


def test_the_commands(server: Server, few: index.Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "Index", lambda _: nullcontext(few))
    address = f"{server.address}&schema=told"
    loaded = CliRunner().invoke(load_command, [address], catch_exceptions=False)
    assert loaded.stdout == f"{len(few):,} passages loaded\n"
    here, there = (
        CliRunner().invoke(search_command, ["recovery", *server_], catch_exceptions=False)
        for server_ in ([], ["--server", address])
    )
    assert here.stdout == there.stdout != ""
