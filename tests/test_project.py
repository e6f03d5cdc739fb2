"""The project agrees with what it says about itself: documentation with code, locks with what they lock."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
import yaml

import readout

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REQUIREMENTS = ROOT / "requirements"
LOCKS = sorted(REQUIREMENTS.glob("*.txt"))

# Folders whose content is data, each file like the next: the folder itself is explained, what lies in it is not.
NOT_EXPLAINED_BELOW = ("benchmarks", "docs", "examples", "tests")

# What only one machine or one network knows. Put together here, so that this file does not hold them itself.
FORBIDDEN = {
    "a package registry": re.compile("|".join(["pypi" + r"\.org", "python" + r"hosted\.", "npm" + r"js\.", "anaconda" + r"\.org"])),
    "a path on one machine": re.compile(r"(?<![\w.~<}*)-])/(?:work|root|Users|home/\w+|opt/pypi|" + "tmp/w" + r")(?=/\w)"),
}


def tracked() -> list[Path]:
    """The files of the repository, relative to it: known to git or new, and not ignored."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return sorted(Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file())


def rules() -> dict[str, str]:
    """Each rule's text by its name, from all rule files."""
    found = {}
    for path in sorted((ROOT / "workflow" / "rules").glob("*.smk")):
        parts = re.split(r"^rule (\w+):\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        found.update(zip(parts[1::2], parts[2::2], strict=True))
    return found


def table_maker() -> ModuleType:
    """docs/make_tables.py as a module."""
    spec = importlib.util.spec_from_file_location("make_tables", DOCS / "make_tables.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def written(name: str) -> str:
    """A page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


# The documentation and the workflow


@pytest.mark.parametrize("rule", sorted(rules()))
def test_every_rule_is_in_the_architecture(rule: str) -> None:
    assert f"`{rule}`" in written("architecture.md")


def reachable(edges: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """All pairs of which the second can be reached from the first."""
    while longer := {(start, end) for start, middle in edges for other, end in edges if middle == other} - edges:
        edges = edges | longer
    return edges


def test_rule_graph_in_the_architecture_is_that_of_the_rules() -> None:
    drawn = set()
    for line in re.search(r"```mermaid\n(.*?)```", written("architecture.md"), flags=re.DOTALL)[1].splitlines():
        steps = [re.match(r"\w+", step.strip())[0] for step in line.split("-->")] if "-->" in line else []
        drawn |= {pair for pair in pairwise(steps) if pair[0] != "files"}
    depends = {(source, rule) for rule, text in rules().items() for source in re.findall(r"\brules\.(\w+)\.output", text)}
    assert drawn <= depends, "drawn, and not so"
    assert reachable(drawn) == reachable(depends), "so, and not drawn"


@pytest.mark.parametrize(("rule", "text"), sorted(rules().items()), ids=sorted(rules()))
def test_every_rule_says_what_it_does_and_what_it_needs(rule: str, text: str) -> None:
    assert text.startswith('    """'), "a rule begins with one sentence that says what it does"
    for directive in ("log:", "benchmark:", "conda:", "threads:", "resources:", "script:"):
        assert re.search(rf"^    {directive}", text, flags=re.MULTILINE), f"rule {rule} lacks {directive}"


def test_every_rule_has_a_script_of_its_name() -> None:
    for rule, text in rules().items():
        assert f"scripts/{rule}.py" in text
        assert (ROOT / "scripts" / f"{rule}.py").is_file()


def settings(schema: dict, above: str = "") -> dict[str, dict]:
    """What a schema says about each setting, by its dotted name; leaves only."""
    found = {}
    for name, below in schema.get("properties", {}).items():
        found |= settings(below, f"{above}{name}.") if "properties" in below else {above + name: below}
    return found


def config_schema() -> dict:
    """The schema of config/config.yaml."""
    return yaml.safe_load((ROOT / "workflow" / "schemas" / "config.schema.yaml").read_text(encoding="utf-8"))


def test_every_setting_is_documented_and_nothing_else() -> None:
    rows = re.findall(r"^\| `([\w.]+)` \|", written("configuration.md"), flags=re.MULTILINE)
    assert {row for row in rows if not row.endswith(".yaml")} == settings(config_schema()).keys()


def test_every_setting_is_described_where_it_is_declared() -> None:
    for setting in settings(config_schema()).values():
        # a comma in an unquoted description would cut it short, in silence
        assert setting.get("description", "").endswith("."), setting


def test_every_setting_has_a_default() -> None:
    config = yaml.safe_load((ROOT / "config" / "config.yaml").read_text(encoding="utf-8"))
    for key in settings(config_schema()):
        held = config
        for part in key.split("."):
            assert part in held, f"config.yaml does not set {key}"
            held = held[part]
    jsonschema.validate(config, config_schema())


def test_tables_page_is_what_the_declarations_say() -> None:
    assert written("tables.md") == table_maker().page(), "run `make tables`"


def explained() -> set[str]:
    """Folders that docs/architecture.md explains, from its table of folders."""
    return {path.rstrip("/") for path in re.findall(r"^\| `([\w./-]+/)` \|", written("architecture.md"), flags=re.MULTILINE)}


def test_architecture_explains_every_folder_and_nothing_else() -> None:
    there = {parent.as_posix() for path in tracked() for parent in path.parents} - {"."}
    generated = {"results", "reports"}
    assert explained() - generated <= there, "folders explained that are not there"
    depth = {"scripts": 3, "config": 3}
    due = {
        folder
        for folder in there
        if (parts := folder.split("/"))
        and len(parts) <= depth.get(parts[0], 2)
        and (len(parts) == 1 or (parts[0] not in NOT_EXPLAINED_BELOW and not parts[0].startswith(".")))
    }
    # of the domain packs, only that there are such
    due = {folder for folder in due if not folder.startswith("config/packs/")}
    assert due <= explained(), "folders that nobody explains"


def test_links_between_pages_lead_somewhere() -> None:
    for path in tracked():
        if path.suffix == ".md" and path.parts[0] != "examples":
            text = (ROOT / path).read_text(encoding="utf-8")
            for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text):
                assert (ROOT / path.parent / target).exists(), f"{path} points to {target}, which is not there"


def test_pages_that_the_code_names_are_there() -> None:
    for path in tracked():
        if path.suffix in {".py", ".md", ".yaml", ".smk", ".j2"} and path.parts[0] != "examples":
            for page in re.findall(r"\bdocs/[\w-]+\.md\b", (ROOT / path).read_text(encoding="utf-8")):
                assert (ROOT / page).is_file(), f"{path} names {page}, which is not there"


# The code


def imports(path: Path) -> Iterator[str]:
    """Dotted names of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_no_module_has_the_name_of_a_standard_one() -> None:
    for path in (ROOT / "scripts").rglob("*.py"):
        assert path.stem == "__init__" or path.stem not in sys.stdlib_module_names, f"{path.name} would shadow the standard library's"


def test_library_has_never_heard_of_snakemake() -> None:
    for path in (ROOT / "scripts" / "readout").rglob("*.py"):
        names = {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
        assert "snakemake" not in names | {name.split(".")[0] for name in imports(path)}, f"{path}: Snakemake stops in the script"


def test_no_file_names_a_registry_or_one_machine() -> None:
    for path in tracked():
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for what, pattern in FORBIDDEN.items():
            assert not (found := pattern.search(text)), f"{path} names {what}: {found[0]}"


# The environment


def needs(path: Path) -> dict[str, str]:
    """Names and version limits in a list of requirements."""
    lines = [line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return dict(_need(line) for line in lines if line and not line.startswith("-"))


def _need(line: str) -> tuple[str, str]:
    name, limit = re.fullmatch(r"([\w.-]+)\s*(.*)", line).groups()
    return name.lower().replace("_", "-"), limit


def pins(path: Path) -> dict[str, set[str]]:
    """Versions that a lock pins each package to: one, or one per version of Python."""
    pinned: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        pinned.setdefault(name, set()).add(version)
    return pinned


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_locks_hold_hashes_and_no_address(lock: Path) -> None:
    blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    for block in blocks:
        first, *hashes = [line.strip(" \\") for line in block.split("\n")]
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ; [\w.'<>=! ]+)?", first), f"{lock.name}: {first}"
        assert hashes and all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes), f"{lock.name}: {first}"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_locks_hold_what_is_asked_for(lock: Path) -> None:
    assert needs(lock.with_suffix(".in")).keys() <= pins(lock).keys(), "run `make lock`"


def test_tests_run_on_the_versions_that_the_workflow_runs_on() -> None:
    runtime, develop = pins(REQUIREMENTS / "runtime.txt"), pins(REQUIREMENTS / "develop.txt")
    assert {name: develop[name] for name in develop.keys() & runtime} == {name: runtime[name] for name in develop.keys() & runtime}


def test_what_the_code_imports_is_what_is_asked_for() -> None:
    imported = {name.split(".")[0] for path in (ROOT / "scripts").rglob("*.py") for name in imports(path)}
    own = {"readout", *(path.stem for path in (ROOT / "scripts").glob("*.py"))}
    distributions = packages_distributions()
    used = {distributions.get(name, [name])[0].lower().replace("_", "-") for name in imported - own - sys.stdlib_module_names}
    not_imported = {
        "natasha",  # the models in it are read as files
        "pymorphy3-dicts-ru",  # pymorphy3 reads it
        "snakemake",  # runs the scripts
        "jsonschema",  # Snakemake's `validate`
        "vl-convert-python",  # altair's way to SVG
    }
    asked = needs(REQUIREMENTS / "runtime.in").keys()
    assert used <= asked, "imported, and not in requirements/runtime.in"
    assert asked - not_imported <= used, "in requirements/runtime.in, and never imported"


def test_conda_environment_names_the_same() -> None:
    called = {"snakemake-minimal": "snakemake", "python-duckdb": "duckdb"}
    beyond = {"python", "pip", "pango"}
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    by_pip = next(entry["pip"] for entry in listed if isinstance(entry, dict))
    named = dict(_need(entry) for entry in [*by_pip, *(entry for entry in listed if isinstance(entry, str))])
    assert {called.get(name, name): limit for name, limit in named.items() if name not in beyond} == needs(REQUIREMENTS / "runtime.in")


def test_version_is_the_same_everywhere() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["version"] == version
    assert readout.__version__ == version


def test_python_that_will_not_do_is_refused_with_a_reason(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.8.1 && exit\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    tried = subprocess.run([ROOT / ".ci" / "find-python", old], capture_output=True, text=True)
    assert tried.returncode == 1
    assert not tried.stdout
    assert "needs Python 3.11 or newer" in tried.stderr and "3.8.1" in tried.stderr
