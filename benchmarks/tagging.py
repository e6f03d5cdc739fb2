"""Words per second of the taggers, tokenising included, on one core.

    python benchmarks/tagging.py [FILE …] [--language en] [--repeat 3]

Reads text files, or JSON lines with a field `text` or `raw` (gzip or not); without any the articles of the example corpus. Each
sentence is read once, as in a run. Prints the median of the repeats for the default settings, the accurate model and the fast one.
"""

import argparse
import gzip
import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOME / "scripts"), str(HOME / "benchmarks")]

from measures.common import known_languages

from readout.segment.sentences import sentences
from readout.tag.learned import LearnedTagger, Networks
from readout.tag.network import Models
from readout.tag.words import words

DOUBTS = {"default": 0.6, "accurate": 1.0, "fast alone": 0.0}
MOST_WORDS = 200_000


def main() -> None:
    """Read, repeat, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--language", default="en")
    options.add_argument("--repeat", type=int, default=3)
    given = options.parse_args()
    files = given.files or sorted((HOME / "examples").glob("*/articles/**/*.txt"))
    read = _sentences(files, given.language)
    count = sum(len(words(sentence)) for sentence in read)
    print(f"{len(read)} distinct sentences, {count} words; processor time of one thread, median of {given.repeat}")
    for name, doubt in DOUBTS.items():
        seconds = []
        for _ in range(given.repeat):
            tagger = LearnedTagger(Networks(Models(HOME / "models" / "names")), doubt)
            tagger.tag(read[:1])
            began = time.process_time()
            tagger.tag(read)
            seconds.append(time.process_time() - began)
        print(f"{name:12} {count / statistics.median(seconds):10,.0f} words/s")


def _sentences(files: list[Path], language: str) -> list[str]:
    splitting = known_languages().splitting[language]
    found: dict[str, None] = {}
    count = 0
    for text in _texts(files):
        for start, end in sentences(text, 0, len(text), splitting):
            sentence = text[start:end]
            if sentence not in found:
                found[sentence] = None
                count += len(words(sentence))
        if count > MOST_WORDS:
            break
    return list(found)


def _texts(files: list[Path]) -> Iterator[str]:
    for path in files:
        plain = path.name.removesuffix(".gz")
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", errors="replace") as lines:
            if plain.endswith(".jsonl"):
                for line in lines:
                    record = json.loads(line)
                    yield record.get("text") or record.get("raw") or ""
            else:
                yield lines.read()


if __name__ == "__main__":
    main()
