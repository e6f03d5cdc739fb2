"""What names mean within their document, and what must not be merged."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from readout.aggregate import statement
from readout.link.resolve import Setting, found_id, resolve
from readout.link.titles import Titles

SQL = Path(__file__).parents[1] / "workflow" / "sql" / "link"


def name(surface, kind="PER", ids="", form=None, start=0, end=0):
    return {"surface": surface, "kind": kind, "pack_ids": ids or None, "form": form, "key": surface.lower(), "start": start, "end": end}


def ids(*names):
    return [link.entity_id for link in resolve(names)]


def told(names, setting):
    return [(link.entity_id, link.rule) for link in resolve(names, setting)]


ALIYEV = "person:ilham-aliyev"


def test_a_surname_means_the_pack_s_person_unless_the_document_names_another():
    assert ids(name("Aliyev", ids=ALIYEV, form="short")) == [ALIYEV]
    other = found_id("PER", "natig aliyev")
    assert ids(name("Natig Aliyev"), name("Aliyev", ids=ALIYEV, form="short")) == [other, other]


def test_a_title_before_a_surname_decides_between_its_bearers():
    held = {"person:joe-biden": frozenset({"president"}), "person:jill-biden": frozenset({"lady"})}
    jill = name("Jill Biden", ids="person:jill-biden", form="full")
    biden = name("Biden", ids="person:joe-biden", form="short")
    said = [jill, biden | {"title": "president"}, biden | {"title": "lady"}, biden | {"title": None}]
    found = [link.entity_id for link in resolve(said, Setting({}, None, held))]
    assert found == ["person:jill-biden", "person:joe-biden", "person:jill-biden", "person:jill-biden"]


def test_a_surname_means_whom_the_title_names_in_full():
    titles = Titles(
        [
            {"kind": "PER", "form": "full", "folded": "heydar aliyev", "entity_id": "person:heydar-aliyev"},
            {"kind": "PER", "form": "full", "folded": "ilham aliyev", "entity_id": ALIYEV},
            {"kind": "PER", "form": "full", "folded": "anna brook", "entity_id": "person:anna-brook"},
            {"kind": "PER", "form": "full", "folded": "anna brook", "entity_id": "person:anna-brook-2"},
        ]
    )
    titled = titles.of("Call with Heydar Aliyev’s office")
    assert titled == {"aliyev": "person:heydar-aliyev"}
    assert titles.of("Ilham Aliyev, the son of Heydar Aliyev, met Anna Brook") == titles.of("Brook") == titles.of(None) == {}
    short = name("Aliyev", ids=ALIYEV, form="short")
    assert told([short], Setting({}, titled=titled)) == [("person:heydar-aliyev", "same_surname")]
    natig = name("Natig Aliyev")
    assert told([natig, short], Setting({}, titled=titled))[1] == (found_id("PER", "natig aliyev"), "same_surname")


def test_the_bearer_named_last_is_meant():
    first, second = found_id("PER", "anna brook"), found_id("PER", "ben brook")
    assert ids(name("Anna Brook"), name("Brook"), name("Ben Brook"), name("Brook")) == [first, first, second, second]


def test_two_full_names_with_one_surname_stay_apart():
    a, b = ids(name("Anna Brook"), name("Ben Brook"))
    assert a != b


def test_a_body_without_its_country_is_the_one_named_last():
    both = "org:am-foreign-ministry org:az-foreign-ministry"
    names = [
        name("Foreign Ministry", "ORG", both, "generic"),
        name("Azerbaijani Foreign Ministry", "ORG", "org:az-foreign-ministry", "full"),
        name("Foreign Ministry", "ORG", both, "generic"),
    ]
    assert ids(*names) == ["org:az-foreign-ministry"] * 3
    assert [link.rule for link in resolve(names)] == ["context", "pack", "generic"]
    assert ids(names[0]) == [None]


def test_a_spelling_of_two_actors_is_told_by_what_else_is_named():
    names = [name("Red Bridge", "LOC", "place:a place:b", "full"), name("Old Red Bridge", "LOC", "place:b", "full")]
    assert ids(*names) == ["place:b", "place:b"]
    assert ids(names[0]) == [None]


def test_a_body_without_its_country_is_the_outlet_s_own():
    both = "org:am-foreign-ministry org:az-foreign-ministry"
    countries = {"org:am-foreign-ministry": "AM", "org:az-foreign-ministry": "AZ"}
    names = [name("Foreign Ministry", "ORG", both, "generic")]
    assert told(names, Setting(countries, "AZ")) == [("org:az-foreign-ministry", "outlet")]
    assert told(names, Setting(countries, "TR")) == [(None, None)]
    before = [name("Armenian Foreign Ministry", "ORG", "org:am-foreign-ministry", "full"), *names]
    assert told(before, Setting(countries, "AZ"))[1] == ("org:am-foreign-ministry", "generic")


def test_the_country_beside_a_body_tells_which_it_is():
    both = "org:am-border-service org:az-border-service"
    setting = Setting({"org:am-border-service": "AM", "org:az-border-service": "AZ"}, "AM")
    names = [name("Azerbaijan", "LOC", "country:AZ", "full", 0, 10), name("Border Service", "ORG", both, "generic", 13, 27)]
    assert told(names, setting)[1] == ("org:az-border-service", "context")


def test_a_chamber_of_two_countries_is_that_of_the_country_named():
    names = [name("Senate", "ORG", "org:fr-senate org:us-senate", "full"), name("France", "LOC", "country:FR", "full")]
    setting = Setting({"org:fr-senate": "FR", "org:us-senate": "US"})
    assert told(names, setting)[0] == ("org:fr-senate", "context")
    assert told([*names, name("US", "LOC", "country:US", "full")], setting)[0] == (None, None)


def test_a_body_is_the_one_whose_longer_name_the_document_gives():
    names = [name("Orlin State Senate", "ORG", "org:orlin-senate", "full"), name("Senate", "ORG", "org:fr-senate org:us-senate", "full")]
    assert told(names, Setting({})) == [("org:orlin-senate", "pack"), ("org:orlin-senate", "context")]
    other = name("Dahl Senate", "ORG", "org:dahl-senate", "full")
    assert told([other, *names], Setting({}))[2] == (None, None)


def test_found_entities_do_not_depend_on_other_documents():
    assert ids(name("Orlin Fund", "ORG")) == [found_id("ORG", "orlin fund")] == ids(name("X Y"), name("Orlin Fund", "ORG"))[1:]


STATE = "country:GE place:us-georgia"
HOMES = {"country:GE": "GE", "country:UA": "UA", "place:us-georgia": "US", "place:us-ohio": "US", "place:tbilisi": "GE", "org:court": "US"}


@pytest.mark.parametrize(
    ("others", "meant"),
    [
        ([], "country:GE"),
        ([name("Ohio", "LOC", "place:us-ohio", "full", 9, 13)], "place:us-georgia"),
        ([name("Tbilisi", "LOC", "place:tbilisi", "full", 9, 16)], "country:GE"),
        ([name("Ohio", "LOC", "place:us-ohio", "full", 90, 94), name("Court", "ORG", "org:court", "full", 99, 104)], "place:us-georgia"),
        (
            [
                name("Ohio", "LOC", "place:us-ohio", "full", 90, 94),
                name("Court", "ORG", "org:court", "full", 99, 104),
                name("Ukraine", "LOC", "country:UA", "full", 120, 127),
            ],
            "country:GE",
        ),
    ],
)
def test_a_state_is_told_from_its_namesake(others, meant):
    assert ids_in(HOMES, name("Georgia", "LOC", STATE, "full", 0, 7), *others)[0] == meant


def test_a_state_that_was_told_from_its_namesake_counts_as_named():
    ministry = name("Foreign Ministry", "ORG", "org:ge-foreign-ministry org:am-foreign-ministry", "full", 30, 46)
    homes = HOMES | {"org:ge-foreign-ministry": "GE", "org:am-foreign-ministry": "AM"}
    assert ids_in(homes, name("Georgia", "LOC", STATE, "full", 0, 7), ministry) == ["country:GE", "org:ge-foreign-ministry"]


def ids_in(countries, *names):
    return [link.entity_id for link in resolve(names, Setting(countries))]


def test_a_line_break_within_a_name_makes_no_other_spelling(tmp_path):
    surfaces = ["Jacob Zuma", "Jacob\nZuma", "Jacob  Zuma", "JACOB ZUMA"]
    said = {"entity_id": "person:jacob-zuma", "language": "en", "rule": "same_sound"}
    mentions = [{**said, "surface": surface, "spelling": " ".join(surface.split()), "score": 0.9} for surface in surfaces]
    merges = [{**said, "surface": "Jacob\nZuma", "likeness": 0.8}]
    for name, rows in (("mentions", mentions), ("merges", merges)):
        pl.DataFrame(rows).write_parquet(tmp_path / name)
    query = statement.load(SQL)["aliases"]
    found = duckdb.sql(query.sql, params={name: str(tmp_path / name) for name in ("mentions", "merges")}).fetchall()
    assert found == [
        ("person:jacob-zuma", "JACOB ZUMA", "en", "same_sound", 0.9, 1),
        ("person:jacob-zuma", "Jacob Zuma", "en", "same_sound", 0.8, 3),
    ]
