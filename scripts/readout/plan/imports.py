"""Which library modules a script can reach: what a rule must declare so that an edit reruns it, and nothing else."""

import ast
from functools import cache
from pathlib import Path


def library(script: Path, root: Path) -> list[str]:
    """Paths of all modules below `root` that `script` imports, directly or through others, sorted.

    Imports inside functions count too. A module's package files count, since importing runs them.
    Snakemake watches the script alone; without this list an edit of the library would rerun nothing.
    """
    found: set[Path] = set()
    waiting = [script]
    while waiting:
        source = waiting.pop()
        for name in _imported(source):
            for module in _modules(name, root):
                if module not in found and module != script:
                    found.add(module)
                    waiting.append(module)
    return sorted(str(module) for module in found)


@cache
def _imported(source: Path) -> list[str]:
    """Dotted names that a source file imports; for `from a import b` both `a` and `a.b`."""
    names: list[str] = []
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names


def _modules(name: str, root: Path) -> list[Path]:
    """Files below `root` that importing a dotted name would run; none where it lies elsewhere."""
    parts = name.split(".")
    files = [root.joinpath(*parts[:depth]) / "__init__.py" for depth in range(1, len(parts) + 1)]
    files.append(root.joinpath(*parts).with_suffix(".py"))
    return [file for file in files if file.is_file()]
