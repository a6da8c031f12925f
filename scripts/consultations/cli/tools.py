"""The tools of `consultations mcp`, by the SDK of the Model Context Protocol.

Only `cli/verbs/mcp.py` loads this module, and only where the SDK is installed.
"""

from datetime import date
from typing import Any

import click
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from consultations import __version__, index
from consultations.cli.citation import citation
from consultations.cli.day import today
from consultations.cli.verbs.quote import report_as_data
from consultations.cli.verbs.search import results_as_data
from consultations.errors import ConsultationsError
from consultations.index import quotation
from consultations.publish.site import site_name
from consultations.settings import Project

_INSTRUCTIONS = (
    "An archive of documents as checked editions. Before you quote words from it, check them with "
    "check_quotation, and quote them only as they stand there. Say whose words they are: `voice` "
    "is `own` for the document's, a name or a description for somebody whom it quotes, null where "
    "it is not known who is quoted. Cite with cite."
)
_MOST = 50
"""Hits that one call may ask for."""


def tool_server(project: Project) -> MCPServer[Any]:
    """A server with the tools for one project, from its last build."""
    made: MCPServer[Any] = MCPServer(
        "consultations", version=__version__, instructions=_INSTRUCTIONS, log_level="ERROR"
    )

    @made.tool()
    def search(query: str, limit: int = 10) -> dict[str, Any]:
        """Find passages: words, "exact phrases", OR, NOT, word*, in:ID, year:2008, voice:quoted."""
        # Opened for each call: a build may put another index there while the server runs.
        try:
            with index.Index(project.cache / "index") as opened:
                answer = index.search(opened, query, limit=max(1, min(limit, _MOST)))
        except ConsultationsError as error:
            raise ToolError(str(error)) from error
        return results_as_data(query, answer)

    @made.tool()
    def check_quotation(text: str) -> dict[str, Any]:
        """Say whether words stand in the archive as they are quoted, where, and whose they are."""
        if quotation.is_wordless(text):
            raise ToolError("there is no word in it to look for; give the words that are quoted")
        try:
            with index.Index(project.cache / "index") as opened:
                return report_as_data(quotation.Checker(opened).check(text))
        except ConsultationsError as error:
            raise ToolError(str(error)) from error

    @made.tool()
    def cite(
        id: str,  # noqa: A002 (as the command and the data call it)
        passage: str | None = None,
        words: str | None = None,
        style: str = "plain",
    ) -> str:
        """Cite a document, a passage of it, words of that passage, or a work, in a style."""
        try:
            site, day = site_name(project), date.fromisoformat(today())
            return citation(project, site, id, passage, words, style, day).rstrip("\n")
        except click.UsageError as error:
            raise ToolError(error.message) from error
        except ConsultationsError as error:
            raise ToolError(str(error)) from error

    return made


def serve(project: Project) -> None:
    """Serve on stdin and stdout until the program that asks goes away."""
    tool_server(project).run("stdio")
