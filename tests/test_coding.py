"""Sentences become events: who did what to whom, whether it is so, when and where. Persons and countries are invented."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.coding.document import coded
from readout.coding.verbs import read_verbs
from readout.coding.when import Day
from readout.quote.document import Quote
from readout.refer.document import Document, Name, Sentence
from readout.refer.lexicon import read_lexicons
from readout.refer.resolve import Reader
from readout.segment.languages import languages
from readout.segment.sentences import sentences
from readout.tables.schema import EVENT_STATUSES, EVENT_TYPES, MODES

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("az", "en", "hy", "ka", "ru", "tr")
TUESDAY = date(2024, 3, 12)
PEOPLE = {
    "Ilda Marren": "marren", "Marren": "marren", "Tomas Verrick": "verrick", "Verrick": "verrick", "Vera Orlin": "orlin", "Orlin": "orlin",
    "Jonas Hale": "hale", "Ruth Kestner": "kestner", "Oskar Brann": "brann",
    "Ильда Маррен": "marren", "Ильдой Маррен": "marren", "Томас Веррик": "verrick",
    "Томасом Верриком": "verrick", "Томасу Веррику": "verrick",
    "Томаса Веррика": "verrick", "Вера Орлина": "orlin", "Верой Орлиной": "orlin", "Веру Орлину": "orlin",
    "İlda Marren": "marren", "Nadir Əzimzadə": "nadir", "Deniz Taşoluk": "deniz", "Իլդա Մարենի": "marren", "Արամ Սելվանյանը": "aram",
    "ილდა მარენს": "marren", "ლევან დარჩიელი": "levan",
}  # fmt: skip
PLACES = {
    "Kestria": "kestria", "Valdora": "valdora", "Tarsenia": "tarsenia", "Lorvan": "lorvan", "Selm": "selm",
    "Кестрия": "kestria", "Кестрии": "kestria", "Вальдора": "valdora", "Вальдоры": "valdora", "Лорване": "lorvan", "Лорван": "lorvan",
}  # fmt: skip


@cache
def reader():
    return Reader(read_lexicons(sorted((ROOT / "config/languages/reference").glob("*.yaml"))), [], [])


@cache
def pack():
    return read_verbs(sorted((ROOT / "config/packs/south-caucasus/verbs").glob("*.yaml")))


@cache
def splitting():
    files = {code: yaml.safe_load((ROOT / f"config/languages/{code}.yaml").read_text(encoding="utf-8")) for code in LANGUAGES}
    return languages(LANGUAGES, files).splitting


def document(text, language="en", title=False, published=TUESDAY, headline=None):
    """A document whose lines are paragraphs, with the names above found in it; `headline` is a title that is no part of the text."""
    made = Document("d", text, language, None, None, (published, published) if published else None, title=headline)
    place = 0
    for number, line in enumerate(text.split("\n")):
        role = "title" if title and number == 0 else "body"
        for start, end in sentences(text, place, place + len(line), splitting()[language]):
            made.sentences.append(Sentence(text, len(made.sentences), number, start, end, role, language))
        place += len(line) + 1
    for sentence in made.sentences:
        names = []
        for kind, known in (("PER", PEOPLE), ("LOC", PLACES)):
            for surface, entity in known.items():
                start = text.find(surface, sentence.start, sentence.end)
                while start >= 0:
                    names.append((start, -len(surface), kind, entity, surface))
                    start = text.find(surface, start + 1, sentence.end)
        taken = -1
        for start, _, kind, entity, surface in sorted(names):
            if start >= taken:
                sentence.names.append(Name(start, start + len(surface), kind, entity, surface, len(sentence.names)))
                taken = start + len(surface)
    return made


def read(text, language="en", quotes=(), days=(), **told):
    made = document(text, language, **told)
    events = coded(reader().open(made), quotes, days, pack())
    for event in events:
        assert event.type in EVENT_TYPES
        assert event.mode in (None, *MODES)
        assert event.mode is None or event.type == "CONSULT"
        assert event.status in EVENT_STATUSES
        assert 0 <= event.start <= event.trigger_start < event.trigger_end <= event.end <= len(text)
        assert 0 < event.score <= 1
        for actor in event.actors:
            assert 0 <= actor.start < actor.end <= len(text)
    assert events == sorted(events, key=lambda event: (event.trigger_start, event.trigger_end))
    return events


def who(event, role=None):
    return {actor.entity_id for actor in event.actors if role in (None, actor.role)}


def one(text, language="en", **told):
    (event,) = read(text, language, **told)
    return event


def day(text, surface, when, basis="written"):
    start = text.index(surface)
    return Day(start, start + len(surface), when, when, basis)


def quote(text, words, kind="indirect", speaker=None, cue=None):
    start = text.index(words)
    cue_start = text.index(cue) if cue else None
    return Quote(
        sentence=0,
        start=start,
        end=start + len(words),
        kind=kind,
        speaker_start=0,
        speaker_end=4,
        speaker_basis="name" if speaker else "unnamed",
        cue_start=cue_start,
        cue_end=cue_start + len(cue) if cue else None,
        score=0.9,
        speakers=(speaker,) if speaker else (),
    )


@pytest.mark.parametrize(
    ("text", "mode", "actors", "recipients"),
    [
        ("Ilda Marren met with Tomas Verrick.", "meeting", {"marren"}, {"verrick"}),
        ("Tomas Verrick was received by President Ilda Marren.", "meeting", {"marren"}, {"verrick"}),
        ("Ilda Marren held a telephone conversation with Tomas Verrick.", "call", {"marren"}, {"verrick"}),
        ("Ilda Marren telephoned Tomas Verrick.", "call", {"marren"}, {"verrick"}),
        ("Ilda Marren and Tomas Verrick spoke by phone.", "call", {"marren", "verrick"}, set()),
        ("A meeting between Ilda Marren and Tomas Verrick took place in Selm.", "meeting", {"marren", "verrick"}, set()),
        ("Talks of Ilda Marren with Tomas Verrick began.", "meeting", {"marren"}, {"verrick"}),
        ("Ilda Marren visited Valdora.", "visit", {"marren"}, {"valdora"}),
        ("Ilda Marren paid an official visit to Valdora.", "visit", {"marren"}, {"valdora"}),
        ("Ilda Marren sent a message of congratulations to Tomas Verrick.", "correspondence", {"marren"}, {"verrick"}),
        ("Jonas Hale mediated between Valdora and Kestria.", "mediation", {"hale"}, {"valdora", "kestria"}),
        ("Ilda Marren met with members of the parliament.", "meeting", {"marren"}, {None}),
    ],
)
def test_encounters_in_english(text, mode, actors, recipients):
    event = one(text)
    assert (event.type, event.mode, event.status) == ("CONSULT", mode, "asserted")
    assert (who(event, "actor"), who(event, "recipient")) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "mode", "parties"),
    [
        ("Ильда Маррен встретилась с Томасом Верриком.", "meeting", {"marren", "verrick"}),
        ("Ильда Маррен провела переговоры с Томасом Верриком.", "meeting", {"marren", "verrick"}),
        ("Состоялась встреча президента Томаса Веррика с Ильдой Маррен.", "meeting", {"marren", "verrick"}),
        ("Ильда Маррен позвонила Томасу Веррику.", "call", {"marren", "verrick"}),
        ("Томас Веррик был принят Ильдой Маррен.", "meeting", {"marren", "verrick"}),
        ("Вера Орлина прибыла в Лорван с официальным визитом.", "visit", {"orlin", "lorvan"}),
    ],
)
def test_encounters_in_russian(text, mode, parties):
    event = one(text, "ru")
    assert (event.type, event.mode, event.status, who(event)) == ("CONSULT", mode, "asserted", parties)


@pytest.mark.parametrize(
    ("language", "text", "mode", "parties"),
    [
        ("az", "Nadir Əzimzadə İlda Marren ilə telefonla danışıb.", "call", {"nadir", "marren"}),
        ("tr", "Deniz Taşoluk, İlda Marren ile bir araya geldi.", "meeting", {"deniz", "marren"}),
        ("hy", "Արամ Սելվանյանը հանդիպել է Իլդա Մարենի հետ։", "meeting", {"aram", "marren"}),
        ("ka", "ლევან დარჩიელი ილდა მარენს შეხვდა.", "meeting", {"levan", "marren"}),
    ],
)
def test_encounters_in_other_languages(language, text, mode, parties):
    event = one(text, language)
    assert (event.type, event.mode, event.status, who(event)) == ("CONSULT", mode, "asserted", parties)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ilda Marren did not meet with Tomas Verrick.", "denied"),
        ("Ilda Marren refused to meet with Tomas Verrick.", "denied"),
        ("The meeting of Ilda Marren with Tomas Verrick was cancelled.", "denied"),
        ("Ilda Marren will meet with Tomas Verrick.", "planned"),
        ("Ilda Marren plans to meet with Tomas Verrick.", "planned"),
        ("A meeting of Ilda Marren with Tomas Verrick will take place in Selm.", "planned"),
        ("Ilda Marren hopes to meet with Tomas Verrick.", "hypothetical"),
        ("If Ilda Marren met with Tomas Verrick, the road would open.", "hypothetical"),
        ("Ilda Marren could meet with Tomas Verrick.", "hypothetical"),
        ("Ilda Marren met with Tomas Verrick again.", "asserted"),
    ],
)
def test_status_in_english(text, status):
    (event,) = (event for event in read(text) if event.type == "CONSULT")
    assert event.status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ильда Маррен не встречалась с Томасом Верриком.", "denied"),
        ("Встреча Томаса Веррика с Ильдой Маррен отменена.", "denied"),
        ("Ильда Маррен встретится с Томасом Верриком.", "planned"),
        ("Ильда Маррен намерена встретиться с Томасом Верриком.", "planned"),
        ("Ильда Маррен может встретиться с Томасом Верриком.", "hypothetical"),
    ],
)
def test_status_in_russian(text, status):
    assert one(text, "ru").status == status


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Valdora condemned Kestria.", "ACCUSE", {"valdora"}, {"kestria"}),
        ("Kestria was accused by Valdora of delay.", "ACCUSE", {"valdora"}, {"kestria"}),
        ("Ilda Marren thanked Tomas Verrick.", "SUPPORT", {"marren"}, {"verrick"}),
        ("Valdora urged Kestria to wait.", "REQUEST", {"valdora"}, {"kestria"}),
        ("Kestria rejected the plan.", "REJECT", {"kestria"}, set()),
        ("Valdora and Kestria signed an agreement.", "AGREE", {"valdora", "kestria"}, set()),
        ("Valdora imposed sanctions on Kestria.", "SANCTION", {"valdora"}, {"kestria"}),
        ("The army of Kestria shelled Selm.", "ASSAULT", {"kestria"}, {"selm"}),
        ("Valdora released 14 prisoners.", "YIELD", {"valdora"}, set()),
    ],
)
def test_other_acts(text, kind, actors, recipients):
    event = one(text)
    assert (event.type, event.mode) == (kind, None)
    assert (who(event, "actor"), who(event, "recipient")) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting room of Ilda Marren was painted.",
        "Ilda Marren met the requirements of Valdora.",
        "Ilda Marren spoke of Tomas Verrick.",
        "Ilda Marren signed the book of guests.",
        "The road is open.",
        "",
    ],
)
def test_what_is_no_event(text):
    assert read(text) == []


def test_a_list_is_one_encounter_with_all_of_them():
    event = one("Ilda Marren met with members of the council Tomas Verrick, Vera Orlin, Jonas Hale and Ruth Kestner.")
    assert who(event, "actor") == {"marren"}
    assert who(event, "recipient") == {"verrick", "orlin", "hale", "kestner"}


def test_an_office_of_many_words_is_one_person_s():
    event = one("Ilda Marren met with Minister of Foreign Affairs and Overseas Trade Tomas Verrick.")
    assert who(event, "recipient") == {"verrick"}


def test_one_act_is_told_once_in_a_sentence():
    event = one("Ilda Marren held talks with Tomas Verrick, and the two discussed the road.")
    assert event.mode == "meeting"


def test_the_second_verb_has_the_first_one_s_subject():
    events = read("Ilda Marren thanked Tomas Verrick for the visit to Selm and praised Vera Orlin.")
    praised = next(event for event in events if event.type == "SUPPORT" and "orlin" in who(event, "recipient"))
    assert who(praised, "actor") == {"marren"}


def test_who_received_two_of_other_countries_mediated():
    class Countries(Reader):
        def open(self, made):
            opened = super().open(made)
            homes = {"hale": "XA", "marren": "XB", "verrick": "XC"}
            opened.country = homes.get
            return opened

    made = document("Jonas Hale received Ilda Marren and Tomas Verrick in Selm.")
    opened = Countries(reader().lexicons, [], []).open(made)
    (event,) = coded(opened, (), (), pack())
    assert event.mode == "mediation"


def test_the_encounter_of_a_document_is_told_by_its_opening():
    text = "Ilda Marren and Tomas Verrick discussed the border.\nThe telephone conversation took place at the initiative of Valdora."
    events = [event for event in read(text) if event.type == "CONSULT"]
    assert {event.mode for event in events} == {"call"}
    assert all(who(event) == {"marren", "verrick"} for event in events)
    assert any(event.main for event in events)


def test_that_two_talked_is_told_though_not_how():
    event = one("Ilda Marren and Tomas Verrick exchanged views on the border.")
    assert (event.type, event.mode, who(event)) == ("CONSULT", None, {"marren", "verrick"})


def test_who_briefs_somebody_meets_him():
    event = one("Ilda Marren briefed Tomas Verrick on the harvest.")
    assert (event.type, event.mode, who(event, "actor"), who(event, "recipient")) == ("CONSULT", "meeting", {"marren"}, {"verrick"})
    passive = one("Tomas Verrick was briefed by Ilda Marren on the harvest.")
    assert (passive.mode, who(passive, "actor")) == ("meeting", {"marren"})
    called = read("Ilda Marren briefed Tomas Verrick on the harvest.\nThe telephone conversation took place at the initiative of Valdora.")
    assert {event.mode for event in called} == {"call"}


def turn(text, words, speaker):
    start = text.index(words)
    label = text.rindex("\n", 0, start) + 1
    return quote(text, words, "direct", speaker)._replace(speaker_start=label, speaker_end=start - 2, speaker_basis="label")


def test_two_who_speak_to_each_other_in_a_transcript_meet():
    text = "The harvest in Selm.\nIlda Marren: How are things?\nTomas Verrick: Very well.\nIlda Marren: Good."
    turns = [turn(text, "How are", "marren"), turn(text, "Very well", "verrick"), turn(text, "Good.", "marren")]
    event = one(text, quotes=turns)
    assert (event.type, event.mode, event.status, who(event, "actor")) == ("CONSULT", "meeting", "asserted", {"marren", "verrick"})
    assert text[event.trigger_start : event.trigger_end] == "Ilda Marren"
    assert not read(text, quotes=[turns[0], turns[2]])
    third = turns[1]._replace(speakers=("orlin",), start=turns[1].start + 1)
    assert not read(text, quotes=[*turns, third])


def test_those_who_talked_and_speak_in_a_transcript_met():
    text = "Ilda Marren and Tomas Verrick discussed the border.\nIlda Marren: I am glad to see you."
    (event,) = read(text, quotes=[turn(text, "I am glad", "marren")])
    assert (event.mode, who(event)) == ("meeting", {"marren", "verrick"})


CALL = "Ilda Marren spoke by telephone with Tomas Verrick"


@pytest.mark.parametrize(
    ("text", "mode", "trigger"),
    [
        ("Marren and Verrick discussed the border.", "call", "discussed"),
        ("The two leaders discussed the negotiations on the border. Marren thanked Verrick.", "call", "discussed"),
        ("Marren thanked Verrick for the help.", "call", "Marren"),
        ("They exchanged views on the border. Marren thanked Verrick.", "call", "exchanged views"),
        ("Ilda Marren met with Tomas Verrick in Selm.", "meeting", "met with"),
    ],
)
def test_the_title_tells_the_encounter_where_the_text_does_not(text, mode, trigger):
    (event,) = [event for event in read(text, headline=CALL) if event.type == "CONSULT"]
    assert (event.mode, event.status, who(event)) == (mode, "asserted", {"marren", "verrick"})
    assert text[event.trigger_start : event.trigger_end] == trigger


def test_a_title_that_plans_or_of_which_the_text_does_not_speak_tells_nothing():
    assert not [one for one in read("Marren thanked Verrick.", headline="Ilda Marren will meet Tomas Verrick") if one.type == "CONSULT"]
    assert not read("The harvest was good.", headline=CALL)


def test_it_may_be_nobody():
    assert not read("It was agreed to bolster the dialogue between the heads of the two agencies.")


def test_by_belongs_to_the_participle_before_it():
    event = one("The meeting was attended by 506 workers registered by Valdora.")
    assert "valdora" not in who(event)


def test_an_accident_in_the_sentence_before_kills_nobody_on_purpose():
    assert not read("There were many accidents on the roads of Valdora. In total 1,233 people were killed.")
    assert read("There were many accidents on the roads of Valdora. Valdora said that two people were killed in an attack.")


def test_what_a_title_tells_and_the_text_tells_again_is_one_event():
    events = read("Ilda Marren met with Tomas Verrick\nIlda Marren met with Tomas Verrick in Selm. Valdora condemned Kestria.", title=True)
    assert [(event.type, event.main, event.sentence) for event in events] == [("CONSULT", True, 1), ("ACCUSE", False, 2)]
    alone = read("Ilda Marren met with Tomas Verrick\nValdora condemned Kestria.", title=True)
    assert [(event.type, event.main) for event in alone] == [("CONSULT", True), ("ACCUSE", False)]


def test_a_date_beside_the_verb_is_when():
    text = "On March 11, Ilda Marren met with Tomas Verrick."
    event = one(text, days=[day(text, "March 11", date(2024, 3, 11), "publication")])
    assert (event.earliest, event.latest, event.date_basis) == (date(2024, 3, 11), date(2024, 3, 11), "publication")
    assert text[event.date_start : event.date_end] == "March 11"


def test_news_without_a_date_is_of_its_day():
    event = one("Ilda Marren met with Tomas Verrick.")
    assert (event.earliest, event.date_basis, event.date_start) == (TUESDAY, "document", None)
    event = one("Ilda Marren met with Tomas Verrick.", published=None)
    assert (event.earliest, event.date_basis) == (None, None)


def test_a_date_that_says_which_is_not_when():
    text = "Ilda Marren met with Tomas Verrick to prepare the March 20 summit."
    event = next(event for event in read(text, days=[day(text, "March 20", date(2024, 3, 20))]) if event.mode == "meeting")
    assert (event.status, event.earliest) == ("asserted", TUESDAY)


def test_a_visit_lasts_from_its_first_day_to_its_last():
    text = "Ilda Marren has been on a visit to Valdora since March 8.\nThe visit of Ilda Marren to Valdora ended on March 11."
    days = [day(text, "March 8", date(2024, 3, 8)), day(text, "March 11", date(2024, 3, 11))]
    assert {(event.earliest, event.latest) for event in read(text, days=days)} == {(date(2024, 3, 8), date(2024, 3, 11))}


def test_where():
    assert one("Ilda Marren met with Tomas Verrick in Selm.").place_id == "selm"
    assert one("Ильда Маррен встретилась с Томасом Верриком в Лорване.", "ru").place_id == "lorvan"
    assert one("Ilda Marren visited Valdora.").place_id == "valdora"
    assert one("Ilda Marren met with the president of Valdora, Tomas Verrick.").place_id is None


def test_whom_an_invitation_asks_would_visit():
    event = one("Ilda Marren repeated her invitation to Tomas Verrick to visit Kestria.")
    assert (event.mode, event.status, who(event, "actor")) == ("visit", "hypothetical", {"verrick"})


def test_a_concern_is_its_owner_s():
    assert who(one("The message expressed Ilda Marren's deep concern over the violence."), "actor") == {"marren"}


def test_nobody_agrees_with_himself():
    event = read("Tomas Verrick spoke first. He agreed with Tomas Verrick on the need to wait.")[-1]
    assert [(actor.role, actor.entity_id) for actor in event.actors] == [("actor", None), ("recipient", "verrick")]


def test_the_day_of_an_attack_is_not_that_of_words_about_it():
    text = "Ilda Marren condemned the attack of February 2."
    event = one(text, days=[day(text, "February 2", date(2024, 2, 2))])
    assert (event.type, event.earliest, event.date_basis) == ("ACCUSE", TUESDAY, "document")


def test_places_of_a_topic_are_not_where_it_happened():
    assert one("Ilda Marren held a meeting with Tomas Verrick on the floods in Lorvan.").place_id is None
    assert one("Ilda Marren held a meeting with Tomas Verrick in Lorvan.").place_id == "lorvan"


def test_the_status_of_a_verb_is_that_of_what_is_told_by_the_way():
    assert all(event.status == "planned" for event in read("At the summit the chancellor Ilda Marren will meet with Tomas Verrick."))


def test_a_cue_of_speech_is_a_statement():
    text = "Orlin said that the road was open."
    event = one(text, quotes=[quote(text, "the road was open", speaker="orlin", cue="said")])
    assert (event.type, event.status, who(event, "actor")) == ("STATE", "asserted", {"orlin"})
    assert text[event.trigger_start : event.trigger_end] == "said"


def test_reported_speech_keeps_the_status_and_claims_do_not():
    text = "Orlin said that Kestria rejected the plan."
    event = read(text, quotes=[quote(text, "Kestria rejected the plan", speaker="orlin", cue="said")])[-1]
    assert (event.type, event.status, event.claimed_by) == ("REJECT", "asserted", "orlin")
    text = "Orlin alleged that Kestria rejected the plan."
    event = read(text, quotes=[quote(text, "Kestria rejected the plan", speaker="orlin", cue="alleged")])[-1]
    assert (event.type, event.status, event.claimed_by) == ("REJECT", "hypothetical", "orlin")


def test_direct_speech_is_its_speaker_s_claim():
    text = 'Orlin said: "Valdora condemned Kestria".'
    event = read(text, quotes=[quote(text, "Valdora condemned Kestria", "direct", "orlin", "said")])[-1]
    assert (event.type, event.status, event.claimed_by) == ("ACCUSE", "hypothetical", "orlin")


def test_what_one_side_says_of_an_attack_is_its_claim():
    event = one("According to Valdora, the army of Kestria shelled Selm.")
    assert (event.type, event.status, event.claimed_by) == ("ASSAULT", "hypothetical", "valdora")


def test_the_same_input_gives_the_same_events():
    text = "Ilda Marren met with Tomas Verrick in Selm and thanked Vera Orlin. Valdora condemned Kestria."
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "met " * 30_000,
        "Ilda Marren met with Tomas Verrick, " * 5_000,
        "“«(\"'" * 20_000,
        "\u202eIlda Marren met\u202c with \u2067Tomas Verrick\u2069.",
        "Ilda Marren met with Tomas Verrick. " * 500,
        "\u0301" * 1_000 + "Ilda Marren met with Tomas Verrick.",
    ],
)
def test_hostile_text_is_read_in_no_time(text):
    began = document(text)
    assert coded(reader().open(began), (), (), pack()) is not None


@settings(max_examples=60, deadline=timedelta(seconds=2))
@given(
    st.text(alphabet=st.sampled_from("Ilda Marren met with Verrick, and was by the of “”«»()-.;:\n\u202e é"), max_size=300),
    st.sampled_from(LANGUAGES),
)
def test_any_text_is_read(text, language):
    read(text, language)
