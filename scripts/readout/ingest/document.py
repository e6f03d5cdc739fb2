"""One record's text as a document's text, by the way it is laid out."""

from dataclasses import dataclass

from readout.ingest.decoding import with_line_feeds
from readout.ingest.markdown import TooDeep, rendered
from readout.ingest.outlets import Outlets
from readout.ingest.records import Given, Rejected
from readout.ingest.webpage import Page, decoded_page, read_page


@dataclass(slots=True)
class Document:
    """A text and what is known about it; `main` as in the table `parsed`."""

    text: str
    format: str
    title: str | None
    date: str | None
    url: str | None
    outlet: str | None
    main: str | None
    notes: list[str]


def document(given: Given, path: str, outlets: Outlets) -> Document:
    """The document that a record gave; Rejected where there is no text in it."""
    page, notes = None, list(given.notes)
    if given.layout == "html":
        page, more = _page(given)
        text = page.text
    else:
        text, more = _text(given)
    if not text.strip():
        raise Rejected("empty: nothing but white space" if text else "empty")
    page = page or Page(text, [])
    notes += more
    url = given.url or page.url
    return Document(
        text=text,
        format=given.layout,
        title=given.title or page.title,
        date=given.date or page.date,
        url=url,
        outlet=outlets.of(given.outlet, url, path, page.site),
        main=" ".join(f"{start}-{end}" for start, end in page.main) if given.layout == "html" else None,
        notes=notes,
    )


def _text(given: Given) -> tuple[str, list[str]]:
    text = with_line_feeds(given.body if isinstance(given.body, str) else given.body.decode())
    if "\0" in text:
        raise Rejected("NUL byte: not text")
    if given.layout != "markdown":
        return text, []
    try:
        return rendered(text), []
    except TooDeep as error:
        return text, [f"{error}: kept as written"]


def _page(given: Given) -> tuple[Page, list[str]]:
    if isinstance(given.body, str):
        source, notes = given.body, []
        if "\0" in source:
            raise Rejected("NUL byte: not text")
    else:
        read = decoded_page(given.body, given.charset)
        source, notes = read.text, read.notes
    return read_page(source, given.url), notes
