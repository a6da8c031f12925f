"""The export: an index as static shards and a manifest, which a browser asks without a server."""

from consultations.export.disk import write_for_disk
from consultations.export.writer import Indexed, write

__all__ = ["Indexed", "write", "write_for_disk"]
