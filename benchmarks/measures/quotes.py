"""Quotes and reported speech, on public gold of political news in English."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import yaml

from measures.common import digest_of, rows
from measures.pipeline import Read, read, spoken
from readout.score.attributions import GoldSpeech, polnear
from readout.score.speech import Said, compared, speech_scores

POLNEAR = "quotes/en_polnear/polnear_train_dev.tar.gz"
TELLING = Path(__file__).with_name("telling.yaml")


def measured_quotes(data: Path, show: Callable[[str], None], split: str = "dev", keep: Path | None = None) -> Iterator[dict]:
    """Figures of the stage `quote` on a part of PolNeAR: `dev` to score on, `train` to develop on. What the stages before it read stays in
    the folder `keep`, and is read there again."""
    archive = data / POLNEAR
    if not archive.is_file():
        return
    texts = list(polnear(archive, split))
    with TemporaryDirectory() as folder:
        files = read([_record(text) for text in texts], keep / f"polnear-{split}" if keep else Path(folder) / "read")
        spoken(files)
        found, names = said(files), _names(files)
    results, errors = [], []
    for place, text in enumerate(texts):
        one = compared(text, found.get(place, []), names.get(place, []), tells)
        results.append(one)
        errors += one.errors
    for error in shuffled(errors):
        show(f"PolNeAR {split} {error}")
    yield from rows("quote", "en", f"PolNeAR {split}", speech_scores(results), digest_of([archive, TELLING]))


def _record(text: GoldSpeech) -> dict:
    # a name holds publisher, day and title: the day is what a page would tell
    return {"id": text.name, "text": text.text, "date": text.name.split("_")[1]}


def shuffled(errors: list[str]) -> list[str]:
    """Errors in an order that is always the same and has nothing to do with that of the texts."""
    return sorted(errors, key=lambda error: sha256(error.encode()).digest())


def said(files: Read) -> dict[int, list[Said]]:
    """The quotes of each record by its place."""
    places = {doc_id: place for doc_id, place, _ in files.texts()}
    speakers: dict[tuple[str, int], list[str]] = {}
    for doc_id, number, entity in pl.read_parquet(files.speakers, columns=["doc_id", "quote", "entity_id"]).iter_rows():
        speakers.setdefault((doc_id, number), []).append(entity)
    found: dict[int, list[Said]] = {}
    for row in pl.read_parquet(files.speech).iter_rows(named=True):
        phrase = None if row["speaker_start"] is None else (row["speaker_start"], row["speaker_end"])
        entities = tuple(speakers.get((row["doc_id"], row["quote"]), ()))
        found.setdefault(places[row["doc_id"]], []).append(Said(row["start"], row["end"], row["kind"], phrase, entities))
    return found


def _names(files: Read) -> dict[int, list[tuple[int, int, str]]]:
    places = {doc_id: place for doc_id, place, _ in files.texts()}
    names: dict[int, list[tuple[int, int, str]]] = {}
    rows = pl.read_parquet(files.mentions, columns=["doc_id", "start", "end", "entity_id"]).drop_nulls()
    for doc_id, start, end, entity in rows.iter_rows():
        names.setdefault(places[doc_id], []).append((start, end, entity))
    return names


def tells(cue: str) -> bool:
    """Whether a cue holds a verb of telling."""
    forms, phrases = _telling()
    return any(word in forms for word in re.findall(r"\w+", cue.lower())) or bool(phrases.search(cue.lower()))


@cache
def _telling() -> tuple[frozenset[str], re.Pattern[str]]:
    listed = yaml.safe_load(TELLING.read_text(encoding="utf-8"))
    forms = set(listed["forms"].split())
    for verb in listed["regular"].split():
        stem = verb.removesuffix("e")
        past = f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{stem}ed"
        third = f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}es" if re.search(r"(?:s|sh|ch|x)$", verb) else f"{verb}s"
        forms |= {verb, third, past, f"{stem}ing"}
    return frozenset(forms), re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in listed["phrases"]))
