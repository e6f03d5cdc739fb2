"""What is known of names in any language, read from `config/languages/linking`: letters, given names, endings, words of bodies,
syllables of Korean and Chinese names, names of places, and what the best known are called."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

SHIPPED = Path(__file__).resolve().parents[3] / "config" / "languages" / "linking"
FILES = ("bodies", "endings", "given", "known", "letters", "persons", "places", "syllables")


class Knowledge(NamedTuple):
    """The parsed files of `config/languages/linking`, by their names."""

    bodies: Mapping
    endings: Mapping[str, list[str]]
    given: Mapping[str, list[str]]
    known: Mapping[str, Mapping[str, Mapping[str, list[str]]]]
    letters: Mapping
    persons: Mapping
    places: list[str]
    syllables: Mapping


def read_knowledge(files: Iterable[str]) -> Knowledge:
    """Read the files; ValueError where one is missing."""
    read = {Path(file).stem: yaml.load(Path(file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) for file in sorted(files)}
    if missing := set(FILES) - set(read):
        raise ValueError(f"linking: no file for {', '.join(sorted(missing))}")
    return Knowledge(**{name: read[name] for name in FILES})


@cache
def shipped() -> Knowledge:
    """The knowledge that comes with Readout."""
    return read_knowledge(str(path) for path in SHIPPED.glob("*.yaml"))
