"""The plan: what each rule depends on, where things lie, and errors that say what is missing."""

import copy
from pathlib import Path

import pytest
import yaml

from readout.plan.imports import library
from readout.plan.plan import MODELS, STAGES, PlanError, plan

HOME = Path(__file__).parent.parent
CONFIG = yaml.safe_load((HOME / "config" / "config.yaml").read_text(encoding="utf-8"))


def planned(**changes):
    return plan(copy.deepcopy(CONFIG) | changes, HOME)


def names(paths):
    return {Path(path).relative_to(HOME / "scripts" / "readout").as_posix() for path in paths if "readout" in Path(path).parts}


def test_library_follows_imports_also_inside_functions(tmp_path):
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "__init__.py").write_text("")
    (tmp_path / "lib" / "one.py").write_text("def f():\n    from lib import two\n")
    (tmp_path / "lib" / "two.py").write_text("import json\n")
    (tmp_path / "lib" / "three.py").write_text("")
    (tmp_path / "script.py").write_text("from lib.one import f\n")
    assert [Path(path).name for path in library(tmp_path / "script.py", tmp_path)] == ["__init__.py", "one.py", "two.py"]


def test_every_rule_depends_on_its_own_modules_only():
    made = planned().library
    assert set(made) == set(STAGES)
    assert "segment/sentences.py" in names(made["segment"])
    assert "tag/learned.py" in names(made["tag"])
    assert not any(path.startswith(("tag/", "report/", "link/")) for path in names(made["segment"]) | names(made["ingest"]))
    assert not any(path.startswith("report/") for path in names(made["aggregate"]))
    assert "joblog.py" in {Path(path).name for path in made["ingest"]}


def test_every_file_of_the_name_models_is_an_input():
    shipped = {path.name for path in (HOME / "models" / "names").iterdir() if path.suffix in (".onnx", ".q4", ".json")}
    assert set(MODELS) == shipped
    assert {Path(path).name for path in planned().models} == shipped


def test_a_missing_corpus_is_named(tmp_path):
    with pytest.raises(PlanError, match="corpus: there is no nowhere"):
        planned(corpus="nowhere")


def test_a_corpus_without_a_file_is_named(tmp_path):
    with pytest.raises(PlanError, match="no file to read in"):
        planned(corpus=str(tmp_path))


def test_relative_paths_count_from_where_the_command_was_typed(tmp_path, monkeypatch):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Text.")
    monkeypatch.setenv("PWD", str(tmp_path))
    made = planned(corpus="articles")
    assert made.corpus == tmp_path / "articles"
    assert [Path(path).name for shard in made.inputs.values() for path in shard["files"]] == ["a.txt"]


def test_the_shipped_settings_count_from_the_project(tmp_path, monkeypatch):
    (tmp_path / CONFIG["corpus"]).mkdir(parents=True)
    monkeypatch.setenv("PWD", str(tmp_path))
    assert planned().corpus == HOME / CONFIG["corpus"]


def test_a_strange_file_name_is_watched_without_being_an_input(tmp_path):
    (tmp_path / "a{b}.txt").write_text("Text.")
    (shard,) = planned(corpus=str(tmp_path)).inputs.values()
    assert shard["files"] == []
    assert shard["strange"][0][:2] == ["a{b}.txt", 5]


def test_gold_and_outlets_lie_beside_the_corpus(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("A delegation arrived.")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.txt.yaml").write_text("[]")
    (tmp_path / "outlets.yaml").write_text("[]")
    made = planned(corpus=str(tmp_path / "articles"))
    assert made.gold == [str(tmp_path / "gold" / "a.txt.yaml")]
    assert made.outlets[0] == str(tmp_path / "outlets.yaml")
    assert made.outlets[1].endswith("south-caucasus/outlets.yaml")
