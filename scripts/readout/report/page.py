"""Pages made from the templates: text from outside never becomes markup, and nothing but our own style and script may run."""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from readout.report import names, reading, sections, wording
from readout.report.address import anchor
from readout.report.limits import MAX_BYTES, Limits
from readout.report.source import Source

DOCUMENTS_PER_INDEX = 1000
ATTEMPTS = 25


class Pages:
    """The pages of one report, made from the templates in a folder and the rows of a source."""

    def __init__(self, templates: str | Path, source: Source, title: str) -> None:
        self.source = source
        self.title = title
        self._folder = Path(templates)
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self._folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "number": wording.number,
            "plural": wording.plural,
            "things": wording.things,
            "figure": wording.figure,
            "lang": wording.lang,
            "language": wording.language,
            "clipped": wording.clipped,
            "showable": wording.showable,
        }

    def report(self, limits: Limits) -> tuple[str, Limits, dict[str, str]]:
        """The report for the screen, smaller than `MAX_BYTES`; the limits that it took, and the anchors of the actors shown."""
        for _ in range(ATTEMPTS):
            found = sections.gather(self.source, limits, linked=True)
            made = self._render(found, limits, "screen")
            size = len(made.encode())
            if size < MAX_BYTES:
                return made, limits, found.actors
            limits = limits.tighter(0.9 * MAX_BYTES / size)
        raise ValueError(f"the report is {size:,} bytes at its smallest, and may have {MAX_BYTES:,}")

    def names(self, limits: Limits, *, embedded: bool) -> str:
        """The page of names, smaller than `MAX_BYTES`; `embedded`: whether the reading pages stand in the report itself."""
        style, script = self._style("colours", "paper", "screen"), self._text("report.js")
        template = self._environment.get_template("names.html.j2")
        context = {
            "title": self.title,
            "medium": "screen",
            "place": _places("screen", embedded, "report.html"),
            "style": style,
            "script": Markup(script),
            "policy": _policy(style, script),
        }
        for _ in range(ATTEMPTS):
            made = template.render(context, limits=limits, **names.gather(self.source, limits))
            size = len(made.encode())
            if size < MAX_BYTES:
                return made
            limits = limits.tighter(0.9 * MAX_BYTES / size)
        raise ValueError(f"the page of names is {size:,} bytes at its smallest, and may have {MAX_BYTES:,}")

    def printed(self, limits: Limits) -> str:
        """The report for the typesetter: the same sections, with evidence as an appendix."""
        return self._render(sections.gather(self.source, limits, linked=False), limits, "print")

    def documents(self, actors: dict[str, str]) -> Iterator[tuple[str, str]]:
        """File names and contents of reading pages of their own, and of the lists that lead to them, one at a time."""
        known = reading.Names(actors, "../report.html")
        style = self._style("colours", "alone", "reading")
        template = self._environment.get_template("document.html.j2")
        shared = {"title": self.title, "style": style, "policy": _policy(style)}
        for document in reading.readings(self.source, known, embedded=False):
            yield reading.page_name(document.doc_id), template.render(shared, document=document)
        yield from self._indexes(shared)

    def _indexes(self, shared: dict[str, Any]) -> Iterator[tuple[str, str]]:
        template = self._environment.get_template("index.html.j2")
        skip, number = 0, 1
        while rows := self.source.rows("document_rows", limit=DOCUMENTS_PER_INDEX, skip=skip):
            last = skip + len(rows)
            yield (
                _index_name(number),
                template.render(
                    shared,
                    rows=[sections.document_row(row) for row in rows],
                    first=skip + 1,
                    last=last,
                    total=rows[0].total,
                    before=_index_name(number - 1) if number > 1 else None,
                    after=_index_name(number + 1) if last < rows[0].total else None,
                ),
            )
            skip, number = last, number + 1

    def _render(self, found: sections.Findings, limits: Limits, medium: str) -> str:
        on_screen = medium == "screen"
        style = self._style("colours", "paper", "screen", "reading") if on_screen else self._style("colours", "paper", "print")
        script = self._text("report.js") if on_screen else ""
        known = reading.Names(found.actors, "")
        context = {
            "title": self.title,
            "medium": medium,
            "titles": sections.TITLES,
            "blocks": found.blocks,
            "readings": list(reading.readings(self.source, known, embedded=True)) if on_screen and limits.embed else [],
            "embedded": limits.embed,
            "place": _places(medium, limits.embed),
            "limits": limits,
            "style": style,
            "script": Markup(script),
            "policy": _policy(style, script),
            **found.sections,
        }
        return self._environment.get_template("page.html.j2").render(context)

    def _style(self, *names: str) -> Markup:
        return Markup("".join(self._text(f"{name}.css") for name in names))

    def _text(self, name: str) -> str:
        return (self._folder / name).read_text(encoding="utf-8")


def _index_name(number: int) -> str:
    return "index.html" if number == 1 else f"index-{number}.html"


def _places(medium: str, embedded: bool, report: str = "") -> Any:
    """A function that tells where to read a document, or a sentence of it, seen from a page beside the `report`; nowhere on paper."""

    def place(doc_id: str | None, sentence: int | None = None) -> str | None:
        if doc_id is None or medium != "screen":
            return None
        if embedded:
            return f"{report}#{anchor('doc', doc_id)}" + ("" if sentence is None else f".s{sentence}")
        return f"documents/{reading.page_name(doc_id)}" + ("" if sentence is None else f"#s{sentence}")

    return place


def _policy(style: str, script: str = "") -> str:
    """A Content-Security-Policy that lets this style and this script through, and nothing else."""
    allowed = f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    return allowed + (f"; script-src '{_hash(script)}'" if script else "")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
