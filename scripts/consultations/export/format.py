"""What shards are made of: numbers, strings, names. docs/project/index-format.md describes it."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator

from consultations.analysis.contract import number, text

FORMAT = number("index.format")
HASH_BYTES = number("index.hash_bytes")
STEM, FIELD, READING = text("index.stem"), text("index.field"), text("index.reading")
JOINT = text("index.joint")
"""Control characters, which no word holds; contract.toml says what each does in a key."""
JOINT_CODES = number("index.joint_codes")
SEAL = text("index.seal")


def varints(*numbers: int) -> bytes:
    """Whole numbers from 0 up, each in as many bytes as it needs: 7 bits each, the lowest first.

    This is unsigned LEB128, as in DWARF and WebAssembly.
    """
    out = bytearray()
    for one in numbers:
        rest = one
        while rest > 0x7F:
            out.append(rest & 0x7F | 0x80)
            rest >>= 7
        out.append(rest)
    return bytes(out)


def gaps(ascending: Iterable[int]) -> Iterator[int]:
    """Each number's distance from the one before it; the first one's from 0.

    Distances are small where numbers are many, and so take fewer bytes (delta coding).
    """
    last = 0
    for here in ascending:
        yield here - last
        last = here


def front_coded(key: bytes, previous: bytes) -> bytes:
    """Each string as bytes shared with the one before, bytes that follow, and those bytes.

    This is front coding (Witten, Moffat and Bell, "Managing Gigabytes", 1999, section 4.1).
    """
    pairs = enumerate(zip(key, previous, strict=False))
    shared = next((i for i, (a, b) in pairs if a != b), min(len(key), len(previous)))
    return varints(shared, len(key) - shared) + key[shared:]


def pack(data: bytes) -> bytes:
    """Compressed as `deflate-raw`: hosts do not compress types that they do not know."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def hash_of(packed: bytes) -> str:
    """What a shard's name carries, in hexadecimal."""
    return hashlib.sha256(packed).hexdigest()[: 2 * HASH_BYTES]


def sealed(manifest: bytes) -> bytes:
    """A manifest, an object of JSON, with the hash of all that stands before it as its last member.

    No name carries the hash of the manifest, as names do for the other files: it is the first to be
    read, under a name that never changes.
    """
    told = manifest.removesuffix(b"}")
    return told + f'{SEAL}{hash_of(told)}"}}\n'.encode()
