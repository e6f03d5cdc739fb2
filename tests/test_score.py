"""Scores: right when the stages are right, lower when they are wrong, and never silent about broken gold."""

from datetime import date

import pytest

from readout.score.corpus import Found, corpus_scores
from readout.score.gold import GoldError, digest, gold_below, locate, read_gold
from readout.score.pinned import broken, raised
from readout.score.proportion import share
from readout.score.spans import Span, span_scores
from readout.score.words import word_f1

TEXT = "Talks in Orlin\n\nAnna Brook came to Orlin."
GOLD = """
- record: 1
  language: en
  published: [2023-05-25, 2023-05-25]
  origin: a.txt#1
  segments: [{role: title, text: "Talks in Orlin"}, {role: body, text: "Anna Brook came to Orlin."}]
  names:
    - {surface: Orlin, kind: LOC, entity: "place:orlin"}
    - {surface: Anna Brook, kind: PER, entity: "x:anna-brook"}
    - {surface: Orlin, kind: LOC, entity: "place:orlin"}
"""


def gold(tmp_path, text=GOLD):
    (tmp_path / "a.txt.yaml").write_text(text, encoding="utf-8")
    return read_gold(gold_below(tmp_path))


def found(**changes):
    mentions = [
        {"start": 9, "end": 14, "kind": "LOC", "entity_id": "place:orlin"},
        {"start": 16, "end": 26, "kind": "PER", "entity_id": "found:per-x"},
        {"start": 35, "end": 40, "kind": "LOC", "entity_id": "place:orlin"},
    ]
    segments = [{"start": 0, "end": 16, "role": "title"}, {"start": 16, "end": 41, "role": "body"}]
    day = (date(2023, 5, 25), date(2023, 5, 25))
    return {("a.txt", 1): Found("d", TEXT, "en", day, "a.txt#1", segments, mentions)._replace(**changes)}


def scores(records, documents):
    return {(stage, measure): figures.value for stage, language, measure, figures in corpus_scores(records, documents) if language == "en"}


def test_a_right_reading_scores_one_everywhere(tmp_path):
    made = scores(gold(tmp_path), found())
    assert set(made) == {
        ("language", "documents"),
        ("date", "published"),
        ("dedupe", "origins"),
        ("segment", "lines"),
        ("tag", "precision"),
        ("tag", "recall"),
        ("tag", "f1"),
        ("link", "entities"),
    }
    assert set(made.values()) == {1.0}


def test_each_fault_lowers_its_own_score(tmp_path):
    records = gold(tmp_path)
    assert scores(records, found(language="az"))["language", "documents"] == 0
    assert scores(records, found(published=None))["date", "published"] == 0
    assert scores(records, found(origin="b.txt#1"))["dedupe", "origins"] == 0
    assert scores(records, found(segments=[{"start": 0, "end": 41, "role": "body"}]))["segment", "lines"] == 0.5
    wrong = [
        {"start": 9, "end": 14, "kind": "PER", "entity_id": "place:orlin"},
        {"start": 35, "end": 40, "kind": "LOC", "entity_id": "place:other"},
    ]
    made = scores(records, found(mentions=wrong))
    assert made["tag", "precision"] == 0.5
    assert made["tag", "recall"] == pytest.approx(1 / 3)
    assert made["link", "entities"] == 0.5


def test_gold_that_does_not_fit_its_text_is_an_error(tmp_path):
    with pytest.raises(GoldError, match=r"a\.txt#1.*Orlin"):
        list(corpus_scores(gold(tmp_path), found(text="Nothing of the kind")))
    with pytest.raises(GoldError, match=r"a\.txt"):
        gold(tmp_path, "- record: one")


def test_a_stretch_is_found_at_a_word_s_beginning():
    assert locate("Carlin and Orlin, Orlin", ["Orlin", "Orlin"], "t") == [(11, 16), (18, 23)]


def test_wilson_interval():
    # E. B. Wilson's interval for 9 of 10, as tabulated by Newcombe (1998)
    figures = share(9, 10)
    assert figures.value == 0.9
    assert figures.low == pytest.approx(0.5958, abs=1e-3)
    assert figures.high == pytest.approx(0.9821, abs=1e-3)


def test_span_scores_count_kind_and_span():
    gold_spans = [Span("t", 0, 5, "PER"), Span("t", 6, 9, "LOC")]
    made = {
        measure: figures.value
        for measure, figures in span_scores(gold_spans, [Span("t", 0, 5, "PER"), Span("t", 6, 9, "ORG"), Span("t", 0, 4, "PER")])
    }
    assert made == {"precision": pytest.approx(1 / 3), "recall": 0.5, "f1": pytest.approx(0.4)}
    assert dict(span_scores([], [])) == {}


ROW = {"stage": "tag", "language": "en", "dataset": "d", "measure": "f1", "value": 0.8, "low": None, "high": None, "n": 10, "gold": "abc"}


def test_floors_rise_and_do_not_fall():
    pinned = raised([], [ROW], 0.01)
    assert pinned[0]["floor"] == 0.79
    assert raised(pinned, [ROW | {"value": 0.7}], 0.01)[0]["floor"] == 0.79
    assert raised(pinned, [ROW | {"value": 0.7, "gold": "new"}], 0.01)[0]["floor"] == 0.69


def test_a_broken_floor_is_named():
    pinned = raised([], [ROW], 0.01)
    assert broken(pinned, [ROW]) == []
    assert "below the floor" in broken(pinned, [ROW | {"value": 0.7}])[0]
    assert "gold has changed" in broken(pinned, [ROW | {"gold": "new"}])[0]


def test_digest_depends_on_names_and_contents(tmp_path):
    gold(tmp_path)
    before = digest(gold_below(tmp_path))
    (tmp_path / "a.txt.yaml").rename(tmp_path / "b.txt.yaml")
    assert digest(gold_below(tmp_path)) != before
    (tmp_path / "b.txt.yaml").write_text("[]", encoding="utf-8")
    assert digest(gold_below(tmp_path)) not in (before, digest([]))


def test_words_count_as_often_as_they_occur():
    assert word_f1("The road is open. The road!", "the ROAD the road is open") == 1
    assert word_f1("a road, a bridge", "a road") == pytest.approx(2 * 2 / 6)
    assert word_f1("", "") == 1
    assert word_f1("road", "") == 0
