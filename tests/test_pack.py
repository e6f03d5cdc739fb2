"""The domain pack: read, refused when unclear, and spelled out with its inflected forms."""

from pathlib import Path

import pytest

from readout.pack.actors import PackError, read_pack
from readout.pack.folding import folded, typographic
from readout.pack.inflection import forms
from readout.pack.spellings import read_naming, spelling_rows

HOME = Path(__file__).parent.parent
NAMING = read_naming(str(path) for path in (HOME / "config" / "languages" / "names").glob("*.yaml"))
PACK = sorted(str(path) for path in (HOME / "config" / "packs" / "south-caucasus").glob("*.yaml"))


def declined(text, kind="PER", gender="m"):
    return {form.text for form in forms(text, kind, gender, NAMING["ru"])}


def write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [str(path) for path in folder.iterdir()]


@pytest.mark.parametrize("text", ["İlham Əliyev, ЁЛКА — “U.S.’s”\u00a0\n", "𝔘nicode ß ﬁ Ǆ", "Ադրբեջան և", "საქართველო", "\u202eabc"])
def test_folding_keeps_every_offset(text):
    assert len(folded(text)) == len(text)
    assert len(typographic(text)) == len(text)


def test_folding_joins_what_is_one_name():
    assert folded("Erdoğan") == folded("ERDOGAN") == "erdogan"
    assert folded("İlham IŞIK") == "ilham isik"
    assert folded("Артём") == folded("Артем")
    assert folded("й") != folded("и")


def test_russian_names_are_declined():
    assert {"Ильхама Алиева", "Ильхаму Алиеву", "Ильхамом Алиевым", "Ильхаме Алиеве"} <= declined("Ильхам Алиев")
    assert {"Никола Пашиняна", "Николу Пашиняну", "Николом Пашиняном"} <= declined("Никол Пашинян")
    assert {"Марии Захаровой", "Марию Захарову"} <= declined("Мария Захарова", gender="f")
    assert {"Сергея Лаврова", "Сергеем Лавровым"} <= declined("Сергей Лавров")


def test_a_foreign_woman_s_surname_is_not_declined():
    assert "Лоры Купер" in declined("Лора Купер", gender="f")
    assert "Лоры Купера" not in declined("Лора Купер", gender="f")


def test_only_the_head_of_an_organisation_is_declined():
    made = declined("Министерство иностранных дел Азербайджана", "ORG", None)
    assert "Министерством иностранных дел Азербайджана" in made
    assert not any("Азербайджану" in form for form in made)
    assert "Нагорного Карабаха" in declined("Нагорный Карабах", "LOC", None)
    assert "Международным Комитетом Красного Креста" in declined("Международный Комитет Красного Креста", "ORG", None)


@pytest.mark.parametrize(
    ("language", "name", "written"),
    [
        ("hy", "Հայաստան", "Հայաստանի"),
        ("hy", "Ալիև", "Ալիևը"),
        ("hy", "նախարարություն", "նախարարության"),
        ("hy", "Բաքու", "Բաքվում"),
        ("ka", "თბილისი", "თბილისში"),
        ("ka", "საქართველო", "საქართველოს"),
        ("ka", "ანკარა", "ანკარის"),
        ("az", "Azərbaycan", "Azərbaycanın"),
        ("az", "Bakı", "Bakıda"),
        ("az", "Əliyev", "Əliyevlə"),
    ],
)
def test_suffixes_are_allowed_where_the_language_has_them(language, name, written):
    import re

    assert any(
        folded(written).startswith(folded(form.text)) and form.suffixes and re.fullmatch(form.suffixes, folded(written)[len(form.text) :])
        for form in forms(name, "LOC", None, NAMING[language])
    )


def test_the_shipped_pack_is_read():
    actors = read_pack(PACK)
    assert len({actor.entity_id for actor in actors}) == len(actors)
    own = [actor for actor in actors if not actor.entity_id.startswith("country:")]
    assert len(own) >= 250
    for language in ("en", "ru", "az", "hy", "ka", "tr"):
        assert sum(any(spelling.language == language for spelling in actor.spellings) for actor in own) >= 200, language


def test_what_is_two_is_two_in_the_shipped_pack():
    named = {}
    for actor in read_pack(PACK):
        for spelling in actor.spellings:
            named.setdefault(spelling.text, set()).add(actor.entity_id)
    assert not named["Rossiya 1"] & named["Rossiya 24"]
    assert not named["Palestine Liberation Organization"] & named["Palestinian Authority"]


def test_country_names_come_from_cldr_in_all_languages(tmp_path):
    actors = {
        actor.entity_id: actor
        for actor in read_pack(write(tmp_path, countries="- {id: 'country:AZ', names: {ru: [Азербайджанская Республика]}}"))
    }
    spelled = {(spelling.language, spelling.text) for spelling in actors["country:AZ"].spellings}
    assert {("en", "Azerbaijan"), ("hy", "Ադրբեջան"), ("ka", "აზერბაიჯანი"), ("ru", "Азербайджанская Республика")} <= spelled


@pytest.mark.parametrize(
    "text",
    [
        "- {id: 'person:a', names: {en: [A B]}}\n- {id: 'person:a', names: {en: [C D]}}",
        "- {name: nobody}",
        "- {id: 'ship:a', names: {en: [A]}}",
        "- [",
    ],
)
def test_an_unclear_pack_is_refused(tmp_path, text):
    with pytest.raises(PackError):
        read_pack(write(tmp_path, people=text))


def test_bodies_are_filled_in_for_each_country(tmp_path):
    files = write(
        tmp_path,
        countries="- {id: 'country:AM', adjective: {en: Armenian}, genitive: {ru: Армении}}",
        bodies="""
            - body: foreign-ministry
              title: {en: "Foreign Ministry of {name}"}
              countries: [AM]
              names: {en: ["{adjective} Foreign Ministry"], ru: ["МИД {genitive}"]}
              generic: {ru: [МИД]}
        """,
    )
    rows = spelling_rows([actor for actor in read_pack(files) if actor.entity_id.startswith("org:")], NAMING)
    written = {(row["written"], row["form"]) for row in rows}
    assert {("Armenian Foreign Ministry", "full"), ("МИД Армении", "full"), ("МИДа Армении", "full"), ("МИД", "generic")} <= written
    assert all(row["exact"] for row in rows if row["written"] == "МИД")


def test_terms_of_office_begin_and_end_with_what_is_known_of_them(tmp_path) -> None:
    people = """
- id: person:vera-lindqvist
  names: {en: [Vera Lindqvist]}
  offices:
    - {title: Minister, from: "2018", to: "2020-02"}
    - {title: Speaker, from: "2020-03-05"}
    - {title: Envoy}
"""
    (found,) = [actor for actor in read_pack(write(tmp_path, people=people)) if actor.entity_id == "person:vera-lindqvist"]
    assert [(office.title, str(office.earliest), str(office.latest)) for office in found.offices] == [
        ("Minister", "2018-01-01", "2020-02-29"),
        ("Speaker", "2020-03-05", "None"),
    ]
    with pytest.raises(PackError, match="lindqvist"):
        read_pack(write(tmp_path, people=people.replace("2020-02", "2020-13")))
