"""Accuracy is pinned: every figure that can be measured here holds its floor, on exactly the gold it was set for."""

import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
sys.path.insert(0, str(HOME / "benchmarks"))
DATA = HOME.parent / "shared" / "data"


@pytest.fixture(scope="module")
def accuracy():
    import accuracy

    return accuracy


def test_the_example_corpus_holds_its_floors(accuracy, example_run):
    from readout.score.pinned import broken, read_pinned

    measured = list(accuracy.measured_example(example_run / "results", print))
    assert {row["stage"] for row in measured} >= {"language", "segment", "date", "tag", "link", "dedupe", "signals", "quote", "coding"}
    pinned = [row for row in read_pinned(accuracy.PINNED) if row["dataset"] == "example corpus"]
    # a stage is pinned as a whole, when it is finished
    stages = {row["stage"] for row in pinned}
    assert {(row["stage"], row["language"], row["measure"]) for row in pinned} == {
        (row["stage"], row["language"], row["measure"]) for row in measured if row["stage"] in stages
    }
    assert broken(pinned, measured) == []


def test_our_own_cases_hold_their_floors(accuracy):
    from readout.score.pinned import broken, read_pinned

    measured = list(accuracy.measured_cases(print))
    assert {row["stage"] for row in measured} == {"quote", "coding", "refer"}
    assert broken(read_pinned(accuracy.PINNED), measured) == []


@pytest.mark.skipif(not DATA.is_dir(), reason="the public gold data is not here")
def test_public_gold_data_holds_its_floors(accuracy):
    from readout.score.pinned import broken, read_pinned

    measured = [
        *accuracy.measured_names(DATA, accuracy.taggers(), print),
        *accuracy.measured_bodies(DATA, print),
        *accuracy.measured_clean(DATA, print),
        *accuracy.measured_dates(DATA, print),
        *accuracy.measured_quotes(DATA, print),
        *accuracy.measured_encounters(DATA, print),
        *accuracy.measured_events(DATA, print),
    ]
    assert {row["stage"] for row in measured} == {"tag", "segment", "signals", "date", "quote", "coding"}
    assert broken(read_pinned(accuracy.PINNED), measured) == []
