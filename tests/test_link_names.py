"""Which names are one: compared across scripts, joined across documents without chains, and as a person ruled."""

import random

import pytest

from readout.link.clusters import Seed, clustered
from readout.link.compare import Comparer, compare, shipped_comparer
from readout.link.corpus import Corpus, Settings
from readout.link.knowledge import read_knowledge, shipped
from readout.link.names import Gathered, Key
from readout.link.resolve import found_id
from readout.link.rulings import Meant, Nameless, Reference, Rulings
from readout.link.verdict import DOUBTFUL, SAME
from readout.score.pairs import pair_scores
from readout.tag.naming import key

SAME_PERSON = [
    ("Muammar Qaddafi", "Moammar Gaddafi"),
    ("Sergey Lavrov", "Сергей Лавров"),
    ("Sergey Lavrov", "Сергія Лаврова"),
    ("LAVROV, Sergei Viktorovich", "Sergey Lavrov"),
    ("Lavrov Sergei Viktorovich", "Sergey V. Lavrov"),
    ("Nikol Pashinian", "Նիկոլ Փաշինյանի"),
    ("Nikol Pashinyan", "Николом Пашиняном"),
    ("Farid Rafig oglu Mammadov", "Farid Mammadov"),
    ("Farid Məmmədov", "Фарида Мамедова"),
    ("Hovhannes Hovhannisyan", "Ованес Оганесян"),
    ("Serzh Sargsyan", "Серж Саркисян"),
    ("Giorgi Margvelashvili", "გიორგი მარგველაშვილმა"),
    ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
    ("Abdel Fattah el-Sisi", "Abdelfattah Sisi"),
    ("Moon Jae-in", "Jae-in Moon"),
    ("James O'Brien", "James O’Brian"),
]
OTHER_PERSON = [
    ("Farid Mammadov", "Rafig Mammadov"),
    ("Farid Rafig oglu Mammadov", "Rafig Mammadov"),
    ("Farid Rafig oglu Mammadov", "Farid Ilham oglu Mammadov"),
    ("Jill Biden", "Joe Biden"),
    ("Vladimir Putin", "Lyudmila Putina"),
    ("George W. Bush", "George H. W. Bush"),
    ("Ivan Ivanovich Petrov", "Ivan Petrovich Petrov"),
    ("Petr Ivanov", "Petr Ivankov"),
    ("Ali Hassan", "Ali Hussein"),
    ("Paul Smith", "Paula Smith"),
    ("Mohammed Ali", "Ali Mohammed"),
    ("Alexander Karelin", "Alexander Karlin"),
    ("John Kerry", "Джон Кирби"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PERSON)
def test_spellings_of_one_person_are_one(one, other):
    assert compare(one, other, "PER").score >= SAME
    assert compare(other, one, "PER").score >= SAME


@pytest.mark.parametrize(("one", "other"), OTHER_PERSON)
def test_persons_who_share_a_part_of_the_name_are_two(one, other):
    assert compare(one, other, "PER").score < SAME
    assert compare(other, one, "PER").score < SAME


def test_an_initial_is_a_doubt_and_no_proof():
    assert DOUBTFUL <= compare("A. Mirzoyan", "Ararat Mirzoyan", "PER").score < SAME


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ministry of Foreign Affairs of Azerbaijan", "Azerbaijan Foreign Ministry", "ORG"),
        ("Orlin Steel Inc", "Orlin Steel", "ORG"),
        ("Oxford University", "Оксфордского университета", "ORG"),
        ("Республиканской партии", "Республіканська партія", "ORG"),
        ("North Carolina", "Северной Каролины", "LOC"),
        ("Мексиці", "Мексика", "LOC"),
    ],
)
def test_bodies_and_places_are_one_across_languages(one, other, kind):
    assert compare(one, other, kind).score >= SAME


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Foreign Ministry of Russia", "Foreign Ministry of Azerbaijan", "ORG"),
        ("Channel 1", "Channel 24", "ORG"),
        ("START II Treaty", "START III", "AGREEMENT"),
        ("Panama City", "Panama", "LOC"),
        ("APL", "Apple", "ORG"),
        ("Iran", "Iraq", "LOC"),
        ("Австрия", "Австралия", "LOC"),
        ("North Dakota", "Южная Дакота", "LOC"),
    ],
)
def test_bodies_and_places_that_look_alike_are_two(one, other, kind):
    assert compare(one, other, kind).score < DOUBTFUL


def test_knowledge_that_lacks_a_file_is_refused(tmp_path):
    (tmp_path / "given.yaml").write_text("m: [a]", encoding="utf-8")
    with pytest.raises(ValueError, match="letters"):
        read_knowledge([str(tmp_path / "given.yaml")])


def gathered(*documents):
    """Documents as lists of (surface, language) of persons, or with a kind in third place."""
    made = Gathered()
    for document in documents:
        rows = [(*name, "PER")[:3] for name in document]
        made.document([(Key(kind, key(surface, language)), surface, language) for surface, language, kind in rows], [], [])
    return made


def groups(made, seeds=()):
    joined, doubts = clustered(made, seeds, shipped_comparer())
    found = {}
    for name, one in joined.items():
        found.setdefault(one.entity_id or one.canonical, set()).add(made.names[name].spelling()[0])
    return sorted(map(sorted, found.values())), doubts


def test_names_are_joined_across_languages():
    made = gathered([("Natig Orlinov", "en")], [("Натигу Орлинову", "ru")], [("Natiq Orlinov", "az")], [("Vera Dahl", "en")])
    assert groups(made)[0] == [["Natig Orlinov", "Natiq Orlinov", "Натигу Орлинову"], ["Vera Dahl"]]


def test_what_is_incomplete_does_not_chain_what_conflicts():
    both = gathered([("Farid Rafig oglu Dahlov", "en")], [("Farid Ilham oglu Dahlov", "en")], [("Farid Dahlov", "en")])
    found, doubts = groups(both)
    assert len(found) == 3
    assert {doubt.reason for doubt in doubts} == {"one of several"}
    one = gathered([("Farid Rafig oglu Dahlov", "en")], [("Farid Dahlov", "en")], [("F. Dahlov", "en")])
    assert len(groups(one)[0]) == 1


def test_a_surname_alone_is_that_of_its_only_bearer():
    assert len(groups(gathered([("Vera Orlin", "en")], [("Орлин", "ru")]))[0]) == 1
    assert len(groups(gathered([("Vera Orlin", "en")], [("Tom Orlin", "en")], [("Orlin", "en")]))[0]) == 3


def test_a_found_name_joins_the_pack_s_actor():
    seeds = [Seed("person:vera-orlin", "PER", "Vera Orlin", "en")]
    joined, _ = clustered(gathered([("Вірою Орлін", "uk")]), seeds, shipped_comparer())
    assert {one.entity_id for one in joined.values()} == {"person:vera-orlin"}


def test_a_state_s_body_is_not_found_where_nobody_speaks_of_the_state():
    seeds, homes = [Seed("org:dahl-bureau", "ORG", "Orlin Bureau of Dahl", "en")], {"org:dahl-bureau": "DA"}
    for country, meant in (("DA", "org:dahl-bureau"), ("OR", None)):
        made = Gathered()
        made.document([(Key("ORG", "dahl orlin bureau"), "Dahl Orlin Bureau", "en")], [country], [])
        joined, _ = clustered(made, seeds, shipped_comparer(), homes=homes)
        assert [one.entity_id for one in joined.values()] == [meant]


@pytest.mark.parametrize(("one", "other"), [("Ben Harris", "Harris"), ("Diana", "Diane"), ("Walensky", "Velenskyy")])
def test_single_words_that_only_sound_alike_are_two(one, other):
    document = [row("a", one, 0)], [row("b", other, 0)]
    found, _ = run(*document)
    assert found["a", one][0] != found["b", other][0]


def test_places_of_one_language_are_one_with_a_slip_and_two_with_another_sound():
    found, _ = run(
        [row("a", "Sakhalin", 0, "LOC")], [row("b", "Sakahlin", 0, "LOC")], [row("c", "Peru", 0, "LOC")], [row("d", "Perry", 0, "LOC")]
    )
    assert found["a", "Sakhalin"][0] == found["b", "Sakahlin"][0]
    assert found["c", "Peru"][0] != found["d", "Perry"][0]


def test_the_order_of_documents_does_not_matter():
    documents = [
        [("Natig Orlinov", "en")],
        [("Натиг Орлинов", "ru")],
        [("N. Orlinov", "en")],
        [("Orlinov", "en")],
        [("Natig Rafig oglu Orlinov", "en")],
        [("Nadir Orlinov", "en")],
        [("Orlinow", "pl")],
    ]
    first = clustered(gathered(*documents), [], shipped_comparer())
    chance = random.Random(3)
    for _ in range(5):
        chance.shuffle(documents)
        assert clustered(gathered(*documents), [], Comparer(shipped())) == first


def row(doc, surface, start, kind="PER", language="en", ids=None, form=None, title=None):
    return {
        "doc_id": doc, "mention": 0, "sentence": 0, "start": start, "end": start + len(surface), "surface": surface, "kind": kind,
        "spelling": surface,
        "method": "rules", "score": 0.9, "language": language, "pack_ids": ids, "form": form, "key": key(surface, language), "title": title,
    }  # fmt: skip


def run(*documents, rulings=None, seeds=()):
    corpus = Corpus(Settings({}, {}, {}), shipped_comparer(), *([rulings] if rulings else []))
    rows = [linked for document in documents for linked in corpus.read(document, None)]
    corpus.cluster(seeds)
    return {(mention["doc_id"], mention["surface"]): (mention["entity_id"], mention["rule"]) for mention in corpus.mentions(rows)}, corpus


def test_two_spellings_in_one_document_are_one_person():
    found, _ = run([row("a", "James O'Brien", 0), row("a", "James O’Brian", 30), row("a", "O’Brian", 60)])
    assert len({entity for entity, _ in found.values()}) == 1


def test_a_title_keeps_a_man_from_a_woman():
    found, _ = run([row("a", "Lyudmila Orlina", 0), row("a", "Orlin", 40, title="mr"), row("a", "Orlina", 60, title="mrs")])
    woman = found["a", "Lyudmila Orlina"][0]
    assert found["a", "Orlin"][0] != woman == found["a", "Orlina"][0]


def test_an_acronym_in_brackets_means_the_name_before_it_in_all_documents():
    documents = [
        [row("a", "Orlin Public Affairs Committee", 0, "ORG"), row("a", "OPAC", 32, "ORG")],
        [row("b", "OPAC", 0, "ORG")],
    ]
    found, _ = run(*documents)
    assert found["a", "OPAC"] == found["b", "OPAC"] == (found["a", "Orlin Public Affairs Committee"][0], "acronym")


def test_a_name_before_a_known_acronym_means_the_same():
    found, _ = run([row("a", "Orlin-Parian Relations Committee", 0, "ORG"), row("a", "OPAC", 34, "ORG", ids="org:opac", form="full")])
    assert found["a", "Orlin-Parian Relations Committee"] == ("org:opac", "acronym")


def test_one_acronym_may_stand_for_a_name_and_for_an_actor_in_different_documents():
    known = [row("a", "Orlin Public Affairs Committee", 0, "ORG", ids="org:opac", form="full"), row("a", "OPAC", 32, "ORG")]
    found_there = [row("b", "Orvane Pact Action Council", 0, "ORG"), row("b", "OPAC", 28, "ORG")]
    found, _ = run(known, found_there)
    assert found["a", "OPAC"][0] == "org:opac" != found["b", "OPAC"][0]


def test_rulings_are_obeyed():
    documents = [
        [row("a", "Vera Orlin", 0), row("a", "Summit Hall", 20)],
        [row("b", "Veronica Dahl", 0)],
        [row("c", "Вера Орлин", 0, language="ru"), row("c", "Orlin", 30)],
    ]
    vera, dahl, cyrillic = Reference("Vera Orlin", "PER"), Reference("Veronica Dahl"), Reference("Вера Орлин")
    before, _ = run(*documents)
    assert before["a", "Vera Orlin"][0] == before["c", "Вера Орлин"][0] != before["b", "Veronica Dahl"][0]
    found, _ = run(*documents, rulings=Rulings(same=(frozenset({vera, dahl}),)))
    assert found["a", "Vera Orlin"][0] == found["b", "Veronica Dahl"][0]
    assert "correction" in {found["a", "Vera Orlin"][1], found["b", "Veronica Dahl"][1]}
    found, _ = run(*documents, rulings=Rulings(apart=((vera, cyrillic),)))
    assert found["a", "Vera Orlin"][0] != found["c", "Вера Орлин"][0]
    found, _ = run(*documents, rulings=Rulings(meant=(Meant(vera, "person:x", "a"),)))
    assert found["a", "Vera Orlin"] == ("person:x", "correction")
    assert found["c", "Вера Орлин"][0] != "person:x"
    found, _ = run(*documents, rulings=Rulings(nameless=(Nameless("summit hall", "PER"),)))
    assert ("a", "Summit Hall") not in found
    found, _ = run(*documents, rulings=Rulings(same=(frozenset({vera, Reference("person:y")}),)))
    assert found["a", "Vera Orlin"] == ("person:y", "correction")


def test_a_found_entity_can_be_ruled_on_by_its_identifier():
    documents = [[row("a", "Vera Orlin", 0)], [row("b", "Tom Dahl", 0)]]
    ids = [Reference(found_id("PER", "vera orlin")), Reference(found_id("PER", "tom dahl"))]
    found, _ = run(*documents, rulings=Rulings(same=(frozenset(ids),)))
    assert len({entity for entity, _ in found.values()}) == 1


def test_doubts_name_both_entities():
    _, corpus = run([row("a", "Recep Tayyip Orlin", 0)], [row("b", "Tayyip Orlin", 0)])
    doubts = corpus.doubts()
    assert [{doubt["name_a"], doubt["name_b"]} for doubt in doubts] == [{"Recep Tayyip Orlin", "Tayyip Orlin"}]


def test_pairs_are_counted_over_both_groupings():
    scores = dict(pair_scores([("x", "1"), ("x", "1"), ("x", "2"), ("y", "2")]))
    assert scores["pair_precision"].value == 0.5
    assert scores["pair_recall"].value == pytest.approx(1 / 3)
    assert scores["pair_f1"].value == pytest.approx(0.4)


def test_a_surname_with_an_apostrophe_is_its_bearer_s_however_spelled():
    """The key of O’Brian has two words, and is a surname alone."""
    document = [
        row("a", "Azerbaijani Foreign Ministry", 10, "ORG", ids="org:az-foreign-ministry", form="full"),
        row("a", "James O’Brien", 60, ids="person:james-obrien", form="full"),
        row("a", "O’Brian", 120),
        row("a", "Nikol Pashinian", 160, ids="person:nikol-pashinyan", form="full"),
        row("a", "Pashinian", 190, ids="person:nikol-pashinyan", form="short"),
        row("a", "O’Brian", 220),
    ]
    found, _ = run(document, [row("b", "Russian Foreign Ministry", 0, "ORG", ids="org:ru-foreign-ministry", form="full")])
    assert found["a", "O’Brian"] == ("person:james-obrien", "same_surname")
    assert found["a", "Pashinian"] == ("person:nikol-pashinyan", "short")
    assert found["a", "Azerbaijani Foreign Ministry"][0] != found["b", "Russian Foreign Ministry"][0]


def test_a_committee_of_the_senate_does_not_hide_which_senate_is_meant():
    senates = "org:us-senate org:fr-senate"
    document = [
        row("a", "Senate of Orlinia", 0, "ORG", ids="org:orlinia-senate", form="full"),
        row("a", "Senate Rules Committee", 40, "ORG"),
        row("a", "Senate", 80, "ORG", ids=senates, form="generic"),
    ]
    found, _ = run(document)
    assert found["a", "Senate"] == ("org:orlinia-senate", "context")


def treaty(doc, *states):
    title = "Treaty on Good-Neighbourliness, Friendship and Cooperation"
    beside = [row(doc, state, 100 + 20 * at, "LOC", ids=f"country:{state}", form="full") for at, state in enumerate(states)]
    return [row(doc, title, 0, "AGREEMENT"), *beside]


def test_treaties_of_one_wording_are_one_where_the_parties_are():
    found, corpus = run(treaty("a", "AM", "GE"), treaty("b", "GE", "AM"), treaty("c", "AM", "RU"), treaty("d"), treaty("e"))
    named = {doc: entity for (doc, surface), (entity, _) in found.items() if surface.startswith("Treaty")}
    assert named["a"] == named["b"]
    assert len({named[doc] for doc in "acde"}) == 4
    assert corpus.doubts() == []


def test_a_ruling_reaches_a_treaty_that_was_told_by_its_parties():
    title = Reference("Treaty on Good-Neighbourliness, Friendship and Cooperation", "AGREEMENT")
    found, _ = run(treaty("a", "AM", "GE"), treaty("b", "AM", "RU"), rulings=Rulings(same=(frozenset({title, Reference("agreement:x")}),)))
    assert {entity for (_, surface), (entity, _) in found.items() if surface.startswith("Treaty")} == {"agreement:x"}


def test_papers_in_two_languages_that_speak_of_other_countries_name_one_person():
    made = Gathered()
    for surface, language, country in (("Orlen Hunt", "pl", "PL"), ("Орлен Хант", "ru", "RU")):
        made.document([(Key("PER", key(surface, language)), surface, language)], [country], [])
    assert len(groups(made)[0]) == 1


def test_places_are_one_whatever_a_language_calls_them():
    made = gathered([("Szkocja", "pl", "LOC")], [("Шотландии", "ru", "LOC")], [("Scotland", "en", "LOC")], [("Швейцария", "ru", "LOC")])
    assert groups(made)[0] == [["Scotland", "Szkocja", "Шотландии"], ["Швейцария"]]


def test_the_city_of_a_name_is_the_name():
    made = gathered([("Город Орлин", "ru", "LOC")], [("Орлин", "ru", "LOC")])
    assert len(groups(made)[0]) == 1


def test_korean_and_chinese_names_are_joined_by_syllables():
    made = gathered(
        [("Kim Jong Un", "en")], [("Ким Чен Ын", "ru")], [("Kim Jong Il", "en")], [("Xi Jinping", "en")], [("Си Цзиньпином", "ru")]
    )
    assert groups(made)[0] == [["Kim Jong Il"], ["Kim Jong Un", "Ким Чен Ын"], ["Xi Jinping", "Си Цзиньпином"]]
