"""English verbs: words that tell an event, and words that only look so. Persons and countries are invented."""

from datetime import date

import pytest
from test_coding import TUESDAY, day, one, quote, read, who


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


@pytest.mark.parametrize(
    "text",
    [
        "Ilda Marren launched Operation Bright Water to bring milk to Kestria.",
        "The Silk Road Rally will take place in Kestria.",
        "Vera Orlin, of Selm, to be Judge, vice Tomas J. Verrick, resigned.",
        "Ilda Marren declared that a major disaster exists in Selm.",
        "Vera Orlin defied convention and became a judge.",
        "Kestria and Valdora supply chains for medicine are long.",
        "Ilda Marren said that the army must be ready to fight this evil.",
        "Kestria and Valdora have reached results in terms of trade.",
        "It was agreed to sign a treaty.",
    ],
)
def test_what_things_are_called_and_stock_phrases_tell_no_event(text):
    assert not read(text)


def test_who_is_to_come_has_not_come():
    assert one("Tomas Verrick will be in Kestria on a working visit.").status == "planned"
    events = read("On May 24, Ilda Marren will meet with Tomas Verrick who is arriving in Selm on a working visit.")
    assert {event.status for event in events} == {"planned"}


def test_what_is_done_gladly_is_done_and_what_a_treaty_tells_is_not():
    assert one("They were grateful to hold talks with Tomas Verrick.").status == "asserted"
    assert one("The Party which has been attacked by Kestria shall inform Valdora.").status == "hypothetical"


def test_it_may_be_a_delegation():
    event = one("Kestria sent a delegation to Selm. At the ministry it met Ilda Marren.")
    assert [(actor.role, actor.entity_id, actor.basis) for actor in event.actors] == [
        ("actor", None, "unnamed"),
        ("recipient", "marren", "name"),
    ]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Leaders reaffirmed Kestria's support for the security of Valdora.", {(None, "actor"), ("valdora", "recipient")}),
        ("Ilda Marren reaffirmed Kestria support for Valdora.", {("marren", "actor"), ("valdora", "recipient")}),
        ("Ilda Marren met with the Verrick family.", {("marren", "actor"), (None, "recipient")}),
        ("Ilda Marren and Dr. Verrick agreed on a treaty.", {("marren", "actor"), ("verrick", "actor")}),
        ("The attack in Selm that killed ten people shook Kestria.", {(None, "recipient")}),
        ("Ilda Marren sent a message congratulating Mr Verrick.", {("marren", "actor"), ("verrick", "recipient")}),
        ("Soldiers were attacked by a strong army of Kestrian militants.", {(None, "actor"), (None, "recipient")}),
        ("The leaders expressed major concern about threats.", {(None, "actor")}),
        ("Kestria would insist on compliance with agreements it had made with Valdora.", {("kestria", "actor")}),
    ],
)
def test_names_beside_a_verb_that_take_no_part(text, parties):
    assert {(actor.entity_id, actor.role) for actor in one(text).actors} == parties


def test_who_goes_on_behind_what_was_said():
    text = "Ilda Marren assured Tomas Verrick that Kestria would pay its debts and thanked Vera Orlin."
    said = quote(text, "Kestria would pay its debts", speaker="marren", cue="assured")
    event = next(event for event in read(text, quotes=[said]) if event.type == "SUPPORT")
    assert who(event, "actor") == {"marren"}


def test_a_statement_is_of_the_day_it_was_made_and_not_of_one_that_it_speaks_of():
    text = "Ilda Marren recalled that the orders signed on May 3 stood."
    said = quote(text, "the orders signed on May 3 stood", speaker="marren", cue="recalled")
    (event,) = read(text, quotes=[said], days=[day(text, "May 3", date(2024, 5, 3))])
    assert event.type == "STATE" and event.earliest == TUESDAY


def test_a_statement_may_be_announced():
    text = "Ilda Marren will announce that the road is open."
    (event,) = read(text, quotes=[quote(text, "the road is open", speaker="marren", cue="announce")])
    assert event.status == "planned"


def test_the_day_that_opens_a_sentence_is_that_of_what_it_tells():
    text = "On March 11, Ilda Marren met Tomas Verrick to discuss the flood of March 3 and March 4."
    days = [day(text, surface, date(2024, 3, number)) for surface, number in (("March 11", 11), ("March 3", 3), ("March 4", 4))]
    assert one(text, days=days).earliest == date(2024, 3, 11)


def test_any_leaders_are_none_of_those_named_before():
    text = "Ilda Marren and Tomas Verrick met. In Selm they saw how health leaders signed a treaty."
    event = next(event for event in read(text) if event.type == "AGREE")
    assert who(event) == {None}


def test_who_plans_an_act_is_who_will_do_it():
    event = next(event for event in read("Ilda Marren welcomed Mr Verrick's plan to visit Kestria.") if event.mode == "visit")
    assert (event.status, who(event)) == ("planned", {"verrick", "kestria"})


def test_whose_initiative_it_was_tells_no_place():
    assert one("Ilda Marren met Tomas Verrick at Kestria's request.").place_id is None
