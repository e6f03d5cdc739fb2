"""The example corpus and its gold fit each other: read here with the plainest means, apart from the stages that they test."""

import csv
import gzip
import importlib.util
import io
import json
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import polars as pl
import pytest
import yaml

from readout.tables.schema import KINDS, RELATIONS, ROLES, SENTENCE_ROLES

HOME = Path(__file__).resolve().parents[1] / "examples" / "south-caucasus"
ARTICLES, GOLD = HOME / "articles", HOME / "gold"
LANGUAGES = {"en", "ru", "az", "hy", "ka", "tr"}
TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"),
    *("SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CRIME", "RETREAT", "STATE"),
}
MODES = {"call", "meeting", "visit", "summit", "mediation", "correspondence"}
STATUSES = {"asserted", "denied", "planned", "hypothetical"}
PREFIXES = {"PER": ("person",), "ORG": ("org",), "LOC": ("country", "place"), "AGREEMENT": ("agreement",)}
ENCODINGS = {"windows_1251": "cp1251", "utf_16": "utf-16"}
HIDDEN = {"script", "style", "title", "head"}
INLINE = {"a", "em", "span", "strong", "b", "i"}
Key = tuple[str, int]


def load(path: Path) -> list[dict] | dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def gold_records() -> dict[Key, dict]:
    return {
        (path.relative_to(GOLD).as_posix().removesuffix(".yaml"), item["record"]): item
        for path in sorted(GOLD.rglob("*.yaml"))
        for item in load(path)
    }


GOLDEN = gold_records()
BROKEN = {(item["path"], item["record"]): item["trap"] for item in load(HOME / "broken.yaml")}
KEYS = sorted(GOLDEN)
each_record = pytest.mark.parametrize("key", KEYS, ids=[f"{path}#{record}" for path, record in KEYS])


class Page(HTMLParser):
    """The visible lines of a page: what stands between the tags of blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.pieces = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces += "" if tag in INLINE else "\n"
        if tag in HIDDEN:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.pieces += "" if tag in INLINE else "\n"
        if tag in HIDDEN:
            self.open.remove(tag)

    def handle_data(self, data: str) -> None:
        self.pieces += "" if self.open else data


def visible(html: str) -> str:
    page = Page()
    page.feed(html)
    return page.pieces


def markdown(text: str) -> tuple[dict, str]:
    """Front matter and the text without the marks of links, emphasis and headings."""
    _, front, body = text.split("---\n", 2)
    body = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", body)
    body = re.sub(r"(?<!\w)\*([^*]+)\*", r"\1", body)
    return yaml.safe_load(front), re.sub(r"(?m)^#+ ", "", body)


def payload(raw: bytes) -> str:
    """The body of the one response in a WARC file."""
    assert raw.startswith(b"WARC/1.1\r\n") and raw.count(b"WARC/1.1\r\n") == 1
    return raw.split(b"\r\n\r\n", 2)[2].decode("utf-8")


def read(path: Path) -> dict[int, tuple[dict, str] | None]:
    """Metadata and text of each record; None for one that cannot be read."""
    raw = path.read_bytes()
    name = path.name
    if name.endswith(".gz"):
        try:
            raw, name = gzip.decompress(raw), name.removesuffix(".gz")
        except EOFError:
            return {0: None}
    if name.endswith(".warc"):
        return {1: ({}, visible(payload(raw)))}
    if name.endswith(".parquet"):
        return {number: (row, row["text"]) for number, row in enumerate(pl.read_parquet(io.BytesIO(raw)).iter_rows(named=True), 1)}
    text = raw.decode(encoding(path))
    if name.endswith(".md"):
        return {1: markdown(text)}
    if name.endswith(".html"):
        return {1: ({"url": re.search(r'https://[\w.]+\.example[^"]*', text).group()}, visible(text))}
    if name.endswith(".csv"):
        return {number: (row, row["text"]) for number, row in enumerate(csv.DictReader(io.StringIO(text)), 1)}
    if name.endswith(".jsonl"):
        return {number: json_record(line) for number, line in enumerate(text.splitlines(), 1)}
    return {1: ({}, text)}


def json_record(line: str) -> tuple[dict, str] | None:
    try:
        record = json.loads(line)
    except json.JSONDecodeError:
        return None
    return record, record["text"]


def encoding(path: Path) -> str:
    item = GOLDEN.get((path.relative_to(ARTICLES).as_posix(), 1), {})
    return next((ENCODINGS[trap] for trap in item.get("traps", []) if trap in ENCODINGS), "utf-8")


def records() -> dict[Key, tuple[dict, str] | None]:
    files = sorted(path for path in ARTICLES.rglob("*") if path.is_file())
    return {(path.relative_to(ARTICLES).as_posix(), number): record for path in files for number, record in read(path).items()}


RECORDS = records()


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def annotated(item: dict) -> str:
    """The text in which names are marked: titles, datelines and body; a title that comes again is left out."""
    return "\n".join(dict.fromkeys(part["text"] for part in item["segments"] if part["role"] in SENTENCE_ROLES))


def whole(surface: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(surface)}(?!\w)")


def name_spans(item: dict) -> list[tuple[int, int]]:
    text, place, spans = annotated(item), 0, []
    for name in item["names"]:
        match = whole(name["surface"]).search(text, place)
        assert match, f"{name['surface']!r} does not follow at {place}"
        spans.append(match.span())
        place = match.end()
    return spans


def folded(text: str) -> str:
    return " ".join(text.split())


def test_every_record_has_gold_or_is_broken() -> None:
    assert {key for key, record in RECORDS.items() if record} == set(GOLDEN)
    assert {key for key, record in RECORDS.items() if record is None} == set(BROKEN)


def test_corpus_is_wide_enough() -> None:
    assert len(GOLDEN) >= 28
    count = Counter(item["language"] for item in GOLDEN.values())
    least = {"en": 12, "ru": 8, "az": 3, "hy": 4, "ka": 1, "tr": 1}
    assert set(count) == LANGUAGES and all(count[language] >= number for language, number in least.items())
    endings = {"".join(Path(path).suffixes) for path, _ in GOLDEN}
    assert endings >= {".txt", ".md", ".html", ".jsonl", ".csv", ".parquet", ".txt.gz", ".warc.gz"}


def test_every_trap_is_laid() -> None:
    assert {trap for item in GOLDEN.values() for trap in item["traps"]} | set(BROKEN.values()) == set(load(HOME / "traps.yaml"))


@each_record
def test_values_are_legal(key: Key) -> None:
    item = GOLDEN[key]
    assert item["language"] in LANGUAGES and item["relation"] in RELATIONS
    assert item["published"] is None or (date(2020, 9, 1) <= item["published"][0] <= item["published"][1] <= date(2023, 12, 31))
    assert all(part["role"] in ROLES and part["text"] == part["text"].strip() for part in item["segments"])
    for name in item["names"]:
        prefix = name["entity"].split(":")[0]
        assert name["kind"] in KINDS and (prefix == "x" or prefix in PREFIXES[name["kind"]]), name


@each_record
def test_segments_are_the_lines_of_the_text(key: Key) -> None:
    item, text = GOLDEN[key], RECORDS[key][1]
    found = lines(text)
    segments = [part["text"] for part in item["segments"]]
    if item.get("rest") == "navigation":
        found = [line for line in found if any(segment in line for segment in segments)]
    assert " ".join(segments) == " ".join(found)


@each_record
def test_names_stand_in_the_text_in_order_and_none_is_forgotten(key: Key) -> None:
    item = GOLDEN[key]
    spans = name_spans(item)
    for name in item["names"]:
        for match in whole(name["surface"]).finditer(annotated(item)):
            marked = any(start <= match.start() and match.end() <= end for start, end in spans)
            assert marked, f"unmarked {match.group()!r} at {match.start()}"


@each_record
def test_quotes_stand_in_the_text(key: Key) -> None:
    item = GOLDEN[key]
    text = annotated(item)
    for quote in item["quotes"]:
        assert quote["kind"] in ("direct", "indirect")
        assert all(quote[part] in text for part in ("text", "speaker", "cue")), quote


def test_nobody_real_is_quoted() -> None:
    speakers = {quote["speaker_entity"] for item in GOLDEN.values() for quote in item["quotes"] if quote["kind"] == "direct"}
    assert speakers and all(speaker.startswith("x:") for speaker in speakers)


@each_record
def test_events_stand_in_the_text(key: Key) -> None:
    item = GOLDEN[key]
    text = annotated(item)
    for event in item["events"]:
        assert event["type"] in TYPES and event["status"] in STATUSES
        assert (event["mode"] in MODES) == (event["type"] == "CONSULT")
        assert event["sentence"] in text
        assert event["date"] is None or event["date"][0] <= event["date"][1]


def test_names_mean_one_thing() -> None:
    kinds = {(name["entity"], name["kind"]) for item in GOLDEN.values() for name in item["names"]}
    assert len(kinds) == len({entity for entity, _ in kinds})


def test_origins_and_counterparts_are_records() -> None:
    named = {f"{path}#{record}": item for (path, record), item in GOLDEN.items()}
    for key, item in named.items():
        assert (item["relation"] == "origin") == (item["origin"] == key)
        assert named[item["origin"]]["relation"] == "origin"
        assert ("counterpart" in item["traps"]) == ("counterpart" in item)
        assert item.get("counterpart", key) in named


def test_copies_are_what_they_are_called() -> None:
    for key, item in GOLDEN.items():
        path, record = item["origin"].rsplit("#", 1)
        text, origin = folded(RECORDS[key][1]), folded(RECORDS[path, int(record)][1])
        language = GOLDEN[path, int(record)]["language"]
        assert (item["language"] != language) == (item["relation"] == "translation")
        assert (text == origin) == (item["relation"] in ("origin", "copy"))
        if item["relation"] == "excerpt":
            assert text in origin


def test_glued_navigation_is_of_a_later_year() -> None:
    glued = [item for item in GOLDEN.values() if "glued_navigation" in item["traps"]]
    assert glued
    for item in glued:
        assert any("2025" in part["text"] for part in item["segments"] if part["role"] == "navigation")
        assert "2025" not in annotated(item)


def test_outlets_are_described() -> None:
    outlets = load(HOME / "outlets.yaml")
    sides = {outlet["side"] for outlet in outlets}
    assert len(outlets) >= 6 and sides <= {"az", "am", "ru", "tr", "ge", "west", "neutral"} and len(sides) >= 4
    by_folder = {folder: outlet for outlet in outlets for folder in outlet["folders"]}
    assert {path.name for path in ARTICLES.iterdir()} == set(by_folder)
    assert all(host.endswith(".example") for outlet in outlets for host in outlet["hosts"])
    for key, record in RECORDS.items():
        if record and "url" in record[0]:
            assert urlsplit(record[0]["url"]).hostname in by_folder[key[0].split("/")[0]]["hosts"]


def make_binary() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_binary", HOME / "make_binary.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_binary_articles_are_remade_from_their_sources(tmp_path: Path) -> None:
    module = make_binary()
    module.make(tmp_path)
    sources = {path.relative_to(HOME / "sources").as_posix() for path in (HOME / "sources").rglob("*.*")}
    assert sources == {source for source, _ in module.MADE.values()}
    for article in module.MADE:
        made, kept = tmp_path / article, ARTICLES / article
        if article.endswith(".parquet"):  # names the version of its writer
            assert pl.read_parquet(made).equals(pl.read_parquet(kept))
        else:
            assert made.read_bytes() == kept.read_bytes(), article


def test_binary_articles_do_not_change_between_runs(tmp_path: Path) -> None:
    module = make_binary()
    for folder in ("one", "two"):
        module.make(tmp_path / folder)
    assert all((tmp_path / "one" / article).read_bytes() == (tmp_path / "two" / article).read_bytes() for article in module.MADE)
