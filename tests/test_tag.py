"""Names in sentences: each tagger, and the reading they add up to."""

from pathlib import Path

import pytest

from readout.pack.actors import Actor, Spelling
from readout.pack.spellings import read_naming, spelling_rows
from readout.tag.choose import Taggers
from readout.tag.decoding import blanks, spans
from readout.tag.document import shortened
from readout.tag.learned import LONGEST, LearnedTagger, Networks
from readout.tag.names import Sentence, names
from readout.tag.naming import key
from readout.tag.network import Accurate, Fast, Models
from readout.tag.overlap import settle
from readout.tag.pieces import Pieces
from readout.tag.protocol import NOTHING, Name
from readout.tag.slovnet import SlovnetTagger
from readout.tag.spellings import SpellingTagger
from readout.tag.words import words

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
        ("The Council of Federation, State Duma and Government met.", ["Council of Federation", "State Duma"]),
        ("Putin and Biden met.", ["Putin", "Biden"]),
        ("Vladimir Vell and Joseph Brook met.", ["Vladimir Vell", "Joseph Brook"]),
        ("Armenian forces and the Azerbaijani side withdrew.", []),
    ],
)
def test_and_stands_inside_the_name_of_a_body_and_between_two(sentence, expected):
    assert [surface for surface, _ in learned(sentence)] == expected


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


def test_a_known_person_is_not_lengthened_by_a_title():
    known, longer = Name(10, 22, "PER", "pack", 0.98, ("person:a",), "full"), Name(0, 22, "PER", "network", 0.9)
    assert settle([known, longer]) == [known]
    assert settle([known._replace(form="short"), longer]) == [longer]


def test_where_the_pack_knows_better_its_names_are_not_lengthened():
    known, longer = Name(0, 5, "LOC", "pack", 0.98, ("place:a",), "full"), Name(0, 16, "LOC", "network", 0.9)
    assert settle([known, longer]) == [longer]
    assert settle([known, longer], known_first=True) == [known]
    assert settle([known, longer._replace(kind="ORG")], known_first=True) == [longer._replace(kind="ORG")]


def test_a_place_of_the_pack_gives_way_to_a_model_that_is_sure_to_see_none():
    place = Name(5, 12, "LOC", "pack", 0.98, ("country:AM",), "full")
    assert settle([place, Name(0, 30, NOTHING, "network", 0.9)]) == []
    assert settle([place, Name(6, 30, NOTHING, "network", 0.9)]) == [place]
    body = place._replace(kind="ORG", pack_ids=("org:am-government",))
    assert settle([body, Name(0, 30, NOTHING, "network", 0.9)]) == [body]
    assert settle([body, Name(5, 12, "LOC", "network", 0.9)]) == [body._replace(kind="LOC")]


MODELS = Models(Path(__file__).parent.parent / "models" / "names")
NETWORKS = Networks(MODELS)


def learned(sentence, doubt=0.6, second=None):
    names_found = LearnedTagger(NETWORKS, doubt, second).tag([sentence])[0]
    return [(sentence[name.start : name.end], name.kind) for name in names_found if name.kind != NOTHING]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Senator Mara Velding met Foreign Minister Tovik Arran.", [("Mara Velding", "PER"), ("Tovik Arran", "PER")]),
        ("Deputy Assistant Secretary of State Erika Holm spoke.", [("Erika Holm", "PER")]),
        ("The Institute for Lake Studies published it.", [("Institute for Lake Studies", "ORG")]),
        ("Armenian forces and Russian peacekeepers left on Monday in May.", []),
        ("The boat crossed Lake Orlin near the Sarn River.", [("Lake Orlin", "LOC"), ("Sarn River", "LOC")]),
        ("PRESIDENT SPEAKS TO PRESS", []),
        ("“It is late,” said Orsen Hale of the Elsin Institute.", [("Orsen Hale", "PER"), ("Elsin Institute", "ORG")]),
        ("The nominee will be Ambassador Extraordinary and Plenipotentiary to the island.", []),
        ("J.D. Orvane spoke.", [("J.D. Orvane", "PER")]),
        (
            "Mr O’Brien’s meeting with Ms Velding in New Sarnia's capital ended.",
            [("O’Brien", "PER"), ("Velding", "PER"), ("New Sarnia", "LOC")],
        ),
        ("The Ministry of Foreign Affairs and Trade of Sarnia answered.", [("Ministry of Foreign Affairs and Trade of Sarnia", "ORG")]),
        ("Velding and Arran spoke by telephone.", [("Velding", "PER"), ("Arran", "PER")]),
        ("Тофик Арранов встретился с Марой Вельдинг в Сарнии.", [("Тофик Арранов", "PER"), ("Марой Вельдинг", "PER"), ("Сарнии", "LOC")]),
        ("Зустріч відбулася у Києві з Тарасом Орловим.", [("Києві", "LOC"), ("Тарасом Орловим", "PER")]),
        ("Թովիկ Առանյանը Երևանում հանդիպեց նախարարին:", [("Թովիկ Առանյանը", "PER"), ("Երևանում", "LOC")]),
        ("თოვიკ არანიშვილი თბილისში ჩავიდა.", [("თოვიკ არანიშვილი", "PER"), ("თბილისში", "LOC")]),
        ("", []),
        ("12:40 — 3,5 %", []),
    ],
)
def test_trained_models_know_names_that_no_list_holds(sentence, expected):
    assert learned(sentence) == expected
    assert learned(sentence, doubt=1) == expected


def test_a_turkish_ending_behind_an_apostrophe_is_no_part_of_the_name():
    sentence = "Dışişleri Bakanı Deniz Arslan Ankara'da konuştu."
    found_names = LearnedTagger(NETWORKS, 1, ending=NAMING["tr"]["ending"]).tag([sentence])[0]
    assert [sentence[name.start : name.end] for name in found_names if name.kind != NOTHING] == ["Deniz Arslan", "Ankara"]


def test_a_sentence_is_read_alike_in_any_company():
    # batches pad, and figures of eight bits are scaled: neither may let one sentence change another
    sentences = ["Senator Mara Velding met Foreign Minister Tovik Arran.", "Yes.", "The boat crossed Lake Orlin near the Sarn River."] * 3
    for doubt in (0, 1):
        tagger = LearnedTagger(NETWORKS, doubt)
        assert tagger.tag(sentences) == [tagger.tag([sentence])[0] for sentence in sentences]


def test_a_word_is_worked_out_alike_whatever_else_is_new():
    # an odd number of new words is rounded otherwise than an even one; what is made of a word must be the same to the last bit
    texts = ["Mara Velding met Tovik Arran in Sarnia today", "Orsen Hale left", "Erika Holm of the Elsin Institute spoke."]
    cut = [words(text) for text in texts]
    together = Fast(MODELS).read(texts, cut)
    for place, text in enumerate(texts):
        assert (Fast(MODELS).read([text], [cut[place]])[0] == together[place]).all()


def test_words_beyond_those_that_are_kept_are_worked_out_anew(monkeypatch):
    from readout.tag import network

    monkeypatch.setattr(network, "_KEPT", 4)
    fast = Fast(MODELS)
    texts = ["Mara Velding met Tovik Arran.", "Orsen Hale left Sarnia."]
    first = [fast.read([text], [words(text)])[0] for text in texts]
    again = [fast.read([text], [words(text)])[0] for text in texts]
    assert all((one == other).all() for one, other in zip(first, again, strict=True))


@pytest.mark.parametrize(
    ("text", "ending", "expected"),
    [
        ("—\nMara Velding", None, "Mara Velding"),
        ("Mara\u00a0—\n", None, "Mara"),
        ("Sarnia'da-", NAMING["tr"]["ending"], "Sarnia"),
        ("Foundation (FND", None, "Foundation"),
        ("Foundation (FND)", None, "Foundation (FND)"),
        ("\U0001f1ec\U0001f1eaSarnia\u200d", None, "Sarnia"),
        ('Velding "', None, "Velding"),
        ("«Vel» Institute", None, "«Vel» Institute"),
        ("Institute»", None, "Institute"),
        ("_Velding_", None, "Velding"),
        ("Mara V.", None, "Mara V."),
        ("' —(Nin", None, None),
        ("1 (Nin", None, None),
        ("’nin", NAMING["tr"]["ending"], None),
        ("’Nin", "['’][A-Z][a-z]+", None),
    ],
)
def test_a_name_is_trimmed_of_what_is_beside_it_and_none_where_nothing_is_left(text, ending, expected):
    import numpy as np

    class Everything:
        def read(self, sentences, cut):
            return [np.eye(7)[[1] + [2] * (len(found) - 1)] for found in cut]

    networks = Networks(MODELS)
    networks.fast = Everything()
    names_found = LearnedTagger(networks, 0, ending=ending).tag([text])[0]
    assert [text[name.start : name.end] for name in names_found] == ([expected] if expected else [])


def test_doubtful_sentences_alone_are_read_twice():
    class Watched(Accurate):
        def read(self, sentences, cut):
            seen.extend(sentences)
            return super().read(sentences, cut)

    networks = Networks(MODELS)
    networks.accurate = Watched(MODELS)
    sure, unsure = "President Ilham Aliyev arrived in Moscow.", "Qarn Orvane Nest Hale Lun Sta"
    seen: list[str] = []
    LearnedTagger(networks, 0.6).tag([sure, unsure])
    assert seen == [unsure]


def test_of_three_opinions_two_stand():
    class Other:
        method = "other"

        def tag(self, sentences):
            return [[Name(0, 4, "PER", "other", 0.9), Name(5, 9, "LOC", "other", 0.9)] for _ in sentences]

    class Fixed:
        def __init__(self, *rows):
            self._rows = rows

        def read(self, sentences, cut):
            return [self._rows[0] for _ in sentences]

    import numpy as np

    person, body, none = [0, 0.8, 0, 0.1, 0, 0.1, 0], [0, 0.1, 0, 0.62, 0, 0.28, 0], [0.5, 0.1, 0, 0.2, 0, 0.2, 0]
    networks = Networks(MODELS)
    networks.fast, networks.accurate = Fixed(np.array([person, body])), Fixed(np.array([none, body]))
    found = LearnedTagger(networks, 0.7, Other()).tag(["Qarn Nest"])[0]
    assert [(name.start, name.end, name.kind) for name in found if name.kind != NOTHING] == [(0, 4, "PER"), (5, 9, "ORG")]


def test_a_list_longer_than_the_models_read_at_once_is_read_in_parts():
    people = [
        f"{given} {family}" for given in ("Mara", "Tovik", "Erika", "Anna") for family in ("Velding", "Arran", "Holm", "Brook", "Carter")
    ]
    sentence = "The meeting was attended by " + ", ".join(people * 5) + "."
    assert len(words(sentence)) > 2 * LONGEST
    assert len(learned(sentence)) >= len(people) * 5 - 2
    hostile = "A" * 50_000 + " " + "б" * 50_000 + " \u200b\u0301 " + "Ա" * 300 + " ,," * 5000
    assert learned(hostile) is not None


def test_spans_and_blanks_of_probabilities():
    import numpy as np

    tags = np.eye(7)[[0, 1, 2, 1, 4, 0, 0]]
    assert [(span.first, span.last, span.kind) for span in spans(tags)] == [(1, 3, "PER"), (3, 4, "PER"), (4, 5, "ORG")]
    assert blanks(tags, 0.9) == [(0, 1), (5, 7)]
    assert spans(np.zeros((0, 7))) == [] and blanks(np.zeros((0, 7)), 0.9) == []


def test_pieces_are_the_likeliest_cut_and_never_none():
    pieces = Pieces({"\u2581ab": (4, -1.0), "\u2581": (5, -2.0), "a": (6, -2.0), "b": (7, -2.0), "c": (8, -3.0)}, 3)
    assert pieces.of("ab", True) == (4,)
    assert pieces.of("ab", False) == (6, 7)
    assert pieces.of("abc", True) == (4, 8)
    assert pieces.of("ж", False) == (3,)


def test_words_begin_and_end_where_names_can():
    text = "O’Brien-led U.S. talks"
    assert [text[start:end] for start, end in words(text)] == ["O", "’", "Brien", "-", "led", "U", ".", "S", ".", "talks"]


def test_both_models_give_probabilities_for_each_word():
    texts = ["Mara Velding left.", "x"]
    cut = [words(text) for text in texts]
    for model in (Fast(MODELS), Accurate(MODELS)):
        for found, read in zip(cut, model.read(texts, cut), strict=True):
            assert read.shape == (len(found), 7)
            assert abs(read.sum(1) - 1).max() < 1e-3


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


SETTINGS = {
    "taggers": {"default": ["pack"], "en": ["pack", "network"]},
    "accurate": False,
    "doubt": {"default": 1, "en": 0.6},
    "second": {},
    "overrule": ["en"],
}


def test_rows_hold_the_words_they_claim():
    taggers = Taggers(SETTINGS, ROWS, NAMING, MODELS.folder)
    text = "Tovik Arran met Ilham Aliyev. Arran smiled."
    document = [Sentence("d", 0, 0, "en", text[:29]), Sentence("d", 1, 30, "en", text[30:])]
    rows = list(names([document], taggers))
    assert [(row["surface"], row["method"]) for row in rows] == [
        ("Tovik Arran", "network"),
        ("Ilham Aliyev", "pack"),
        ("Arran", "document"),
    ]
    assert all(text[row["start"] : row["end"]] == row["surface"] for row in rows)
    assert [row["mention"] for row in rows] == [0, 1, 2]


def test_the_reading_of_a_sentence_does_not_depend_on_the_others():
    taggers = Taggers(SETTINGS, ROWS, NAMING, MODELS.folder)
    one = [Sentence("a", 0, 0, "en", "Ilham Aliyev spoke.")]
    two = [Sentence("b", 0, 0, "en", "Armenia answered Tovik Arran.")]
    assert list(names([one, two], taggers)) == [*names([one], taggers), *names([two], taggers)]
