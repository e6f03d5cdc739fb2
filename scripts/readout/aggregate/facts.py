"""The facts about a run that stand in the `runs` table: versions, settings, digests, counts. No clock and no path."""

import hashlib
from collections.abc import Iterable, Mapping

PACKAGES = (
    "altair",
    "babel",
    "duckdb",
    "jinja2",
    "lingua-language-detector",
    "navec",
    "polars",
    "pyahocorasick",
    "pyarrow",
    "slovnet",
    "snakemake",
    "trafilatura",
    "vl-convert-python",
    "weasyprint",
)
"""Installed packages whose version can change what the tables or the report say."""


def versions(readout: str, python: str, installed: Mapping[str, str | None]) -> dict[str, str]:
    """Versions of Readout, Python and the packages as facts; a package that is not installed is left out."""
    return {
        "version.readout": readout,
        "version.python": python,
        **{f"version.{name}": version for name, version in installed.items() if version is not None},
    }


def settings(config: Mapping[str, object], leave_out: Iterable[str]) -> dict[str, str]:
    """Settings as facts under dotted keys, such as `setting.report.evidence`; lists are joined by spaces.

    `leave_out` names top-level settings that hold paths: the same corpus in another folder must give the same table.
    """
    shown = {key: value for key, value in config.items() if key not in set(leave_out)}
    return dict(_dotted("setting", shown))


def _dotted(prefix: str, value: object) -> Iterable[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key in sorted(value, key=str):
            yield from _dotted(f"{prefix}.{key}", value[key])
    elif isinstance(value, list | tuple):
        yield prefix, " ".join(str(item) for item in value)
    else:
        yield prefix, "" if value is None else str(value)


def digest(parts: Iterable[bytes]) -> str:
    """SHA-256 of some byte strings one after the other, each with its length before it, in hexadecimal."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()
