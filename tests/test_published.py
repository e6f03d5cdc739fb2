"""Dates as written, and the day on which a document was published."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readout.date.published import NOT_TOLD, Published, completed, published, read_metadata, read_url
from readout.date.units import Interval
from readout.date.written import find, names

ROOT = Path(__file__).resolve().parent.parent
FILES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / "config/languages").glob("*.yaml")}
NAMES = names(FILES, [file["dates"] for file in FILES.values()])
DAY = date(2020, 11, 9)


@pytest.mark.parametrize(
    "written",
    [
        "9 November 2020",
        "November 9, 2020",
        "Nov. 9, 2020",
        "9th of November, 2020",
        "2020, November 9",
        "2020-11-09",
        "9.11.2020",
        "09. 11. 2020",
        "2020/11/09",
        "9 ноября 2020 года",
        "9 нояб. 2020",
        "9 НОЯБРЯ 2020",
        "9 noyabr 2020",
        "2020-ci il noyabrın 9-da",
        "2020-ci il 9 noyabr",
        "9 Kasım 2020",
        "9 KASIM 2020",
        "9 ნოემბერი, 2020",
        "2020 წლის 9 ნოემბერს",
        "2020 թ. նոյեմբերի 9",
        "2020 թվականի նոյեմբերի 9-ին",
        "նոյեմբերի 9, 2020",
        "9 листопада 2020",
        "9-Nov-2020",
    ],
)
def test_full_dates(written: str) -> None:
    text = f"( {written} )"
    found = find(text, NAMES)
    assert [(one.earliest, one.latest) for one in found] == [(DAY, DAY)]
    assert text[found[0].start : found[0].end] in written


def test_dates_without_a_year_months_and_ambiguous_figures() -> None:
    assert [(one.dated, one.month, one.day) for one in find("BAKU, May 25.", NAMES)] == [(False, 5, 25)]
    assert [(one.earliest, one.latest) for one in find("in November 2020", NAMES)] == [(date(2020, 11, 1), date(2020, 11, 30))]
    assert [(one.earliest, one.latest) for one in find("05/06/2021", NAMES)] == [(date(2021, 5, 6), date(2021, 6, 5))]
    assert [(one.earliest, one.latest) for one in find("28/07/2021", NAMES)] == [(date(2021, 7, 28), date(2021, 7, 28))]


@pytest.mark.parametrize(
    "none", ["31 февраля 2023", "13/13/2022", "2022-13-01", "May 32, 2020", "9 November 1850", "9 November 2101", "page 9 of 2020", "12:45"]
)
def test_what_is_no_day_is_no_date(none: str) -> None:
    assert not [one for one in find(none, NAMES) if one.dated]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-09-16", date(2022, 9, 16)),
        ("2022-09-16T23:30:00-04:00", date(2022, 9, 16)),
        ("2022-09-16 19:04:36-04:00", date(2022, 9, 16)),
        ("Fri, 16 Sep 2022 19:04:36 GMT", date(2022, 9, 16)),
        ("16 Sep 2022", date(2022, 9, 16)),
        ("1663369476", date(2022, 9, 16)),
        ("1663369476000", date(2022, 9, 16)),
        ("20220916", date(2022, 9, 16)),
        ("20220916190436", date(2022, 9, 16)),
        ("30 июля 2023", date(2023, 7, 30)),
        ("Sep 16, 2022, 7:04 PM", date(2022, 9, 16)),
        ("16.09.2022", date(2022, 9, 16)),
    ],
)
def test_dates_of_records(value: str, day: date) -> None:
    assert read_metadata(value, NAMES) == (day, day)


def test_partial_and_useless_dates_of_records() -> None:
    assert read_metadata("2022-09", NAMES) == (date(2022, 9, 1), date(2022, 9, 30))
    assert read_metadata("2022", NAMES) == (date(2022, 1, 1), date(2022, 12, 31))
    for value in ("", "soon", "2022-13", "0000-00-00", "1850-01-01", "99999999999999999999", "9999-12-31", "12"):
        assert read_metadata(value, NAMES) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/2020/11/09/x",
        "https://a.example/news/2020-11-9-x",
        "https://a.example/20201109/x",
        "https://a.example/2020/nov/09/x",
        "//a.example/2020/11/9/",
    ],
)
def test_dates_of_addresses(url: str) -> None:
    assert read_url(url) == (DAY, DAY)


def test_addresses_with_a_month_or_without_a_date() -> None:
    assert read_url("https://a.example/2020/11/x") == (date(2020, 11, 1), date(2020, 11, 30))
    for url in (
        "https://a.example/2020",
        "https://a.example/1234567890123",
        "https://a.example/?d=2020-11-09",
        "http://[",
        "https://a.example/2020/13/40/",
    ):
        assert read_url(url) is None


def test_the_first_that_gives_a_day_decides() -> None:
    given_by_all = ("2020-11-09", "10 November 2020, 10:00", "ELSIN, November 11, 2020.", "https://a.example/2020/11/12/")
    bases = ("metadata", "header", "dateline", "url")
    for number, basis in enumerate(bases):
        told = published(*(None if index < number else value for index, value in enumerate(given_by_all)), NAMES)
        day = date(2020, 11, 9 + number)
        assert told == Published(day, day, basis)
    assert published("2020", *given_by_all[1:], NAMES).basis == "header"


def test_a_day_without_a_year_takes_it_from_elsewhere_or_stays_unknown() -> None:
    dateline = "BAKU, May 25."
    assert published(None, None, dateline, None, NAMES) == NOT_TOLD
    assert published("2023", None, dateline, None, NAMES) == Published(date(2023, 5, 25), date(2023, 5, 25), "dateline")
    assert published(None, None, dateline, "https://a.example/2023/05/x", NAMES).basis == "dateline"
    assert published(None, None, dateline, "https://a.example/2023/06/x", NAMES) == Published(date(2023, 6, 1), date(2023, 6, 30), "url")


def test_of_several_dates_in_a_header_the_first_day_is_that_of_publication() -> None:
    assert published(None, "Updated 11 November 2020, published 9 November 2020", None, None, NAMES).earliest == DAY


@given(st.text(max_size=60) | st.from_regex(r"[0-9./: -]{0,30}", fullmatch=True), st.text(max_size=60))
def test_nothing_written_breaks_the_reading(text: str, url: str) -> None:
    told = published(text, text, text, url, NAMES)
    if told.basis is None:
        assert told == NOT_TOLD
    else:
        assert date(1900, 1, 1) <= told.earliest <= told.latest <= date(2100, 12, 31)


def test_a_dateline_without_its_year_is_completed_by_an_interval() -> None:
    around = Interval(date(2023, 5, 20), date(2023, 6, 20))
    assert completed("BAKU, May 25.", around, NAMES) == Published(date(2023, 5, 25), date(2023, 5, 25), "dateline")
    assert completed("BAKU, July 25.", around, NAMES) == NOT_TOLD
    assert completed(None, around, NAMES) == NOT_TOLD


@pytest.mark.parametrize(
    "written", ["9" * 400, "9" * 5000, "Mon, 1 Jan 99999999999999999999 00:00:00 +0000", "01.01.0001 0:00:00", "1/1/0001 12:00:00 AM"]
)
def test_no_date_of_a_record_is_none_and_breaks_nothing(written: str) -> None:
    assert read_metadata(written, NAMES) is None
