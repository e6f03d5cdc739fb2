"""Date expressions in six languages, what they mean, and publication inferred from a text."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.date.document import Dated, Found, Piece, find, resolve
from readout.date.inference import inferred, within_term
from readout.date.lexicon import fold, lexicon
from readout.date.offices import Office, term
from readout.date.units import Interval, unit_of

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "data" / "seeds"
FILES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / "config/languages").glob("*.yaml")}
LEXICONS = {code: lexicon([code], file["dates"]) for code, file in FILES.items()} | {"und": lexicon((), {})}
WEDNESDAY = date(2023, 11, 15)


def found(*pieces: str, language: str = "en", role: str = "body") -> tuple[str, list[Found]]:
    """A text of some sentences, and the dates in it."""
    text, spans = "", []
    for piece in pieces:
        spans.append(Piece(len(text), len(text) + len(piece), role, language))
        text += piece + "\n"
    return text, find(text, spans, LEXICONS)


def read(*pieces: str, language: str = "en", day: date | None = WEDNESDAY, role: str = "body") -> list[Dated]:
    text, dates = found(*pieces, language=language, role=role)
    made = resolve(text, dates, Interval(day, day) if day else None)
    assert all(text[one.start : one.end] == one.surface for one in made)
    return made


def days(*pieces: str, language: str = "en", day: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(str(one.earliest), str(one.latest)) for one in read(*pieces, language=language, day=day)]


def one(text: str, language: str = "en", day: date | None = WEDNESDAY) -> str:
    """The only interval in a text, written short."""
    ((first, last),) = days(text, language=language, day=day)
    return first if first == last else f"{first}/{last}"


DAY_OF_2020 = "2020-11-09"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "on November 9, 2020"), ("en", "on Monday, 9 November 2020"), ("en", "the 9th of November, 2020"), ("en", "09.11.2020"),
        ("ru", "9 ноября 2020 года"), ("ru", "9-го ноября 2020 г."), ("ru", "девятого ноября 2020 года"),
        ("az", "2020-ci il noyabrın 9-da"), ("az", "9 noyabr 2020-ci il"), ("az", "noyabrın 9-u 2020-ci ildə"),
        ("hy", "2020 թ. նոյեմբերի 9-ին"), ("hy", "2020 թվականի նոյեմբերի 9-ի"), ("hy", "2020թ. նոյեմբերի 9"),
        ("ka", "2020 წლის 9 ნოემბერს"), ("ka", "9 ნოემბერი, 2020"),
        ("tr", "9 Kasım 2020'de"), ("tr", "9 Kasım 2020 Pazartesi günü"),
        ("uk", "9 листопада 2020 року"),
    ],
)  # fmt: skip
def test_a_day_with_its_year(language: str, written: str) -> None:
    assert one(f"Сторони {written} —", language) == DAY_OF_2020
    (made,) = read(f"Сторони {written} —", language=language)
    assert (made.basis, made.grain, made.flag) == ("written", "day", None)


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("en", "last week", "2023-11-06/2023-11-12"),
        ("ru", "на прошлой неделе", "2023-11-06/2023-11-12"),
        ("az", "ötən həftə", "2023-11-06/2023-11-12"),
        ("hy", "անցյալ շաբաթ", "2023-11-06/2023-11-12"),
        ("ka", "გასულ კვირას", "2023-11-06/2023-11-12"),
        ("tr", "geçen hafta", "2023-11-06/2023-11-12"),
        ("en", "three days ago", "2023-11-12"),
        ("ru", "три дня назад", "2023-11-12"),
        ("az", "üç gün əvvəl", "2023-11-12"),
        ("hy", "երեք օր առաջ", "2023-11-12"),
        ("ka", "სამი დღის წინ", "2023-11-12"),
        ("ka", "სამი დღით ადრე", "2023-11-12"),
        ("tr", "üç gün önce", "2023-11-12"),
        ("en", "on Tuesday", "2023-11-14"),
        ("ru", "во вторник", "2023-11-14"),
        ("az", "çərşənbə axşamı", "2023-11-14"),
        ("hy", "երեքշաբթի օրը", "2023-11-14"),
        ("ka", "სამშაბათს", "2023-11-14"),
        ("tr", "salı günü", "2023-11-14"),
        ("ru", "в минувшую пятницу", "2023-11-10"),
        ("en", "last Wednesday", "2023-11-08"),
        ("en", "next Wednesday", "2023-11-22"),
        ("en", "on Friday last week", "2023-11-10"),
        ("en", "yesterday", "2023-11-14"),
        ("ru", "накануне", "2023-11-14"),
        ("az", "bazar ertəsi", "2023-11-13"),
        ("ka", "კვირას", "2023-11-12"),
        ("en", "next year", "2024-01-01/2024-12-31"),
        ("tr", "gelecek yıl", "2024-01-01/2024-12-31"),
        ("hy", "հաջորդ տարի", "2024-01-01/2024-12-31"),
        ("ru", "в конце прошлого года", "2022-09-01/2022-12-31"),
        ("az", "ötən ilin sonunda", "2022-09-01/2022-12-31"),
        ("tr", "geçen yılın Kasım ayında", "2022-11-01/2022-11-30"),
        ("en", "at the weekend", "2023-11-11/2023-11-12"),
        ("en", "talks will end in two years", "2025-11-01/2025-11-30"),
        ("en", "by mid-July", "2023-07-11/2023-07-20"),
        ("en", "the past decade", "2013-11-15/2023-11-14"),
        ("en", "last night", "2023-11-14"),
        ("en", "Friday’s meeting", "2023-11-10"),
        ("en", "who came first on November 9", "2023-11-09"),
        ("en", "Order 21 of November 9", "2023-11-09"),
        ("en", "two years ago", "2021-11-01/2021-11-30"),
        ("en", "two years ago today", "2021-11-15"),
        ("ru", "через неделю", "2023-11-22"),
        ("ru", "год назад", "2022-11-01/2022-11-30"),
        ("hy", "ամսի 9-ին", "2023-11-09"),
        ("ka", "ორ კვირაში", "2023-11-29"),
        ("en", "the week of November 9", "2023-11-06/2023-11-12"),
        ("en", "over the past three days", "2023-11-12/2023-11-14"),
        ("ru", "за последние два года", "2021-11-15/2023-11-14"),
        ("tr", "Ekim ayının sonunda", "2023-10-21/2023-10-31"),
        ("en", "by the end of the month", "2023-11-21/2023-11-30"),
        ("en", "earlier this month", "2023-11-01/2023-11-15"),
        ("ru", "ранее в этом году", "2023-01-01/2023-11-15"),
        ("en", "later this year", "2023-11-15/2023-12-31"),
        ("en", "a second round is planned for the spring", "2024-03-01/2024-05-31"),
        ("en", "in the spring", "2023-03-01/2023-05-31"),
        ("en", "this winter", "2023-12-01/2024-02-29"),
    ],
)
def test_days_seen_from_the_day_of_publication(language: str, written: str, meant: str) -> None:
    assert one(written, language) == meant
    assert read(written, language=language)[0].basis == "publication"
    assert read(written, language=language, day=None)[0].basis is None


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("en", "in May 2021", "2021-05-01/2021-05-31"),
        ("en", "in early 2023", "2023-01-01/2023-04-30"),
        ("en", "in the late 1990s", "1995-01-01/1999-12-31"),
        ("ru", "в начале 1990-х годов", "1990-01-01/1994-12-31"),
        ("az", "1990-cı illərin əvvəlində", "1990-01-01/1994-12-31"),
        ("hy", "1990-ականների սկզբին", "1990-01-01/1994-12-31"),
        ("ka", "1990-იანი წლების დასაწყისში", "1990-01-01/1994-12-31"),
        ("tr", "1990'ların başında", "1990-01-01/1994-12-31"),
        ("en", "from 2018 to 2020", "2018-01-01/2020-12-31"),
        ("ru", "в 1992–1994 гг.", "1992-01-01/1994-12-31"),
        ("en", "the third quarter of 2018", "2018-07-01/2018-09-30"),
        ("en", "the last Monday of March 2014", "2014-03-31"),
        ("ru", "летом 2022 года", "2022-06-01/2022-08-31"),
        ("az", "2022-ci ilin yayında", "2022-06-01/2022-08-31"),
        ("ru", "в XX веке", "1901-01-01/2000-12-31"),
        ("az", "2020-ci ildə", "2020-01-01/2020-12-31"),
        ("hy", "2023 թվականին", "2023-01-01/2023-12-31"),
        ("tr", "2023'te", "2023-01-01/2023-12-31"),
    ],
)
def test_months_years_and_what_is_longer(language: str, written: str, meant: str) -> None:
    assert one(written, language, day=None) == meant


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "on May 22 through May 24"), ("en", "from 22 to 24 May"), ("en", "May 22-24"), ("en", "22–24 May 2023"),
        ("ru", "с 22 по 24 мая"), ("ru", "22–24 мая 2023 г."), ("az", "mayın 22-24-də"), ("hy", "մայիսի 22-24-ը"), ("ka", "22-24 მაისს"),
        ("tr", "22-24 Mayıs"),
    ],
)  # fmt: skip
def test_ranges_of_days(language: str, written: str) -> None:
    assert one(written, language) == "2023-05-22/2023-05-24"


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("en", "Sept. 27-28, 2020", "2020-09-27/2020-09-28"),
        ("en", "Oct. 3 to 5, 2021", "2021-10-03/2021-10-05"),
        ("az", "2020-ci il noyabrın 9-10-da", "2020-11-09/2020-11-10"),
        ("hy", "2020 թվականի նոյեմբերի 9-10-ը", "2020-11-09/2020-11-10"),
        ("en", "in May-June 2020", "2020-05-01/2020-06-30"),
        ("ru", "в ноябре-декабре 2020 года", "2020-11-01/2020-12-31"),
        ("az", "may-iyun 2020", "2020-05-01/2020-06-30"),
        ("tr", "13 temmuzdan 15 temmuza", "2023-07-13/2023-07-15"),
        ("ka", "13-დან 15 ივლისამდე", "2023-07-13/2023-07-15"),
        ("az", "iyulun 13-dən 15-dək", "2023-07-13/2023-07-15"),
        ("hy", "հուլիսի 13-ից 15-ը", "2023-07-13/2023-07-15"),
        ("en", "27.09.2020-10.11.2020", "2020-09-27/2020-11-10"),
        ("en", "between yesterday and tomorrow", "2023-11-14/2023-11-16"),
        ("en", "from last year to next year", "2022-01-01/2024-12-31"),
    ],
)
def test_ranges_of_other_shapes(language: str, written: str, meant: str) -> None:
    assert one(written, language) == meant


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("en", "the June 2021 early parliamentary elections", "2021-06-01/2021-06-30"),
        ("en", "In 2018 late Prime Minister Bek resigned", "2018-01-01/2018-12-31"),
        ("ru", "5 мая 2023 года во второй половине дня", "2023-05-05"),
        ("ru", "в 1990-х", "1990-01-01/1999-12-31"),
        ("ru", "президенты встретились в среду", "2023-11-15"),
        ("az", "ötən ilin üçüncü rübündə", "2022-07-01/2022-09-30"),
        ("ka", "ოქტომბრის პირველი სამშაბათი", "2023-10-03"),
        ("ka", "2014 წლის ოქტომბრის პირველი ოთხშაბათი", "2014-10-01"),
        ("ka", "2018 წლის მე-4 კვარტალი", "2018-10-01/2018-12-31"),
        ("ka", "შემდეგი თვის 20", "2023-12-20"),
        ("tr", "mart ayının son pazartesisi", "2023-03-27"),
        ("ru", "15-го числа этого месяца", "2023-11-15"),
        ("tr", "geçen yılın üçüncü çeyreğinde", "2022-07-01/2022-09-30"),
    ],
)
def test_words_beside_a_date_change_it_only_where_they_belong_to_it(language: str, written: str, meant: str) -> None:
    assert one(written, language) == meant


def test_a_range_over_two_months_or_years() -> None:
    assert one("from December 30 to January 2", day=date(2023, 1, 5)) == "2022-12-30/2023-01-02"
    assert one("October 31–November 1, 2022") == "2022-10-31/2022-11-01"


def test_a_day_without_its_year_leans_to_the_past_unless_the_words_say_otherwise() -> None:
    assert one("The sides met on December 20.", day=date(2023, 1, 5)) == "2022-12-20"
    assert one("The sides met on August 8.") == "2023-08-08"
    assert one("The sides met on May 5.", day=date(2024, 1, 5)) == "2023-05-05"
    assert one("The sides will meet on June 8.") == "2024-06-08"
    assert one("The talks are to be held on Friday.") == "2023-11-17"
    assert one("В пятницу состоится встреча.", "ru") == "2023-11-17"
    assert one("В пятницу состоялась встреча.", "ru") == "2023-11-10"
    assert one("Cuma günü Ankara'da bir araya gelecek heyetler", "tr") == "2023-11-17"


def test_a_weekday_chooses_the_year_and_a_wrong_one_does_not_hide_the_day() -> None:
    assert one("on Tuesday, May 5") == "2020-05-05"
    assert one("on Monday, November 14") == "2022-11-14"
    assert one("27 Mayıs Cuma günü", "tr", day=date(2023, 6, 1)) == "2022-05-27"


def test_a_day_that_the_text_gives_with_its_year_elsewhere_is_that_day() -> None:
    made = days("The statement of November 9, 2020 stands.", "The November 9 statement ended the war.", day=date(2023, 5, 1))
    assert made == [(DAY_OF_2020, DAY_OF_2020)] * 2
    made = days("The statement of November 9, 2020 stands.", "It was read out on November 9.", day=date(2023, 11, 9))
    assert made[1] == ("2023-11-09", "2023-11-09")


def test_dates_told_by_other_dates() -> None:
    assert days("They met on 3 March 2021.", "Two days later they parted.")[1] == ("2021-03-05", "2021-03-05")
    assert days("They met on 3 March 2021.", "The same month they parted.")[1] == ("2021-03-01", "2021-03-31")
    assert days("Они встретились 3 марта 2021 года.", "В том же году подписан договор.", language="ru")[1] == ("2021-01-01", "2021-12-31")
    assert days("A year after the accord of 3 March 2021 it holds.")[0] == ("2022-03-01", "2022-03-31")
    assert days("Операция началась 19 сентября.", "Через сутки стороны согласились.", language="ru")[1] == ("2023-09-20", "2023-09-20")
    assert days("They met in 2018.", "Five years later they met again.")[1] == ("2023-01-01", "2023-12-31")
    assert days("They met on 3 March 2021.", "The ruling came a day after he spoke.")[1:] == []
    assert days("They met on 3 March 2021.", "Two weeks earlier they had quarrelled.")[1] == ("2021-02-17", "2021-02-17")
    assert days("Они встретились 3 марта 2021 года.", "Двумя неделями ранее был бой.", language="ru")[1] == ("2021-02-17", "2021-02-17")


def test_what_is_told_of_a_year_is_no_day_of_it() -> None:
    assert read("In 2016 the war began.", "The same day Norland replied.")[1].earliest is None
    assert days("In 2016 the war began.", "In the third quarter of that year it ended.")[1] == ("2016-07-01", "2016-09-30")
    assert days("In May 2020 they met.", "Two months later they met again.")[1] == ("2020-07-01", "2020-07-31")
    assert read("Two years later, refugees wait.")[0].earliest is None


def test_impossible_days_are_flagged_and_mean_nothing() -> None:
    for text, language in (("on February 30, 2023", "en"), ("31 февраля 2023 года", "ru"), ("31.02.2023", "en"), ("on June 31", "en")):
        (made,) = read(text, language=language)
        assert (made.earliest, made.latest, made.basis, made.flag) == (None, None, None, "impossible")


def test_later_days_of_the_page_around_the_story_are_flagged() -> None:
    assert [made.flag for made in read("14 мая 2025", language="ru", role="navigation")] == ["later"]
    assert [made.flag for made in read("14 мая 2025", language="ru", role="body")] == [None]
    assert [made.flag for made in read("14 мая 2021", language="ru", role="navigation")] == [None]
    assert [made.flag for made in read("next week; June 4", role="navigation", day=date(2023, 5, 30))] == [None, None]
    assert read("January February Sunday", role="navigation") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He may visit; they march on; 20,000 people; at 14:30; resolutions 822, 853 and 874; I-39/90/94; £2020"),
        ("en", "in recent days and in the last years; years after the war; day after day; 5 percent of 300"),
        (
            "en",
            "the first time in ten years; two years after, it held; a few days ago; the Good Friday Agreement; we hope that the year ends",
        ),
        ("en", "call 1234-56-78 or 2299-45-67, version 10.32.2020, 45/67/2020"),
        ("en", "the fall of the city"),
        ("en", "The text and May Still Be read; he was first on stage"),
        ("en", "https://example.org/2021/07/30/report-11.19.21.pdf"),
        ("ru", "окружающая среда; среди стран; второй тур; лет со дня; последние годы; 20 000 человек"),
        ("hy", "նա մարտիկ է"),
        ("tr", "pazar payı yüzde 20"),
    ],
)
def test_what_is_no_date(language: str, text: str) -> None:
    assert read(text, language=language) == []


def test_an_interval_of_publication_widens_what_is_seen_from_it() -> None:
    text, dates = found("They met yesterday.")
    (made,) = resolve(text, dates, Interval(date(2023, 5, 1), date(2023, 5, 3)))
    assert (made.earliest, made.latest) == (date(2023, 4, 30), date(2023, 5, 2))


def guess(*pieces: str, language: str = "en") -> tuple[str, str] | None:
    made = inferred(found(*pieces, language=language)[1])
    return made and (str(made.earliest), str(made.latest))


def test_publication_is_inferred_from_days_beside_each_other() -> None:
    told = ("The minister said on November 16 that talks go on.", "It is not possible to hold the meeting on November 20, 2023.")
    assert guess(*told) == ("2023-11-16", "2023-12-20")
    assert guess(*told, "Baku will take no part this month.") == ("2023-11-16", "2023-11-30")
    assert guess(*told, "The next talks will be held on November 25.") == ("2023-11-16", "2023-11-25")
    assert guess("Министр сообщил 16 ноября о переговорах.", "Встреча 10 ноября 2023 года прошла успешно.", language="ru") == (
        "2023-11-16",
        "2023-12-16",
    )


def test_a_dateline_is_of_its_own_day() -> None:
    text = "BAKU, May 25. He had been there since May 17, 2023."
    dates = find(text, [Piece(0, 13, "dateline", "en"), Piece(14, len(text), "body", "en")], LEXICONS)
    assert inferred(dates) == Interval(date(2023, 5, 25), date(2023, 6, 24))


def test_what_lies_ahead_or_is_long_past_tells_no_day_of_publication() -> None:
    assert guess("She said so on November 16.", "The meeting will be held on November 20, 2023.") is None
    assert guess("The ministers met on November 25, 2023.", "A round on December 12, another on December 24.") is None
    assert guess("They met on November 16.", "The accord of November 9, 2020 holds.", "In 2022 it was renewed.") is None
    assert guess("They met on May 3.", "The accord of May 1, 1998 was followed by that of 9 March 2004.") is None


def test_publication_is_inferred_from_an_anniversary() -> None:
    told = ("A statement on the November 9 anniversary", "It recalls the anniversary of the accord of November 9, 2020.")
    assert guess(*told) is None
    assert guess(*told, "A year after the accord it holds.") == ("2021-11-02", "2021-11-16")


def test_nothing_is_inferred_beyond_what_an_article_is_dated_with() -> None:
    assert guess("The treaty was signed on 24 October 1813.", "It was read out.") is None


def test_nothing_is_inferred_where_the_text_forces_nothing() -> None:
    assert guess("She said so on May 5.", "The truce was signed in 1994.") is None
    assert guess("The two presidents will meet on April 15.", "They last met on June 4, 2012.") is None
    assert guess("They met on May 5.", "The accord of November 9, 2020 holds.") is None
    assert guess("Nothing is dated here.") is None


WORDS = sorted(
    {word.rstrip("*") for lexicon_of in LEXICONS.values() for word in (*lexicon_of.words, *lexicon_of.stems)}
    | {" ".join((first, *rest)) for lexicon_of in LEXICONS.values() for first, found in lexicon_of.phrases.items() for rest, _, _ in found}
)
FIGURES = [
    "1",
    "9",
    "31",
    "2020",
    "1990s",
    "1990-х",
    "9-да",
    "5000",
    "09.11.2020",
    "31/02/2023",
    "9999",
    "0001",
    "٣",
    "²",
    "-",
    ",",
    ".",
    "(",
    ")",
]


@given(
    st.lists(st.sampled_from(WORDS + FIGURES * 20), max_size=14),
    st.sampled_from(sorted(LEXICONS)),
    st.sampled_from([None, Interval(WEDNESDAY, WEDNESDAY), Interval(date(2020, 2, 29), date(2023, 3, 1))]),
)
@settings(max_examples=1500, deadline=None)
def test_no_text_breaks_it(words: list[str], language: str, published: Interval | None) -> None:
    text, dates = found(" ".join(words), language=language)
    last = 0
    for made in resolve(text, dates, published):
        assert made.earliest is None or made.earliest <= made.latest
        assert last <= made.start < made.end <= len(text)
        last = made.end
    inferred(dates)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "https://example.org/" + "9" * 5000,
        "1." + "9" * 5000,
        "1000 weeks later. " * 300,
        "last 9999 weeks, 999 centuries ago, in 999 decades",
        "two days later, " * 20_000,
        "early x May 2020 " * 20_000,
        "May 2020 " * 20_000,
        "May-" * 20_000,
    ],
)
def test_nothing_is_too_long_or_too_far_away(text: str) -> None:
    read(text)
    read(*[text] * 3, day=date(2999, 12, 31))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["week", "month", "quarter", "year", "decade", "century", "day"]))
def test_units_of_the_calendar_hold_their_days_and_meet(day: date, unit: str) -> None:
    here, after = unit_of(day, unit), unit_of(day, unit, 1)
    assert here.earliest <= day <= here.latest
    assert after.earliest - here.latest == timedelta(1)


@pytest.mark.skipif(not SEEDS.exists(), reason="the articles lie beside the repository")
def test_the_five_articles(tmp_path: Path) -> None:
    from running import snakemake

    snakemake("--directory", str(tmp_path), "--config", f"corpus={SEEDS}", "report={pdf: never}", "--until", "date")
    import polars as pl

    parsed, told, dates = (
        pl.concat([pl.read_parquet(path) for path in tmp_path.glob(f"results/*/*/{name}.parquet")])
        for name in ("parsed", "published", "dates")
    )
    names = {row["doc_id"]: row["source_path"][:3] for row in parsed.iter_rows(named=True)}
    published = {
        names[row["doc_id"]]: (str(row["published_earliest"]), str(row["published_latest"]), row["published_basis"])
        for row in told.iter_rows(named=True)
    }
    assert published["001"] == ("2023-05-25", "2023-05-25", "header")
    assert published["002"] == ("2023-07-30", "2023-07-30", "header")
    assert published["003"] == ("2023-11-16", "2023-11-30", "text")
    assert published["000"] == ("2018-05-05", "2022-06-04", "office")
    assert published["004"] == ("2021-11-02", "2021-11-16", "text")
    of_call = dates.filter((pl.col("doc_id").replace_strict(names) == "002") & pl.col("flag").is_null())
    assert "2023-07-29" in of_call["earliest"].cast(str).to_list()
    later = dates.filter((pl.col("doc_id").replace_strict(names) == "002") & (pl.col("flag") == "later"))
    assert later.height >= 10


HELD = {
    "person:vera-lindqvist": [Office("Spokesperson of the Foreign Ministry of Norland", date(2018, 1, 1), date(2022, 12, 31))],
    "person:ashot-bek": [
        Office("President of Sudria", date(2013, 3, 1), date(2018, 4, 9)),
        Office("President of Sudria", date(2020, 1, 1), None),
    ],
}


def held(text: str, *names: tuple[str, str]) -> Interval | None:
    return term(text, [(text.index(name), entity) for name, entity in names], HELD, frozenset({"former"}))


SAID = [
    (fold(form), office)
    for _, file in sorted(FILES.items())
    for office, forms in (file["dates"].get("offices") or {}).items()
    for form in forms
]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Это сказала представитель МИД Вера Линдквист.", "Вера"),
        ("Про це сказала речниця МЗС Віра Ліндквіст.", "Віра"),
        ("Bunu Xarici İşlər Nazirliyinin sözçüsü Vera Lindkvist dedi.", "Vera"),
        ("Bunu Dışişleri Bakanlığı Sözcüsü Vera Lindqvist söyledi.", "Vera"),
        ("Այդ մասին ասաց ԱԳՆ խոսնակ Վերա Լինդքվիստը։", "Վերա"),
        ("ეს საგარეო საქმეთა სამინისტროს წარმომადგენელმა ვერა ლინდქვისტმა თქვა.", "ვერა"),
    ],
)
def test_terms_of_office_bound_the_day_in_other_languages_too(text: str, name: str) -> None:
    found = term(text, [(text.index(name), "person:vera-lindqvist")], HELD, frozenset(), SAID)
    assert found == Interval(date(2018, 1, 1), date(2022, 12, 31))
    assert term(text, [(text.index(name), "person:vera-lindqvist")], HELD, frozenset()) is None


def test_a_word_of_an_office_alone_bounds_nothing() -> None:
    text = "Это сказала представитель Вера Линдквист."
    assert term(text, [(text.index("Вера"), "person:vera-lindqvist")], HELD, frozenset(), SAID) is None


def test_terms_of_office_bound_the_day_of_writing() -> None:
    lindqvist, bek = ("Vera", "person:vera-lindqvist"), ("Ashot", "person:ashot-bek")
    in_office = Interval(date(2018, 1, 1), date(2022, 12, 31))
    assert held("Foreign Ministry Spokeswoman Vera Lindqvist said so.", lindqvist) == in_office
    assert held("Former Spokeswoman Vera Lindqvist said so.", lindqvist) is None
    assert held("The spokesman slept. Vera Lindqvist said so.", lindqvist) is None
    assert held("Spokeswoman Vera Lindqvist said so.", lindqvist) is None
    assert held("Football was played. " * 40 + "Foreign Ministry Spokeswoman Vera Lindqvist said so.", lindqvist) is None
    assert held("The Sudrian President Ashot Bek said so.", bek) is None
    assert held("President of Sudria Ashot Bek met Norland's Spokeswoman Vera Lindqvist.", bek, lindqvist) == in_office
    day = found("Spokeswoman Vera Lindqvist said so on May 5.")[1]
    assert within_term(day, in_office) == Interval(date(2018, 5, 5), date(2022, 6, 4))
    assert within_term([], in_office) == in_office
    assert within_term(day, None) is None
