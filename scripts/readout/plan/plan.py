"""What a run will do, worked out from the settings before any rule runs: paths, shards, and what depends on what."""

import os
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from readout.ingest.inventory import corpus_root, inventory, located
from readout.ingest.shards import shards
from readout.link.corrections import read_corrections
from readout.pack.files import read_yaml
from readout.plan.imports import library
from readout.report.typesetting import available

STAGES = (
    *("pack", "ingest", "segment", "tag", "date", "signals", "dedupe", "link"),
    *("quote", "fidelity", "coding", "frame", "score", "aggregate", "report", "pdf"),
)
MODELS = ("pieces.json", "embeddings.q4", "fast_word.onnx", "fast_context.onnx", "accurate.onnx")
"""The name models, by name: one that is missing is told before anything runs."""


class PlanError(ValueError):
    """Settings that name something which is not there."""


@dataclass
class Plan:
    """Everything the rules need to know; paths are absolute, shard names are safe as wildcards."""

    home: Path
    corpus: Path
    root: Path
    shards: dict[str, dict]
    inputs: dict[str, dict]
    library: dict[str, list[str]]
    pack: list[str]
    languages: list[str]
    naming: list[str]
    models: list[str]
    linking: list[str]
    reference: list[str]
    speech: list[str]
    verbs: list[str]
    terms: list[str]
    figures: list[str]
    numbers: list[str]
    outlets: list[str]
    corrections: list[str]
    corrections_schema: str
    gold: list[str]
    gold_names: list[str]
    pinned: str
    sql: dict[str, list[str]]
    templates: list[str]
    pdf_missing: str | None
    targets: list[str] = field(default_factory=list)

    def announce(self) -> None:
        """Say what will be read, and what cannot be made here."""
        say(f"Readout: {sum(len(shard['files']) for shard in self.inputs.values())} files in {len(self.shards)} shards.")
        if self.pdf_missing:
            say(f"No PDF this time: {self.pdf_missing}")

    def conclude(self) -> None:
        """Say where the results lie."""
        say("")
        say(f"Report:   {Path('reports/report.html').resolve()}")
        if "reports/report.pdf" in self.targets:
            say(f"As PDF:   {Path('reports/report.pdf').resolve()}")
        elif self.pdf_missing:
            say(f"No PDF:   {self.pdf_missing}")
        say(f"Database: {Path('results/readout.duckdb').resolve()}")


def say(message: str) -> None:
    """Print to where Snakemake prints its own messages."""
    print(message, file=sys.stderr)


def plan(config: dict, home: str | Path) -> Plan:
    """The plan for a configuration; `home` is the folder of the Snakefile.

    A relative path that config/config.yaml gives is looked for in `home` first; one given on the command line is looked for
    where the command was typed, then in the working folder, then in `home`. Raises PlanError where a named path does not exist or the
    corpus holds no file, CorrectionError where the file of corrections cannot be obeyed.
    """
    home = Path(home)
    scripts = home / "scripts"
    shipped = read_yaml(home / "config" / "config.yaml")

    def find(key: str) -> Path:
        return _find(config[key], home, key, ours=config[key] == shipped.get(key))

    corpus = find("corpus")
    root = corpus_root(corpus)
    pack = find("pack")
    # gold annotations lie where the settings say, or in `gold` beside the corpus folder, if that is there
    gold = find("gold") if config["gold"] else root.parent / "gold"
    annotations = [path for path in _files(gold, "**/*.yaml") if Path(path).is_file()]
    items = [item for item in inventory(corpus) if not _written_by_a_run(located(root, item.path))]
    if not items:
        raise PlanError(f"there is no file to read in {config['corpus']}")
    made = {name: asdict(shard) for name, shard in shards(items, config["ingest"]["shards"]).items()}
    corrections = find("corrections") if config["corrections"] else None
    corrections_schema = home / "workflow" / "schemas" / "corrections.schema.yaml"
    # a slip in it is told now, and not when the names of the whole corpus have been read
    read_corrections(corrections, corrections_schema)
    missing = None if config["report"]["pdf"] == "never" else available()
    if missing and config["report"]["pdf"] == "always":
        raise PlanError(f"report.pdf is `always`, and {missing}")
    targets = ["results/readout.duckdb", "reports/report.html"]
    if config["report"]["pdf"] != "never" and not missing:
        targets.append("reports/report.pdf")
    return Plan(
        home=home,
        corpus=corpus,
        root=root,
        shards=made,
        inputs=_inputs(made, root, {item.path for item in items if item.plain_name}),
        library={name: library(scripts / f"{name}.py", scripts) for name in STAGES if (scripts / f"{name}.py").is_file()},
        pack=_files(pack, "*.yaml"),
        languages=_files(home / "config" / "languages", "*.yaml"),
        naming=_files(home / "config" / "languages" / "names", "*.yaml"),
        models=[str(home / "models" / "names" / name) for name in MODELS],
        linking=_files(home / "config" / "languages" / "linking", "*.yaml"),
        reference=_files(home / "config" / "languages" / "reference", "*.yaml"),
        speech=_files(home / "config" / "languages" / "speech", "*.yaml"),
        verbs=_files(pack / "verbs", "*.yaml"),
        terms=_files(pack / "terms", "*.yaml"),
        figures=_files(pack / "figures", "*.yaml"),
        numbers=_files(home / "config" / "languages" / "numbers", "*.yaml"),
        outlets=_outlets(find("outlets") if config["outlets"] else root.parent / "outlets.yaml", pack),
        corrections=[str(corrections)] if corrections else [],
        corrections_schema=str(corrections_schema),
        gold=annotations,
        gold_names=[Path(path).relative_to(gold).as_posix() for path in annotations],
        pinned=str(home / "config" / "accuracy.yaml"),
        sql={name: _files(home / "workflow" / "sql" / name, "*.sql") for name in ("link", "tables", "marts", "views", "report")},
        templates=[path for path in _files(home / "workflow" / "templates", "**/*") if Path(path).is_file()],
        pdf_missing=missing,
        targets=targets,
    )


def _written_by_a_run(path: Path) -> bool:
    """Whether a file is a result of a run in this folder: a corpus that holds the working folder does not read its own report."""
    return any(Path(name).resolve() in path.parents for name in ("results", "reports"))


def _find(given: str, home: Path, key: str, ours: bool) -> Path:
    # The shell leaves in PWD where the command was typed; `snakemake --directory` has moved on by the time this runs.
    typed = [Path(os.environ.get("PWD", ".")), Path.cwd()]
    places = [home, *typed] if ours else [*typed, home]
    for place in places:
        if (path := (place / Path(given).expanduser()).resolve()).exists():
            return path
    looked = ", ".join(dict.fromkeys(str(place.resolve()) for place in places))
    raise PlanError(f"{key}: there is no {given} (looked in {looked})")


def _inputs(made: dict[str, dict], root: Path, plain: set[str]) -> dict[str, dict]:
    """Per shard the files that Snakemake can watch itself, and the state of those whose names it cannot take."""
    return {
        name: {
            "files": [str(located(root, path)) for path in shard["files"] if path in plain],
            "strange": [_state(path, located(root, path)) for path in shard["files"] if path not in plain],
        }
        for name, shard in made.items()
    }


def _state(name: str, path: Path) -> list:
    found = path.stat()
    return [name, found.st_size, found.st_mtime_ns]


def _files(folder: Path, pattern: str) -> list[str]:
    return sorted(str(path) for path in folder.glob(pattern))


def _outlets(own: Path, pack: Path) -> list[str]:
    """The lists of outlets: the corpus's own, as set or beside its folder, then the pack's."""
    return [str(path) for path in (own, pack / "outlets.yaml") if path.is_file()]
