"""Run the workflow on a corpus in a folder of its own, and print what it cost: time, memory, and the cost of a second run.

.venv/bin/python benchmarks/run.py [CORPUS] [--cores 2] [--times 3] [--json FILE]
"""

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "south-caucasus" / "articles"
SAMPLE_SECONDS = 0.1
MEGABYTE = 1e6


@dataclass(frozen=True)
class Run:
    """One run of Snakemake: wall time in seconds, peaks of resident memory in MB, and what it printed.

    Memory is what processes hold, sampled ten times a second; in the sum, pages that processes share count for each.
    """

    seconds: float
    largest_mb: float
    together_mb: float
    printed: str


@dataclass(frozen=True)
class Rule:
    """What all jobs of one rule cost together: seconds of work, and the most memory one of them held, in MB."""

    jobs: int
    seconds: float
    peak_mb: float


@dataclass(frozen=True)
class Cost:
    """What one corpus cost, from files to report, and what a second run of the same cost."""

    corpus: str
    cores: int
    documents: int
    megabytes: float
    seconds: float
    largest_mb: float
    together_mb: float
    second_seconds: float
    second_did_nothing: bool
    rules: dict[str, Rule]


def measure(corpus: Path, folder: Path, cores: int) -> Cost:
    """Run the workflow twice with everything it writes below `folder`; RuntimeError with Snakemake's words where it fails."""
    command = [sys.executable, "-m", "snakemake", "--snakefile", str(ROOT / "Snakefile"), "--directory", str(folder)]
    command += ["--cores", str(cores), "--config", f"corpus={corpus.resolve()}"]
    first, second = watched(command), watched(command)
    documents, megabytes = amount(folder / "results" / "tables")
    return Cost(
        corpus=corpus.name,
        cores=cores,
        documents=documents,
        megabytes=megabytes,
        seconds=first.seconds,
        largest_mb=first.largest_mb,
        together_mb=first.together_mb,
        second_seconds=second.seconds,
        second_did_nothing="Nothing to be done" in second.printed,
        rules=by_rule(folder / "results" / "benchmarks"),
    )


def watched(command: list[str]) -> Run:
    """Run a command and sample the memory of it and of all processes below it."""
    largest = together = 0
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        began = time.perf_counter()
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT, cwd=ROOT) as process:
            top = psutil.Process(process.pid)
            while process.poll() is None:
                held = resident(top)
                largest, together = max([largest, *held]), max(together, sum(held))
                time.sleep(SAMPLE_SECONDS)
        seconds = time.perf_counter() - began
        printed.seek(0)
        words = printed.read()
    if process.returncode:
        raise RuntimeError(f"Snakemake failed:\n{words}")
    return Run(seconds, largest / MEGABYTE, together / MEGABYTE, words)


def resident(top: psutil.Process) -> list[int]:
    """Bytes of memory that a process and each process below it hold; processes that have just ended hold none."""
    held = []
    with suppress(psutil.NoSuchProcess):
        for process in [top, *top.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                held.append(process.memory_info().rss)
    return held


def amount(tables: Path) -> tuple[int, float]:
    """Number of documents, and megabytes of records that came in."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    read = pc.sum(pq.read_table(tables / "ledger.parquet", columns=["bytes"])["bytes"]).as_py()
    return pq.read_metadata(tables / "documents.parquet").num_rows, (read or 0) / MEGABYTE


def by_rule(folder: Path) -> dict[str, Rule]:
    """The cost of each rule, from the files that Snakemake's `benchmark:` leaves: `<rule>.tsv` or `<rule>/<shard>.tsv`."""
    jobs: dict[str, list[dict[str, str]]] = defaultdict(list)
    for path in sorted(folder.rglob("*.tsv")):
        name = path.relative_to(folder).parts[0].removesuffix(".tsv")
        with path.open(encoding="utf-8") as file:
            jobs[name] += csv.DictReader(file, delimiter="\t")
    return {
        name: Rule(len(rows), sum(_number(row["s"]) for row in rows), max(_number(row["max_rss"]) for row in rows))
        for name, rows in jobs.items()
    }


def _number(text: str) -> float:
    """A figure of a benchmark file; a job too short to be measured has none."""
    try:
        return float(text)
    except ValueError:
        return 0.0


def repeated(corpus: Path, times: int, folder: Path) -> Path:
    """A corpus that holds another one several times over, in `folder`."""
    for number in range(1, times + 1):
        if corpus.is_dir():
            shutil.copytree(corpus, folder / f"{number}", symlinks=True)
        else:
            (folder / f"{number}").mkdir(parents=True)
            shutil.copy(corpus, folder / f"{number}" / corpus.name)
    return folder


def shown(cost: Cost) -> str:
    """The figures as lines to read."""
    lines = [
        f"corpus            {cost.corpus}: {cost.documents} documents, {cost.megabytes:.1f} MB",
        f"time              {cost.seconds:.1f} s on {cost.cores} cores",
        f"documents/s       {cost.documents / cost.seconds:.1f}",
        f"MB/s              {cost.megabytes / cost.seconds:.3f}",
        f"largest process   {cost.largest_mb:.0f} MB",
        f"all processes     {cost.together_mb:.0f} MB",
        f"second run        {cost.second_seconds:.1f} s, {'nothing to be done' if cost.second_did_nothing else 'NOT idle'}",
        "",
        f"{'rule':<14}{'jobs':>6}{'seconds':>10}{'peak MB':>10}",
    ]
    lines += [f"{name:<14}{rule.jobs:>6}{rule.seconds:>10.1f}{rule.peak_mb:>10.0f}" for name, rule in cost.rules.items()]
    return "\n".join(lines)


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("corpus", nargs="?", type=Path, default=EXAMPLE, help="folder or file to run on (default: the example corpus)")
    parser.add_argument("--cores", type=int, default=2, help="cores that Snakemake may use (default: 2)")
    parser.add_argument("--times", type=int, default=1, help="repeat the corpus this often, to see what grows with it (default: 1)")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="readout-bench-") as made:
        folder = Path(made)
        corpus = given.corpus
        if given.times > 1:
            corpus = repeated(corpus, given.times, folder / f"{corpus.name}-times-{given.times}")
        cost = measure(corpus, folder / "run", given.cores)
    print(shown(cost))
    if given.json:
        given.json.write_text(json.dumps(asdict(cost), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
