"""Pinned accuracy: figures measured before, with the floor that must be held and the digest of the gold they hold for."""

from collections.abc import Iterable
from pathlib import Path

import yaml

from readout.pack.files import read_yaml
from readout.tables.schema import SCORES

HEADER = """\
# Accuracy as measured, and the floor that each figure must hold. `benchmarks/accuracy.py` measures; with --raise it
# writes this file, and never lowers a floor unless the gold has changed. `tests/test_accuracy.py` holds the floors.
"""
KEY = SCORES.key


def read_pinned(path: str | Path) -> list[dict]:
    """The pinned rows: the columns of `scores`, a `floor`, and the `gold` digest; none where there is no file."""
    file = Path(path)
    return (read_yaml(file) or []) if file.is_file() else []


def raised(pinned: Iterable[dict], measured: Iterable[dict], margin: float) -> list[dict]:
    """The pinned rows with what was measured now, sorted: a floor rises to the figure less a margin, and falls only with new gold."""
    rows = {_key(row): row for row in pinned}
    for row in measured:
        floor = round(max(0.0, row["value"] - margin), 3)
        before = rows.get(_key(row))
        if before and before["gold"] == row["gold"]:
            floor = max(floor, before["floor"])
        rows[_key(row)] = row | {"floor": floor}
    return [rows[key] for key in sorted(rows)]


def write_pinned(path: str | Path, rows: Iterable[dict]) -> None:
    """Write the file, figures rounded to four digits."""
    rounded = [{name: round(value, 4) if isinstance(value, float) else value for name, value in row.items()} for row in rows]
    Path(path).write_text(HEADER + yaml.safe_dump(rounded, sort_keys=False, allow_unicode=True, width=200), encoding="utf-8")


def broken(pinned: Iterable[dict], measured: Iterable[dict]) -> list[str]:
    """What does not hold: a figure below its floor, or a floor that was set for other gold."""
    found = {_key(row): row for row in measured}
    faults = []
    for row in pinned:
        now = found.get(_key(row))
        if now is None:
            continue
        place = " ".join(map(str, _key(row)))
        if now["gold"] != row["gold"]:
            faults.append(f"{place}: the gold has changed since the floor was set")
        elif now["value"] < row["floor"]:
            faults.append(f"{place}: {now['value']:.4f} is below the floor {row['floor']}")
    return faults


def _key(row: dict) -> tuple:
    return tuple(row[name] for name in KEY)
