"""All forms of all spellings of a pack, as rows: what the tagger looks for, and what a reviewer can look up."""

from collections.abc import Iterable
from pathlib import Path

from readout.pack.actors import Actor
from readout.pack.files import read_yaml
from readout.pack.folding import folded, typographic
from readout.pack.inflection import forms
from readout.tables.schema import SPELLINGS

LONGEST_ACRONYM = 6


def read_naming(files: Iterable[str]) -> dict[str, dict]:
    """The rules on names of each language: file `ru.yaml` speaks of `ru`."""
    return {Path(file).stem: read_yaml(file) or {} for file in sorted(files)}


def spelling_rows(actors: Iterable[Actor], naming: dict[str, dict]) -> list[dict]:
    """One row of `spellings` per form of each spelling of each actor."""
    rows: dict[tuple, dict] = {}
    for actor in actors:
        for spelling in actor.spellings:
            for form in forms(spelling.text, actor.kind, actor.gender, naming.get(spelling.language, {})):
                row = {
                    "language": spelling.language,
                    "folded": folded(form.text),
                    "written": typographic(form.text),
                    "entity_id": actor.entity_id,
                    "kind": actor.kind,
                    "form": spelling.form,
                    # an acronym folded would be a word: МИД is not "мид", US is not "us"
                    "exact": spelling.exact or (spelling.text.isupper() and len(spelling.text) <= LONGEST_ACRONYM),
                    "suffixes": form.suffixes,
                }
                key = tuple(row[name] for name in SPELLINGS.key)
                rows[key] = _both(rows[key], row) if key in rows else row
    return list(rows.values())


def _both(first: dict, second: dict) -> dict:
    """One row for two that differ only in what may follow, or in exactness: either is allowed."""
    patterns = dict.fromkeys([first["suffixes"], second["suffixes"]])
    joined = "|".join(f"(?:{pattern or ''})" for pattern in patterns)
    suffixes = first["suffixes"] if len(patterns) == 1 else f"(?:{joined})"
    return first | {"suffixes": suffixes, "exact": first["exact"] and second["exact"]}
