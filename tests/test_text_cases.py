"""Small documents with their quotes, events and references: every file of them holds together, and what is found is counted."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from readout.score.gold import GoldError
from readout.score.text_cases import HALVES, Counts, Event, Quote, cases, event_counts, quote_counts, reference_counts
from readout.segment.languages import languages

HERE = Path(__file__).parent
LANGUAGES = ("az", "en", "hy", "ka", "ru", "tr")
FILES = {code: yaml.safe_load((HERE.parent / f"config/languages/{code}.yaml").read_text(encoding="utf-8")) for code in LANGUAGES}
SPLITTING = languages(LANGUAGES, FILES).splitting
FOLDERS = {"quote_cases": LANGUAGES, "event_cases": LANGUAGES, "reference_cases": ("en", "ru")}
LEAST = {"quote_cases": 20, "event_cases": 20, "reference_cases": 10}
EVERY = [(folder, language) for folder, spoken in FOLDERS.items() for language in spoken]


@cache
def read(folder, language):
    files = [HERE / folder / f"{language}.yaml", HERE / folder / f"{language}.fresh.yaml"]
    return [case for file in files for case in cases(yaml.safe_load(file.read_text(encoding="utf-8")), language, SPLITTING[language])]


@pytest.mark.parametrize(("folder", "language"), EVERY)
def test_a_file_of_cases_holds_together(folder, language):
    told = read(folder, language)
    halves = Counter(case.half for case in told)
    assert set(halves) == set(HALVES)
    assert min(halves.values()) >= LEAST[folder]
    assert max(Counter(case.document.text for case in told).values()) == 1


@pytest.mark.parametrize(("folder", "language"), EVERY)
def test_the_halves_lie_in_files_of_their_own(folder, language):
    for name, half in ((f"{language}.yaml", "tuned"), (f"{language}.fresh.yaml", "fresh")):
        assert {case["half"] for case in yaml.safe_load((HERE / folder / name).read_text(encoding="utf-8"))} == {half}


@pytest.mark.parametrize(("folder", "language"), EVERY)
def test_whoever_finds_what_the_gold_has_is_always_right(folder, language):
    told = read(folder, language)
    by_text = {case.document.text: case for case in told}
    if folder == "quote_cases":
        tally = quote_counts(told, lambda document: [gold.quote for gold in by_text[document.text].quotes])
    elif folder == "event_cases":
        tally = event_counts(told, lambda document: [gold.event for gold in by_text[document.text].events])
    else:
        tally = reference_counts(told, lambda document, start, end: _entities(by_text[document.text], start))
    assert tally
    for counts in tally.values():
        assert counts.right == counts.found == counts.gold


def _entities(case, start):
    return next(reference.entities for reference in case.references if reference.start == start)


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotes_and_events_of_every_kind_are_told(language):
    quotes = [gold.quote for case in read("quote_cases", language) for gold in case.quotes]
    assert {quote.kind for quote in quotes} == {"direct", "indirect"}
    assert any(not quote.speakers for quote in quotes)
    assert any(len(quote.speakers) > 1 for quote in quotes)
    assert any(not case.quotes for case in read("quote_cases", language))
    events = [gold.event for case in read("event_cases", language) for gold in case.events]
    assert {"asserted", "denied", "planned", "hypothetical"} <= {event.status for event in events}
    assert {"call", "meeting", "visit", "summit", "mediation", "correspondence"} <= {event.mode for event in events}
    assert any(not case.events for case in read("event_cases", language))


def one(text, **told):
    return cases([{"text": text, "half": "tuned", **told}], "en", SPLITTING["en"])


def name(surface, entity, kind="PER"):
    return {"surface": surface, "kind": kind, "entity": entity}


def quote(text, speaker=None, kind="direct", **told):
    return {"kind": kind, "text": text, "speaker": None, "speaker_entity": speaker, "cue": None, **told}


def event(kind, actors=(), recipients=(), mode=None, status="asserted", when=None, place=None, **told):
    fields = {"type": kind, "mode": mode, "status": status, "actors": list(actors), "recipients": list(recipients), "when": when}
    return {**fields, "place": place, **told}


def test_a_case_becomes_a_document():
    (case,) = one(
        "Verrick: we will come\nVera Orlin met Tomas Verrick. She thanked him.",
        title=True,
        published="2024-03-12",
        names=[name("Verrick", "verrick"), name("Vera Orlin", "orlin"), name("Tomas Verrick", "verrick")],
        references=[{"phrase": "She", "occurrence": 1, "entities": ["orlin"]}],
    )
    document = case.document
    assert [(sentence.paragraph, sentence.role) for sentence in document.sentences] == [(0, "title"), (1, "body"), (1, "body")]
    assert [[told.surface for told in sentence.names] for sentence in document.sentences] == [
        ["Verrick"],
        ["Vera Orlin", "Tomas Verrick"],
        [],
    ]
    assert document.published == (date(2024, 3, 12), date(2024, 3, 12))
    (reference,) = case.references
    assert document.text[reference.start : reference.end] == "She"


@pytest.mark.parametrize(
    "told",
    [
        {"names": [name("Marren", "marren")]},
        {"names": [name("Orlin", "orlin", "MAN")]},
        {"half": "third"},
        {"quotes": [quote("We go")]},
        {"quotes": [quote("We come", "orlin")]},
        {"quotes": [quote("We come", kind="spoken")]},
        {"events": [event("TALK")]},
        {"events": [event("AGREE", mode="call")]},
        {"events": [event("AGREE", ["orlin"])]},
        {"references": [{"phrase": "Orlin", "occurrence": 2, "entities": []}]},
    ],
)
def test_a_case_that_does_not_hold_together_is_refused(told):
    with pytest.raises(GoldError):
        one('"We come," said Orlin.', **told)


def test_quotes_are_counted():
    text = '"We come," said Orlin.\n"We stay.\n"We go," he said, noting that the road was open.'
    gold = [
        quote("We come,", "orlin"),
        quote("We stay.", "orlin"),
        quote("We go,", "orlin"),
        quote("the road was open", "orlin", "indirect"),
        quote("was open", None, "indirect", optional=True),
    ]
    told = one(text, names=[name("Orlin", "orlin")], quotes=gold)

    def found(document):
        at = document.text.index
        yield Quote(0, at(" said"), "direct", ("orlin",))
        yield Quote(at("We stay"), at(" he said"), "direct")
        yield Quote(at("the road"), at(" open"), "indirect", ("orlin",))
        yield Quote(at("he said"), at("noting"), "indirect")

    tally = quote_counts(told, found)
    assert tally == {
        ("en", "tuned", "direct"): Counts(3, 3, 3),
        ("en", "tuned", "direct_speaker"): Counts(1, 3, 3),
        ("en", "tuned", "indirect"): Counts(1, 2, 1),
        ("en", "tuned", "indirect_speaker"): Counts(1, 1, 1),
    }


def test_events_are_counted():
    names = [name("Orlin", "orlin"), name("Verrick", "verrick"), name("Selm", "selm", "LOC")]
    gold = [
        event("CONSULT", ["orlin"], ["verrick"], "meeting", when=["2024-03-11", "2024-03-11"], place="selm"),
        event("YIELD", ["orlin"], also=["RETREAT"]),
        event("ACCUSE", ["orlin"], ["verrick"]),
        event("SUPPORT", ["orlin"], optional=True),
        event("STATE", ["orlin"]),
    ]
    told = one("Orlin met Verrick in Selm.", names=names, events=gold)
    day = date(2024, 3, 11)

    def found(_):
        yield Event("CONSULT", "meeting", "asserted", ("verrick", "orlin"), (), (day, day), None)
        yield Event("RETREAT", None, "denied", ("orlin",), ())
        yield Event("SUPPORT", None, "asserted", (), ())
        yield Event("AID", None, "asserted", (), ())
        yield Event("STATE", None, "asserted", (), ())

    tally = {measure: counts for (_, _, measure), counts in event_counts(told, found).items()}
    assert tally == {
        "event": Counts(2, 3, 3),
        "whole": Counts(1, 3, 3),
        "mode": Counts(2, 2, 2),
        "status": Counts(1, 2, 2),
        "actors": Counts(2, 2, 2),
        "when": Counts(1, 1, 1),
        "place": Counts(0, 1, 1),
        "statement": Counts(0, 1, 1),
    }


def test_what_is_visited_may_be_a_place_or_a_host():
    names = [name("Orlin", "orlin"), name("Selm", "selm", "LOC")]
    told = one("Orlin visited Selm.", names=names, events=[event("CONSULT", ["orlin"], [], "visit", place="selm")])
    tally = event_counts(told, lambda _: [Event("CONSULT", "visit", "asserted", ("orlin",), ("selm",))])
    assert tally["en", "tuned", "actors"] == Counts(1, 1, 1)
    assert tally["en", "tuned", "place"] == Counts(0, 1, 1)


def test_references_are_counted():
    references = [{"phrase": "She", "occurrence": 1, "entities": ["orlin"]}, {"phrase": "they", "occurrence": 1, "entities": []}]
    told = one("Orlin spoke. She said they know.", names=[name("Orlin", "orlin")], references=references)
    tally = reference_counts(told, lambda document, start, end: ("orlin",))
    assert tally == {("en", "tuned", "reference"): Counts(1, 2, 1)}
