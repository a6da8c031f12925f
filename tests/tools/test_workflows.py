"""The workflows: what they may do, what they run, and how a review is posted."""

import io
import json
import re
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from consultations import cli
from consultations.founding import Program, found_archive
from tools import post_review

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SHA = "a" * 40


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of another debate, which has workflows of its own."""
    root = tmp_path_factory.mktemp("new") / "piers"
    found_archive(root, "Piers", Program("consultations==9.9"))
    return root


def test_a_new_archive_has_the_same_review_as_this_one(new: Path) -> None:
    for path in ("tools/review", "tools/post_review.py", ".github/workflows/post-review.yml"):
        assert (new / path).read_bytes() == (ROOT / path).read_bytes(), path
    here, there = (
        yaml.safe_load((root / ".github/workflows/site.yml").read_text("utf-8"))
        for root in (ROOT, new)
    )
    assert there["permissions"] == here["permissions"]
    assert there["jobs"]["publish"] == here["jobs"]["publish"]
    ours, theirs = (of["jobs"]["review"] for of in (here, there))
    assert {key: theirs[key] for key in theirs if key != "steps"} == {
        key: ours[key] for key in ours if key != "steps"
    }
    kept = [[step for step in job["steps"] if "with" in step] for job in (ours, theirs)]
    for step in kept[0]:
        # What a set-up from locked requirements keeps between runs.
        for key in ("cache", "cache-dependency-path"):
            step["with"].pop(key, None)
    assert kept[0] == kept[1]


def test_every_step_of_a_new_archive_is_a_program_or_a_script_that_it_has(new: Path) -> None:
    files = sorted((new / ".github" / "workflows").glob("*.yml"))
    assert {file.name for file in files} == {"post-review.yml", "site.yml"}
    for file in files:
        text = file.read_text(encoding="utf-8")
        for action in re.findall(r"uses: (.+)", text):
            assert action in (ROOT / ".github/workflows/site.yml").read_text("utf-8")
        for command in re.findall(r"(?m)^ *(?:- )?run: (.+)$", text):
            assert "${{" not in command, "what an event says goes through the environment"
            program, first, *_ = command.split()
            if program in ("sh", "python3"):
                assert (new / first).is_file()
            elif program == "consultations":
                assert first in cli.VERBS
            else:
                assert command == "pip install -r requirements.txt"
        assert "permissions:\n" in text
        assert "${{ secrets." not in text
        assert "pull_request_target" not in text


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: str(file.name))
def test_every_action_is_named_by_its_commit_and_every_step_is_a_script(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for action in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)
    for command in re.findall(r"(?m)^ *(?:- )?run: (.+)$", text):
        assert "${{" not in command, "what an event says goes through the environment"
        program = command.split()[0]
        assert program == "make" or (ROOT / command.split()[program == "python3"]).is_file()
    assert "permissions:\n" in text
    assert "${{ secrets." not in text
    assert "pull_request_target" not in text


def test_a_request_is_checked_as_it_was_committed() -> None:
    text = (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    review = text[text.index("\n  review:") : text.index("\n  build:")]
    assert review.index("tools/review") < review.index("make build"), "a build mends stale pages"


def test_only_what_posts_may_write_to_requests_and_it_runs_no_code_of_the_request() -> None:
    for file in WORKFLOWS:
        text = file.read_text(encoding="utf-8")
        if "pull-requests: write" in text:
            assert "workflow_run:" in text
            assert "ref: ${{ github.event.repository.default_branch }}" in text
            assert "make " not in text


class Answers(BaseHTTPRequestHandler):
    """Stands in for GitHub."""

    heads: dict[int, str]
    comments: list[dict[str, Any]]
    review: bytes
    written: list[tuple[str, str, str]]

    def do_GET(self) -> None:
        if self.path.endswith("/zip"):
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w") as files:
                files.writestr("review.md", self.review)
                files.writestr("../../etc/evil", "x")
            return self._answer(packed.getvalue())
        if "/pulls?" in self.path:
            found = [{"number": n, "head": {"sha": sha}} for n, sha in self.heads.items()]
            return self._answer(json.dumps(found).encode())
        if "/artifacts" in self.path:
            found = [{"name": "preview", "id": 1, "expired": False}]
            found += [{"name": "review", "id": 2, "expired": False}]
            return self._answer(json.dumps({"artifacts": found}).encode())
        return self._answer(json.dumps(self.comments).encode())

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        self.written.append((self.command, self.path, body))
        self._answer(b"{}")

    do_PATCH = do_POST  # noqa: N815 (as the server calls it)

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def _answer(self, data: bytes) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def github(tmp_path: Path) -> Iterator[tuple[type[Answers], dict[str, str]]]:
    Answers.heads, Answers.comments, Answers.written = {7: SHA}, [], []
    Answers.review = b"# Review\n"
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    event = tmp_path / "event.json"
    run = {"id": 5, "head_sha": SHA, "head_branch": "x", "head_repository": {}}
    run["head_repository"] = {"owner": {"login": "stranger"}}
    event.write_text(json.dumps({"workflow_run": run}), encoding="utf-8")
    yield (
        Answers,
        {
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_API_URL": f"http://127.0.0.1:{server.server_port}",
            "GITHUB_REPOSITORY": "us/archive",
            "GITHUB_TOKEN": "token",
        },
    )
    server.shutdown()
    server.server_close()


Github = tuple[type[Answers], dict[str, str]]


def test_a_review_is_posted_once_and_then_kept_current(github: Github) -> None:
    answers, environment = github
    assert post_review.main(environment) == 0
    ((method, path, body),) = answers.written
    assert (method, path) == ("POST", "/repos/us/archive/issues/7/comments")
    assert "# Review" in body
    answers.comments = [
        {"id": 1, "user": {"login": "stranger"}, "body": body},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": body},
    ]
    assert post_review.main(environment) == 0
    assert answers.written[1][:2] == ("PATCH", "/repos/us/archive/issues/comments/2")


def test_nothing_is_posted_on_a_request_that_has_another_commit_now(github: Github) -> None:
    answers, environment = github
    answers.heads = {7: "b" * 40}
    assert post_review.main(environment) == 0
    assert answers.written == []


@pytest.mark.parametrize("text", ["```\n@everyone\n```", "`" * 50, "x" * 100_000, "\x1b[2J\u202e"])
def test_no_text_gets_out_of_its_block(github: Github, text: str) -> None:
    answers, environment = github
    answers.review = text.encode()
    post_review.main(environment)
    body = answers.written[0][2]
    assert len(body) < 65_536
    lines = body.split("\n")
    fence = lines[3].removesuffix("markdown")
    assert [n for n, line in enumerate(lines) if line.startswith(fence)] == [3, len(lines) - 2]
    assert "\x1b" not in body
