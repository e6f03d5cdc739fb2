"""A `.sql` file: one SELECT, and in its opening comment what a row and each column of its result mean."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

_PARAMETER = re.compile(r"\$([a-z_]+)")


class StatementError(ValueError):
    """A `.sql` file that is not laid out as they all are."""


@dataclass(frozen=True)
class Statement:
    """One SELECT: its name, the meaning of a row and of each column (in order), and its text without the comment."""

    name: str
    row: str
    columns: dict[str, str]
    sql: str

    @property
    def parameters(self) -> frozenset[str]:
        """Names of the values that must be bound to it."""
        return frozenset(_PARAMETER.findall(self.sql))

    def bind(self, values: Mapping[str, object]) -> dict[str, object]:
        """Those of the values that it takes: DuckDB refuses any it does not; KeyError where one is missing."""
        return {name: values[name] for name in self.parameters}


def parse(name: str, source: str) -> Statement:
    """The statement in a file's text, which opens with `-- row: …` and one `-- column: meaning` line per column.

    A comment line that opens with more than one space goes on with the line before it. Raises StatementError.
    """
    lines = source.strip().splitlines()
    meanings: dict[str, str] = {}
    last = None
    while lines and lines[0].startswith("--"):
        line = lines.pop(0)[2:]
        if line.startswith("  ") and last:
            meanings[last] += " " + line.strip()
            continue
        last, colon, meaning = (part.strip() for part in line.partition(":"))
        if not colon or not re.fullmatch(r"[a-z_0-9]+", last) or last in meanings:
            raise StatementError(f"{name}.sql: cannot read the comment line `--{line}`")
        meanings[last] = meaning
    body = "\n".join(lines).strip().removesuffix(";")
    if not body or "row" not in meanings:
        raise StatementError(f"{name}.sql: wants a comment that says what a row is, then one SELECT")
    return Statement(name, meanings.pop("row"), meanings, body)


def load(folder: str | Path) -> dict[str, Statement]:
    """The statements of a folder by name, which is the file's name without `.sql`, in alphabetical order."""
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.sql"))}


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """The statements so that each comes after those whose results it reads; otherwise by name."""
    named = {statement.name: statement for statement in sorted(statements, key=lambda statement: statement.name)}
    graph = {name: sorted(set(re.findall(r"[a-z_]+", statement.sql)) & named.keys() - {name}) for name, statement in named.items()}
    return [named[name] for name in TopologicalSorter(graph).static_order()]
