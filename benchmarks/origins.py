"""Search made-up documents for near copies, and print how long it took and how much memory: the cost of `dedupe` apart from reading.

.venv/bin/python benchmarks/origins.py [--documents 100000] [--bytes 2000]

One document in ten is an edited copy of the one before; it is counted how many were found, and how many were taken for one wrongly.
Words are drawn by frequency as in real texts (Zipf), from a fixed seed.
"""

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from readout.dedupe.kinship import Text
from readout.dedupe.origins import origins
from readout.dedupe.sketch import sketch

WORDS = 60_000
LETTERS = 6  # in a word; a blank follows
EDITED = 20  # one word in so many is another in an edited copy


def documents(count: int, size: int, seed: int = 7) -> Iterator[str]:
    """Texts of about `size` bytes; every tenth, from the second on, is its predecessor edited."""
    chance = np.random.default_rng(seed)
    alphabet = np.array(list("abcdefghijklmnopqrstuvwxyz"))
    words = np.array(["".join(letters) for letters in alphabet[chance.integers(0, 26, (WORDS, LETTERS))]])
    words[::7] = np.char.capitalize(words[::7])
    weights = 1 / np.arange(10, WORDS + 10)
    weights /= weights.sum()
    length = size // (LETTERS + 1)
    drawn = words[:0]
    for number in range(count):
        if number % 10 == 1:
            drawn = drawn.copy()
            drawn[chance.integers(0, length, length // EDITED)] = words[1]
        else:
            drawn = words[chance.choice(WORDS, length, p=weights)]
        yield " ".join(drawn)


def main() -> None:
    """Sketch, compare, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--bytes", type=int, default=2_000)
    given = options.parse_args()
    sketching = written = 0
    texts = []
    for words in documents(given.documents, given.bytes):
        written += len(words)
        begun = time.perf_counter()
        texts.append(Text(sketch(words)))
        sketching += time.perf_counter() - begun
    begun = time.perf_counter()
    found = origins(texts)
    comparing = time.perf_counter() - begun
    wanted = {number: number - 1 for number in range(1, given.documents, 10)}
    taken = {number: origin.place for number, origin in enumerate(found) if origin.relation != "origin"}
    seconds = sketching + comparing
    print(f"documents         {given.documents}, {written / 1e6:.1f} MB")
    print(f"time              {seconds:.1f} s: {sketching:.1f} s to sketch, {comparing:.1f} s to compare")
    print(f"documents/s       {given.documents / seconds:.0f}")
    print(f"MB/s              {written / 1e6 / seconds:.2f}")
    print(f"peak memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print(f"near copies       {sum(taken.get(number) == origin for number, origin in wanted.items())} of {len(wanted)} found")
    print(f"wrong             {sum(wanted.get(number) != origin for number, origin in taken.items())}")


if __name__ == "__main__":
    main()
