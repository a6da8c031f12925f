"""Posts a review on its pull request, once, and keeps it current.

    python3 tools/post_review.py

Run by the workflow `post review`, with a token that may write to pull requests. Whatever the other
run has left may have been made by a stranger's code, and nothing of it is believed. GitHub's own
event says which commit of which branch it was. GitHub's list of requests says which of them has
that commit now. The text is posted as text: in a fenced block, up to a limit. Only the
standard library is used.
"""

import io
import json
import os
import re
import sys
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MARKER = "<!-- the review that this workflow keeps current -->"
LIMIT = 60_000
"""Characters of a review that are posted; GitHub takes 65,536."""
_ARTIFACT = 5_000_000
"""Bytes of an artifact that are fetched, and of the file in it that are read."""
_TICKS = re.compile("`+")


class GitHub:
    """The few things that are asked of GitHub's interface for programs."""

    def __init__(self, address: str, repository: str, token: str) -> None:
        self._root = f"{address}/repos/{repository}"
        self._token = token

    def ask(self, path: str) -> Any:
        """What stands at a path of the repository, as data."""
        return json.loads(self.fetch(path))

    def fetch(self, path: str) -> bytes:
        """The bytes at a path of the repository, up to a limit."""
        with urllib.request.urlopen(self._request(path), timeout=60) as answer:  # noqa: S310 (ours)
            data: bytes = answer.read(_ARTIFACT + 1)
        if len(data) > _ARTIFACT:
            raise ValueError(f"{path} is larger than {_ARTIFACT:,} bytes")
        return data

    def write(self, method: str, path: str, content: Mapping[str, str]) -> None:
        """Make or change what stands at a path."""
        request = self._request(path, method, json.dumps(content).encode())
        with urllib.request.urlopen(request, timeout=60):  # noqa: S310 (ours)
            pass

    def _request(
        self, path: str, method: str = "GET", data: bytes | None = None
    ) -> urllib.request.Request:
        request = urllib.request.Request(f"{self._root}/{path}", data, method=method)  # noqa: S310
        # Not sent on where GitHub leads to the store that keeps artifacts.
        request.add_unredirected_header("Authorization", f"Bearer {self._token}")
        request.add_header("Accept", "application/vnd.github+json")
        return request


def request_of(github: GitHub, run: Mapping[str, Any]) -> int | None:
    """The number of the open request whose head is the run's commit; None where it has moved on."""
    head = f"{run['head_repository']['owner']['login']}:{run['head_branch']}"
    query = urllib.parse.urlencode({"state": "open", "head": head, "per_page": "100"})
    for request in github.ask(f"pulls?{query}"):
        if request["head"]["sha"] == run["head_sha"]:
            return int(request["number"])
    return None


def review_of(github: GitHub, run: Mapping[str, Any]) -> str | None:
    """The text that the run has left; None where it left none."""
    found = github.ask(f"actions/runs/{int(run['id'])}/artifacts?per_page=100")
    for artifact in found["artifacts"]:
        if artifact["name"] == "review" and not artifact["expired"]:
            packed = github.fetch(f"actions/artifacts/{int(artifact['id'])}/zip")
            with zipfile.ZipFile(io.BytesIO(packed)) as files, files.open("review.md") as file:
                return file.read(_ARTIFACT).decode("utf-8", "replace")
    return None


def comment(review: str, commit: str) -> str:
    """The comment: the review in a block that nothing in it can end."""
    text = review if len(review) <= LIMIT else f"{review[:LIMIT]}\n… cut here: see the run's files"
    text = "".join(c for c in text if c.isprintable() or c == "\n")
    ticks = "`" * max(3, max(map(len, _TICKS.findall(text)), default=0) + 1)
    return f"{MARKER}\nOf {commit}:\n\n{ticks}markdown\n{text}\n{ticks}\n"


def post(github: GitHub, number: int, body: str) -> None:
    """Put the comment in the place of the one that was posted before, or make it."""
    for page in range(1, 11):
        found = github.ask(f"issues/{number}/comments?per_page=100&page={page}")
        for one in found:
            ours = one["user"]["login"] == "github-actions[bot]"
            if ours and one["body"].startswith(MARKER):
                github.write("PATCH", f"issues/comments/{int(one['id'])}", {"body": body})
                return
        if len(found) < 100:
            break
    github.write("POST", f"issues/{number}/comments", {"body": body})


def main(environment: Mapping[str, str]) -> int:
    """Post what the run that GitHub's event names has said."""
    event = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    run = event["workflow_run"]
    github = GitHub(
        environment["GITHUB_API_URL"],
        environment["GITHUB_REPOSITORY"],
        environment["GITHUB_TOKEN"],
    )
    number = request_of(github, run)
    review = review_of(github, run) if number is not None else None
    if number is None or review is None:
        sys.stderr.write("nothing to post: the request has moved on, or nothing was said of it\n")
        return 0
    post(github, number, comment(review, run["head_sha"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
