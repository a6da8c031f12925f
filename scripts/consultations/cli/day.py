"""The day on which a command is run."""

from datetime import UTC, datetime


def today() -> str:
    """The day as it is at Greenwich, in ISO 8601: a default for click's `--date`."""
    return datetime.now(UTC).date().isoformat()
