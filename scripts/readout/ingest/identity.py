"""Names for documents that stay the same wherever the corpus lies and whatever else is in it."""

import hashlib
from base64 import b32encode


def doc_id(path: str, key: bytes, occurrence: int) -> str:
    """Twelve letters and digits made of the file's relative path, the record's key, and how many such keys came before it.

    Sixty bits of BLAKE2b: among a million documents two would share an id in one of two million corpora.
    """
    hasher = hashlib.blake2b(digest_size=15)
    for part in (path.encode(), key, str(occurrence).encode()):
        hasher.update(len(part).to_bytes(8, "big") + part)
    return b32encode(hasher.digest())[:12].decode().lower()


class Occurrences:
    """How often each key was met so far; keeps 8 bytes of each key, so about 70 bytes of memory per record."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._repeats: dict[int, int] = {}

    def next(self, key: bytes) -> int:
        """0 for the first time the key is met, then 1, 2 …"""
        digest = int.from_bytes(hashlib.blake2b(key, digest_size=8).digest(), "big")
        if digest not in self._seen:
            self._seen.add(digest)
            return 0
        self._repeats[digest] = self._repeats.get(digest, 0) + 1
        return self._repeats[digest]


def text_sha256(text: str) -> str:
    """SHA-256 of a text with every run of white space folded to one blank and none at its ends."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
