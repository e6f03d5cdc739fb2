"""benchmarks/run.py: what it reads off a run is what the run did."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def bench(root: Path) -> ModuleType:
    """benchmarks/run.py as a module."""
    spec = importlib.util.spec_from_file_location("benchmarks_run", root / "benchmarks" / "run.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_jobs_of_a_rule_are_added_up(bench: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "tag").mkdir()
    (tmp_path / "tag" / "g0.tsv").write_text("s\th:m:s\tmax_rss\n1.5\t0:00:01\t200.0\n", encoding="utf-8")
    (tmp_path / "tag" / "g1.tsv").write_text("s\th:m:s\tmax_rss\n2.5\t0:00:02\t300.0\n", encoding="utf-8")
    (tmp_path / "link.tsv").write_text("s\th:m:s\tmax_rss\n0.1\t0:00:00\tNA\n", encoding="utf-8")
    rules = bench.by_rule(tmp_path)
    assert rules == {"link": bench.Rule(1, 0.1, 0.0), "tag": bench.Rule(2, 4.0, 300.0)}


def test_memory_of_processes_below_counts(bench: ModuleType) -> None:
    hold = "import time; held = b'x' * 100_000_000; time.sleep(1); print(len(held))"
    run = bench.watched([sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"])
    assert run.printed.strip() == "100000000"
    assert 100 < run.largest_mb < run.together_mb


def test_failure_is_told_with_its_words(bench: ModuleType) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        bench.watched([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_corpus_is_repeated_whole(bench: ModuleType, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "deep").mkdir(parents=True)
    (corpus / "deep" / "a.txt").write_text("a", encoding="utf-8")
    made = bench.repeated(corpus, 3, tmp_path / "made")
    assert sorted(path.relative_to(made).as_posix() for path in made.rglob("*.txt")) == ["1/deep/a.txt", "2/deep/a.txt", "3/deep/a.txt"]
