"""What all measures share: where things lie, the languages, and how a row of figures is made."""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import yaml

from readout.segment.languages import Languages, languages
from readout.tables.schema import SCORES

HOME = Path(__file__).resolve().parents[2]


@cache
def known_languages() -> Languages:
    """The described languages, as a run compiles them."""
    files = language_files()
    return languages(sorted(files), files)


@cache
def language_files() -> dict[str, dict]:
    """The parsed language files by their codes."""
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (HOME / "config" / "languages").glob("*.yaml")}


def rows(stage: str, language: str, dataset: str, scores: Iterable, gold: str) -> Iterator[dict]:
    """Rows of `scores` for some (measure, share), with the digest of the gold."""
    for measure, figures in scores:
        row = dict(zip([column.name for column in SCORES.columns], (stage, language, dataset, measure, *figures), strict=True))
        yield row | {"gold": gold}


def digest_of(files: Iterable[Path]) -> str:
    """SHA-256 over names and contents of some files."""
    hashed = sha256()
    for file in sorted(files):
        hashed.update(file.name.encode() + b"\0" + file.read_bytes())
    return hashed.hexdigest()
