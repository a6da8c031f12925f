"""What a change does beside its documents, as Markdown: other pages, and what stays as it was."""

from collections.abc import Collection, Sequence

from consultations.review.change.spans import code, some


def linked(ids: Sequence[str], stale: Collection[str]) -> str:
    """The documents without a changed word; one new document may bring many of them."""
    if not ids:
        return ""
    # What stands in a page that no build has made, nobody knows.
    unknown = [x for x in ids if any(file.startswith(f"docs/texts/{x}/") for file in stale)]
    others = [x for x in ids if x not in unknown]
    told = [f"## With other links: {len(ids)}"]
    if others:
        lead = "Each edition is as it was; its page leads to other places, or to more of them"
        told.append(f"{lead}: {some(others)}.")
    if unknown:
        told.append(f"**Pages that are not what the sources give: {some(unknown)}.**")
    return "\n\n".join(told)


def elsewhere(files: Sequence[str], same: Sequence[str]) -> str:
    """The documents without a changed byte, and how many files have changed, by folder."""
    folders: dict[str, int] = {}
    for path in files:
        parts = path.split("/")
        folder = "/".join(parts[:2]) if parts[0] in ("docs", "archive") else parts[0]
        folders[folder] = folders.get(folder, 0) + 1
    changed = [f"- {code(folder)}: {count} changed" for folder, count in sorted(folders.items())]
    are = "document is" if len(same) == 1 else "documents are"
    unchanged = (
        f"{len(same)} {are} byte for byte as before, under `archive/` and under `docs/texts/`: "
        "git has the same trees."
    )
    return "\n\n".join([unchanged, "Files by folder:", "\n".join(changed) or "- none"])
