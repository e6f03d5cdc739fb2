"""The workflow as a whole: what it writes, what it does again, and that it writes the same bytes."""

import hashlib
import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest
from running import HOME, jobs, snakemake

from readout.report.typesetting import available
from readout.tables import store
from readout.tables.schema import RESULTS

pytestmark = pytest.mark.xdist_group("workflow")


def table(folder: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(folder / "results" / "tables" / f"{name}.parquet")


def digests(folder: Path) -> dict[str, str]:
    files = [*folder.glob("results/tables/*.parquet"), *folder.glob("reports/**/*.html"), *folder.glob("reports/*.pdf")]
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_every_table_is_there_as_declared(example_run):
    with duckdb.connect(str(example_run / "results" / "readout.duckdb"), read_only=True) as database:
        kept = {row[0] for row in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert set(RESULTS) <= kept
    for name, declared in RESULTS.items():
        rows = store.checked(declared, table(example_run, name))
        assert rows.select(declared.key).equals(rows.select(declared.key).sort(declared.key)), name
        assert not rows.select(declared.key).is_duplicated().any(), name


def test_the_ledger_closes(example_run):
    ledger, documents = table(example_run, "ledger"), table(example_run, "documents")
    counts = dict(ledger["status"].value_counts().iter_rows())
    assert counts["kept"] + counts.get("duplicate", 0) + counts["rejected"] == ledger.height
    assert set(ledger["doc_id"].drop_nulls()) == set(documents["doc_id"])
    assert ledger.filter(pl.col("status") == "rejected")["reason"].null_count() == 0
    assert {row["status"] for row in ledger.iter_rows(named=True)} == {"kept", "duplicate", "rejected"}


def test_every_row_shows_its_evidence(example_run):
    texts = dict(table(example_run, "documents").select("doc_id", "text").iter_rows())
    for row in table(example_run, "mentions").iter_rows(named=True):
        assert texts[row["doc_id"]][row["start"] : row["end"]] == row["surface"]
    for (doc_id,), rows in table(example_run, "segments").partition_by("doc_id", as_dict=True).items():
        assert rows["start"].to_list() == [0, *rows["end"].to_list()[:-1]]
        assert rows["end"][-1] == len(texts[doc_id])
    roles = {(row["doc_id"], row["segment"]): row for row in table(example_run, "segments").iter_rows(named=True)}
    for row in table(example_run, "sentences").iter_rows(named=True):
        segment = roles[row["doc_id"], row["segment"]]
        assert segment["start"] <= row["start"] < row["end"] <= segment["end"]
        assert segment["role"] in ("title", "dateline", "body")


def test_mentions_lie_in_their_sentences_and_entities_add_up(example_run):
    mentions = table(example_run, "mentions")
    inside = mentions.join(table(example_run, "sentences"), on=["doc_id", "sentence"], suffix="_of")
    assert inside.height == mentions.height
    assert inside.filter((pl.col("start") < pl.col("start_of")) | (pl.col("end") > pl.col("end_of"))).is_empty()
    counted = (
        mentions.drop_nulls("entity_id")
        .group_by("entity_id")
        .agg(pl.len().alias("n"), pl.col("doc_id").n_unique().alias("d"))
        .sort("entity_id")
    )
    entities = table(example_run, "entities").sort("entity_id")
    assert counted["entity_id"].to_list() == entities["entity_id"].to_list()
    assert counted["n"].to_list() == entities["mentions"].to_list()
    assert counted["d"].to_list() == entities["documents"].to_list()
    assert table(example_run, "aliases")["mentions"].sum() == entities["mentions"].sum()


def test_spellings_are_names_on_one_line(example_run):
    mentions, aliases = table(example_run, "mentions"), table(example_run, "aliases")
    assert [" ".join(surface.split()) for surface in mentions["surface"]] == mentions["spelling"].to_list()
    assert set(mentions.drop_nulls("entity_id")["spelling"]) == set(aliases["surface"])


def test_a_heading_s_capitals_do_not_stand_for_a_name_that_is_spelled_otherwise_too(example_run):
    names = table(example_run, "entities")["name"].to_list()
    assert "Port Elsin" in names
    assert "PORT ELSIN" not in names


def test_no_result_names_a_folder_of_this_machine(example_run):
    for file in [*example_run.glob("results/tables/*.parquet"), *example_run.glob("reports/**/*.html")]:
        content = str(pl.read_parquet(file).rows()) if file.suffix == ".parquet" else file.read_text(encoding="utf-8")
        for path in (str(HOME), str(example_run), str(Path.home())):
            assert path == "/" or path not in content, file.name


def test_every_job_leaves_a_log(example_run):
    assert len(list((example_run / "results" / "logs").rglob("*.log"))) >= 10


def test_a_second_run_does_nothing(example_run):
    assert "Nothing to be done" in snakemake("--directory", str(example_run))


def test_two_runs_in_two_folders_give_the_same_bytes(example_run, tmp_path):
    corpus = tmp_path / "elsewhere" / "articles"
    shutil.copytree(HOME / "examples" / "south-caucasus", corpus.parent)
    snakemake("--directory", str(tmp_path / "out"), "--config", f"corpus={corpus}")
    first, second = digests(example_run), digests(tmp_path / "out")
    assert first == second
    assert "results/tables/mentions.parquet" in first
    assert ("reports/report.pdf" in first) == (available() is None)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the project with a finished run on three short articles: it may be edited."""
    home = tmp_path_factory.mktemp("copy") / "readout"
    for name in ("Snakefile", "scripts", "workflow", "config", "models", "profiles", "environment.yml"):
        source = HOME / name
        if source.is_dir():
            shutil.copytree(source, home / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            home.mkdir(exist_ok=True)
            shutil.copy(source, home / name)
    corpus = home / "corpus" / "articles"
    corpus.mkdir(parents=True)
    for number in range(8):
        (corpus / f"article-{number}.txt").write_text(
            f"Talks number {number}\n\nThe delegations of Armenia and Georgia met in Tbilisi on {number + 1} May 2023.\n", encoding="utf-8"
        )
    config = home / "config" / "config.yaml"
    config.write_text(
        config.read_text(encoding="utf-8")
        .replace("corpus: examples/south-caucasus/articles", f"corpus: {corpus}")
        .replace("pdf: auto", "pdf: never"),
        encoding="utf-8",
    )
    snakemake("--directory", str(home), home=home)
    assert jobs("--directory", str(home), home=home) == set()
    return home


def rules_after(home: Path, path: str, change) -> set[str]:
    """Names of the rules that run after an edit, which is undone."""
    file = home / path
    before = file.read_text(encoding="utf-8")
    file.write_text(change(before), encoding="utf-8")
    try:
        return {rule for rule, _ in jobs("--directory", str(home), home=home)}
    finally:
        file.write_text(before, encoding="utf-8")


AFTER_QUOTE = {"fidelity", "coding", "frame", "score", "aggregate", "report"}
AFTER_LINK = {"quote"} | AFTER_QUOTE
AFTER_TAG = {"tag", "date", "signals", "dedupe", "link"} | AFTER_LINK
AFTER_INGEST = {"segment"} | AFTER_TAG


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("scripts/readout/tag/learned.py", AFTER_TAG),
        ("scripts/readout/date/inference.py", {"date", "signals", *AFTER_TAG} - {"tag"}),
        ("scripts/readout/report/typesetting.py", set()),
        ("workflow/templates/page.html.j2", {"report"}),
        ("workflow/sql/marts/entity_languages.sql", {"aggregate", "report"}),
        ("workflow/sql/link/entities.sql", {"link"} | AFTER_LINK),
        ("scripts/readout/refer/groups.py", {"quote", "coding", *AFTER_QUOTE}),
        ("config/languages/speech/en.yaml", {"quote"} | AFTER_QUOTE),
        ("config/packs/south-caucasus/verbs/en.yaml", {"coding", "score", "aggregate", "report"}),
        ("config/packs/south-caucasus/terms/loaded.yaml", {"frame", "aggregate", "report"}),
        ("scripts/readout/ingest/decoding.py", {"ingest"} | AFTER_INGEST),
    ],
)
def test_an_edit_reruns_what_depends_on_it(copy, path, expected):
    comment = {"py": "\n# edited\n", "yaml": "\n# edited\n", "sql": "\n-- edited\n", "j2": "\n{# edited #}\n"}[path.rpartition(".")[2]]
    assert rules_after(copy, path, lambda text: text + comment) == expected


def test_a_pack_file_reruns_the_pack_and_what_reads_it(copy):
    changed = rules_after(
        copy, "config/packs/south-caucasus/places.yaml", lambda text: text + "\n- {id: 'place:orlin', names: {en: [Orlin]}}\n"
    )
    assert changed == {"pack", *AFTER_TAG}


def test_a_config_key_reruns_its_own_stage_and_what_follows(copy):
    assert rules_after(copy, "config/config.yaml", lambda text: text.replace("matrix: 20", "matrix: 10")) == {"aggregate", "report"}
    assert "ingest" not in rules_after(copy, "config/config.yaml", lambda text: text.replace("en: [pack, rules]", "en: [pack]"))


def test_a_correction_reruns_the_linking_and_what_follows(copy):
    entry = "\n- {is_not_a_name: {name: Gori}, author: Ada Reed, reason: It is a river here.}\n"
    assert rules_after(copy, "config/corrections.yaml", lambda text: text + entry) == {"link"} | AFTER_LINK


def test_a_correction_that_cannot_be_obeyed_stops_the_run_before_it_starts(tmp_path):
    (tmp_path / "mine.yaml").write_text("- {same: [Gori], author: Ada Reed, reason: none}\n", encoding="utf-8")
    given = ("--directory", str(tmp_path / "out"), "--config", f"corrections={tmp_path / 'mine.yaml'}")
    assert "mine.yaml, entry 1: `same` names 1; it takes 2 or more" in snakemake("--dry-run", *given, fails=True)


def test_a_mere_touch_reruns_nothing(copy):
    (copy / "scripts" / "readout" / "tag" / "learned.py").touch()
    (copy / "corpus" / "articles" / "article-1.txt").touch()
    assert jobs("--directory", str(copy), home=copy) == set()


def test_a_changed_article_reruns_its_shard_only(copy):
    file = copy / "corpus" / "articles" / "article-3.txt"
    before = file.read_text(encoding="utf-8")
    file.write_text(before + "\nMore was said in Gori.\n", encoding="utf-8")
    found = jobs("--directory", str(copy), home=copy)
    file.write_text(before, encoding="utf-8")
    assert len({shard for rule, shard in found if rule == "tag"}) == 1
    assert {rule for rule, _ in found} == {"ingest", *AFTER_INGEST}


def test_a_new_article_reruns_its_shard_only(copy):
    file = copy / "corpus" / "articles" / "new.txt"
    file.write_text("A new one\n\nIt came from Gori.\n", encoding="utf-8")
    found = jobs("--directory", str(copy), home=copy)
    file.unlink()
    assert len({shard for rule, shard in found if rule == "tag"}) == 1


@pytest.mark.parametrize("wrong", ["corpsu: x", "report: {title: 3}", "segment: {languages: [english]}"])
def test_a_wrong_setting_is_refused_with_its_name(tmp_path, wrong):
    (tmp_path / "wrong.yaml").write_text(wrong, encoding="utf-8")
    printed = snakemake("--dry-run", "--directory", str(tmp_path / "out"), "--configfile", str(tmp_path / "wrong.yaml"), fails=True)
    assert any(word in printed for word in ("corpsu", "title", "english"))


def test_a_spun_quote_is_altered_and_others_stand_alone(example_run):
    quotes = table(example_run, "quotes").join(table(example_run, "documents").select("doc_id", "source_path"), on="doc_id")
    direct, indirect = (quotes.filter(pl.col("kind") == kind) for kind in ("direct", "indirect"))
    altered = direct.filter(pl.col("fidelity") == "altered")["source_path"].to_list()
    assert sorted(altered) == ["mirror-digest/conference-shelved.txt", "north-sea-courier/washington-meeting-off.md"]
    assert set(direct["fidelity"]) == {"altered", "only_here"}
    assert set(indirect["fidelity"]) == {None}
