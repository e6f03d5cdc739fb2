"""All stages, on the example corpus."""

from collections.abc import Callable, Iterator
from pathlib import Path

from measures.common import HOME, rows
from readout.score.corpus import corpus_scores
from readout.score.corpus_events import event_errors
from readout.score.corpus_quotes import quote_errors
from readout.score.gold import digest, gold_below, read_gold

EXAMPLE = HOME / "examples" / "south-caucasus"


def measured_example(results: Path, show: Callable[[str], None]) -> Iterator[dict]:
    """Figures of all stages on the example corpus, from a run's results; of quotes and events the errors too."""
    from score import found_documents

    gold = gold_below(EXAMPLE / "gold")
    records = read_gold(gold)
    stages = {"parsed": "ingest", "published": "date", "segments": "segment", "signals": "signals", "dates": "date"}
    shards = {name: sorted(str(path) for path in results.glob(f"{stage}/*/{name}.parquet")) for name, stage in stages.items()}
    documents = found_documents(
        {record.source_path for record in records},
        *shards.values(),
        str(results / "dedupe/origins.parquet"),
        str(results / "link/mentions.parquet"),
        *(sorted(map(str, results.glob(f"quote/*/{name}.parquet"))) for name in ("speech", "speakers")),
        *(sorted(map(str, results.glob(f"coding/*/{name}.parquet"))) for name in ("events", "event_actors")),
    )
    for record in records:
        if document := documents.get((record.source_path, record.record)):
            what = f"{record.source_path}#{record.record}"
            errors = [
                *quote_errors(what, document.text, record.quotes or (), document.quotes),
                *event_errors(what, document.text, record.events or (), document.events),
            ]
            for error in errors:
                show(f"example {record.language} {error}")
    for stage, language, measure, figures in corpus_scores(records, documents):
        yield from rows(stage, language, "example corpus", [(measure, figures)], digest(gold))
