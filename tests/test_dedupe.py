"""Which documents go back to one origin, and which only look like it."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from readout.dedupe.anchors import anchors
from readout.dedupe.candidates import candidates
from readout.dedupe.copies import copies
from readout.dedupe.kinship import Kin, Text, kinship
from readout.dedupe.origins import Origin, Pair, joined, origins
from readout.dedupe.sketch import sketch
from readout.dedupe.translations import translations

STORY = (
    "The foreign ministers of Ruritania and Syldavia met in Port Elsin on 4 March and agreed to open the road over the Orlin pass. "
    "Minister Tovik Arran said that lorries would cross from 12 April. His colleague Mara Velding called the talks long and useful. "
    "The two sides will send 30 engineers to look at the bridge near Sarn. A second meeting is to follow in the summer in Streslau, "
    "where the ministers also want to speak about the railway and about the exchange of prisoners held since the winter."
)
EDITED = STORY.replace("long and useful", "useful, if long").replace("is to follow", "will follow") + " Source: Elsin Wire."
EXCERPT = STORY[STORY.index("Minister Tovik") : STORY.index("A second")]
FORM = (
    "The President approved an emergency declaration for the Territory of {0} and ordered federal help in addition to local efforts "
    "after the storm that began on {1} May. Help will be given in the districts of {0}. The office for relief is authorised to find "
    "and provide, at its discretion, equipment and means needed to lessen what the emergency does to the people of {0}."
)


def documents(*rows):
    names = ("doc_id", "source_path", "record", "text_sha256", "title", "words", "published_latest")
    types = (pl.String, pl.String, pl.Int64, pl.String, pl.String, pl.Int64, pl.Date)
    return pl.DataFrame(rows, schema=dict(zip(names, types, strict=True)), orient="row")


def text(words, day=None, title="", **more):
    return Text(sketch(words, title), None if day is None else (day, day), **more)


def test_copies_follow_the_earliest():
    rows = [
        ("c", "c.txt", 1, "t", "T", 90, None),
        ("b", "b.txt", 1, "t", "Another title", 90, date(2023, 5, 2)),
        ("a", "a.txt", 1, "t", "T", 90, date(2023, 5, 3)),
        ("d", "d.txt", 1, "u", None, 90, None),
    ]
    found = copies(documents(*rows)).select("doc_id", "original").rows()
    assert found == [("b", "b"), ("a", "b"), ("c", "b"), ("d", "d")]
    assert copies(documents(*reversed(rows))).select("doc_id", "original").rows() == found


def test_a_formula_under_two_titles_was_written_twice():
    rows = [("a", "a", 1, "t", "Call with Ruritania", 12, None), ("b", "b", 1, "t", "Call with Syldavia", 12, None)]
    assert copies(documents(*rows))["original"].to_list() == ["a", "b"]
    same = [(*row[:4], "Call with Ruritania ", *row[5:]) for row in rows]
    assert copies(documents(*same))["original"].to_list() == ["a", "a"]
    year_after_year = [(*row[:6], date(2021 + number, 5, 9)) for number, row in enumerate(same)]
    assert copies(documents(*year_after_year))["original"].to_list() == ["a", "b"]
    day_after_day = [(*row[:6], date(2021, 5, 9 + number)) for number, row in enumerate(same)]
    assert copies(documents(*day_after_day))["original"].to_list() == ["a", "a"]


def test_an_edited_reprint_is_a_near_copy_in_either_order():
    kin = kinship(text(STORY), text(EDITED))
    assert kin == kinship(text(EDITED), text(STORY))
    assert kin.relation == "near_copy"
    assert 0.7 < kin.similarity < 0.95
    assert kinship(text(STORY), text(STORY)) == Kin("near_copy", 1.0)


def test_an_excerpt_is_measured_by_its_own_length():
    assert kinship(text(STORY), text(EXCERPT)) == Kin("excerpt", 1.0)


@pytest.mark.parametrize("case", [str, str.upper])
def test_a_form_filled_in_again_is_no_copy(case):
    orlin, sarn = (case(FORM.format(*filled)) for filled in (("Orlin", 3), ("Sarn", 9)))
    assert len(np.intersect1d(sketch(orlin).shingles, sketch(sarn).shingles)) > 30
    assert kinship(text(orlin), text(sarn)) is None


def test_what_the_title_names_must_be_in_a_near_copy():
    whole = STORY + " Envoys of Borduria were not invited this time."
    assert kinship(text(whole, title="Ministers meet"), text(STORY)) is not None
    assert kinship(text(whole, title="Borduria left out"), text(STORY)) is None


def test_a_week_later_it_is_another_meeting():
    day = date(2023, 3, 4)
    assert kinship(text(STORY, day), text(EDITED, day + timedelta(3))) is not None
    assert kinship(text(STORY, day), text(EDITED, day + timedelta(7))) is None
    assert kinship(text(STORY, day), text(EDITED)) is not None


def test_short_texts_are_not_compared():
    assert kinship(text("Tovik Arran met Mara Velding."), text("Tovik Arran met Mara Velding.")) is None
    assert kinship(text(""), text(STORY)) is None


def test_another_number_is_another_event():
    short = STORY.replace("30 engineers", "45 doctors").replace(" long and", "")
    assert kinship(text(short), text(STORY)) is None
    assert kinship(text(short.replace("45 doctors", "30 doctors")), text(STORY)) is not None


def test_candidates_find_what_is_shared_and_nothing_else():
    apart = [sketch(FORM.format("Orlin", 3)).shingles, sketch(STORY).shingles]
    assert candidates(apart) == []
    assert candidates([*apart, sketch(EDITED).shingles, sketch("").shingles]) == [(1, 2)]
    assert candidates([]) == []


def test_a_text_copied_by_many_is_tied_to_all():
    copied = [sketch(STORY).shingles for _ in range(40)]
    assert {(0, place) for place in range(1, 40)} <= set(candidates(copied))


def test_the_earlier_is_the_origin_unless_its_credit_line_names_the_other():
    first, second = text(STORY, outlet="Elsin Wire"), text(EDITED, outlet="Sarn Daily")
    kin = kinship(first, second)
    assert origins([first, second]) == [Origin(0, "origin", 1.0), Origin(0, *kin)]
    credited = first._replace(credit="Source: sarn daily")
    assert origins([credited, second]) == [Origin(1, *kin), Origin(1, "origin", 1.0)]


def test_an_excerpt_goes_back_to_the_longer_text_even_if_it_is_earlier():
    assert origins([text(EXCERPT), text(STORY)]) == [Origin(1, "excerpt", 1.0), Origin(1, "origin", 1.0)]


def test_chains_end_at_one_origin_and_the_order_of_pairs_does_not_matter():
    pairs = [Pair(1, 0, Kin("near_copy", 0.8)), Pair(2, 1, Kin("near_copy", 0.9)), Pair(2, 0, Kin("near_copy", 0.7))]
    found = [Origin(0, "origin", 1.0), Origin(0, "near_copy", 0.8), Origin(0, "near_copy", 0.9)]
    assert joined(3, pairs) == joined(3, reversed(pairs)) == found
    circle = [Pair(0, 1, Kin("excerpt", 1.0)), Pair(1, 0, Kin("near_copy", 0.6))]
    assert joined(2, circle) == [Origin(1, "excerpt", 1.0), Origin(1, "origin", 1.0)]


def test_sketches_hold_shingles_and_facts():
    made = sketch("Arran met Velding. Arran left at 9.", "Arran leaves")
    assert [len(part) for part in made] == [4, 3, 1, 1, 1]
    assert len(sketch("two words").shingles) == 1
    assert all(len(part) == 0 for part in sketch(""))


def test_anchors_are_names_and_numbers_in_the_order_of_the_text():
    words = "Arran came to Elsin on 4 March 2023. Share 99"
    assert anchors(words, [(0, 36)], [(14, "place:elsin"), (0, "person:arran")]) == ("person:arran", "place:elsin", "#4", "#2023")
    assert anchors(words, [], []) == ()


TOLD = (*(f"person:{letter}" for letter in "abcdefghijkl"), "#4", "#2023", "#30")
OWN = (*TOLD[3::-2], "#4", *TOLD[4:8], "person:x", "person:y", "#12", "#31", *TOLD[11:8:-1], "person:z")


def told(anchors_of, languages):
    return [text("", anchors=found, language=language) for found, language in zip(anchors_of, languages, strict=True)]


def test_a_translation_names_and_counts_the_same_in_the_same_order():
    loose = (*TOLD[:5], "person:x", *TOLD[6:])
    assert translations(told([TOLD, OWN, loose], ["az", "ru", "en"])) == [(0, 2, pytest.approx(0.93, abs=0.03))]


def test_texts_in_one_language_or_with_few_anchors_are_no_translations():
    assert translations(told([TOLD, TOLD], ["en", "en"])) == []
    assert translations(told([TOLD[:6], TOLD[:6]], ["en", "ru"])) == []
    assert translations([]) == []


def test_a_translation_goes_back_to_the_earlier_text_of_the_same_days():
    day = date(2023, 3, 4)
    first = text("Uno dos", day, anchors=TOLD, language="en")
    later = text("Tres cuatro", day + timedelta(1), anchors=TOLD, language="ru")
    assert origins([first, later]) == [Origin(0, "origin", 1.0), Origin(0, "translation", 1.0)]
    assert origins([first, later._replace(published=(day + timedelta(9),) * 2)])[1].relation == "origin"
