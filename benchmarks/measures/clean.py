"""Signs of rewriting, on what people wrote: each one is a false alarm."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import yaml

from measures.common import HOME, digest_of, known_languages, language_files, rows
from readout.ingest.inventory import corpus_root, inventory
from readout.ingest.shards import shards
from readout.ingest.stage import ParsedRow, ingest
from readout.score.proportion import share
from readout.segment.document import rows as segmented
from readout.segment.language import Detector
from readout.signals.document import rows as signs
from readout.signals.languages import tells
from readout.signals.sign import Part
from readout.tables.schema import ABOUT, SEGMENTS

HUMAN = {
    "releases of kremlin.ru": "corpora/kremlin_en/kremlin_en.jsonl.gz",
    "releases of the White House": "corpora/whitehouse_en/whitehouse_en.jsonl.gz",
}
REWRITTEN = {"spun", "machine_translated"}


def measured_clean(data: Path, show: Callable[[str], None]) -> Iterator[dict]:
    """The share of documents that people wrote, and that the stage `signals` takes neither for spun nor for machine translated."""
    for dataset, path in HUMAN.items():
        if (data / path).is_file():
            clean = [not _rewritten(record, dataset, show) for record in _records(data / path)]
            yield from rows("signals", "en", dataset, [("clean", share(sum(clean), len(clean)))], digest_of([data / path]))


def _records(file: Path) -> Iterator[ParsedRow]:
    """The documents of a file, read as a run reads them."""
    settings = yaml.safe_load((HOME / "config" / "config.yaml").read_text(encoding="utf-8"))["ingest"]
    for shard in shards(inventory(file), settings["shards"]).values():
        read = ingest(corpus_root(file), shard, {**settings, "outlets": []})
        yield from (row for row in read if isinstance(row, ParsedRow))


def _rewritten(record: ParsedRow, dataset: str, show: Callable[[str], None]) -> bool:
    read = segmented(record._asdict(), known_languages(), _detector())
    told = dict(zip(ABOUT.schema, read.about, strict=True))
    columns = [dict(zip(SEGMENTS.schema, row, strict=True)) for row in read.segments]
    parts = [Part(row["start"], row["end"], row["role"], row["rule"]) for row in columns]
    found = [row for row in signs(record.doc_id, record.text, parts, told["language"], told["words"], _tells()) if row[1] in REWRITTEN]
    for _, signal, _, start, end, detail in found:
        show(f"{dataset}: {signal} in record {record.record}: {record.text[start:end]!r} ({detail})")
    return bool(found)


@cache
def _detector() -> Detector:
    return Detector(known_languages())


@cache
def _tells():
    return tells(language_files())
