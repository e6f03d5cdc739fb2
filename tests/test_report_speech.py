"""Quotes and events in the report: whom they are counted for, which events are one act, and how they are marked in a text."""

import random
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import duckdb
import lxml.html
import pytest
import stage_files
from stage_files import Document, Segment, act, place, speak
from test_report import build, by_id, items, parsed

from aggregate import STAGES
from readout.report import acts, excerpt, reading, voices
from readout.tables import schema

HERE = {"person:ada-norr": ("Ada Norr", "QA"), "person:bo-sund": ("Bo Sund", "QB"), "country:QA": ("Norland", "QA")}
ADA, BO = "{person:ada-norr|PER|", "{person:bo-sund|PER|"
HOSTILE = "</script><script>alert(3)</script> \u202e=HYPERLINK(1)"
DAY = date(2022, 5, 9)


def document(path: str, outlet: str | None, *sentences: str, copy_of: int | None = None, day: date = DAY) -> Document:
    title = Segment("title", [f"News {path}"])
    return Document(path, [title, Segment("body", list(sentences))], outlet, f"News {path}", published=(day, day), copy_of=copy_of)


def corpus() -> stage_files.Rows:
    """Two sides, one of which reprints itself; a hostile quote; acts that are told again, or are not the same."""
    call = (
        f"{ADA}Ada Norr}} called {BO}Bo Sund}} on Monday.",
        f"“We agree,” said {ADA}Ada Norr}}.",
        "Sources said that more would follow.",
    )
    made = stage_files.rows(
        [
            document("a.txt", "First", *call),
            document("b.txt", "Second", *call, copy_of=0, day=DAY + timedelta(1)),
            document("c.txt", "Third", f"{BO}Bo Sund}} spoke with {ADA}Ada Norr}}.", f"“{HOSTILE}” was said.", f"{BO}Bo Sund}} left."),
            document("d.txt", "Third", f"{ADA}Ada Norr}} met {BO}Bo Sund}}.", f"{ADA}Ada Norr}} may meet {BO}Bo Sund}}."),
        ],
        [],
        HERE,
    )
    made.outlets = [("First", "QA", "QA", True), ("Second", "QA", "QA", False), ("Third", "QB", "west", False)]
    for number in (0, 1):
        speak(made, place(made, number, "We agree,"), "direct", ("person:ada-norr",), basis="name", phrase="Ada Norr", cue="said")
        speak(made, place(made, number, "more would follow"), "indirect", basis="unnamed", phrase="Sources", cue="said")
        parties = {"Ada Norr": "actor person:ada-norr", "Bo Sund": "recipient person:bo-sund"}
        act(made, place(made, number, "called"), ("CONSULT", "call", "asserted"), parties, days=(DAY, DAY), basis="publication")
    speak(made, place(made, 2, HOSTILE), "direct")
    parties = {"Bo Sund": "actor person:bo-sund", "Ada Norr": "recipient person:ada-norr"}
    about = (DAY - timedelta(2), DAY + timedelta(2))
    act(made, place(made, 2, "spoke"), ("CONSULT", "call", "asserted"), parties, days=about, basis="written")
    act(made, place(made, 2, "left"), ("RETREAT", None, "denied"), {"Bo Sund": "actor person:bo-sund"}, claimed_by="person:ada-norr")
    act(made, place(made, 3, "met"), ("CONSULT", "meeting", "asserted"), parties, days=(DAY, DAY), basis="document", main=True)
    act(made, place(made, 3, "may meet"), ("CONSULT", "meeting", "hypothetical"), parties, days=(DAY, DAY), basis="document")
    made.parallels = [(made.parsed[0][0], 0, made.parsed[2][0], *place(made, 2, HOSTILE)[1:3], 0, "altered", 0.4)]
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("speech")
    return build(folder, stage_files.write(corpus(), folder / "stages"))


@pytest.fixture
def database(made: Path):
    with duckdb.connect(str(made / "results" / "readout.duckdb"), read_only=True) as opened:
        yield opened


def linked(tree: lxml.html.HtmlElement, row: lxml.html.HtmlElement) -> list[tuple[str, int, int]]:
    """Each number of a row: what it counts, the number, and how many of these stand in what it opens."""
    blocks = by_id(tree)
    return [(a.get("data-of"), int(a.get("data-count")), items(blocks[a.get("href")[1:]], a)) for a in row.xpath(".//a[@data-count]")]


def test_a_quote_counts_once_for_each_side_and_copies_are_shown(made: Path, database) -> None:
    assert database.execute("SELECT outlet, quotes, direct, sources, unknown, copies FROM outlet_voices").fetchall() == [
        ("First", 2, 1, 1, 0, 0),
        ("Second", 0, 0, 0, 0, 2),
        ("Third", 1, 1, 0, 1, 0),
    ]
    tree = parsed(made)
    (row,) = tree.xpath("//section[@id='voices']//tr[th/bdi='Second']")
    assert linked(tree, row) == [("copied", 2, 2)]
    (row,) = tree.xpath("//section[@id='voices']//table[contains(@class, 'voices')]//tr[th/bdi='Ada Norr']")
    assert linked(tree, row) == [("quote", 1, 1), ("direct", 1, 1), ("name", 1, 1), ("quote", 1, 1)]
    block = by_id(tree)["ev.voice.person:ada-norr"]
    assert [part.get("id") for part in block.xpath("./section")] == [
        "ev.voice.person:ada-norr.outlet.First",
        "ev.voice.person:ada-norr.copies",
    ]
    assert block.xpath(".//mark")[0].text == "We agree,"


def test_a_quote_without_an_outlet_is_in_what_it_is_counted_for(tmp_path: Path) -> None:
    """Four outlets are named; those that quote less, known or not, are one part, whose query lists them all."""
    several = [("Outlet A", 2), ("Outlet B", 2), ("Outlet C", 2), ("Outlet D", 2), ("Outlet E", 1), (None, 1)]
    for folder, unknown in ((tmp_path / "few", 1), (tmp_path / "many", 3)):
        outlets = [(outlet, number if outlet else unknown) for outlet, number in several]
        told = [(outlet, f"{outlet}-{number}.txt") for outlet, times in outlets for number in range(times)]
        texts = [document(path, outlet, f"“We agree on {path},” said {ADA}Ada Norr}}.") for outlet, path in told]
        made = stage_files.rows(texts, [], HERE)
        for number, (_, path) in enumerate(told):
            speak(made, place(made, number, f"We agree on {path},"), "direct", ("person:ada-norr",), basis="name", phrase="Ada Norr")
        tree = parsed(build(folder, stage_files.write(made, folder / "stages"), evidence=1))
        (row,) = tree.xpath("//section[@id='voices']//table[contains(@class, 'voices')]//tr[th/bdi='Ada Norr']")
        assert all(0 < opened <= count for _, count, opened in linked(tree, row))
        with duckdb.connect(str(folder / "results" / "readout.duckdb"), read_only=True) as opened:
            parts = by_id(tree)["ev.voice.person:ada-norr"].xpath("./section")
            capped = [part for part in parts if part.xpath(".//p[@class='more']/code")]
            assert capped
            for part in capped:
                (link,) = tree.xpath(f"//section[@id='voices']//a[@href='#{part.get('id')}']")
                assert len(opened.sql(part.xpath("string(.//p[@class='more']/code)"))) == int(link.get("data-count"))


def test_outlets_may_be_called_as_parts_of_the_page_are(tmp_path: Path) -> None:
    names = ("other", "unknown", "copies", "quotes", "none", "outlet", "total", None, "Seventh", "Eighth")
    told = [document(f"{name}.txt", name, f"“We agree on {name},” said {ADA}Ada Norr}}.", f"{name} saw terror.") for name in names]
    copy = document("copy.txt", "other", "“We agree on other,” said {person:ada-norr|PER|Ada Norr}.", copy_of=0)
    made = stage_files.rows([*told, copy], [], HERE)
    made.outlets = [(name, None, ("quotes", "none")[order % 2], False) for order, name in enumerate(names) if name]
    for number in range(len(names) + 1):
        name = names[number % len(names)]
        speech = place(made, number, f"We agree on {name},")
        quote = speak(made, speech, "direct", ("person:ada-norr",), basis="name", phrase="Ada Norr")
        made.terms.append(stage_files.use(place(made, number, "agree"), ("agree", "praise", None), quote=(quote, "person:ada-norr")))
        if number < len(names):
            made.terms.append(stage_files.use(place(made, number, "terror"), ("agree", "praise", None)))
    tree = parsed(build(tmp_path, stage_files.write(made, tmp_path / "stages")))
    ids = tree.xpath("//@id")
    assert sorted({one for one in ids if ids.count(one) > 1}) == []
    blocks = by_id(tree)
    links = tree.xpath("//a[@data-count]")
    assert [link.get("href") for link in links if items(blocks[link.get("href")[1:]], link) != int(link.get("data-count"))] == []


def test_one_act_is_told_by_both_sides_and_its_tellings_are_its_evidence(made: Path, database) -> None:
    found = database.execute(
        "SELECT kind, status, tellings, documents, origins, earliest, latest FROM acts ORDER BY kind, status"
    ).fetchall()
    assert found == [
        ("RETREAT", "denied", 1, 1, 1, None, None),
        ("call", "asserted", 3, 3, 2, DAY, DAY),
        ("meeting", "asserted", 1, 1, 1, DAY, DAY),
        ("meeting", "hypothetical", 1, 1, 1, DAY, DAY),
    ]
    tree = parsed(made)
    (row,) = tree.xpath("//table[@id='event-list']//tr[@data-mode='call']")
    assert " ".join(row.xpath("string(./th)").split()) == "Ada Norr → Bo Sund"
    assert linked(tree, row) == [("telling", 3, 3), ("document", 3, 3)]
    (row,) = tree.xpath("//table[@id='event-list']//tr[@data-status='denied']")
    assert "says Ada Norr" in row.text_content() and "no day told" in row.text_content()


def test_those_who_met_are_in_the_matrix_both_ways_and_what_did_not_happen_is_not(database) -> None:
    pairs = database.execute("SELECT type, actor, recipient, count(*) FROM act_pairs GROUP BY ALL ORDER BY ALL").fetchall()
    assert pairs == [("CONSULT", "QA", "QB", 2), ("CONSULT", "QB", "QA", 2)]


@pytest.mark.parametrize(
    ("days", "also", "one"),
    [
        ((0, 0), (0, 0), True),
        ((0, 0), (1, 1), False),
        ((0, 2), (2, 4), True),
        ((0, 364), (0, 364), False),
        (None, None, False),
        ((0, 0), None, False),
    ],
)
def test_acts_on_days_that_overlap_are_one_across_stories(tmp_path: Path, days: tuple | None, also: tuple | None, one: bool) -> None:
    """Long spans and no days are one act only within a story."""
    made = stage_files.rows([document(path, "First", f"{ADA}Ada Norr}} met {BO}Bo Sund}}.") for path in ("a.txt", "b.txt")], [], HERE)
    parties = {"Ada Norr": "actor person:ada-norr", "Bo Sund": "recipient person:bo-sund"}
    for number, span in enumerate((days, also)):
        told = {"days": tuple(DAY + timedelta(day) for day in span), "basis": "written"} if span else {}
        act(made, place(made, number, "met"), ("CONSULT", "meeting", "asserted"), parties, **told)
    build(tmp_path, stage_files.write(made, tmp_path / "stages"))
    with duckdb.connect(str(tmp_path / "results" / "readout.duckdb"), read_only=True) as opened:
        assert opened.execute("SELECT count(*) FROM acts").fetchone() == (1 if one else 2,)


def test_an_act_on_no_day_is_none_of_several_on_days(tmp_path: Path) -> None:
    made = stage_files.rows([document("a.txt", "First", *(f"{BO}Bo Sund}} left {number} times." for number in range(4)))], [], HERE)
    for number, day in enumerate((DAY, DAY + timedelta(3), None, None)):
        told = {"days": (day, day), "basis": "written"} if day else {}
        party = {"Bo Sund": "actor person:bo-sund"}
        act(made, place(made, 0, f"left {number}"), ("RETREAT", None, "asserted"), party, **told)
    build(tmp_path, stage_files.write(made, tmp_path / "stages"))
    with duckdb.connect(str(tmp_path / "results" / "readout.duckdb"), read_only=True) as opened:
        found = opened.execute("SELECT earliest, tellings FROM acts ORDER BY ALL").fetchall()
    assert found == [(DAY, 1), (DAY + timedelta(3), 1), (None, 2)]


def test_another_wording_stands_beside_the_quote(made: Path) -> None:
    tree = parsed(made)
    (row,) = tree.xpath("//section[@id='voices']//tr[th[starts-with(normalize-space(), 'altered')]]")
    assert linked(tree, row) == [("quote", 1, 1)]
    (other,) = by_id(tree)["ev.fidelity.altered"].xpath(".//div[@class='other']")
    assert "alert(3)" in other.xpath("string(.//ins)") and "similarity 0.40" in other.text_content()


def test_hostile_words_stay_words_wherever_they_stand(made: Path) -> None:
    source = (made / "reports" / "report.html").read_text(encoding="utf-8")
    assert len(parsed(made).xpath("//script")) == 1
    assert "<script>alert(3)" not in source and source.count("&lt;script&gt;alert(3)") >= 5
    (words,) = parsed(made).xpath("//table[contains(@class, 'words')]//q[contains(., 'alert(3)')]")
    assert words.get("dir") == "auto"


def test_a_reading_page_lists_its_quotes_and_marks_them_where_it_leads(made: Path) -> None:
    tree = parsed(made)
    page = by_id(tree)[f"doc.{corpus().parsed[0][0]}"]
    assert [summary.text for summary in page.xpath(".//summary")] == ["2 quotes", "1 event"]
    first = page.xpath(".//details[1]//a/@href")[0]
    place_in_text = by_id(tree)[first[1:]]
    assert place_in_text.text_content() == "We agree," and place_in_text.get("title") == "direct speech: Ada Norr"
    (event,) = page.xpath(".//span[contains(@class, 'e ')][not(ancestor::p[@class='key'])]")
    assert event.text == "called" and event.get("title") == "event: call, asserted: Ada Norr → Bo Sund"


def test_what_nobody_said_and_did_is_said_to_be_so(tmp_path: Path) -> None:
    build(tmp_path, {name: [] for name in STAGES})
    text = " ".join(parsed(tmp_path).text_content().split())
    for words in ("Nobody is quoted in the texts.", "No event was found in the texts.", "No sentence tells of one who did something"):
        assert words in text


def row(**values: object):
    return type("Row", (), values)


def spans_of(places: list[tuple[int, int]]) -> list[reading.Span]:
    return [reading.Span(start, end, f'<i id="x{n}">', f'<i class="x{n}">', "</i>") for n, (start, end) in enumerate(places)]


@pytest.mark.parametrize("seed", range(40))
def test_spans_that_nest_and_overlap_leave_the_text_as_it_is(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choice("ab <&\u202e🙂é") for _ in range(60)).strip().ljust(60, "z")
    bounds = sorted(chance.sample(range(1, 60), 4))
    segments = [row(start=start, end=end, role="body", rule="x", language="en") for start, end in ((0, bounds[1]), (bounds[1], 60))]
    edges = [0, bounds[0], bounds[1], bounds[2], 60]
    sentences = [row(sentence=n, start=edges[n], end=edges[n + 1], language="en") for n in range(4)]
    places = [tuple(sorted(chance.sample(range(61), 2))) for _ in range(8)]
    made = reading.body(text, segments, sentences, spans_of(places), "")
    tree = lxml.html.fromstring(f"<div>{made}</div>")
    shown = "".join(element.text_content() for element in tree.xpath(".//div/*[not(@class='role')]"))
    assert "".join(shown.split()) == "".join(text.split())
    for number, (start, end) in enumerate(places):
        marked = "".join(piece.text_content() for piece in tree.xpath(f".//i[@id='x{number}' or @class='x{number}']"))
        assert "".join(marked.split()) == "".join(text[start:end].split())
    ids = tree.xpath(".//i/@id")
    assert len(ids) == len(set(ids))


def test_a_mark_of_a_megabyte_with_thousands_inside_is_written_in_one_go() -> None:
    text = "word " * 200_000
    segments = [row(start=0, end=len(text), role="body", rule="x", language="en")]
    sentences = [row(sentence=0, start=0, end=len(text), language="en")]
    places = [(0, len(text)), *((at, at + 4) for at in range(0, 100_000, 5))]
    assert reading.body(text, segments, sentences, spans_of(places), "").count("<i ") == len(places)


def test_words_that_another_wording_lacks_are_told_from_those_it_has() -> None:
    shown = excerpt.compared("he said: ", "We shall never <leave> it", " today", "“We shall leave it”")
    assert shown == "…he said: <mark>We shall <ins>never &lt;leave&gt;</ins> it</mark> today…"


def test_every_type_mode_status_and_verdict_is_said_in_words() -> None:
    assert set(acts.TYPES) == set(schema.EVENT_TYPES)
    assert set(acts.MODES) == set(schema.MODES)
    assert set(acts.STATUSES) == set(schema.EVENT_STATUSES)
    assert set(acts.TOLD_BY) == {*schema.EVENT_DATE_BASES, None}
    assert set(voices.FIDELITIES) == set(schema.FIDELITIES)
    assert set(voices.KINDS) == set(schema.QUOTE_KINDS)


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this system")
def test_the_filters_of_events_work_with_a_script_and_the_list_is_whole_without(made: Path, tmp_path: Path) -> None:
    tree = parsed(made)
    (filters,) = tree.xpath("//*[@data-filters]")
    assert filters.get("hidden") is not None
    assert not tree.xpath("//table[@id='event-list']//tr[@hidden]")
    source = (made / "reports" / "report.html").read_text(encoding="utf-8")
    choose = "const box = document.querySelector('[data-filter=status][value=denied]');"
    choose += "for (const one of document.querySelectorAll('[data-filter=status]')) one.checked = one === box;"
    choose += "box.dispatchEvent(new Event('change', {bubbles: true}));"
    probe = tmp_path / "probe.html"
    head, _, tail = source.partition("<meta http-equiv")
    before, _, after = (head + tail.partition(">")[2]).rpartition("</script>")
    probe.write_text(f"{before}{choose}</script>{after}", encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"]
    shown = subprocess.run([*command, probe.as_uri()], capture_output=True, text=True, timeout=120, check=True).stdout
    rows = lxml.html.fromstring(shown).xpath("//table[@id='event-list']/tbody/tr")
    assert [row.get("data-status") for row in rows if row.get("hidden") is None] == ["denied"]
    assert "1 of 4 lines shown" in shown
