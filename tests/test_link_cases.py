"""Pairs of names that are one's or two's: floors for those that linking was tuned on and for those that it was not."""

from pathlib import Path

import pytest
import yaml

from readout.link.compare import compare
from readout.link.verdict import SAME
from readout.score.name_cases import FRESH, HALVES, case_scores, name_cases

HERE = Path(__file__).parent
FLOORS = {"tuned": (0.95, 0.985), "tested": (0.94, 0.98), FRESH: (0.91, 0.95)}
"""F1, and the share of the pairs of two that are kept apart."""


def read(name, half=None):
    return list(name_cases(yaml.safe_load((HERE / name).read_text(encoding="utf-8")), half))


CASES = read("link_cases.yaml") + read("link_cases_tuned.yaml", HALVES[0]) + read("link_cases_fresh.yaml", FRESH)


@pytest.mark.parametrize("half", FLOORS)
def test_the_cases_hold_their_floors(half):
    verdicts = [(case, compare(case.one.text, case.other.text, case.kind, case.one.language, case.other.language)) for case in CASES]
    scores = dict(case_scores((case.same, verdict.score >= SAME) for case, verdict in verdicts if case.half == half))
    least_f1, least_apart = FLOORS[half]
    assert scores["pair_f1"].value >= least_f1
    assert scores["kept_apart"].value >= least_apart


def test_both_halves_have_many_cases_of_both_kinds():
    for half in HALVES:
        for same in (True, False):
            assert sum(case.half == half and case.same is same for case in CASES) >= 250


def test_the_order_of_two_names_does_not_matter():
    for case in CASES:
        there = compare(case.one.text, case.other.text, case.kind, case.one.language, case.other.language)
        back = compare(case.other.text, case.one.text, case.kind, case.other.language, case.one.language)
        assert (there.score >= SAME) == (back.score >= SAME), case


def test_cases_are_read():
    parsed = {"PER": {"one": [["Vera Orlin", {"pl": "Very Orlin"}]], "two": [["A", "B", "C"]]}}
    cases = list(name_cases(parsed, "tested"))
    assert [(case.one.text, case.other.text, case.other.language, case.same) for case in cases] == [
        ("Vera Orlin", "Very Orlin", "pl", True),
        ("A", "B", None, False),
        ("A", "C", None, False),
        ("B", "C", None, False),
    ]
    assert {case.half for case in cases} == {"tested"}
    assert {case.half for case in name_cases(parsed)} <= set(HALVES)


def test_cases_are_scored():
    scores = dict(case_scores([(True, True), (True, False), (False, True), (False, False)]))
    assert {name: share.value for name, share in scores.items()} == {"pair_recall": 0.5, "pair_f1": 0.5, "kept_apart": 0.5}
