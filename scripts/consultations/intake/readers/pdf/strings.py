"""Strings of a PDF outside its pages, as titles and labels, which may be no text at all."""

import ctypes
from collections.abc import Callable


def string_of(write: Callable[..., int]) -> str:
    """What pdfium writes in UTF-16, when it is asked a second time with room for it.

    Args:
        write: takes a buffer and its bytes, and gives how many are needed.
    """
    size = write(None, 0)
    # A half of a character has no other half here, and could not be written.
    words = (ctypes.c_ushort * (size // 2))()
    write(words, size)
    return bytes(words).decode("utf-16-le", "replace").rstrip("\0")
