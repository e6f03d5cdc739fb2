"""The parts of the report: words, addresses, excerpts, drawings, and the SQL that is shown."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from readout.report import address, charts, claims, excerpt, health, listing, reading, svg, wording
from readout.tables import schema


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ((2021, 3, 3), (2021, 3, 3), "3 March 2021"),
        ((2021, 2, 1), (2021, 2, 28), "February 2021"),
        ((2021, 1, 1), (2021, 12, 31), "2021"),
        ((2020, 12, 30), (2021, 1, 2), "30 December 2020 to 2 January 2021"),
    ],
)
def test_intervals_are_said_in_words(earliest: tuple, latest: tuple, said: str) -> None:
    assert wording.day(date(*earliest), date(*latest)) == said


def test_what_cannot_be_shown_is_replaced_at_its_place() -> None:
    assert wording.showable("a\x00b\x1bc\nd") == "a\ufffdb\ufffdc\nd"
    assert wording.clipped("x" * 500, 10) == "x" * 9 + "…"
    assert wording.label("\u202eabc\u2066") == "abc"
    assert wording.language("hy") == "Armenian"
    assert wording.country("GE") == "Georgia"
    assert wording.share(1, 1000) == "less than 1 %"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "https://",
        "//host/x",
        "https://a.example/\u202e",
        "http://[",
        "https://x.example/a b",
        " ",
        None,
    ],
)
def test_addresses_that_could_run_or_mislead_are_not_linked(url: str | None) -> None:
    assert address.outside(url) is None


def test_addresses_of_the_web_are_linked() -> None:
    assert address.outside("https://courier.example/call?a=1&b=2") == "https://courier.example/call?a=1&b=2"


def test_anchors_are_safe_and_apart() -> None:
    assert address.anchor("ev", "person:ilham-aliyev", "ru") == "ev.person:ilham-aliyev.ru"
    strange = [address.anchor("ev", part) for part in ('"><x', "<i>", "", None, "per:іван", "A")]
    assert len(set(strange)) == 6
    assert all(part.isascii() and part.replace(".", "").isalnum() for part in strange)


def test_long_sentences_keep_every_mark_with_what_stands_around_it() -> None:
    text = "a" * 1000 + " Bek " + "b" * 1000 + " Bek " + "c" * 1000
    starts = [text.index("Bek"), text.rindex("Bek")]
    shown = excerpt.marked(text, [(start, start + 3) for start in starts], "mention")
    assert shown.count('<mark data-item="mention">Bek</mark>') == 2
    assert len(shown) < 900
    assert shown.count("[…]") == 3


def test_marks_in_hostile_text_are_the_only_markup() -> None:
    assert excerpt.marked("<b>Bek</b>", [(3, 6)]) == "&lt;b&gt;<mark>Bek</mark>&lt;/b&gt;"


def test_shown_sql_quotes_what_it_is_given() -> None:
    shown = listing.listing("document_list", outlet="O'Neil", month=date(2021, 3, 1), language=None)
    assert shown == "SELECT * FROM document_list WHERE outlet = 'O''Neil' AND month = DATE '2021-03-01' AND language IS NULL"


def test_all_others_hold_what_is_not_known_where_it_is_not_told_by_itself() -> None:
    assert listing.listing("voice_list", outlet=("A",)).endswith("WHERE (outlet NOT IN ('A') OR outlet IS NULL)")
    assert listing.listing("voice_list", outlet=("A", None)).endswith("WHERE outlet NOT IN ('A')")
    assert listing.listing("voice_list", outlet=(None,)).endswith("WHERE outlet IS NOT NULL")


@pytest.mark.parametrize(("value", "said"), [(1234.0, "1,234"), (1.5, "1.5"), (float("inf"), "inf"), (float("nan"), "nan")])
def test_any_number_can_be_said(value: float, said: str) -> None:
    told = SimpleNamespace(least=value, most=None, earliest=None, latest=None, approximate=False)
    assert claims._amount(told) == f"at least {said}"


def test_only_identifiers_of_documents_become_file_names() -> None:
    assert reading.page_name("abcdefgh2345") == "abcdefgh2345.html"
    with pytest.raises(ValueError, match="identifier"):
        reading.page_name("../../etc/pas")


def row(**values: object) -> SimpleNamespace:
    return SimpleNamespace(**values)


def test_a_text_is_marked_by_its_offsets_whatever_letters_it_holds() -> None:
    text = "🙂 Бек & Бек.\nHome <"
    segments = [
        row(start=0, end=13, role="body", rule="default", language="ru"),
        row(start=13, end=19, role="navigation", rule="menu", language="und"),
    ]
    sentences = [row(sentence=0, start=0, end=12, language="ru")]
    named = [
        row(start=2, end=5, kind="PER", entity_id="person:bek", name='A "B"'),
        row(start=8, end=11, kind="PER", entity_id=None, name=None),
    ]
    spans = reading._named(named, reading.Names({"person:bek": "actor.person:bek"}, ""))
    made = reading.body(text, segments, sentences, spans, "")
    assert '<span id="s0">🙂 <a class="PER" href="#actor.person:bek" title="A &#34;B&#34;, person">Бек</a> &amp; <span class="PER"' in made
    assert '<div class="seg off"><p class="role">navigation <code>menu</code></p><del lang="" dir="auto">Home &lt;</del></div>' in made


def test_drawings_keep_their_links_and_nothing_that_a_policy_blocks() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="marks" width="10" height="20">'
        '<rect width="10" height="20" fill="white"/><style>x</style><g style="color:red" onclick="x()">'
        '<a xlink:href="https://vega.example/#ev.1" target="_blank">'
        '<path role="graphics-symbol" aria-label="Bek, 5" fill="#010101" d="M0,0"/></a><text fill="#010101">&lt;b&gt;</text></g></svg>'
    )
    made = svg.fit(drawing, "x", "A drawing", linked=True)
    assert '<a href="#ev.1"><path aria-label="Bek, 5" fill="currentColor" d="M0,0" /></a>' in made
    assert "&lt;b&gt;" in made and 'aria-label="A drawing"' in made
    assert not any(part in made for part in ("style", "onclick", "vega.example", "<rect"))
    plain = svg.fit(drawing, "x", "A drawing", linked=False)
    assert "<a" not in plain and "<title>A drawing</title>" in plain


def luminance(colour: str) -> float:
    """Relative luminance of a colour such as #1b5675, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: int) -> None:
    source = (Path(__file__).parents[1] / "workflow" / "templates" / "colours.css").read_text()
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", source.split("@media")[scheme]))
    for ground in ("paper", "sheet"):
        assert all(contrast(colours[name], colours[ground]) >= 4.5 for name in ("ink", "soft", "link", "red"))
        assert all(contrast(colours[name], colours[ground]) >= 3 for name in ("per", "org", "loc", "agr"))
        assert all(contrast(drawn, colours[ground]) >= 3 for drawn in (charts.BLUE, charts.GREY))
    assert all(contrast(colours[name], colours["mark"]) >= 4.5 for name in ("ink", "link"))


def test_the_names_of_months_above_a_drawing_do_not_touch() -> None:
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    months = tuple(f"{month} {year}" for year in (2020, 2021, 2022) for month in names)
    drawn = charts.bubbles(tuple(charts.Mark("Port Elsin", 1, "a", month) for month in months), months, "t", "alt", linked=False)
    shown = [(float(x), name) for x, name in re.findall(r"translate\(([\d.]+),[^>]*>([A-Z][a-z]{2} 20\d\d)<", drawn)]
    assert 3 <= len(shown) < len(months)
    assert all(later - earlier > 8 * charts.LETTER for (earlier, _), (later, _) in pairwise(shown))


def test_every_basis_and_every_sign_has_a_meaning_in_the_report() -> None:
    assert set(health.BASES) == {*schema.PUBLISHED_BASES, None}
    assert set(health.TOLD_BY) == {*schema.DATE_BASES, None}
    assert set(health.SIGNS) == set(schema.SIGNS)


def test_a_stretch_is_shown_with_what_stands_around_it() -> None:
    assert excerpt.stretch("They met\non ", "<5 May>", ", he said") == "…They met on <mark>&lt;5 May&gt;</mark>, he said…"
