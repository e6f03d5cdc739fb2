"""Scores of events: titles that tell encounters, gold sentences of PLOVER, and the corpus's own gold."""

import json
from datetime import date

import pytest

from readout.score.corpus_events import event_scores as corpus_scores
from readout.score.encounters import Met, encounter_scores, is_told, judged
from readout.score.gold import GoldEvent
from readout.score.plover import Coded, event_scores, parties_are_right, plover_sentences, unmarked
from readout.score.titles import Encounter, encounter, persons

OFFICES = {"president", "prime", "minister", "king", "adviser"}
NO_NAMES = OFFICES | {"valdora", "valdoran", "national", "security", "council", "government", "members", "foreign"}


@pytest.mark.parametrize(
    ("title", "mode", "name"),
    [
        ("Telephone conversation with President of Valdora Mira Dolan", "call", "Mira Dolan"),
        ("President Vladimir Putin had a telephone conversation with Valdoran Prime Minister Teo Brandt", "call", "Teo Brandt"),
        ("Acting President Vladimir Putin spoke by telephone with Teo Brandt, President of Valdora", "call", "Teo Brandt"),
        ("Vladimir Putin and Prime Minister of Valdora Teo Brandt had a telephone conversation", "call", "Teo Brandt"),
        ("Working meeting with Foreign Minister Mira al-Dolan", "meeting", "Mira al-Dolan"),
        ("Vladimir Putin held talks with King Oskar II of Valdora in the Kremlin", "meeting", "Oskar II"),
        ("President Putin met with Mira van der Dolan to discuss roads", "meeting", "Mira van der Dolan"),
        ("Readout of President Biden’s Call with President Dolan of Valdora", "call", "Dolan"),
        ("Readout of Vice President Harris’s Bilateral Meeting with Prime Minister Teo Brandt of Valdora", "meeting", "Teo Brandt"),
        ("Statement by a Spokesperson on Jake Sullivan’s Meeting with National Security Adviser Teo Brandt", "meeting", "Teo Brandt"),
    ],
)
def test_titles_that_tell_an_encounter(title, mode, name):
    assert encounter(title, NO_NAMES, OFFICES) == Encounter(mode, name)


@pytest.mark.parametrize(
    "title",
    [
        "Vladimir Putin will meet with President of Valdora Mira Dolan",
        "Meeting with members of the Government",
        "Press statements following meeting with Mira Dolan",
        "President Vladimir Putin met with Mira Dolan and Teo Brandt",
        "President Vladimir Putin and Valdoran President Mira Dolan met with journalists",
        "Meeting with National Security Council members",
        "Readout of the President’s Call with Allies and Partners",
        "Condolences to President of Valdora Mira Dolan",
    ],
)
def test_titles_that_do_not(title):
    assert encounter(title, NO_NAMES | {"allies", "partners"}, OFFICES) is None


def test_a_single_word_is_a_name_behind_an_office_alone():
    assert persons("President Dolan", NO_NAMES, OFFICES) == ["Dolan"]
    assert persons("Valdoran Dolan", NO_NAMES, OFFICES) == []
    assert persons("Teo Brandt", NO_NAMES, OFFICES) == ["Teo Brandt"]
    assert persons("Energy Forum participants", NO_NAMES, OFFICES) == []


def test_who_is_meant():
    told = Encounter("call", "Teo Brandt")
    assert told.is_called("Prime Minister Brandt")
    assert told.is_called("Teodor Brandt")
    assert not told.is_called("Teodor Brand")
    assert Encounter("call", "Kim Dae-jung").is_called("Kim")
    assert Encounter("call", "King Oskar II").is_called("Oskar")


BODY = "The President spoke by telephone with Prime Minister Brandt on Monday.\n\nTEO BRANDT: We shall meet again."
DAY = date(2031, 5, 5)


def met(**changes):
    parties = (("actor", ("The President",)), ("recipient", ("Prime Minister Brandt", "Teo Brandt")))
    return Met(14, "call", "asserted", (DAY, DAY), parties)._replace(**changes)


def scores(*coded):
    cases = [judged(Encounter("call", "Teo Brandt"), BODY, DAY, coded)]
    return {measure: figures.value for measure, figures in encounter_scores(cases)}


def test_an_encounter_is_found_with_the_other_side_and_the_mode():
    assert scores(met()) == {"found": 1, "found_told": 1, "mode": 1, "days": 1, "first": 1}
    assert scores(met(mode="meeting")) == {"found": 0, "found_told": 0, "mode": 0, "first": 0}
    assert scores(met(status="planned")) == {"found": 0, "found_told": 0}
    assert scores(met(days=(date(2030, 1, 1), date(2030, 1, 1))))["days"] == 0
    assert scores(met(parties=(("actor", ("Mira Dolan",)),))) == {"found": 0, "found_told": 0, "first": 0}
    assert scores(met(start=2, parties=(("actor", ("Mira Dolan",)),)), met())["first"] == 0


def test_what_a_body_tells():
    assert is_told(Encounter("call", "Teo Brandt"), BODY)
    assert not is_told(Encounter("meeting", "Teo Brandt"), BODY)
    assert not is_told(Encounter("call", "Mira Dolan"), BODY)
    assert not is_told(Encounter("call", "Teo Brandt"), "")


def test_marks_in_gold_sentences():
    text, spans = unmarked("The (SRC: envoy (of Valdora)) (EVT: left) the EVT: old) (SRC/TAR: town).")
    assert text == "The envoy (of Valdora) left the old town."
    assert [(tag, text[start:end]) for tag, start, end in spans] == [("SRC", "envoy (of Valdora)"), ("EVT", "left"), ("SRC/TAR", "town")]


def record(event, markup):
    return {"id": event, "event": event, "date": "2000-01-01", "textInfo": {"markup": markup}}


def test_gold_sentences_in_parts(tmp_path):
    file = tmp_path / "records.json"
    file.write_text(
        json.dumps(
            [
                {"id": "0", "event": "DOCUMENT"},
                record("FIGHT", "(SRC: Valdora) (EVT: attacked) (TAR: Orlin)."),
                record("CONCEDE", "(SRC/TAR: Valdora) and (SRC/TAR: Orlin) (EVT: gave way)."),
                record("AID", "(SRC: Valdora) (EVT: helped)."),
            ]
        )
    )
    scored, other = (list(plover_sentences(file, part)) for part in ("dev", "train"))
    assert [one.type for one in scored] == ["ASSAULT", "AID"]
    assert [one.type for one in other] == ["YIELD"]
    fight, aid = scored
    (both,) = other
    assert parties_are_right(fight, Coded("ASSAULT", ((0, 3),), ((17, 22),)))
    assert not parties_are_right(fight, Coded("ASSAULT", ((17, 22),), ((0, 7),)))
    assert not parties_are_right(fight, Coded("ASSAULT", ((0, 7),), ()))
    assert parties_are_right(both, Coded("YIELD", ((0, 7), (12, 17)), ()))
    assert parties_are_right(aid, Coded("AID", ((0, 7),), ()))
    right = [(fight, [Coded("ASSAULT", ((0, 7),), ((17, 22),)), Coded("STATE", (), ())]), (aid, [Coded("SUPPORT", (), ())])]
    made = {measure: figures.value for measure, figures in event_scores(right)}
    assert made["type_precision"] == made["type_recall"] == made["event_f1"] == 0.5
    assert made["assault_f1"] == 1
    assert made["aid_recall"] == 0
    assert "support_f1" not in made
    assert {m: f.value for m, f in event_scores([(both, [Coded("RETREAT", (), ())])])}["yield_retreat_f1"] == 1


STORY = "Mira Dolan met Teo Brandt on Monday. Valdora will release two sailors."
SENTENCES = STORY.split(". ")
GOLD = (
    GoldEvent("CONSULT", "meeting", "asserted", ("person:dolan",), ("person:brandt", "x:aide"), (DAY, DAY), f"{SENTENCES[0]}."),
    GoldEvent("YIELD", None, "planned", ("country:VD",), (), None, SENTENCES[1]),
)


def event(kind, start, parties, **changes):
    told = {"type": kind, "mode": None, "status": "asserted", "trigger_start": start, "earliest": None, "latest": None, "parties": parties}
    return told | changes


def test_the_corpus_s_own_events():
    parties = (("actor", "person:brandt"), ("actor", "person:dolan"), ("recipient", "found:per-x"))
    meeting = event("CONSULT", 11, parties, mode="meeting", earliest=DAY, latest=DAY)
    other = event("CONSULT", 11, (("actor", "person:dolan"),), mode="visit")
    release = event("YIELD", STORY.index("release"), (("actor", "country:VD"),))
    made = {
        measure: figures.value for measure, figures in corpus_scores([("t", STORY, GOLD, [other, meeting, release, event("STATE", 0, ())])])
    }
    assert made == {
        "event_precision": pytest.approx(2 / 3),
        "event_recall": 1,
        "event_f1": pytest.approx(0.8),
        "mode": 1,
        "status": 0.5,
        "parties": 1,
        "days": 1,
    }
    assert dict(corpus_scores([("t", STORY, GOLD, [])]))["event_recall"].value == 0
