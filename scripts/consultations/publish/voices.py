"""What the page of an edition tells the client of its passages: whose words, and which page."""

import json
from collections import defaultdict


def voices(edition: bytes) -> str:
    """The voices that an edition quotes, as JSON: by passage, where they stand and whose they are.

    A term that is set off by marks is nobody's quotation, and is left out.

    Args:
        edition: its data, as data/editions/<id>.json holds it.

    Returns:
        an object of lists of `[start, end, who]`, in code points of the passage's text; `who` is
        null where it is not known.
    """
    found = defaultdict(list)
    for quotation in json.loads(edition)["quotations"]:
        if quotation["kind"] != "term":
            said = [quotation["start"], quotation["end"], quotation["attributed_to"]]
            found[quotation["passage"]].append(said)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def printed_pages(edition: bytes) -> str:
    """The pages of its source on which each passage of an edition stands, as JSON.

    Args:
        edition: its data, as data/editions/<id>.json holds it.

    Returns:
        an object of labels, such as "14" or "14–15"; empty where the source has no pages.
    """
    found = {
        passage["id"]: "–".join(passage["pages"])
        for passage in json.loads(edition)["passages"]
        if "pages" in passage
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
