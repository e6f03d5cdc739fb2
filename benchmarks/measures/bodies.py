"""Bodies of web pages, against gold bodies and against what trafilatura hands back by itself."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from measures.common import digest_of, known_languages, rows
from readout.ingest.document import Document, document
from readout.ingest.outlets import Outlets
from readout.ingest.records import Given
from readout.score import datasets
from readout.score.proportion import Share
from readout.score.words import word_f1
from readout.segment.document import spans
from readout.segment.recurring import Recurring
from readout.segment.roles import Segment, segment

KREMLIN_PAGES = "corpora/kremlin_en/html_pairs.tar.gz"


def measured_bodies(data: Path, show: Callable[[str], None]) -> Iterator[dict]:
    """Figures of how well the bodies of web pages are found."""
    for language, dataset, pages, gold in _pages(data):
        yield from _bodies(language, dataset, ((page, _body(page)) for page in pages), gold, show)
    archive = data / KREMLIN_PAGES
    if archive.is_file():
        yield from _bodies("en", "kremlin.ru pages as plain text", _plain_bodies(archive), digest_of([archive]), show)


def _pages(data: Path) -> Iterator[tuple[str, str, Iterable[datasets.GoldPage], str]]:
    folder, archive = data / "corpora/html_news_pages", data / KREMLIN_PAGES
    if folder.is_dir():
        files = [*folder.glob("*/*.json"), *folder.glob("*/*.html.gz")]
        yield "all", "html_news_pages", datasets.news_pages(folder), digest_of(files)
    if archive.is_file():
        yield "en", "kremlin.ru page against print", datasets.kremlin_pages(archive), digest_of([archive])


def library_bodies(data: Path) -> Iterator[str]:
    """A line for each set of pages: the mean F1 of what trafilatura takes for their bodies."""
    import trafilatura

    for _, dataset, pages, _ in _pages(data):
        scores = [word_f1(page.body, trafilatura.extract(page.source, url=page.url, include_comments=False) or "") for page in pages]
        yield f"{dataset}: trafilatura's own bodies {sum(scores) / len(scores):.3f}"


def _bodies(
    language: str, dataset: str, found: Iterable[tuple[datasets.GoldPage, str]], gold: str, show: Callable[[str], None]
) -> Iterator[dict]:
    scores = [(word_f1(page.body, body), page.name) for page, body in found]
    for value, name in sorted(scores):
        show(f"{dataset}: {value:.3f} {name}")
    mean = Share(sum(value for value, _ in scores) / len(scores), None, None, len(scores))
    yield from rows("segment", language, dataset, [("body_f1", mean)], gold)


def _body(page: datasets.GoldPage) -> str:
    """What a run takes for the body of a page, with the dateline that opens it."""
    read = _read(page)
    return _text(read.text, segment(read.text, read.format, spans(read.main), known_languages(), read.title))


def _plain_bodies(archive: Path) -> Iterator[tuple[datasets.GoldPage, str]]:
    """The same for pages that a scraper has saved as text, with all that stands around their stories."""
    texts = [(page, {"text": _read(page).text, "outlet": "kremlin.ru"}) for page in datasets.kremlin_pages(archive)]
    recurring = Recurring()
    for _, record in texts:
        recurring.add(record, None)
    for page, record in texts:
        yield page, _text(record["text"], segment(record["text"], "text", None, known_languages(), recurring=recurring.of(record)))


def _read(page: datasets.GoldPage) -> Document:
    return document(Given(page.source, "html", url=page.url), page.name, Outlets(()))


def _text(text: str, parts: Iterable[Segment]) -> str:
    return "\n".join(text[part.start : part.end] for part in parts if part.role == "body" or part.rule == "dateline:opening")
