"""Verb files: patterns become words, and mistakes in them are told."""

from pathlib import Path

import pytest
import yaml

from readout.coding.verbs import GAP_WORDS, STRONG, longest, read_verbs, verbs
from readout.refer.words import words
from readout.tables.schema import EVENT_STATUSES, EVENT_TYPES, MODES

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "config/packs/south-caucasus/verbs").glob("*.yaml"))
KINDS = ("act", "encounter", "deed", "light", "talk")
FRAMES = {"do": {"active": {"actor": ["subject"], "recipient": ["object"]}}}


def compiled(**file):
    return verbs("en", {"frames": FRAMES, **file})


def found(known, text):
    return [
        (hit.entry.id, hit.form, text[made[hit.first].start : made[hit.last].end])
        for made in [words(text, 0, len(text))]
        for hit in known.hits(made)
    ]


def entry(**told):
    return {"id": "greet", "type": "SUPPORT", "frame": "do", **told}


def test_a_stem_takes_the_endings_of_its_paradigm():
    known = compiled(paradigms={"s": {"base": [""], "past": ["ed"]}}, entries=[entry(words=["greet/s"])])
    assert found(known, "greet greeted greets") == [("greet", "base", "greet"), ("greet", "past", "greeted")]


def test_alternatives_and_beginnings():
    known = compiled(entries=[entry(past=["gr(ee|ea)ted", "salut*"])])
    assert found(known, "greeted greated salutations") == [("greet", "past", word) for word in ("greeted", "greated", "salutations")]


def test_a_gap_holds_some_words_and_no_mark():
    known = compiled(entries=[entry(past=["bade .. welcome"])])
    assert found(known, "bade them all welcome") == [("greet", "past", "bade them all welcome")]
    assert not found(known, "bade them, welcome")
    assert not found(known, f"bade {'x ' * (GAP_WORDS + 1)}welcome")


def test_words_of_time_may_stand_inside_a_pattern():
    known = compiled(entries=[entry(past=["bowed to"])], lists={"passing": ["today"]})
    assert found(known, "bowed today to") == [("greet", "past", "bowed today to")]


def test_letters_are_folded():
    known = compiled(entries=[entry(past=["görüşüb"])])
    assert found(known, "GORUSUB görüşüb") == [("greet", "past", "GORUSUB"), ("greet", "past", "görüşüb")]


def test_what_stands_in_a_longer_hit_is_left_out():
    known = compiled(entries=[entry(past=["met", "met with"])], exclude=["met with success"])
    made = words("met with success met with met", 0, 29)
    assert [(hit.first, hit.last) for hit in longest(known.hits(made))] == [(3, 4), (5, 5)]


@pytest.mark.parametrize(
    "file",
    [
        {"entries": [entry(words=["greet/x"])]},
        {"entries": [entry(frame="unknown", words=["greet"])]},
        {"entries": [entry(words=[True])]},
        {"exclude": ["(a b|c) d"]},
    ],
)
def test_mistakes_are_told(file):
    with pytest.raises(ValueError, match="verbs"):
        compiled(**file)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_pack_s_files_hold_together(path):
    file = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(file) <= {"order", "paradigms", "cases", "frames", "entries", "exclude", "words", "lists", "places", "modes"}
    assert file["order"] in ("svo", "free", "sov")
    ids = [item["id"] for item in file["entries"]]
    assert len(ids) == len(set(ids))
    for item in file["entries"]:
        assert item.get("kind", "act") in KINDS
        assert item.get("mode") in (None, *MODES)
        assert item.get("status") in (None, *EVENT_STATUSES)
        if item.get("kind", "act") in ("act", "encounter", "deed"):
            assert item["type"] in EVENT_TYPES
        if item.get("mode") and item.get("kind", "act") not in ("light", "talk"):
            assert item["type"] == "CONSULT"
    marks = {"subject", "object", "owner", *file["cases"]}
    for voices in file["frames"].values():
        for slots in voices.values():
            assert set(slots) <= {"actor", "recipient"}
            assert {mark for listed in slots.values() for mark in listed} <= marks


def test_every_language_of_the_pack_tells_all_types_and_modes():
    for language, known in read_verbs(FILES).items():
        entries = {pattern.entry for patterns in known.exact.values() for pattern in patterns}
        told = {one.type for one in entries if one.kind in STRONG}
        assert {"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "ASSAULT", "SANCTION", "YIELD", "AID"} <= told, language
        assert {"call", "meeting", "visit", "summit", "mediation", "correspondence"} <= {one.mode for one in entries}, language
