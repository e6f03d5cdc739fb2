"""Phrases that may mean somebody, and whom they mean: titles, apposition, offices, pronouns, groups, in the described languages."""

from datetime import date
from pathlib import Path

import pytest

from readout.refer.document import Document, Name, Sentence
from readout.refer.lexicon import Office, office, read_lexicons
from readout.refer.resolve import Discourse, Reader

HOME = Path(__file__).parent.parent
LEXICONS = read_lexicons((HOME / "config" / "languages" / "reference").glob("*.yaml"))
ACTORS = [
    {"entity_id": "country:VD", "kind": "LOC", "country": "VD", "name": "Valdora", "gender": None},
    {"entity_id": "country:KS", "kind": "LOC", "country": "KS", "name": "Kestria", "gender": None},
    {"entity_id": "person:ilda-maren", "kind": "PER", "country": "VD", "name": "Ilda Maren", "gender": "f"},
    {"entity_id": "person:tomas-verrick", "kind": "PER", "country": "KS", "name": "Tomas Verrick", "gender": "m"},
    {"entity_id": "person:oren-dahl", "kind": "PER", "country": "VD", "name": "Oren Dahl", "gender": "m"},
    {
        "entity_id": "org:vd-foreign-ministry",
        "kind": "ORG",
        "country": "VD",
        "name": "Ministry of Foreign Affairs of Valdora",
        "gender": None,
    },
]
OFFICES = [
    {"entity_id": "person:oren-dahl", "title": "President of Valdora", "earliest": date(2020, 1, 1), "latest": None},
    {"entity_id": "person:tomas-verrick", "title": "Minister of Foreign Affairs of Kestria", "earliest": date(2021, 1, 1), "latest": None},
    {"entity_id": "person:ilda-maren", "title": "Minister of Foreign Affairs of Valdora", "earliest": date(2021, 1, 1), "latest": None},
]
NAMES = {
    "Ilda Maren": ("PER", "person:ilda-maren"),
    "Maren": ("PER", "person:ilda-maren"),
    "Tomas Verrick": ("PER", "person:tomas-verrick"),
    "Verrick": ("PER", "person:tomas-verrick"),
    "Oren Dahl": ("PER", "person:oren-dahl"),
    "Petra Lund": ("PER", "x:petra-lund"),
    "Nils Aro": ("PER", "x:nils-aro"),
    "Valdora": ("LOC", "country:VD"),
    "Kestria": ("LOC", "country:KS"),
    "Port Elsin": ("LOC", "x:port-elsin"),
    "Valdoran Foreign Ministry": ("ORG", "org:vd-foreign-ministry"),
    "Foreign Ministry": ("ORG", "org:vd-foreign-ministry"),
    "Ильда Марен": ("PER", "person:ilda-maren"),
    "Ильдой Марен": ("PER", "person:ilda-maren"),
    "Томас Веррик": ("PER", "person:tomas-verrick"),
    "Орен Даль": ("PER", "person:oren-dahl"),
    "Вальдоры": ("LOC", "country:VD"),
    "Кестрии": ("LOC", "country:KS"),
    "МИД Вальдоры": ("ORG", "org:vd-foreign-ministry"),
    "Tomas Verrik": ("PER", "person:tomas-verrick"),
    "Valdoranın": ("LOC", "country:VD"),
    "Valdora'nın": ("LOC", "country:VD"),
    "Թոմաս Վերիկը": ("PER", "person:tomas-verrick"),
    "Կեստրիայի": ("LOC", "country:KS"),
    "თომას ვერიკმა": ("PER", "person:tomas-verrick"),
    "კესტრიის": ("LOC", "country:KS"),
}


def opened(*sentences: str, language: str = "en", country: str | None = None) -> Discourse:
    """A document of some sentences, with the names that are known above, the longest first."""
    text = " ".join(sentences)
    document = Document("d", text, language, None, country, (date(2023, 5, 1), date(2023, 5, 1)))
    place = count = 0
    for number, told in enumerate(sentences):
        sentence = Sentence(text, number, 0, place, place + len(told), "body", language)
        taken: list[tuple[int, int]] = []
        for surface in sorted(NAMES, key=len, reverse=True):
            at = text.find(surface, sentence.start, sentence.end)
            while at >= 0:
                if all(at >= end or at + len(surface) <= start for start, end in taken):
                    taken.append((at, at + len(surface)))
                at = text.find(surface, at + 1, sentence.end)
        for start, end in sorted(taken):
            kind, entity = NAMES[text[start:end]]
            sentence.names.append(Name(start, end, kind, entity, text[start:end], count))
            count += 1
        document.sentences.append(sentence)
        place += len(told) + 1
    return Reader(LEXICONS, ACTORS, OFFICES).open(document)


def read(discourse: Discourse) -> list[tuple[str, str, tuple[str, ...]]]:
    """(kind, words, entities) of each phrase of the last sentence."""
    sentence = discourse.document.sentences[-1]
    text = discourse.document.text
    return [(one.kind, text[one.start : one.end], discourse.resolve(sentence, one).entities) for one in discourse.phrases(sentence)]


@pytest.mark.parametrize(
    ("language", "told", "phrase"),
    [
        ("en", "Foreign Ministry spokeswoman Petra Lund spoke.", "Foreign Ministry spokeswoman Petra Lund"),
        ("en", "It was Foreign Minister of Valdora Ilda Maren.", "Foreign Minister of Valdora Ilda Maren"),
        ("en", "Valdora's foreign minister, Ilda Maren, left.", "Valdora's foreign minister, Ilda Maren"),
        ("en", "Ilda Maren, the foreign minister of Valdora, left.", "Ilda Maren, the foreign minister of Valdora"),
        ("en", "Mr Verrick left.", "Mr Verrick"),
        (
            "en",
            "Deputy Secretary of State for Democracy, Human Rights and Labor Petra Lund left.",
            "Deputy Secretary of State for Democracy, Human Rights and Labor Petra Lund",
        ),
        (
            "en",
            "It was head of the Valdora (VD) political party group in the Foreign Ministry Petra Lund.",
            "head of the Valdora (VD) political party group in the Foreign Ministry Petra Lund",
        ),
        ("en", "It was Commissioner for Entrepreneurs’ Rights Petra Lund.", "Commissioner for Entrepreneurs’ Rights Petra Lund"),
        (
            "en",
            "It was former Foreign Minister, Chair of the Organising Committee of the 2020 Games Petra Lund.",
            "former Foreign Minister, Chair of the Organising Committee of the 2020 Games Petra Lund",
        ),
        (
            "en",
            "With Kestria film director, screenwriter and producer Nils Aro.",
            "Kestria film director, screenwriter and producer Nils Aro",
        ),
        ("en", "It was spiritual leader of Valdora Archbishop Nils Aro.", "spiritual leader of Valdora Archbishop Nils Aro"),
        ("ru", "Министр иностранных дел Кестрии Томас Веррик уехал.", "Министр иностранных дел Кестрии Томас Веррик"),
        ("ru", "С официальным представителем МИД Вальдоры Ильдой Марен.", "официальным представителем МИД Вальдоры Ильдой Марен"),
        ("az", "Valdoranın xarici işlər naziri Tomas Verrik gəlib.", "Valdoranın xarici işlər naziri Tomas Verrik"),
        ("tr", "Valdora'nın Dışişleri Bakanı Tomas Verrik geldi.", "Valdora'nın Dışişleri Bakanı Tomas Verrik"),
        ("hy", "Կեստրիայի արտգործնախարար Թոմաս Վերիկը մեկնել է։", "Կեստրիայի արտգործնախարար Թոմաս Վերիկը"),
        ("ka", "კესტრიის საგარეო საქმეთა მინისტრმა თომას ვერიკმა დატოვა.", "კესტრიის საგარეო საქმეთა მინისტრმა თომას ვერიკმა"),
    ],
)
def test_a_name_is_read_with_its_title(language, told, phrase):
    assert phrase in [words for _, words, _ in read(opened(told, language=language))]


def test_several_before_a_list_of_names_are_no_title_of_the_first():
    found = read(opened("The members of the Foreign Ministry Petra Lund, Nils Aro and Ilda Maren came."))
    assert [words for kind, words, _ in found if kind == "name"] == ["Petra Lund", "Nils Aro", "Ilda Maren"]


def test_two_with_articles_between_are_two():
    found = read(opened("They were the head of the Foreign Ministry, President Oren Dahl and others."))
    assert [words for kind, words, _ in found if kind == "name"] == ["President Oren Dahl"]
    found = read(opened("The head of the Foreign Ministry in Valdora met Petra Lund."))
    assert [words for kind, words, _ in found if kind == "name"] == ["Petra Lund"]


def test_on_the_site_of_an_office_two_are_its_holder_and_the_one_who_is_named():
    text = "The two presidents discussed the visit of President Nils Aro."
    assert {words: meant for _, words, meant in read(opened(text, country="VD"))}["The two presidents"] == ()
    discourse = opened(text, country="VD")
    discourse.document.voice = "president"
    meant = {words: meant for _, words, meant in read(discourse)}["The two presidents"]
    assert set(meant) == {"person:oren-dahl", NAMES["Nils Aro"][1]}


def test_where_somebody_is_says_nothing_of_whose_office_it_is():
    found = read(opened("In Port Elsin President Oren Dahl spoke."))
    assert [words for _, words, _ in found] == ["Port Elsin", "President Oren Dahl"]


def test_the_spokesman_of_a_person_is_not_that_person():
    found = read(opened("A spokesman for President Oren Dahl left."))
    assert found[0][0] == "title" and found[0][2] == ()
    assert read(opened("Oren Dahl's spokesman left."))[0][2] == ()


@pytest.mark.parametrize(
    ("before", "told", "phrase", "entity"),
    [
        ("Foreign Ministry spokeswoman Petra Lund spoke.", "Later the spokeswoman left.", "the spokeswoman", "x:petra-lund"),
        (
            "Ilda Maren met Tomas Verrick.",
            "The foreign minister of Kestria left.",
            "The foreign minister of Kestria",
            "person:tomas-verrick",
        ),
        ("It rained.", "The president of Valdora left.", "The president of Valdora", "person:oren-dahl"),
        ("The Valdoran Foreign Ministry spoke.", "The ministry said more.", "The ministry", "org:vd-foreign-ministry"),
    ],
)
def test_an_office_means_who_bears_it(before, told, phrase, entity):
    assert (phrase, (entity,)) in [(words, meant) for _, words, meant in read(opened(before, told))]


def test_an_office_that_nobody_bears_means_nobody():
    assert read(opened("Ilda Maren left.", "The governor stayed."))[0][2] == ()
    assert read(opened("Foreign Ministry official Petra Lund left.", "An official stayed."))[0][2] == ()


def test_in_an_official_outlet_an_office_is_first_that_of_its_country():
    kremlin = opened("Президент Кестрии прибыл.", "Глава государства принял гостя.", language="ru", country="VD")
    assert read(kremlin)[0] == ("title", "Глава государства", ("person:oren-dahl",))


@pytest.mark.parametrize(
    ("sentences", "pronoun", "entity"),
    [
        (("Ilda Maren met Tomas Verrick.", "He left early."), "He", "person:tomas-verrick"),
        (("Ilda Maren met Tomas Verrick.", "She left early."), "She", "person:ilda-maren"),
        (("Nils Aro spoke with Tomas Verrick.", "Then he left."), "he", "x:nils-aro"),
        (("Ms Petra Lund stayed.", "Tomas Verrick spoke.", "She left."), "She", "x:petra-lund"),
        (("Kestria has answered.", "It will send maps."), "It", "country:KS"),
    ],
)
def test_a_pronoun_means_the_nearest_subject_that_it_fits(sentences, pronoun, entity):
    assert (pronoun, (entity,)) in [(words, meant) for kind, words, meant in read(opened(*sentences)) if kind == "pronoun"]


def test_who_is_spoken_of_in_a_quotation_is_not_whom_a_pronoun_outside_means():
    discourse = opened("Tomas Verrick said: “Nils Aro is late.”", "He left.")
    start = discourse.document.text.index("“")
    discourse.quoted = [(start, discourse.document.text.index("”"))]
    assert read(discourse)[0][2] == ("person:tomas-verrick",)


def test_a_pronoun_takes_the_speaker_right_before_it_first():
    discourse = opened("Tomas Verrick met Nils Aro.", "He left.")
    sentence = discourse.document.sentences[1]
    he = discourse.phrases(sentence)[0]
    assert discourse.resolve(sentence, he, speaker=("x:nils-aro",)).entities == ("x:nils-aro",)


@pytest.mark.parametrize(
    ("sentences", "group", "entities"),
    [
        (
            ("Ilda Maren met Tomas Verrick.", "The two ministers agreed."),
            "The two ministers",
            {"person:ilda-maren", "person:tomas-verrick"},
        ),
        (("It rained.", "The foreign ministers of Valdora and Kestria met."), None, {"person:ilda-maren", "person:tomas-verrick"}),
        (("Relations between Valdora and Kestria are good.", "The sides agreed."), "The sides", {"country:VD", "country:KS"}),
        (("Ilda Maren met Tomas Verrick.", "The three ministers agreed."), "The three ministers", set()),
    ],
)
def test_a_group_means_those_named_together(sentences, group, entities):
    found = [(words, set(meant)) for kind, words, meant in read(opened(*sentences)) if kind == "group"]
    assert found[0][1] == entities
    assert group is None or found[0][0] == group


def test_a_delegation_is_who_leads_it_and_its_country():
    found = read(opened("Valdora's Foreign Minister Ilda Maren came.", "The delegation also met Nils Aro."))
    assert found[0][2] == ("person:ilda-maren", "country:VD")


def test_a_side_is_its_country():
    assert read(opened("Сторона Кестрии согласилась.", language="ru"))[0][2] == ("country:KS",)


def test_a_comma_alone_joins_nothing():
    discourse = opened("In Port Elsin, the Foreign Ministry spoke.")
    assert len(discourse.conjuncts(discourse.document.sentences[0], 0)) == 1
    listed = opened("They were Petra Lund, Nils Aro and Ilda Maren.")
    assert len(listed.conjuncts(listed.document.sentences[0], 2)) == 3


@pytest.mark.parametrize(
    ("said", "held", "same"),
    [
        ("head+state", "president", True),
        ("minister", "minister+prime", False),
        ("president", "president+vice", False),
        ("minister", "minister+foreign", True),
        ("minister+foreign", "minister+deputy+foreign", False),
        ("head", "president", True),
    ],
)
def test_which_office_may_stand_for_which(said, held, same):
    assert LEXICONS.offices.same(office(said), office(held)) is same
    assert Office("minister", frozenset({"foreign"})).key == "minister+foreign"


def test_what_hangs_on_itself_means_nobody():
    assert read(opened("They and they met them."))[0][2] == ()


def test_a_long_list_of_names_is_read_in_good_time():
    told = "They met " + ", ".join(["President Oren Dahl of Valdora and the two ministers"] * 3000) + "."
    assert len(read(opened(told))) > 3000


def test_a_chain_of_pronouns_is_told_as_far_as_anybody_could():
    named = "Tomas Verrick came home."
    assert read(opened(named, *["He walked on slowly."] * 20))[0][2] == ("person:tomas-verrick",)
    assert read(opened(named, *["He walked on slowly."] * 2000))[0][2] == ()
    assert read(opened("He " * 5000 + "left."))[-1][2] == ()
