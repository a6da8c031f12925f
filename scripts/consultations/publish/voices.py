"""Whose words stand where in an edition, as its page tells the client."""

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
