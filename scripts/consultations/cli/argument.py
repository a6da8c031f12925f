"""What is typed as an argument: text, and nothing else."""

import click


def as_text(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> str | None:
    """What was typed, if anything was, for click's `callback=`.

    Raises:
        click.BadParameter: bytes of it are no characters in the encoding of this terminal.
    """
    try:
        (typed or "").encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter(
            f"character {error.start + 1} is none in this terminal's encoding; type it as UTF-8"
        ) from None
    return typed
