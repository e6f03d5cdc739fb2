"""Words that take a side and numbers that are claimed: found in six languages, whole, in their sentences, and as whose words they are."""

import time
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from frame import frame
from readout.date.document import Piece, find, resolve
from readout.date.lexicon import lexicon
from readout.date.units import Interval
from readout.frame.counting import CountingError, counting
from readout.frame.figures import Dated, Figure, figures
from readout.frame.phrases import PhraseError, Phrases, phrases
from readout.frame.terms import Mention, Stretch, Use, uses
from readout.frame.vocabulary import VocabularyError, vocabulary
from readout.frame.voices import Speech
from readout.pack.spellings import read_naming
from readout.report.leaning import leanings
from readout.tables import store
from readout.tables.schema import FIGURES, MENTIONS, SPEECH, TERMS

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "config/packs/south-caucasus"
NAMING = sorted(str(path) for path in (ROOT / "config/languages/names").glob("*.yaml"))
NUMBERS = sorted(str(path) for path in (ROOT / "config/languages/numbers").glob("*.yaml"))
LANGUAGES = ("en", "ru", "az", "hy", "ka", "tr")
DAY = date(2020, 11, 10)


def load(path: Path) -> list | dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


TERM_FILES = {path.stem: load(path) for path in sorted((PACK / "terms").glob("*.yaml"))}
FIGURE_FILES = {path.stem: load(path) for path in sorted((PACK / "figures").glob("*.yaml"))}
UNITS = FIGURE_FILES["counts"]
KNOWN = vocabulary(list(TERM_FILES.values()), read_naming(NAMING))
COUNTING = {code: counting(load(ROOT / f"config/languages/numbers/{code}.yaml"), FIGURE_FILES[code]) for code in LANGUAGES}
LEXICONS = {code: lexicon([code], load(ROOT / f"config/languages/{code}.yaml").get("dates") or {}) for code in LANGUAGES}


def used(text: str, language: str = "en", speeches: list[Speech] | None = None, mentions: list[Mention] | None = None) -> list[Use]:
    made = uses(text, [Stretch(0, 0, len(text), language)], mentions or [], speeches or [], KNOWN)
    assert all(text[one.start : one.end] == one.surface for one in made)
    return made


def terms(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(one.term_id, one.surface) for one in used(text, language)]


def claimed(text: str, language: str = "en", published: date | None = DAY, speeches: list[Speech] | None = None) -> list[Figure]:
    days = resolve(text, find(text, [Piece(0, len(text), "body", language)], LEXICONS), Interval(DAY, DAY))
    dated = [Dated(one.start, one.end, one.earliest, one.latest) for one in days]
    made = figures(text, [Stretch(0, 0, len(text), language)], dated, published, speeches or [], COUNTING, UNITS)
    assert all(text[one.start : one.end] == one.surface for one in made)
    return made


def numbers(text: str, language: str = "en") -> list[tuple[str, float | None, float | None]]:
    return [(one.counts, one.least, one.most) for one in claimed(text, language)]


# Terms


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The occupiers left the occupied valley.", [("occupation", "occupiers"), ("occupation", "occupied")]),
        (
            "en",
            "A policy of ethnic\ncleansing and de-occupation.",
            [("ethnic_cleansing", "ethnic\ncleansing"), ("de-occupation", "de-occupation")],
        ),
        (
            "ru",
            "Против оккупантов и сепаратистов ввели блокаду.",
            [("occupation", "оккупантов"), ("separatism", "сепаратистов"), ("blockade", "блокаду")],
        ),
        ("ru", "О терри­ториальной целостности говорили долго.", [("territorial_integrity", "терри­ториальной целостности")]),
        (
            "az",
            "Separatçıların təxribatı və işğalçılıq siyasəti.",
            [("separatism", "Separatçıların"), ("provocation", "təxribatı"), ("occupation", "işğalçılıq")],
        ),
        ("hy", "Շրջափակման և ցեղասպանության մասին։", [("blockade", "Շրջափակման"), ("genocide", "ցեղասպանության")]),
        (
            "ka",
            "ოკუპანტებმა ტერიტორიული მთლიანობა დაარღვიეს.",
            [("occupation", "ოკუპანტებმა"), ("territorial_integrity", "ტერიტორიული მთლიანობა")],
        ),
        (
            "tr",
            "İşgalcilerin provokasyonu ve soykırımdan söz edildi.",
            [("occupation", "İşgalcilerin"), ("provocation", "provokasyonu"), ("genocide", "soykırımdan")],
        ),
    ],
)
def test_loaded_terms_are_found_in_all_their_forms(language: str, text: str, expected: list) -> None:
    assert terms(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "term_id", "side", "surface"),
    [
        ("en", "A bus left Khankendi's market.", "khankendi", "AZ", "Khankendi"),
        ("en", "The road to Stepanakert.", "stepanakert", "AM", "Stepanakert"),
        ("ru", "Из Степанакерта выехали машины.", "stepanakert", "AM", "Степанакерта"),
        ("ru", "Жители Ханкенди ждут.", "khankendi", "AZ", "Ханкенди"),
        ("az", "Xankəndidən çıxan avtobus.", "khankendi", "AZ", "Xankəndidən"),
        ("hy", "Ստեփանակերտից դուրս եկան։", "stepanakert", "AM", "Ստեփանակերտից"),
        ("ka", "ხანქენდიდან გავიდნენ.", "khankendi", "AZ", "ხანქენდიდან"),
        ("tr", "Hankendi'den ayrıldılar.", "khankendi", "AZ", "Hankendi'den"),
    ],
)
def test_rival_names_are_one_entity_with_the_side_of_each(language: str, text: str, term_id: str, side: str, surface: str) -> None:
    (found,) = used(text, language)
    assert (found.term_id, found.side, found.surface, found.entity_id) == (term_id, side, surface, "place:khankendi")


def test_the_longest_term_wins() -> None:
    assert [term for term, _ in terms("The Nagorno-Karabakh Republic and the Zangezur corridor.")] == [
        "nagorno-karabakh-republic",
        "zangezur-corridor",
    ]
    assert [term for term, _ in terms("Великая Отечественная война и Отечественная война.", "ru")] == ["patriotic_war"]


def test_what_only_looks_like_a_term_is_none() -> None:
    assert terms("She occupied the post for a year and occupied a special place.") == []
    assert terms("Counter-terrorism officials met.") == []
    assert terms("The agdam of shushas.") == []


def test_a_form_of_two_names_is_told_by_the_document_or_not_at_all() -> None:
    assert terms("Вид Шуши.", "ru") == []
    assert terms("В Шуши прошла встреча.", "ru") == [("shushi", "Шуши")]
    assert terms("Шуша видна издалека. Вид Шуши.", "ru") == [("shusha", "Шуша"), ("shusha", "Шуши")]


def test_a_persons_name_is_no_rival_name() -> None:
    text = "Fuzuli Rovan spoke in Fuzuli."
    assert [one.start for one in used(text, mentions=[Mention(0, 12, "PER", None)])] == [22]
    assert used("Lachin won.", mentions=[Mention(0, 6, "ORG", "org:lachin-club")]) == []


@pytest.mark.parametrize(
    ("language", "text", "scare"),
    [
        ("en", 'The "blockade" goes on.', [True]),
        ("en", "The ‘blockade’ goes on.", [True]),
        ("en", 'He spoke of "the blockade that the other side set up years ago" again.', [False]),
        ("en", "The so-called separatist regime.", [False, True]),
        ("ru", "Из-за «блокады» и так называемой «Республики Арцах».", [True, False, True]),
        ("az", "Qondarma “separatçı” rejim.", [False, True]),
        ("hy", "Այսպես կոչված «շրջափակումը» շարունակվում է։", [False, True]),
        ("ka", "ე.წ. ოკუპაცია და „ბლოკადა“.", [False, True, True]),
        ("tr", 'Sözde soykırım ve "abluka" sözü.', [False, True, True]),
        ("en", 'The gate "Lachin" is open.', [False]),
        ("en", 'He said "no". The blockade "holds".', [False]),
    ],
)
def test_what_is_kept_at_arms_length_is_noticed(language: str, text: str, scare: list[bool]) -> None:
    assert [one.scare for one in used(text, language)] == scare


def test_words_in_quotes_are_the_speakers() -> None:
    text = "“The blockade is an aggression”, Vera Lindqvist said; she spoke of occupation."
    speeches = [
        Speech(0, 1, 30, direct=True, speaker_id="person:vera", told=True),
        Speech(1, 59, len(text) - 1, direct=False, speaker_id="person:vera", told=True),
    ]
    assert [(one.term_id, one.in_quote, one.quote, one.speaker_id) for one in used(text, speeches=speeches)] == [
        ("blockade", True, 0, "person:vera"),
        ("aggression", True, 0, "person:vera"),
        ("occupation", False, 1, "person:vera"),
    ]


def test_the_innermost_quote_tells_whose_a_word_is() -> None:
    text = "“He called it ‘an open and shameful blockade of us all’ today”, Mara Vell said."
    inner = text.index("an open"), text.index("’ today")
    speeches = [Speech(0, 1, 61, True, "person:mara", True), Speech(1, *inner, True, "person:tor", True)]
    (found,) = used(text, speeches=speeches)
    assert (found.quote, found.speaker_id, found.in_quote, found.scare) == (1, "person:tor", True, False)


def test_short_marks_are_a_quote_only_where_the_text_says_whose() -> None:
    text = 'The ministry spoke of "ethnic cleansing" again.'
    span = text.index("ethnic"), text.index("ethnic") + 16
    told = used(text, speeches=[Speech(0, *span, True, "org:ministry", True)])[0]
    untold = used(text, speeches=[Speech(0, *span, True, None, False)])[0]
    assert (told.in_quote, told.scare) == (True, False)
    assert (untold.in_quote, untold.scare) == (False, True)


def test_one_word_in_marks_is_no_quote() -> None:
    text = 'The president called talk of a "blockade" a trick.'
    span = text.index("blockade"), text.index("blockade") + 8
    (found,) = used(text, speeches=[Speech(0, *span, True, "person:vera", True)])
    assert (found.in_quote, found.scare, found.quote, found.speaker_id) == (False, True, 0, "person:vera")


def test_the_pack_speaks_all_languages() -> None:
    loaded = [entry for file in TERM_FILES.values() for entry in file if "id" in entry]
    assert len(loaded) >= 35
    for entry in loaded:
        assert set(LANGUAGES) <= set(entry["words"]), entry["id"]


def test_every_rival_name_is_found_as_it_is_written() -> None:
    for entry in TERM_FILES["rival-names"]:
        for name in entry["names"]:
            for language, spellings in name["spellings"].items():
                for spelling in spellings:
                    text = f"— {spelling}."
                    found = used(text, language)
                    doubtful = name.get("behind", {}).get(language)
                    assert doubtful or [one.term_id for one in found] == [name["id"]], (language, spelling, found)


def test_a_vocabulary_that_cannot_be_read_says_so() -> None:
    with pytest.raises(VocabularyError, match="without 'frame'"):
        vocabulary([[{"id": "x", "words": {"en": ["x"]}}]], {})
    with pytest.raises(VocabularyError, match="one id: x"):
        vocabulary([[{"id": "x", "frame": "f", "words": {"en": [word]}} for word in ("aa", "bb")]], {})
    with pytest.raises(PhraseError):
        phrases("* of", 0)
    with pytest.raises(PhraseError):
        phrases("(a|b)", 0)


def test_phrases_of_one_word_are_no_parts_of_others() -> None:
    found = Phrases(phrases("mine", 0) + phrases("ethnic cleans*", 1))
    assert [(one.start, one.end) for one in found.find("determine mine mines", 0, 20)] == [(10, 14)]
    assert found.find("ethnic, cleansing", 0, 17) == []


# Figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Armenia freed 15 detainees for maps of 97,000 mines.", [("released", 15, 15), ("mines", 97000, 97000)]),
        (
            "en",
            "More than 20,000 villagers were killed and around one million were displaced.",
            [("killed", 20000, None), ("displaced", 1e6, 1e6)],
        ),
        (
            "en",
            "Fifty-four people were killed, including three children, and 30 wounded.",
            [("killed", 54, 54), ("killed", 3, 3), ("wounded", 30, 30)],
        ),
        ("en", "Between 3 and 5 soldiers died; up to 100 tanks burnt.", [("killed", 3, 5), ("vehicles", None, 100)]),
        ("en", "Two hundred and five villages on 1.5 million sq. km.", [("settlements", 205, 205), ("territory", 1.5e6, 1.5e6)]),
        ("en", "The blast killed at least 12.", [("killed", 12, None)]),
        ("en", "It cost $5 million.", [("money", 5e6, 5e6)]),
        ("en", "2 million 500 thousand people were displaced.", [("displaced", 2.5e6, 2.5e6)]),
        ("en", "Half a million people were displaced and two dozen killed.", [("displaced", 5e5, 5e5), ("killed", 24, 24)]),
        ("en", "A million five hundred thousand refugees.", [("displaced", 1.5e6, 1.5e6)]),
        ("en", "Three and a half million refugees.", [("displaced", 3.5e6, 3.5e6)]),
        ("en", "A million and a half refugees.", [("displaced", 1.5e6, 1.5e6)]),
        ("ru", "2 с половиной миллиона беженцев.", [("displaced", 2.5e6, 2.5e6)]),
        ("az", "İki milyon yarım qaçqın.", [("displaced", 2.5e6, 2.5e6)]),
        ("tr", "Yirmi bir buçuk milyon mülteci.", [("displaced", 21.5e6, 21.5e6)]),
        ("en", "It cost 5 thousand million dollars.", [("money", 5e9, 5e9)]),
        ("en", "Between five and ten soldiers were killed.", [("killed", 5, 10)]),
        ("en", "Between one hundred and five and two hundred soldiers were killed.", [("killed", 105, 200)]),
        ("en", "Between one hundred and two hundred soldiers were killed.", [("killed", 100, 200)]),
        ("en", "From 1995 to 2 million refugees came.", [("displaced", 2e6, 2e6)]),
        ("en", "In $5 million 2020 soldiers were killed.", [("money", 5e6, 5e6), ("killed", 2020, 2020)]),
        ("ru", "1 миллион 200 тысяч беженцев и полтора миллиона беженцев.", [("displaced", 1.2e6, 1.2e6), ("displaced", 1.5e6, 1.5e6)]),
        ("ru", "Погибли 5 тыс. 200 человек.", [("killed", 5200, 5200)]),
        ("az", "2 min 500 nəfər öldürüldü, yarım milyon qaçqın.", [("killed", 2500, 2500), ("displaced", 5e5, 5e5)]),
        ("az", "Min beş yüz əsgər öldürüldü.", [("killed", 1500, 1500)]),
        ("hy", "Զոհվել է 2 հազար 500 զինծառայող։", [("killed", 2500, 2500)]),
        ("tr", "2 bin 500 asker öldürüldü.", [("killed", 2500, 2500)]),
        ("en", "It took 86.600 km2 and $77.498 trillion.", [("territory", 86.6, 86.6), ("money", 77.498e12, 77.498e12)]),
        ("en", "It cost $1.234,5.", [("money", 1234.5, 1234.5)]),
        ("ru", "Погибли 44 человека, 30 ранены.", [("killed", 44, 44), ("wounded", 30, 30)]),
        ("ru", "Разместили 1960 российских миротворцев на 4,4 тыс. кв. км.", [("troops", 1960, 1960), ("territory", 4400, 4400)]),
        ("ru", "Более 1,5 млн беженцев и 97 тыс. мин.", [("displaced", 1.5e6, None), ("mines", 97000, 97000)]),
        ("ru", "Двадцать пять солдат погибли, в том числе три офицера.", [("killed", 25, 25), ("killed", 3, 3)]),
        ("az", "2.783 hərbçi həlak olub, 90 min mina basdırılıb.", [("killed", 2783, 2783), ("mines", 90000, 90000)]),
        ("az", "100-dən çox kənd və bir milyondan çox insan didərgin düşüb.", [("settlements", 100, None), ("displaced", 1e6, None)]),
        ("hy", "Զոհվել է 44 զինծառայող, տեղահանվել է 100 հազար մարդ։", [("killed", 44, 44), ("displaced", 100000, 100000)]),
        ("hy", "Երեսունհինգ զինվոր զոհվեց։", [("killed", 35, 35)]),
        ("ka", "დაიღუპა 44 ადამიანი. 100 ათასი ადამიანი იძულებით გადაადგილდა.", [("killed", 44, 44), ("displaced", 100000, 100000)]),
        ("ka", "20 000-ზე მეტი ადამიანი მოკლეს.", [("killed", 20000, None)]),
        ("tr", "20.000'den fazla kişi öldürüldü, 97 bin mayın bulundu.", [("killed", 20000, None), ("mines", 97000, 97000)]),
        ("tr", "Yirmi beş asker şehit oldu.", [("killed", 25, 25)]),
    ],
)
def test_numbers_are_read_with_what_they_count(language: str, text: str, expected: list) -> None:
    assert numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2020 soldiers were killed."),
        ("en", "After the 44-day war Resolution 884 was read by 300 people."),
        ("en", "It lost 20 percent of its troops; dozens of soldiers were killed at 14:30."),
        ("en", "They met on 5 March 2021 in Room 12."),
        ("ru", "44-дневная война закончилась, статья 5 о военнослужащих."),
        ("az", "44 günlük müharibədə 2020-ci ildə hərbçilər həlak olub."),
        ("tr", "Yüzde 20 mayın."),
        ("en", "In all one " + "hundred " * 200 + "soldiers were killed."),
        ("en", "In all 5 trillion billion soldiers were killed."),
    ],
)
def test_numbers_that_claim_nothing_are_left_alone(language: str, text: str) -> None:
    assert [one for one in claimed(text, language) if one.counts != "deadline"] == []


def test_a_figure_is_told_with_its_bounds_unit_and_roughness() -> None:
    (found,) = claimed("Some 1,500 square kilometres were returned.")
    assert (found.surface, found.least, found.most, found.approximate, found.unit) == (
        "Some 1,500 square kilometres",
        1500,
        1500,
        True,
        "km2",
    )


@pytest.mark.parametrize(
    ("language", "text", "surface", "day"),
    [
        ("en", "Troops leave by December 1.", "by December 1", "2020-12-01"),
        ("en", "It must end no later than 20 November 2020.", "no later than 20 November 2020", "2020-11-20"),
        ("ru", "Район передаётся до 1 декабря.", "до 1 декабря", "2020-12-01"),
        ("az", "Qoşunlar 25 dekabrədək çıxarılır.", "25 dekabrədək", "2020-12-25"),
        ("az", "Rayon dekabrın 1-nə qədər qaytarılır.", "dekabrın 1-nə qədər", "2020-12-01"),
        ("hy", "Շրջանը հանձնվում է մինչև դեկտեմբերի 1-ը։", "մինչև դեկտեմբերի 1-ը", "2020-12-01"),
        ("ka", "ჯარი 1 დეკემბრამდე გავა.", "1 დეკემბრამდე", "2020-12-01"),
        ("tr", "Birlikler 1 Aralık'a kadar çekilecek.", "1 Aralık'a kadar", "2020-12-01"),
    ],
)
def test_deadlines_are_days(language: str, text: str, surface: str, day: str) -> None:
    (found,) = claimed(text, language)
    assert (found.counts, found.surface, str(found.latest)) == ("deadline", surface, day)
    assert (found.least, found.most, found.unit) == (None, None, None)


def test_a_term_in_hours_is_a_deadline_without_a_day() -> None:
    for language, text in (("en", "They leave within 72 hours."), ("ru", "Уйдут в течение 72 часов."), ("az", "72 saat ərzində çıxırlar.")):
        (found,) = claimed(text, language)
        assert (found.counts, found.most, found.unit, found.latest) == ("deadline", 72, "hours", None)


def test_a_day_gone_by_is_a_deadline_only_where_a_duty_is_told() -> None:
    assert claimed("They had left by 1 May 2019.") == []
    assert [one.surface for one in claimed("They had to leave by 1 May 2019.")] == ["by 1 May 2019"]


def test_a_number_belongs_to_who_says_it() -> None:
    text = "12 people were killed, Tor Vell said."
    (found,) = claimed(text, speeches=[Speech(3, 0, 21, direct=False, speaker_id="person:tor", told=True)])
    assert (found.quote, found.claimed_by) == (3, "person:tor")


def test_words_of_numbers_that_cannot_be_read_say_so() -> None:
    with pytest.raises(CountingError):
        counting({"words": {}}, FIGURE_FILES["en"])


# Texts that nobody would write


@settings(max_examples=150)
@given(
    st.text(alphabet=st.sampled_from("«»\"'“”‘’„ ()-–.,:$0123456789aoоиəღեblockade\u0301\u202e\u00ad\n"), max_size=200),
    st.sampled_from(LANGUAGES),
)
def test_any_text_is_read(text: str, language: str) -> None:
    used(text, language)
    claimed(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "blockade " * 100_000,
        "ethnic " * 140_000,
        '"' * 1_000_000,
        "so-called " * 100_000,
        "1 " * 500_000,
        "1,000" * 200_000,
        "9" * 1_000_000,
        "more than " * 100_000,
        "one hundred and " * 60_000 + "killed",
        "«оккупация» " * 80_000,
        "a" * 1_000_000,
        "killed 5 people and " * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_paragraph_of_a_megabyte_is_read_in_seconds(text: str) -> None:
    began = time.monotonic()
    stretches = [Stretch(0, 0, len(text), "en")]
    uses(text, stretches, [], [], KNOWN)
    figures(text, stretches, [], DAY, [], COUNTING, UNITS)
    assert time.monotonic() - began < 20


def test_thousands_of_dates_in_a_sentence_are_read_in_seconds() -> None:
    words, many = "by 5 May 2025, ", 20_000
    text = words * many
    days = [Dated(len(words) * place + 3, len(words) * place + 13, date(2025, 5, 5), date(2025, 5, 5)) for place in range(many)]
    began = time.monotonic()
    assert len(figures(text, [Stretch(0, 0, len(text), "en")], days, DAY, [], COUNTING, UNITS)) == many
    assert time.monotonic() - began < 10


def test_thousands_of_quotes_and_uses_are_matched_in_seconds() -> None:
    text = "“blockade of the whole wide valley” " * 5000
    speeches = [Speech(place, 36 * place + 1, 36 * place + 34, True, "person:mara", True) for place in range(5000)]
    began = time.monotonic()
    assert all(one.in_quote for one in used(text, speeches=speeches))
    assert time.monotonic() - began < 10


# Leanings


def test_a_word_leans_to_who_uses_it_more() -> None:
    found = leanings({"blockade": 40, "terror": 20}, {"blockade": 5, "terror": 20}, 10_000, 10_000)
    assert found["blockade"].value > 0 and found["blockade"].sure
    assert found["terror"].low < 0 < found["terror"].high


def test_a_word_used_once_proves_nothing() -> None:
    found = leanings({"blockade": 1}, {"terror": 1}, 1000, 1000)
    assert not any(lean.sure for lean in found.values())
    assert leanings({}, {}, 0, 0) == {}


def test_leanings_turn_round_with_the_sides() -> None:
    one, other = leanings({"a": 9, "b": 1}, {"a": 2}, 500, 700), leanings({"a": 2}, {"a": 9, "b": 1}, 700, 500)
    assert {word: round(lean.value, 9) for word, lean in one.items()} == {word: round(-lean.value, 9) for word, lean in other.items()}


# The stage


def test_the_stage_writes_both_tables_the_same_each_time(tmp_path: Path) -> None:
    text = "The so-called blockade killed 12 people. Khankendi must open by December 1."
    middle = text.index(" Khankendi")
    sentences = [("aaaaaaaaaaaa", 0, 0, 0, middle, "en"), ("aaaaaaaaaaaa", 1, 0, middle + 1, len(text), "en")]
    day = text.index("December 1")
    files = {name: str(tmp_path / f"{name}.parquet") for name in ("parsed", "sentences", "dates", "published", "mentions", "speech")}
    pl.DataFrame({"doc_id": ["aaaaaaaaaaaa"], "text": [text]}).write_parquet(files["parsed"])
    pl.DataFrame(sentences, ["doc_id", "sentence", "segment", "start", "end", "language"], orient="row").write_parquet(files["sentences"])
    pl.DataFrame(
        [("aaaaaaaaaaaa", day, day + 10, date(2020, 12, 1), date(2020, 12, 1))],
        ["doc_id", "start", "end", "earliest", "latest"],
        orient="row",
    ).write_parquet(files["dates"])
    pl.DataFrame({"doc_id": ["aaaaaaaaaaaa"], "published_earliest": [DAY]}).write_parquet(files["published"])
    store.write(MENTIONS, store.frame(MENTIONS, []), files["mentions"])
    store.write(SPEECH, store.frame(SPEECH, []), files["speech"])
    term_files = [str(path) for path in (PACK / "terms").glob("*.yaml")]
    figure_files = [str(path) for path in (PACK / "figures").glob("*.yaml")]
    for name in ("one", "two"):
        folder = tmp_path / name
        frame(
            **files,
            term_files=term_files,
            figure_files=figure_files,
            number_files=NUMBERS,
            naming_files=NAMING,
            terms=str(folder / "terms.parquet"),
            target=str(folder / "figures.parquet"),
        )
    found = store.read(TERMS, tmp_path / "one" / "terms.parquet")
    assert found["term_id"].to_list() == ["so-called", "blockade", "khankendi"]
    assert store.read(FIGURES, tmp_path / "one" / "figures.parquet")["counts"].to_list() == ["killed", "deadline"]
    for table in ("terms.parquet", "figures.parquet"):
        assert (tmp_path / "one" / table).read_bytes() == (tmp_path / "two" / table).read_bytes()
