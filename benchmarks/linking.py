"""How fast, and in how much memory, distinct names are linked: synthetic ones, from seeded syllables, in Latin and Cyrillic letters.

    python benchmarks/linking.py [--names 200000]

Prints the time and the peak memory of the whole process. Each invented person is spelled in one to four ways (transliterated,
inflected, with an initial, with a father's name), so that there is something to link.
"""

import argparse
import random
import resource
import sys
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME / "scripts"))

from readout.link.clusters import clustered
from readout.link.compare import Comparer
from readout.link.knowledge import shipped
from readout.link.names import Gathered, Key
from readout.tag.naming import key

ONSETS = ["b", "v", "g", "d", "zh", "z", "k", "l", "m", "n", "p", "r", "s", "t", "f", "kh", "ts", "ch", "sh", "gr", "kr", "st", "vl", "dm"]
VOWELS = ["a", "e", "i", "o", "u", "a", "o"]
ENDINGS = ["ov", "ev", "in", "yan", "ian", "shvili", "adze", "enko", "uk", "li", "zade", "sky", ""]
CYRILLIC = {
    "shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "ya": "я", "ia": "иа", "yu": "ю", "a": "а", "b": "б",
    "v": "в", "g": "г", "d": "д", "e": "е", "z": "з", "i": "и", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п",
    "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "y": "и", "h": "х",
}  # fmt: skip


def main() -> None:
    """Invent the names, link them, print what it took."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--names", type=int, default=200_000)
    wanted = options.parse_args().names
    gathered = invented(wanted)
    began = time.perf_counter()
    joined, doubts = clustered(gathered, [], Comparer(shipped()))
    took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    entities = len({one.canonical for one in joined.values()})
    print(f"{len(joined)} distinct names, {entities} entities, {len(doubts)} doubts: {took:.1f} s, {peak:.0f} MB at most")


def invented(wanted: int) -> Gathered:
    """So many distinct names of persons, in a few spellings each."""
    chance = random.Random(1)
    gathered = Gathered()
    given = [_word(chance, 2, "") for _ in range(400)]
    surnames = [_word(chance, 2, chance.choice(ENDINGS)) for _ in range(wanted // 6)]
    while len(gathered.names) < wanted:
        first, last, father = chance.choice(given), chance.choice(surnames), chance.choice(given)
        spellings = [(f"{first} {last}", "en")]
        if chance.random() < 0.5:
            spellings.append((f"{_cyrillic(first)} {_cyrillic(last)}", "ru"))
        if chance.random() < 0.3:
            spellings.append((f"{_cyrillic(first)}а {_cyrillic(last)}а", "ru"))
        if chance.random() < 0.2:
            spellings.append((f"{first} {father} oglu {last}", "en"))
        if chance.random() < 0.1:
            spellings.append((f"{first[0]}. {last}", "en"))
        for surface, language in spellings:
            gathered.document([(Key("PER", key(surface, language)), surface, language)], [], [])
    return gathered


def _word(chance: random.Random, syllables: int, ending: str) -> str:
    word = "".join(chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables))
    return (word + chance.choice("rnlmdst") + ending).capitalize()


def _cyrillic(word: str) -> str:
    low, made = word.lower(), ""
    while low:
        size = next(size for size in (4, 2, 1) if low[:size] in CYRILLIC)
        made, low = made + CYRILLIC[low[:size]], low[size:]
    return made.capitalize()


if __name__ == "__main__":
    main()
