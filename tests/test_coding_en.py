"""English verbs: words that tell an event, and words that only look so. Persons and countries are invented."""

import pytest
from test_coding import one, read


@pytest.mark.parametrize(
    ("text", "type_", "mode", "status"),
    [
        ("Kestria and Valdora put pen to paper on a border treaty.", "AGREE", None, "asserted"),
        ("Ilda Marren and Tomas Verrick came to an agreement on water.", "AGREE", None, "asserted"),
        ("A ceasefire between Kestria and Valdora was reached on Monday.", "AGREE", None, "asserted"),
        ("Ilda Marren and Tomas Verrick shook hands in Selm.", "CONSULT", "meeting", "asserted"),
        ("A meeting between Ilda Marren and Tomas Verrick was put off.", "CONSULT", "meeting", "denied"),
        ("Ilda Marren and Tomas Verrick spoke via video link.", "CONSULT", "call", "asserted"),
        ("Vera Orlin embarked on an official visit to Tarsenia.", "CONSULT", "visit", "asserted"),
        ("Ilda Marren penned a letter to Tomas Verrick.", "CONSULT", "correspondence", "asserted"),
        ("A peace summit between Kestria and Valdora got under way in Selm.", "CONSULT", "summit", "asserted"),
        ("Tarsenia lent its full political support to Valdora.", "SUPPORT", None, "asserted"),
        ("Kestria and Valdora swapped prisoners.", "COOPERATE", None, "asserted"),
        ("Valdora rendered assistance to Kestria.", "AID", None, "asserted"),
        ("Kestria handed over the bodies of soldiers to Valdora.", "YIELD", None, "asserted"),
        ("Kestria sought help from Valdora.", "REQUEST", None, "asserted"),
        ("Kestria lashed out at Valdora.", "ACCUSE", None, "asserted"),
        ("Kestria brushed aside the offer of Valdora.", "REJECT", None, "asserted"),
        ("Kestria issued a strongly worded ultimatum to Valdora.", "THREATEN", None, "asserted"),
        ("Thousands poured into the streets of Lorvan.", "PROTEST", None, "asserted"),
        ("Kestria slapped sanctions on Valdora.", "SANCTION", None, "asserted"),
        ("New economic sanctions against Kestria were introduced by Valdora.", "SANCTION", None, "asserted"),
        ("Kestria began large-scale military drills.", "MOBILIZE", None, "asserted"),
        ("Kestria blocked the corridor to Valdora.", "COERCE", None, "asserted"),
        ("Kestria fired missiles at Valdora.", "ASSAULT", None, "asserted"),
    ],
)
def test_words_that_tell_an_event(text, type_, mode, status):
    event = one(text)
    assert (event.type, event.mode, event.status) == (type_, mode, status)


@pytest.mark.parametrize(
    "text",
    [
        "The words of Ilda Marren struck a chord.",
        "The agreement between Kestria and Valdora expires in May.",
        "Ilda Marren is charged with running the fund of Kestria.",
        "The ministry of Kestria released a report on exports.",
        "The team of Kestria beat the champions of Valdora.",
        "Kestria conceded two goals in Selm.",
        "Tomas Verrick withdrew from the tournament.",
        "The currency of Kestria rallied on Monday.",
        "Ilda Marren captured the attention of Kestria.",
        "The plan of Vera Orlin met with approval.",
        "Kestria lifted the trophy in Lorvan.",
        "The storm killed 12 people in Kestria.",
        "The bank of Kestria cut rates.",
    ],
)
def test_words_that_tell_no_event(text):
    assert not read(text)


def test_a_deed_with_its_light_verb_is_an_act_however_many_words_stand_between():
    event = one("Kestria issued a brief final and very harsh ultimatum to Valdora.")
    assert event.trigger == "threaten-deed"
    assert {(actor.role, actor.entity_id) for actor in event.actors} == {("actor", "kestria"), ("recipient", "valdora")}


def test_whom_something_is_given_may_stand_before_the_deed():
    event = one("Valdora gave Kestria military aid.")
    assert {(actor.role, actor.entity_id) for actor in event.actors} == {("actor", "valdora"), ("recipient", "kestria")}


def test_a_verb_whose_forms_are_alike_is_an_infinitive_behind_to():
    assert one("Kestria cut ties with Valdora.").status == "asserted"
    assert one("Kestria may cut ties with Valdora.").status == "hypothetical"
