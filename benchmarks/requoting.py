"""Look made-up quotes up in made-up documents, and print how long it took and how much memory: the cost of `fidelity` apart from reading.

    python benchmarks/requoting.py [--documents 100000] [--bytes 2000]

Each document has three quotes; one in ten takes one of them from the document before, a quarter of its words replaced at random. It is
counted how many of these were found, and how many others. Words are drawn by frequency as in real texts (Zipf), from a fixed seed.
"""

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from readout.fidelity.candidates import Index
from readout.fidelity.parallels import parallels
from readout.fidelity.quotes import Quotes
from readout.fidelity.texts import Speech
from readout.fidelity.wording import words

WORDS = 60_000
LETTERS = 6  # in a word; a blank follows
QUOTE = 30  # words of a quote
QUOTES = 3
REPLACED = 0.25  # share of the words


def documents(count: int, size: int, seed: int = 7) -> Iterator[tuple[str, list[Speech]]]:
    """Texts of about `size` bytes, each with the places of its quotes; every tenth has the first one of the text before, altered."""
    chance = np.random.default_rng(seed)
    alphabet = np.array(list("abcdefghijklmnopqrstuvwxyz"))
    lexicon = np.array(["".join(letters) for letters in alphabet[chance.integers(0, 26, (WORDS, LETTERS))]])
    weights = 1 / np.arange(10, WORDS + 10)
    weights /= weights.sum()
    length = size // (LETTERS + 1)
    places = [QUOTE * 2 * number for number in range(QUOTES)]
    speech = [
        Speech(number, first * (LETTERS + 1), (first + QUOTE) * (LETTERS + 1) - 1, True, (), "en") for number, first in enumerate(places)
    ]
    before = lexicon[:QUOTE]
    for number in range(count):
        drawn = lexicon[chance.choice(WORDS, length, p=weights)]
        if number % 10 == 1:
            kept = chance.random(QUOTE) >= REPLACED
            drawn[:QUOTE][kept] = before[kept]
        before = drawn[:QUOTE].copy()
        yield " ".join(drawn), speech


def main() -> None:
    """Build, search and count."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--bytes", type=int, default=2000)
    given = options.parse_args()
    start = time.monotonic()
    quotes = Quotes(lambda word: 10.0)
    read = [(words(text, [(0, len(text))]), text, speech) for text, speech in documents(given.documents, given.bytes)]
    made = time.monotonic() - start
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.monotonic()
    for number, (own, text, speech) in enumerate(read):
        quotes.add(number, text, own, speech, [])
    index = Index([wording.words for wording in quotes.wordings])
    for number, (own, _, _) in enumerate(read):
        index.look(number, own.hashes, None)
    wanted: dict[int, list[int]] = {}
    for wording, number in index.candidates():
        if any(place.document != number for place in quotes.places[wording]):
            wanted.setdefault(number, []).append(wording)
    spoken = {number: speech for number, (_, _, speech) in enumerate(read)}
    days = [None] * len(read)
    pairs = {
        (row.place.document, row.document)
        for number, wordings in wanted.items()
        for found in quotes.find(wordings, index, read[number][1], read[number][0], read[number][2], frozenset())
        for row in parallels(found, number, quotes.places[found.wording], spoken, days, {})
    }
    taken = {(number, number - 1) for number in range(1, given.documents, 10)}
    hits = sum((one, other) in pairs and (other, one) in pairs for one, other in taken)
    wrong = sum((one, other) not in taken and (other, one) not in taken for one, other in pairs)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{given.documents} documents with {QUOTES * given.documents} quotes, cut into words in {made:.1f} s ({held:.0f} MB)")
    print(f"looked up in {time.monotonic() - start:.1f} s, {memory - held:.0f} MB more")
    print(
        f"{sum(map(len, wanted.values()))} candidates; found {hits} of {len(taken)} altered quotes in both directions, and {wrong} others"
    )


if __name__ == "__main__":
    main()
