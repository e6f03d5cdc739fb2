"""The PDF: the same report on paper, tagged, bounded, and the same bytes each time."""

import re
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
import stage_files

from aggregate import aggregate
from pdf import pdf
from readout.report import typesetting

WORKFLOW = Path(__file__).parents[1] / "workflow"
SETTINGS = {"title": "Talks in Port Sella", "evidence": 20, "actors": 100, "matrix": 20}
needed = pytest.mark.skipif(typesetting.available() is not None, reason="no Pango or no fonts on this system")


def build(folder: Path, stages: dict[str, list[str]]) -> bytes:
    database = folder / "results" / "readout.duckdb"
    aggregate(stages, str(WORKFLOW / "sql"), {}, [], str(database), str(folder / "results" / "tables"))
    target = folder / "reports" / "report.pdf"
    pdf(str(database), str(WORKFLOW / "sql" / "report"), str(WORKFLOW / "templates"), SETTINGS, str(target))
    return target.read_bytes()


def unpacked(made: bytes) -> bytes:
    """A PDF with its compressed streams unpacked."""
    parts = [made]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, flags=re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompress(stream))
    return b"\n".join(parts)


@needed
def test_the_pdf_is_tagged_and_the_same_each_time(tmp_path: Path) -> None:
    stages = stage_files.small(tmp_path / "stages")
    first, second = build(tmp_path / "one", stages), build(tmp_path / "two" / "deeper", stages)
    assert first == second
    assert first.startswith(b"%PDF-1.7")
    inside = unpacked(first)
    assert re.search(rb"pdfuaid:part\W+1", inside)
    assert b"/MarkInfo" in inside and b"/Lang (en)" in inside
    assert not re.search(rb"CreationDate|ModDate|CreateDate", inside)


@needed
def test_the_pdf_of_a_large_corpus_has_eighty_pages_at_most(tmp_path: Path) -> None:
    made = build(tmp_path, stage_files.large(tmp_path / "stages", documents=120, people=60, sentences=6))
    assert 10 < len(re.findall(rb"/Type /Page\b", unpacked(made))) <= 80


def test_what_is_missing_is_named_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_load", lambda spellings: None)
    message = typesetting.available()
    assert message is not None
    assert "Pango" in message and "libpango-1.0-0" in message and "fonts-dejavu-core" in message


@needed
def test_a_machine_without_fonts_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_has_fonts", lambda library: False)
    assert "fonts not found" in (typesetting.available() or "")
