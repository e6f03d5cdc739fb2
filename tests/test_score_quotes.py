"""Scores of quotes: gold attributions become our kinds, and what was found is held against them."""

import io
import tarfile

import pytest

from readout.score.attributions import attributions, is_name, mapped, polnear, quoted
from readout.score.corpus_quotes import quote_scores
from readout.score.gold import GoldError, GoldQuote, places
from readout.score.overlap import likeness, matched
from readout.score.speech import Said, compared, speech_scores
from readout.score.tally import Tally, rates

TEXT = (
    "“The bridge is open,” said Mira Dolan, “and it stays open.”\n\n"
    "The envoy of Valdora noted that the ‘second’ road was “not ready” for lorries.\n\n"
    "They read “The Valdora Herald” and believe in spring."
)


def span(part, text=TEXT):
    start = text.index(part)
    return start, start + len(part)


def annotation():
    first, second, whole = (
        span("“The bridge is open,”"),
        span("“and it stays open.”"),
        span("that the ‘second’ road was “not ready” for lorries"),
    )
    parts = {
        "T1": ("Content", [first, second]),
        "T2": ("Source", [span("Mira Dolan")]),
        "T3": ("Cue", [span("said")]),
        "T4": ("Content", [whole]),
        "T5": ("Source", [span("The envoy of Valdora")]),
        "T6": ("Cue", [span("noted")]),
        "T7": ("Content", [span("in spring")]),
        "T8": ("Source", [span("They")]),
        "T9": ("Cue", [span("believe")]),
    }
    lines = [
        f"{name}\t{kind} {';'.join(f'{start} {end}' for start, end in pieces)}\t{' '.join(TEXT[start:end] for start, end in pieces)}"
        for name, (kind, pieces) in parts.items()
    ]
    relations = [f"E{n}\tAttribution:T{c} Content:T{c} Source:T{c + 1} Cue:T{c + 2}" for n, c in ((1, 1), (2, 4), (3, 7))]
    return "\n".join([*lines, *relations, "#1\tAnnotatorNotes T1\tunsure"])


def gold():
    from readout.score.attributions import GoldSpeech

    return GoldSpeech("t", TEXT, *mapped(TEXT, attributions(annotation())))


def test_contents_become_quotes_and_reported_speech():
    made = gold()
    assert [TEXT[slice(*quote.words[0])] for quote in made.direct] == ["The bridge is open", "and it stays open", "second", "not ready"]
    assert [TEXT[slice(*quote.source[0])] for quote in made.direct[:2]] == ["Mira Dolan"] * 2
    assert [(quote.cue, TEXT[slice(*quote.source[0])]) for quote in made.reported] == [
        ("noted", "The envoy of Valdora"),
        ("believe", "They"),
    ]


def test_the_reading_that_agrees_best_counts(tmp_path):
    whole = annotation()
    half = "\n".join(line for line in whole.splitlines() if not line.startswith("E3"))
    with tarfile.open(tmp_path / "p.tar.gz", "w:gz") as archive:
        for name, content in (
            ("text/t.txt", TEXT),
            ("attributions/t_a.ann", ""),
            ("attributions/t_b.ann", half),
            ("attributions/t_c.ann", whole),
        ):
            data = content.encode()
            member = tarfile.TarInfo(f"./dev/{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    (made,) = polnear(tmp_path / "p.tar.gz", "dev")
    assert made.text == TEXT
    assert len(made.reported) == 1
    assert list(polnear(tmp_path / "p.tar.gz", "train")) == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "no" and "yes."', ["no", "yes"]),
        ("„Nein“ is no", ["Nein"]),
        ("“One\nand “two”", ["One", "two"]),
        ("He isn't 'sure' of the envoys' view", ["sure"]),
        ("''Two marks'' for one", ["Two marks"]),
        ('<a href="x">“link”</a>', ["link"]),
        ("“outer ‘inner’ outer”", ["outer ‘inner’ outer"]),
        ("«»", []),
    ],
)
def test_what_stands_in_marks(text, inside):
    assert [text[start:end] for start, end in quoted(text)] == inside


def test_marks_are_read_in_time_that_grows_with_the_text():
    assert len(quoted("‘a " * 50_000)) == 0
    assert len(quoted("“a" * 50_000)) == 1


def test_names_in_marks():
    assert is_name("The Valdora Herald")
    assert is_name("Peace of the North")
    assert not is_name("not ready")
    assert not is_name("Open")
    assert not is_name("The bridge is open")


def test_a_perfect_reading_scores_one():
    made = gold()
    found = [Said(*quote.words[0], "direct", quote.source[0], ()) for quote in made.direct]
    found += [Said(*quote.words[0], "indirect", quote.source[0], ()) for quote in made.reported]
    scores = dict(speech_scores([compared(made, found, [], lambda cue: cue == "noted")]))
    assert {measure for measure, figures in scores.items() if figures.value != 1} == set()
    assert {"direct_f1", "direct_overlap_f1", "direct_long_f1", "reported_f1", "reported_telling_f1", "direct_speaker"} <= scores.keys()
    assert scores["reported_recall"].n == 2
    assert scores["reported_telling_recall"].n == 1


def test_each_fault_is_counted_and_shown():
    made = gold()
    name = span("Mira Dolan")
    found = [
        Said(*span("The bridge is open,”"), "direct", span("The envoy of Valdora"), ("found:per-x",)),
        Said(*span("believe in spring"), "direct", None, ()),
        Said(*span("Valdora Herald"), "indirect", None, ()),
    ]
    one = compared(made, found, [(*name, "person:mira-dolan")], lambda cue: True)
    assert one.tallies["direct"] == Tally(1, 2, 4)
    assert one.tallies["reported"] == Tally(0, 1, 2)
    assert one.speakers == [False]
    kinds = sorted(error.partition(":")[0] for error in one.errors)
    assert kinds == ["missed direct"] * 3 + ["missed reported"] * 2 + ["spurious direct", "spurious reported", "wrong speaker"]
    # the same entity named in the gold's source makes it right
    right = compared(made, [found[0]._replace(entities=("person:mira-dolan",))], [(*name, "person:mira-dolan")], lambda cue: True)
    assert right.speakers == [True]


def test_likeness_of_interrupted_stretches():
    assert likeness(((0, 4), (8, 10)), ((0, 10),)) == 0.6
    assert likeness(((0, 4),), ((4, 8),)) == 0
    assert matched([((0, 10),), ((2, 10),)], [((0, 9),)], 0.5) == {0: 0}


def test_f1_has_an_interval_that_is_always_the_same():
    tallies = [Tally(1, 2, 1), Tally(0, 1, 1), Tally(3, 3, 4)] * 5
    one, other = (dict(rates("x", tallies)) for _ in range(2))
    assert one == other
    assert one["x_f1"].low < one["x_f1"].value < one["x_f1"].high
    assert dict(rates("x", [])) == {}
    assert dict(rates("x", [Tally(0, 0, 0)])) == {}


QUOTES = [
    GoldQuote("direct", "not ready", "The envoy of Valdora", "person:envoy", "noted"),
    GoldQuote("indirect", "that the ‘second’ road was “not ready” for lorries", "The envoy of Valdora", "x:envoy", "noted"),
]


def row(part, kind, speakers, cue):
    start, end = span(part)
    return {"start": start, "end": end, "kind": kind, "speakers": speakers, "cue": cue}


def test_the_corpus_s_own_quotes():
    gold_quotes = [QUOTES[1], QUOTES[0]]
    found = [
        row("“not ready”", "direct", ("person:envoy",), "noted that"),
        row("road was “not ready” for lorries", "indirect", (), "said"),
        row("bridge is open", "direct", (), None),
    ]
    scores = {measure: figures.value for measure, figures in quote_scores([("t", TEXT, gold_quotes, found)])}
    assert scores == {
        "direct_precision": 0.5,
        "direct_recall": 1,
        "direct_f1": pytest.approx(2 / 3),
        "indirect_precision": 1,
        "indirect_recall": 1,
        "indirect_f1": 1,
        "speaker": 1,
        "cue": 0.5,
    }


def test_stretches_may_lie_in_each_other():
    assert places("one two three", ["one two", "two", "two"], "t") == [(0, 7), (4, 7), (4, 7)]
    with pytest.raises(GoldError, match="four"):
        places("one two three", ["four"], "t")
