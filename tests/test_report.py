"""The report: every number opens what it was counted from, whatever the texts hold, and the page stays small and the same."""

import base64
import hashlib
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from types import SimpleNamespace

import duckdb
import lxml.html
import pytest
import stage_files

from aggregate import STAGES, aggregate
from readout.aggregate import statement
from readout.link.corrections import read_corrections
from readout.report import names, terms
from readout.report import page as page_module
from readout.report.limits import Limits
from readout.report.source import Source
from readout.tables.schema import LINK_RULES
from report import report

WORKFLOW = Path(__file__).parents[1] / "workflow"
SETTINGS = {"title": "Talks in Port Sella", "evidence": 20, "actors": 100, "matrix": 20, "entities": 100, "embed": 60}


def build(folder: Path, stages: dict[str, list[str]], **settings: object) -> Path:
    """A report made of stage files, below a folder."""
    aggregate(
        stages,
        str(WORKFLOW / "sql"),
        {"report": SETTINGS},
        [],
        str(folder / "results" / "readout.duckdb"),
        str(folder / "results" / "tables"),
    )
    write(folder, **settings)
    return folder


def write(folder: Path, **settings: object) -> None:
    (folder / "reports").mkdir(exist_ok=True)
    places = ("results/readout.duckdb", "reports/report.html", "reports/names.html", "reports/documents")
    database, *written = (str(folder / name) for name in places)
    report(database, str(WORKFLOW / "sql" / "report"), str(WORKFLOW / "templates"), {**SETTINGS, **settings}, *written)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    return build(folder, stage_files.small(folder / "stages"))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    return build(folder, stage_files.large(folder / "stages", documents=300, people=60, sentences=8), evidence=4, actors=30, matrix=8)


PAGES = pytest.mark.parametrize("page", ["report.html", "names.html"])


LISTED_ONE_BY_ONE = ("mention", "sentence", "record", "stretch", "entity", "spelling", "quote", "copied", "act", "telling")


def parsed(folder: Path, page: str = "report.html") -> lxml.html.HtmlElement:
    return lxml.html.fromstring((folder / "reports" / page).read_text(encoding="utf-8"))


def by_id(tree: lxml.html.HtmlElement) -> dict[str, lxml.html.HtmlElement]:
    return {element.get("id"): element for element in tree.xpath("//*[@id]")}


def items(block: lxml.html.HtmlElement, link: lxml.html.HtmlElement) -> int:
    """How many of the things that a link says it counts stand in a block."""
    found = [element for element in block.xpath(".//*[@data-item]") if link.get("data-of") in element.get("data-item").split()]
    surface = link.get("data-surface")
    return len([element for element in found if surface is None or " ".join(element.text_content().split()) == surface])


@PAGES
def test_every_number_opens_as_many_things_as_it_says(small: Path, page: str) -> None:
    tree = parsed(small, page)
    blocks = by_id(tree)
    links = tree.xpath("//a[@data-count]")
    wrong = [
        (lxml.html.tostring(link), items(blocks[link.get("href")[1:]], link))
        for link in links
        if items(blocks[link.get("href")[1:]], link) != int(link.get("data-count"))
    ]
    assert len(links) > 25
    assert wrong == []


@PAGES
def test_numbers_in_texts_tables_and_evidence_are_links(small: Path, page: str) -> None:
    tree = parsed(small, page)
    unlinked = [
        cell.text_content()
        for cell in tree.xpath("//section[not(@id='accuracy')]//td[contains(@class, 'num')]")
        if not cell.xpath(".//a[@data-count]")
    ]
    assert unlinked == []
    assert page != "report.html" or len(tree.xpath("//section[@id='summary']//a[@data-count]")) >= 12


def test_drawings_lead_to_evidence_too(small: Path) -> None:
    tree = parsed(small)
    blocks = by_id(tree)
    targets = [link.get("href") for link in tree.xpath("//*[local-name()='svg']//*[local-name()='a']")]
    assert len(targets) >= 8
    assert all(target[1:] in blocks for target in targets)


def test_capped_numbers_say_so_and_their_sql_lists_all(large: Path) -> None:
    tree = parsed(large)
    blocks = by_id(tree)
    capped, checked = set(), 0
    with duckdb.connect(str(large / "results" / "readout.duckdb"), read_only=True) as database:
        for link in tree.xpath("//a[@data-count]"):
            block, count = blocks[link.get("href")[1:]], int(link.get("data-count"))
            seen = items(block, link)
            assert 0 < seen <= count or link.get("data-surface")
            if seen < count and not link.get("data-surface") and link.get("href") not in capped:
                capped.add(link.get("href"))
                queries = block.xpath("(.//p[@class='more'])[last()]/code")
                assert block.get("data-capped") is not None and queries
                if link.get("data-of") in LISTED_ONE_BY_ONE or len(block.xpath("./section")) == 0:
                    relation, column = (
                        database.sql(queries[-1].text),
                        {"document": "doc_id", "origin": "origin_id"}.get(link.get("data-of")),
                    )
                    listed = len({row[relation.columns.index(column)] for row in relation.fetchall()}) if column else len(relation)
                    assert listed == count, queries[-1].text
                    checked += 1
    assert checked > 50


@PAGES
def test_text_from_outside_never_becomes_markup(small: Path, page: str) -> None:
    source = (small / "reports" / page).read_text(encoding="utf-8")
    tree = parsed(small, page)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img | //i | //b | //iframe | //object | //link | //form")
    assert page != "report.html" or "&lt;script&gt;alert(&#39;title&#39;)&lt;/script&gt;" in source
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    assert {re.sub("[:#].*", "", href) for href in tree.xpath("//@href")} <= {"", "https", "report.html", "names.html"}
    assert {link.get("rel") for link in tree.xpath("//a[starts-with(@href, 'http')]")} <= {"noreferrer"}


@PAGES
def test_the_policy_lets_through_our_style_and_script_alone(small: Path, page: str) -> None:
    source = (small / "reports" / page).read_text(encoding="utf-8")
    tree = parsed(small, page)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")

    def digest(tag: str) -> str:
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", source, flags=re.DOTALL)
        return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"

    assert "default-src 'none'" in policy
    assert f"style-src {digest('style')}" in policy
    assert f"script-src {digest('script')}" in policy
    assert not tree.xpath("//@style")
    assert not re.search(r"url\(|@import", source)


def test_identifiers_are_unique_and_links_lead_somewhere(small: Path, large: Path) -> None:
    for folder, page in product((small, large), ("report.html", "names.html")):
        tree = parsed(folder, page)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert [href for href in tree.xpath("//@href") if href.startswith("#") and href[1:] not in set(ids)] == []
        for other in {"report.html", "names.html"} - {page}:
            there = set(parsed(folder, other).xpath("//@id"))
            assert {href.partition("#")[2] for href in tree.xpath("//@href") if href.startswith(f"{other}#")} <= there


@PAGES
def test_the_page_can_be_read_without_seeing_it(small: Path, page: str) -> None:
    tree = parsed(small, page)
    assert tree.get("lang") == "en"
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(table.xpath("./caption") for table in tree.xpath("//table"))
    assert all(head.get("scope") for head in tree.xpath("//th") if head.text_content())
    assert all(drawing.get("aria-label") for drawing in tree.xpath("//*[local-name()='svg']"))
    assert all(article.get("aria-labelledby") in by_id(tree) for article in tree.xpath("//article"))
    assert len(tree.xpath("//main")) == 1 and tree.xpath("//nav[@aria-label]")


def test_reading_pages_hold_the_whole_text_and_strike_through_what_is_not_counted(small: Path) -> None:
    blocks = by_id(parsed(small))
    for document in stage_files.DOCUMENTS:
        reading = blocks[f"doc.{document.doc_id}"]
        expected = "".join("".join(stage_files._names(sentence)[0] for sentence in segment.sentences) for segment in document.segments)
        seen = "".join(element.text_content() for element in reading.xpath(".//div[contains(@class, 'seg')]/*[not(@class='role')]"))
        assert "".join(seen.split()) == "".join(expected.split())
        struck = [element.text_content().strip() for element in reading.xpath(".//div/del")]
        assert struck == [segment.sentences[0] for segment in document.segments if segment.role not in stage_files.COUNTED]


def test_sentences_lead_to_their_place_and_know_their_language(small: Path) -> None:
    tree = parsed(small)
    blocks = by_id(tree)
    said = blocks["ev.person:vera-lindqvist.ru"].xpath(".//p[@class='said']")[0]
    assert said.get("lang") == "ru" and said.get("dir") == "auto"
    place = blocks[said.xpath("./a/@href")[0][1:]]
    assert place.text_content() == "Ашот Бек говорил с Верой Линдквист."
    assert [name.text for name in place.xpath("./a[@class='PER']")] == ["Ашот Бек", "Верой Линдквист"]


def test_a_large_corpus_has_pages_of_its_own_for_documents(large: Path) -> None:
    folder = large / "reports" / "documents"
    tree = parsed(large)
    assert len(list(folder.glob("*.html"))) == 301
    links = {href for href in tree.xpath("//@href") if href.startswith("documents/")}
    for href in sorted(links)[:40]:
        name, _, fragment = href.partition("#")
        own = lxml.html.fromstring((large / "reports" / name).read_text(encoding="utf-8"))
        assert not fragment or own.xpath(f"//*[@id='{fragment}']")
    own = lxml.html.fromstring((folder / sorted(path.name for path in folder.glob("*.html"))[0]).read_text(encoding="utf-8"))
    back = {href.partition("#")[2] for href in own.xpath("//@href") if href.startswith("../report.html")}
    assert back <= set(tree.xpath("//@id"))
    assert "default-src 'none'" in own.xpath("//meta[@http-equiv]/@content")[0]


def test_the_folder_of_documents_is_there_even_when_the_page_holds_them(small: Path) -> None:
    assert list((small / "reports" / "documents").iterdir()) == []


def test_the_page_keeps_to_its_bytes_and_says_what_it_leaves_out(large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(large / "results", tmp_path / "results")
    monkeypatch.setattr(page_module, "MAX_BYTES", 400_000)
    write(tmp_path)
    made = (tmp_path / "reports" / "report.html").read_bytes()
    assert len(made) < 400_000
    assert b" shown. All of them: <code>SELECT * FROM evidence WHERE entity_id = " in made


def test_what_a_word_leans_to_does_not_hang_on_how_many_are_listed(large: Path) -> None:
    found = []
    for most in (1000, 8):
        with duckdb.connect(str(large / "results" / "readout.duckdb"), read_only=True) as opened:
            source = Source(opened, statement.load(WORKFLOW / "sql" / "report"))
            found.append(terms.gather(source, replace(Limits(), terms=most), [], linked=False))
    everything, cut = found
    assert len(cut["rows"]) == 8 < len(everything["rows"])
    assert [row["odds"] for row in cut["rows"]] == [row["odds"] for row in everything["rows"][:8]] and any(
        row["odds"] for row in cut["rows"]
    )
    assert cut["frames"] == everything["frames"] != []


def test_limits_shrink_with_every_step() -> None:
    limits = Limits(embed=True)
    for _ in range(page_module.ATTEMPTS):
        tighter = limits.tighter(0.99)
        assert tighter != limits
        limits = tighter


def test_the_same_tables_give_the_same_bytes(small: Path, large: Path, tmp_path: Path) -> None:
    for name, source, settings in (("s", small, {}), ("l", large, {"evidence": 4, "actors": 30, "matrix": 8})):
        other = tmp_path / name
        shutil.copytree(source / "results", other / "results")
        write(other, **settings)
        files = sorted(path.relative_to(source / "reports") for path in (source / "reports").rglob("*.html"))
        assert all((other / "reports" / file).read_bytes() == (source / "reports" / file).read_bytes() for file in files)
        assert str(source).encode() not in (source / "reports" / "report.html").read_bytes()


def test_the_page_of_names_has_every_spelling_with_its_reason_and_the_line_that_undoes_it(small: Path) -> None:
    (row,) = parsed(small, "names.html").xpath("//tr[@id='entity.person:vera-lindqvist']")
    (reason,) = row.xpath(".//li")
    spelled = {item.xpath("string(./bdi)"): " ".join(item.text_content().split()) for item in reason.xpath("./span")}
    assert set(spelled) == {"Lindqvist", "Vera Lindqvist", "Ms Lindqvist", "Верой Линдквист", "Վերա Լինդքվիստը"}
    assert spelled["Верой Линдквист"] == "Верой Линдквист ru 1"
    assert reason.text_content().startswith("a full spelling of the domain pack (1.00): ")
    assert "Prime Minister of <Norland>, since 2021" in row.text_content()
    assert "Foreign Minister of Norland, 2019–2020" in row.text_content()


def entity(name: str, basis: str) -> SimpleNamespace:
    return SimpleNamespace(entity_id="person:x" if basis == "pack" else "found:per-x", kind="PER", name=name, basis=basis)


def test_lines_to_copy_can_be_read_as_corrections(tmp_path: Path) -> None:
    strange = ["Vera: L", 'V. "Lind"\\', "Vera\u202eLind", "- {x}", "Vera\nLind\tq", "x" * 300]
    spellings = [SimpleNamespace(surface=surface, rules=["same_surname"]) for surface in strange]
    for basis in ("pack", "discovered"):
        lines = names._lines(entity("Vera Lindqvist", basis), spellings)
        assert all(line.isprintable() for line in lines)
        written = [line.replace('""', '"Ada"').replace("…", "V. L.") for line in lines]
        (tmp_path / "mine.yaml").write_text("\n".join(written), encoding="utf-8")
        found = read_corrections(tmp_path / "mine.yaml", WORKFLOW / "schemas" / "corrections.schema.yaml")
        assert [one.ruling for one in found] == ["same", *["not_same", "is_not_a_name"] * 4]
        assert "Vera\u202eLind" in {name.text for one in found for name in one.names}


def test_a_spelling_that_is_the_name_itself_is_not_parted_from_it() -> None:
    spelling = [SimpleNamespace(surface="VERA LINDQVIST", rules=["same_name"])]
    assert [line[3:16] for line in names._lines(entity("Vera Lindqvist", "discovered"), spelling)] == ['same: ["found', "is_not_a_name"]


def test_pairs_in_doubt_stand_with_the_lines_that_settle_them(small: Path) -> None:
    tree = parsed(small, "names.html")
    first, second = tree.xpath("//section[@id='doubts']//tbody/tr")
    assert "Bek" in first.text_content() and "in no text" in first.text_content() and "one of <several>" in first.text_content()
    assert second.xpath(".//code/text()") == [
        f'- {{{ruling}: ["person:ashot-bek", "person:vera-lindqvist"], author: "", reason: ""}}' for ruling in ("same", "not_same")
    ]
    assert "2 pairs of entities may be one" in " ".join(parsed(small).xpath("string(//section[@id='spelled'])").split())


def test_every_rule_of_the_linking_is_said_in_words() -> None:
    assert set(names.WHY) == set(LINK_RULES)


def test_a_corpus_of_nothing_has_a_report_that_says_so(tmp_path: Path) -> None:
    build(tmp_path, {name: [] for name in STAGES})
    text = " ".join(parsed(tmp_path).text_content().split())
    assert "0 records came in" in text
    assert "No name was found in the texts." in text
    assert "Nothing was measured" in text


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this system")
def test_a_browser_runs_the_page_without_complaint(small: Path, tmp_path: Path) -> None:
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--enable-logging=stderr",
        f"--user-data-dir={tmp_path}",
        "--dump-dom",
    ]
    shown = subprocess.run(
        [*command, (small / "reports" / "report.html").as_uri()], capture_output=True, text=True, timeout=120, check=True
    )
    assert [line for line in shown.stderr.splitlines() if "CONSOLE" in line] == []
    assert 'class="sort"' in shown.stdout, "the page's own script runs"
