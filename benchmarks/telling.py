"""Documents per second from sentences to quotes, events, terms and claimed numbers, on one core.

    python benchmarks/telling.py [RESULTS] [--repeat 3]

RESULTS is the folder of a finished run; without one, `results`. The stages `quote`, `coding` and `frame` read its files once more, shard by
shard, and write into a folder that goes again, as in a run. Prints the processor time of one thread: the median of the repeats.
"""

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import yaml

HOME = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOME / "scripts")]

from coding import coding
from frame import frame
from quote import quote

LANGUAGES = HOME / "config" / "languages"


def main() -> None:
    """Run the three stages, repeat, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("results", nargs="?", type=Path, default=HOME / "results")
    options.add_argument("--repeat", type=int, default=3)
    given = options.parse_args()
    shards = sorted(path.parent.name for path in given.results.glob("ingest/*/parsed.parquet"))
    texts = [pl.read_parquet(given.results / "ingest" / shard / "parsed.parquet", columns=["text"])["text"] for shard in shards]
    documents, megabytes = sum(map(len, texts)), sum(text.str.len_bytes().sum() for text in texts) / 1e6
    pack = HOME / yaml.safe_load((HOME / "config" / "config.yaml").read_text(encoding="utf-8"))["pack"]
    seconds: dict[str, list[float]] = {}
    for _ in range(given.repeat):
        took = dict.fromkeys(("quote", "coding", "frame"), 0.0)
        for shard in shards:
            with TemporaryDirectory() as folder:
                for stage, run in _stages(given.results, shard, pack, Path(folder)).items():
                    began = time.process_time()
                    run()
                    took[stage] += time.process_time() - began
        for stage, spent in took.items():
            seconds.setdefault(stage, []).append(spent)
    print(f"{documents} documents, {megabytes:.1f} MB; processor time of one thread, median of {given.repeat}")
    medians = {stage: statistics.median(spent) for stage, spent in seconds.items()}
    for stage, spent in [*medians.items(), ("together", sum(medians.values()))]:
        print(f"{stage:10} {spent:7.2f} s {documents / spent:9,.0f} documents/s {megabytes / spent:7.2f} MB/s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:,.0f} MB")


def _stages(results: Path, shard: str, pack: Path, out: Path) -> dict[str, Callable[[], None]]:
    """The three stages on one shard, in their order, each ready to run."""

    def of(stage: str, table: str) -> str:
        return str(results / stage / shard / f"{table}.parquet")

    def files(folder: Path) -> list[str]:
        return sorted(map(str, folder.glob("*.yaml")))

    read = {
        "parsed": of("ingest", "parsed"),
        "sentences": of("segment", "sentences"),
        "published": of("date", "published"),
        "mentions": str(results / "link" / "mentions.parquet"),
    }
    told = {
        "segments": of("segment", "segments"),
        "outlets": [str(pack / "outlets.yaml")],
        "actors": str(results / "pack" / "actors.parquet"),
        "offices": str(results / "pack" / "offices.parquet"),
        "reference": files(LANGUAGES / "reference"),
    }
    said = {"speech": str(out / "speech.parquet")}
    speakers = {"speakers": str(out / "speakers.parquet")}
    return {
        "quote": lambda: quote(**read, **told, cues=files(LANGUAGES / "speech"), **said, **speakers),
        "coding": lambda: coding(
            **read,
            **told,
            **said,
            **speakers,
            dates=of("date", "dates"),
            verbs=files(pack / "verbs"),
            events=str(out / "events.parquet"),
            event_actors=str(out / "event_actors.parquet"),
        ),
        "frame": lambda: frame(
            **read,
            **said,
            dates=of("date", "dates"),
            term_files=files(pack / "terms"),
            figure_files=files(pack / "figures"),
            number_files=files(LANGUAGES / "numbers"),
            naming_files=files(LANGUAGES / "names"),
            terms=str(out / "terms.parquet"),
            target=str(out / "figures.parquet"),
        ),
    }


if __name__ == "__main__":
    main()
