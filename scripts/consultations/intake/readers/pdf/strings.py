"""Strings of a PDF outside its pages, such as titles and labels; some are not valid text."""

import ctypes
from collections.abc import Callable


def string_of(write: Callable[..., int]) -> str:
    """A string that pdfium writes in UTF-16 when asked a second time with room for it.

    Args:
        write: takes a buffer and its bytes, and gives how many are needed.
    """
    size = write(None, 0)
    # A half of a character has no other half here, and could not be written.
    words = (ctypes.c_ushort * (size // 2))()
    write(words, size)
    return bytes(words).decode("utf-16-le", "replace").rstrip("\0")
