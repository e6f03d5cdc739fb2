"""Texts read as a run reads them, from ingest to the linking of names, with the shipped configuration and without Snakemake."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from inspect import signature
from pathlib import Path

import polars as pl
import yaml

from measures.common import HOME
from readout.ingest.inventory import corpus_root, inventory
from readout.ingest.shards import shards
from readout.tables import store
from readout.tables.schema import ORIGINS

ONE_SHARD = {"minimum": 1, "maximum": 1, "files": 1, "slice_bytes": 1 << 40}


@dataclass(frozen=True)
class Read:
    """The files that the stages left for some records, all in one shard, below a folder."""

    folder: Path

    def __getattr__(self, table: str) -> str:
        """The path of a table's file: `read.sentences`."""
        if table.startswith("_"):
            raise AttributeError(table)
        return str(self.folder / f"{table}.parquet")

    def texts(self) -> list[tuple[str, int, str]]:
        """(doc_id, place of the record among those given, text) of each document."""
        rows = pl.read_parquet(self.parsed, columns=["doc_id", "record", "text"])
        return [(doc_id, record - 1, text) for doc_id, record, text in rows.iter_rows()]


def paths(pattern: str) -> list[str]:
    """The project's files that a pattern names, sorted."""
    return sorted(str(path) for path in HOME.glob(pattern))


def outlets() -> list[str]:
    """The shipped pack's list of outlets."""
    return paths("config/packs/south-caucasus/outlets.yaml")


def read(records: Iterable[dict], folder: Path) -> Read:
    """Read records, given as the fields of a line of JSON (`text` or `raw`, `date`, `url`, …), into an empty folder.

    A folder that holds what was read of the very same records before is taken as it is: who changes a stage before `quote` empties it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
    corpus, done = folder / "corpus.jsonl", folder / "done"
    digest = sha256(lines.encode()).hexdigest()
    if not (done.is_file() and done.read_text(encoding="utf-8") == digest):
        corpus.write_text(lines, encoding="utf-8")
        _stages(corpus, Read(folder))
        done.write_text(digest, encoding="utf-8")
    return Read(folder)


def _stages(corpus: Path, files: Read) -> None:
    """The stages' own scripts, each called with the files that its rule gives it."""
    from date import date
    from ingest import ingest
    from link import link
    from pack import pack
    from segment import segment
    from tag import tag

    config = yaml.safe_load((HOME / "config" / "config.yaml").read_text(encoding="utf-8"))
    (shard,) = shards(inventory(corpus), ONE_SHARD).values()
    languages = paths("config/languages/*.yaml")
    naming = paths("config/languages/names/*.yaml")
    pack(
        *(paths(f"{config['pack']}/*.yaml"), naming, outlets()),
        spellings=files.spellings,
        actors=files.actors,
        offices=files.offices,
        outlets=files.outlets,
    )
    ingest(str(corpus_root(corpus)), asdict(shard), config["ingest"], outlets(), files.ledger, files.parsed)
    segment(files.parsed, languages, config["segment"], files.segments, files.sentences, files.about)
    tag(files.parsed, files.sentences, files.spellings, naming, str(HOME / "models" / "names"), config["tag"], files.names)
    date(
        *(files.parsed, files.segments, files.sentences, files.about, files.names, files.offices, languages),
        dates=files.dates,
        target=files.published,
    )
    # each is its own origin: what links names does not look at them, what counts them does
    own = [(doc_id, doc_id, "origin", 1.0) for doc_id in pl.read_parquet(files.parsed, columns=["doc_id"])["doc_id"].unique()]
    store.write(ORIGINS, store.frame(ORIGINS, own), files.origins)
    link(
        *([files.names], [files.parsed], outlets(), files.actors, files.offices, files.spellings),
        knowledge=paths("config/languages/linking/*.yaml"),
        origins=files.origins,
        sql=paths("workflow/sql/link/*.sql"),
        memory="1GB",
        mentions=files.mentions,
        entities=files.entities,
        aliases=files.aliases,
        doubts=files.doubts,
    )


def spoken(files: Read) -> None:
    """Run the stage `quote` on what was read."""
    from quote import quote

    _called(quote, files)


def coded(files: Read) -> None:
    """Run the stage `coding` on what was read, and on what `quote` found there."""
    from coding import coding

    _called(coding, files)


def _called(script: Callable[..., None], files: Read) -> None:
    """Call a stage's script: its arguments bear the names of tables, or of the lists of files below."""
    lists = {
        "outlets": outlets(),
        "reference": paths("config/languages/reference/*.yaml"),
        "cues": paths("config/languages/speech/*.yaml"),
        "verbs": paths("config/packs/south-caucasus/verbs/*.yaml"),
    }
    script(**{name: lists.get(name) or getattr(files, name) for name in signature(script).parameters})
