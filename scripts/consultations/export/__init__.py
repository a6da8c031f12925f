"""The export: an index as static shards and a manifest, which a browser asks without a server."""

from consultations.export.disk import disk_script, write_for_disk
from consultations.export.indexed import Indexed
from consultations.export.writer import write

__all__ = ["Indexed", "disk_script", "write", "write_for_disk"]
