"""Names in sentences: each tagger, and the reading they add up to."""

from pathlib import Path

import pytest

from readout.pack.actors import Actor, Spelling
from readout.pack.spellings import read_naming, spelling_rows
from readout.tag.choose import Taggers
from readout.tag.document import shortened
from readout.tag.english import EnglishRules
from readout.tag.names import Sentence, names
from readout.tag.naming import key
from readout.tag.overlap import settle
from readout.tag.protocol import Name
from readout.tag.slovnet import SlovnetTagger
from readout.tag.spellings import SpellingTagger

NAMING = read_naming(str(path) for path in (Path(__file__).parent.parent / "config" / "languages" / "names").glob("*.yaml"))


def actor(entity_id, kind, gender=None, **spellings):
    return Actor(
        entity_id, kind, entity_id, None, gender, tuple(Spelling(language, text) for language, texts in spellings.items() for text in texts)
    )


ACTORS = [
    actor("person:ilham-aliyev", "PER", "m", en=["Ilham Aliyev"], ru=["Ильхам Алиев"], az=["İlham Əliyev"], hy=["Իլհամ Ալիև"]),
    actor("country:US", "LOC", en=["United States", "US", "U.S."], ru=["США"]),
    actor("country:AM", "LOC", en=["Armenia"], ru=["Армения"], hy=["Հայաստան"], ka=["სომხეთი"], az=["Ermənistan"], tr=["Ermenistan"]),
    actor("place:aghdam", "LOC", ru=["Агдам"], en=["Aghdam"]),
    actor("place:khankendi", "LOC", ru=["Ханкенди"], en=["Khankendi"]),
    actor("place:may", "LOC", en=["May"]),
    actor("org:minsk-group", "ORG", en=["OSCE Minsk Group", "Minsk Group"]),
]
ROWS = spelling_rows(ACTORS, NAMING)


def found(sentence, language="en"):
    tagger = SpellingTagger(ROWS, NAMING[language]["reads"])
    return [(sentence[name.start : name.end], name.pack_ids[0]) for name in settle(tagger.tag([sentence])[0])]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Ministry of Foreign Affairs and Trade said so.", ["Ministry of Foreign Affairs and Trade"]),
        ("The Bureau of Democracy, Human Rights, and Labor wrote.", ["Bureau of Democracy, Human Rights, and Labor"]),
        ("The Food and Drug Administration allowed it.", ["Food and Drug Administration"]),
        ("The Committee on Oversight and Accountability met.", ["Committee on Oversight and Accountability"]),
        ("The Ministry of Defense and Ministry of Justice agreed.", ["Ministry of Defense", "Ministry of Justice"]),
        ("The Ministry of Trade and Sudria signed.", ["Ministry of Trade"]),
        ("The Council of Federation, State Duma and Government met.", ["Council of Federation", "State Duma"]),
        ("Putin and Biden met.", []),
        ("Vladimir Vell and Joseph Brook met.", ["Vladimir Vell", "Joseph Brook"]),
        ("Armenian forces and the Azerbaijani side withdrew.", []),
    ],
)
def test_and_stands_inside_the_name_of_a_body_and_between_two(sentence, expected):
    (names_found,) = EnglishRules(NAMING["en"]["rules"]).tag([sentence])
    assert [sentence[name.start : name.end] for name in names_found] == expected


def test_adjectives_of_nations_are_no_names():
    for language, sentence in (("en", "Armenian forces"), ("ru", "армянские войска"), ("ru", "Армянская сторона")):
        assert found(sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "President Ilham Aliyev's visit to the US ended.", ["Ilham Aliyev", "US"]),
        ("en", "The U.S.-hosted talks", ["U.S."]),
        ("en", "ILHAM ALIYEV MEETS ARMENIA", ["ILHAM ALIYEV", "ARMENIA"]),
        ("en", "They told us so; it may rain, and armenia is lower case.", []),
        ("en", "Armenians are no country.", []),
        ("en", "The OSCE Minsk Group met.", ["OSCE Minsk Group"]),
        ("en", "President Ilham\nAliyev spoke.", ["Ilham\nAliyev"]),
        ("ru", "Президенту Ильхаму Алиеву и Ильхамом Алиевым", ["Ильхаму Алиеву", "Ильхамом Алиевым"]),
        ("ru", "дорога Агдам-Ханкенди", ["Агдам", "Ханкенди"]),
        ("ru", "армянские силы и США", ["США"]),
        ("hy", "Իլհամ Ալիևը Հայաստանի մասին", ["Իլհամ Ալիևը", "Հայաստանի"]),
        ("ka", "სომხეთში და სომხეთის", ["სომხეთში", "სომხეთის"]),
        ("az", "İlham Əliyevlə Ermənistanda", ["İlham Əliyevlə", "Ermənistanda"]),
        ("tr", "Ermenistan'ın tutumu", ["Ermenistan"]),
    ],
)
def test_spellings_are_found_on_word_boundaries(language, sentence, expected):
    assert [surface for surface, _ in found(sentence, language)] == expected


def test_longest_name_wins_and_a_pair_of_names_is_two():
    long, short = Name(0, 20, "ORG", "rules", 0.5), Name(5, 12, "LOC", "pack", 0.9, ("country:AM",), "full")
    assert settle([short, long]) == [long]
    pair = Name(0, 14, "LOC", "slovnet", 0.9)
    parts = [Name(0, 5, "LOC", "pack", 0.9, ("a",), "full"), Name(6, 14, "LOC", "pack", 0.9, ("b",), "full")]
    assert settle([pair, *parts]) == parts


ENGLISH = EnglishRules(NAMING["en"]["rules"])


def english(sentence):
    return [(sentence[name.start : name.end], name.kind) for name in sorted(ENGLISH.tag([sentence])[0])]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Senator Mara Velding met Foreign Minister Tovik Arran.", [("Mara Velding", "PER"), ("Tovik Arran", "PER")]),
        ("Deputy Assistant Secretary of State Erika Holm spoke.", [("Erika Holm", "PER")]),
        (
            "Members of the House of Representatives Anna Brook, Ben Carter and others came.",
            [("House of Representatives", "ORG"), ("Anna Brook", "PER"), ("Ben Carter", "PER")],
        ),
        ("The Institute for Lake Studies published it.", [("Institute for Lake Studies", "ORG")]),
        ("The Foreign Ministry of the country denied it.", [("Foreign Ministry", "ORG")]),
        ("Armenian forces and Russian peacekeepers left on Monday in May.", []),
        ("The boat crossed Lake Orlin near the Sarn River.", [("Lake Orlin", "LOC"), ("Sarn River", "LOC")]),
        ("PRESIDENT SPEAKS TO PRESS", []),
        ("“It is late,” said Orsen Hale of the Elsin Institute.", [("Orsen Hale", "PER"), ("Elsin Institute", "ORG")]),
        (
            "Leyla Qur, Rauf Sel, Nare Step and Vahe Tor came by Green Lake.",
            [("Leyla Qur", "PER"), ("Rauf Sel", "PER"), ("Nare Step", "PER"), ("Vahe Tor", "PER"), ("Green Lake", "LOC")],
        ),
        ("The nominee will be Ambassador Extraordinary and Plenipotentiary to the island.", []),
        ("The U.S. Orvane plant ships to U.S. Attorneys, who hold a B.A. Degree.", []),
        ("J.D. Orvane spoke.", [("J.D. Orvane", "PER")]),
        ("A council (OFK) of the island heard it (D-04).", [("OFK", "ORG")]),
        ("Deputy National Cyber Director Kemba Orvane spoke.", [("Kemba Orvane", "PER")]),
        ("In the Middle District and in the Federal Republic it costs less Per Child.", []),
        ("R.J. Orvane spoke.", [("R.J. Orvane", "PER")]),
        ("She was a Deputy Under Secretary and a Chief Counsel before.", []),
        ("On Monday Senator Mara Velding—who chairs it—spoke on International Harvest Day—it was long.", [("Mara Velding", "PER")]),
        ("", []),
    ],
)
def test_english_rules(sentence, expected):
    assert english(sentence) == expected


def test_a_surname_counts_once_the_person_was_named_in_full():
    sentences = ["Tovik Arran spoke.", "Arran left; the Arrans stayed."]
    names_of = [[Name(0, 11, "PER", "rules", 0.8)], []]
    assert [(name.start, name.end, name.method) for name in shortened(sentences, ["en", "en"], names_of)[1]] == [(0, 5, "document")]


def test_a_surname_that_is_a_place_too_is_left_alone():
    sentences = ["George Lachin spoke in Lachin.", "Lachin is far."]
    names_of = [[Name(0, 13, "PER", "rules", 0.8), Name(23, 29, "LOC", "pack", 0.9)], []]
    assert shortened(sentences, ["en", "en"], names_of)[1] == []


def test_an_inflected_surname_counts_too():
    sentences = ["Томас Веррик прибыл.", "Позднее Верриком сказано."]
    names_of = [[Name(0, 12, "PER", "slovnet", 0.9)], []]
    assert [(name.start, name.end) for name in shortened(sentences, ["ru", "ru"], names_of)[1]] == [(8, 16)]


def test_an_accent_of_the_text_is_meant():
    rows = spelling_rows([actor("place:goris", "LOC", az=["Gorus"], en=["Gorus"])], NAMING)
    tagger = SpellingTagger(rows, ["az"], ["az"])
    assert tagger.tag(["Görüşə gəldi.", "Gorusda oldu."])[0] == []
    assert len(tagger.tag(["Gorusda oldu."])[0]) == 1


def test_a_bare_georgian_stem_is_no_name():
    rows = spelling_rows([actor("place:rome", "LOC", ka=["რომი"])], NAMING)
    found_in = [len(settle(names)) for names in SpellingTagger(rows, ["ka"]).tag(["თქვა, რომ მოვა.", "რომში იყო.", "რომი."])]
    assert found_in == [0, 1, 1]


def test_russian_model_finds_persons_places_and_organisations():
    sentence = "В Тбилиси представитель ООН Марк Доусон встретился с Ниной Орловой."
    surfaces = {(sentence[name.start : name.end], name.kind) for name in SlovnetTagger().tag([sentence, "..."])[0]}
    assert {("Тбилиси", "LOC"), ("ООН", "ORG"), ("Марк Доусон", "PER"), ("Ниной Орловой", "PER")} <= surfaces


def test_key_undoes_case_and_inflection():
    assert key("Тофика Меджидова", "ru") == key("ТОФИКОМ МЕДЖИДОВЫМ", "ru")
    assert key("O’Brien", "en") == key("O'BRIEN", "en")
    assert key("Тофик Меджидов", "ru") != key("Тофик Мамедов", "ru")


def test_rows_hold_the_words_they_claim():
    taggers = Taggers({"default": ["pack"], "en": ["pack", "rules"]}, ROWS, NAMING)
    text = "Tovik Arran met Ilham Aliyev. Arran smiled."
    document = [Sentence("d", 0, 0, "en", text[:29]), Sentence("d", 1, 30, "en", text[30:])]
    rows = list(names([document], taggers))
    assert [(row["surface"], row["method"]) for row in rows] == [("Tovik Arran", "rules"), ("Ilham Aliyev", "pack"), ("Arran", "document")]
    assert all(text[row["start"] : row["end"]] == row["surface"] for row in rows)
    assert [row["mention"] for row in rows] == [0, 1, 2]


def test_the_reading_of_a_sentence_does_not_depend_on_the_others():
    taggers = Taggers({"default": ["pack"], "en": ["pack", "rules"]}, ROWS, NAMING)
    one = [Sentence("a", 0, 0, "en", "Ilham Aliyev spoke.")]
    two = [Sentence("b", 0, 0, "en", "Armenia answered Tovik Arran.")]
    assert list(names([one, two], taggers)) == [*names([one], taggers), *names([two], taggers)]
