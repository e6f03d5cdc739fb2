"""Encounters that the titles of official releases tell of, coded from the bodies of the releases alone."""

import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import polars as pl
import yaml

from measures.common import digest_of, rows
from measures.pipeline import Read, coded, paths, read, spoken
from measures.quotes import shuffled
from readout.pack.actors import read_pack
from readout.pack.folding import folded
from readout.score.encounters import Judged, Met, encounter_scores, has, judged
from readout.score.titles import Encounter, encounter

KREMLIN = "corpora/kremlin_en/kremlin_en.jsonl.gz"
WHITE_HOUSE = "corpora/whitehouse_en/whitehouse_en.jsonl.gz"
OFFICES = Path(__file__).with_name("offices.yaml")


MOST = 800
"""So many releases of a source are read at most, taken evenly from all that have an encounter in their title."""
LATER = "2010"
"""From this year on releases of the Kremlin have leads, which tell the encounter: they are scored by themselves as well."""


class Release(NamedTuple):
    """A release: the record without its title, the encounter that the title tells, and the title itself."""

    record: dict
    told: Encounter
    title: str


def measured_encounters(data: Path, show: Callable[[str], None], part: str = "dev", keep: Path | None = None) -> Iterator[dict]:
    """Figures of encounters in the releases of the Kremlin and of the White House: `dev` to score on, `train` to develop on."""
    for dataset, name, releases in (("kremlin.ru", KREMLIN, kremlin), ("the White House", WHITE_HOUSE, white_house)):
        file = data / name
        if not file.is_file():
            continue
        every = list(releases(file, part))
        taken = [every[place * len(every) // MOST] for place in range(MOST)] if len(every) > MOST else every
        with TemporaryDirectory() as folder:
            files = read([one.record for one in taken], (keep or Path(folder)) / f"encounters-{releases.__name__}-{part}")
            spoken(files)
            coded(files)
            found = _met(files)
            texts = {place: text for _, place, text in files.texts()}
        cases, errors = [], []
        for place, one in enumerate(taken):
            text, met = texts.get(place, ""), found.get(place, [])
            case = judged(one.told, text, date.fromisoformat(one.record["date"]), met)
            cases.append(case)
            errors += _errors(one, case, text, met)
        for error in shuffled(errors):
            show(f"{dataset} {part} {error}")
        gold = digest_of([file, OFFICES])
        yield from rows("coding", "en", f"encounters of {dataset}, {part}", encounter_scores(cases), gold)
        later = [case for one, case in zip(taken, cases, strict=True) if one.record["date"] >= LATER]
        if len(later) < len(cases):
            yield from rows("coding", "en", f"encounters of {dataset} since {LATER}, {part}", encounter_scores(later), gold)


def _met(files: Read) -> dict[int, list[Met]]:
    """The encounters coded in each record, by its place."""
    texts = {doc_id: (place, text) for doc_id, place, text in files.texts()}
    called: dict[str, set[str]] = {actor.entity_id: {actor.name} for actor in read_pack(paths("config/packs/south-caucasus/*.yaml"))}
    for entity, surface in pl.read_parquet(files.mentions, columns=["entity_id", "surface"]).drop_nulls().unique().iter_rows():
        called.setdefault(entity, set()).add(surface)
    parties: dict[tuple[str, int], list[tuple[str, tuple[str, ...]]]] = {}
    for row in pl.read_parquet(files.event_actors).iter_rows(named=True):
        phrase = texts[row["doc_id"]][1][row["start"] : row["end"]]
        names = (phrase, *sorted(called.get(row["entity_id"] or "", ())))
        parties.setdefault((row["doc_id"], row["event"]), []).append((row["role"], names))
    found: dict[int, list[Met]] = {}
    for row in pl.read_parquet(files.events).iter_rows(named=True):
        if row["type"] == "CONSULT":
            days = None if row["earliest"] is None else (row["earliest"], row["latest"])
            sides = tuple(parties.get((row["doc_id"], row["event"]), ()))
            place = texts[row["doc_id"]][0]
            found.setdefault(place, []).append(Met(row["trigger_start"], row["mode"], row["status"], days, sides))
    return found


def _errors(one: Release, case: Judged, text: str, met: Iterable[Met]) -> Iterator[str]:
    """What was missed, what was told first and is not the title's, and every encounter coded, to be read by eye."""
    if not case.found:
        what = "wrong mode" if case.met else "missed" if case.told else "missed, not told"
        coded = " ; ".join(_in_words(each) for each in met)
        yield f"{what}: {one.told.mode} {one.told.name} | {one.record['date']} | {_shown(text, 0, 300)} | {coded}"
    if case.first is False:
        first = min((each for each in met if each.status == "asserted"), key=lambda each: each.start)
        around = _shown(text, first.start - 150, first.start + 150)
        yield f"first: {one.told.mode} {one.told.name} | {one.record['date']} | {around} | {_in_words(first)}"
    for each in met:
        ours = "title's" if has(each, one.told) else "other"
        yield f"coded: {ours} | {one.record['date']} | {_shown(text, each.start - 150, each.start + 150)} | {_in_words(each)}"


def _shown(text: str, start: int, end: int) -> str:
    return text[max(0, start) : end].replace("\n", "¶")


def _in_words(one: Met) -> str:
    days = "–".join(map(str, one.days)) if one.days else "no day"
    return f"{one.mode} {one.status} {days}: " + ", ".join(
        f"{role} {names[0]!r}={names[-1] if len(names) > 1 else None}" for role, names in one.parties
    )


def kremlin(file: Path, part: str) -> Iterator[Release]:
    """The releases with even identifiers (`train`) or odd ones (`dev`) whose titles tell an encounter.

    The lead above a release's text belongs to its body.
    """
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            told = encounter(given["title"], no_names(), offices())
            if told and given["date"] and given["id"] % 2 == (part == "dev"):
                text = "\n\n".join(filter(None, (given["lead"], given["text"])))
                yield Release({"id": str(given["id"]), "text": text, "date": given["date"], "url": given["url"]}, told, given["title"])


def white_house(file: Path, part: str) -> Iterator[Release]:
    """The same of the releases of 2021 (`train`) or 2022 (`dev`)."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            _, front, body = given["raw"].split("---\n", 2)
            about = yaml.safe_load(front)
            told = encounter(about["title"], no_names(), offices())
            if told and str(about["date"]).startswith("2022" if part == "dev" else "2021"):
                # the address tells the title too
                site = re.match(r"https?://[^/]+/", about["source_url"])[0]
                front = yaml.safe_dump({"date": str(about["date"]), "source_url": site})
                yield Release({"id": given["path"], "raw": f"---\n{front}---\n{body}", "date": str(about["date"])}, told, about["title"])


@cache
def offices() -> frozenset[str]:
    """Words of offices that one person bears, folded."""
    return frozenset(folded(word) for word in yaml.safe_load(OFFICES.read_text(encoding="utf-8"))["offices"].split())


@cache
def no_names() -> frozenset[str]:
    """Words with capitals that stand before names in titles and are none, folded."""
    listed = " ".join(yaml.safe_load(OFFICES.read_text(encoding="utf-8")).values()).split()
    countries = [
        word
        for actor in read_pack(paths("config/packs/south-caucasus/*.yaml"))
        for one in actor.spellings
        if actor.entity_id.startswith("country:") and one.language == "en" and "Islands" not in one.text
        for word in re.findall(r"[\w'’-]+", one.text)
    ]
    return frozenset(folded(word) for word in (*listed, *(f"{word}s" for word in listed), *countries))
