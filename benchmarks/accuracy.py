"""Measure the accuracy of the stages on gold data, and pin it.

    python benchmarks/accuracy.py [--data ../shared/data] [--results DIR] [--raise] [--errors N] [--library]

Prints one line per figure. With --raise, config/accuracy.yaml takes the figures and their floors. Names, dates, the bodies of web
pages and the false alarms of signs are measured on public data below --data, where that is there; everything else on the example
corpus from the results of a run in --results. With --library, the bodies that trafilatura hands back by itself are measured too.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME / "scripts"))

import yaml

from readout.date.document import Piece, resolve
from readout.date.document import find as dates_in
from readout.date.lexicon import lexicon
from readout.date.values import Interval
from readout.ingest.document import Document, document
from readout.ingest.inventory import corpus_root, inventory
from readout.ingest.outlets import Outlets
from readout.ingest.records import Given
from readout.ingest.shards import shards
from readout.ingest.stage import ParsedRow, ingest
from readout.pack.actors import read_pack
from readout.pack.spellings import read_naming, spelling_rows
from readout.score import datasets, date_phrases
from readout.score.corpus import corpus_scores
from readout.score.gold import digest, gold_below, read_gold
from readout.score.pinned import raised, read_pinned, write_pinned
from readout.score.proportion import Share, share
from readout.score.spans import Span, span_scores
from readout.score.words import word_f1
from readout.segment.document import rows as segmented
from readout.segment.document import spans
from readout.segment.language import Detector
from readout.segment.languages import Languages, languages
from readout.segment.recurring import Recurring
from readout.segment.roles import Segment, segment
from readout.segment.sentences import sentences
from readout.signals.document import rows as signs
from readout.signals.furniture import Part
from readout.signals.languages import tells
from readout.tables.schema import ABOUT, SCORES, SEGMENTS
from readout.tag.choose import Taggers
from readout.tag.names import Sentence, names

MARGIN = 0.01
EXAMPLE = HOME / "examples" / "south-caucasus"
PINNED = HOME / "config" / "accuracy.yaml"

KREMLIN_PAGES = "corpora/kremlin_en/html_pairs.tar.gz"
CONLL: dict[str, tuple[str, str, dict]] = {
    "UNER English EWT test": ("en", "ner/en_uner_ewt/en_ewt-ud-test.iob2", {"token": 1, "tag": 2, "separator": "\t"}),
    "CrossNER politics dev": ("en", "ner/en_crossner_politics/dev.txt", {}),
    "WikiGold": ("en", "ner/en_wikigold/CONLL-format/data/wikigold.conll.txt", {}),
    "Turkish Wiki NER dev": ("tr", "ner/tr_wiki/dev.conll", {}),
}
HUMAN = {
    "releases of kremlin.ru": "corpora/kremlin_en/kremlin_en.jsonl.gz",
    "releases of the White House": "corpora/whitehouse_en/whitehouse_en.jsonl.gz",
}
REWRITTEN = {"spun", "machine_translated"}


def taggers() -> Taggers:
    """The taggers as the shipped configuration has them."""
    config = yaml.safe_load((HOME / "config" / "config.yaml").read_text(encoding="utf-8"))
    naming = read_naming(str(path) for path in (HOME / "config" / "languages" / "names").glob("*.yaml"))
    pack = read_pack(str(path) for path in (HOME / config["pack"]).glob("*.yaml"))
    return Taggers(config["tag"]["taggers"], spelling_rows(pack, naming), naming)


@cache
def _languages() -> Languages:
    files = _language_files()
    return languages(sorted(files), files)


@cache
def _language_files() -> dict[str, dict]:
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (HOME / "config" / "languages").glob("*.yaml")}


def found(text: str, language: str, tagging: Taggers, between: str = "\n") -> list[dict]:
    """The rows of `names` for a text, read sentence by sentence as a run reads it; `between` stands between its paragraphs."""
    splitting = _languages().splitting[language]
    spans, start = [], 0
    for paragraph in text.split(between):
        spans += sentences(text, start, start + len(paragraph), splitting)
        start += len(paragraph) + len(between)
    document = [Sentence("", number, start, language, text[start:end]) for number, (start, end) in enumerate(spans)]
    return list(names([document], tagging))


def measured_names(data: Path, tagging: Taggers, show: Callable[[str], None]) -> Iterator[dict]:
    """Figures of the taggers on public gold data."""
    for dataset, (language, path, layout) in CONLL.items():
        if (data / path).is_file():
            yield from _spans(dataset, language, datasets.conll(data / path, **layout), tagging, _digest([data / path]), show)
    folder = data / "ner/ru_factrueval/devset"
    if folder.is_dir():
        yield from _spans("FactRuEval dev", "ru", datasets.factrueval(folder), tagging, _digest(folder.glob("*.objects")), show)
    folder = data / "ner/ru_uk_slavner2021"
    for language in ("ru", "uk") if folder.is_dir() else ():
        yield from _surfaces(language, folder, tagging, show)
    file = data / "corpora/kremlin_en/kremlin_en.jsonl.gz"
    if file.is_file():
        yield from _persons(file, tagging, show)


def _spans(
    dataset: str, language: str, texts: Iterable[datasets.GoldText], tagging: Taggers, gold: str, show: Callable[[str], None]
) -> Iterator[dict]:
    wanted, seen = set(), set()
    for text in texts:
        here = {Span(text.name, *span) for span in text.spans}
        there = {
            Span(text.name, row["start"], row["end"], row["kind"])
            for row in found(text.text, language, tagging)
            if row["kind"] != "AGREEMENT"
        }
        for span in sorted(here ^ there):
            show(
                f"{dataset}: {'missed' if span in here else 'wrong'} {span.kind} {text.text[span.start : span.end]!r}"
                f" in {text.text[max(0, span.start - 60) : span.end + 40]!r}"
            )
        wanted |= here
        seen |= there
    yield from _rows("tag", language, dataset, span_scores(wanted, seen), gold)


def measured_dates(data: Path, show: Callable[[str], None]) -> Iterator[dict]:
    """Figures of date expressions on public gold: the days meant exactly, and days in common with those meant."""
    files = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (HOME / "config" / "languages").glob("*.yaml")}
    lexicons = {code: lexicon([code], file["dates"]) for code, file in files.items()}
    sets = []
    if (file := data / "dates/duckling/time_examples.jsonl").is_file():
        sets.append(("Duckling phrases", [file], list(date_phrases.duckling(file))))
    for language, name in (("English", "en"), ("Turkish", "tr")):
        found = [data / f"dates/recognizers/{language}/{kind}.json" for kind in ("DateParser", "DatePeriodParser")]
        found = [file for file in found if file.is_file()]
        if found:
            phrases = [phrase for file in found for phrase in date_phrases.recognizers(file, name)]
            sets.append(("Recognizers-Text phrases", found, phrases))
    for dataset, found, phrases in sets:
        for language in sorted({phrase.language for phrase in phrases} & lexicons.keys()):
            own = [phrase for phrase in phrases if phrase.language == language]
            exact = common = 0
            for phrase in own:
                made = dates_in(phrase.text, [Piece(0, len(phrase.text), "body", language)], lexicons)
                told = [row for row in resolve(phrase.text, made, Interval(phrase.day, phrase.day)) if row.earliest]
                exact += any((row.earliest, row.latest) == phrase.meant for row in told)
                shared = any(row.earliest <= phrase.meant.latest and row.latest >= phrase.meant.earliest for row in told)
                common += shared
                if not shared:
                    means = " to ".join(map(str, phrase.meant))
                    show(f"{dataset}: {phrase.text!r} means {means}, found {[row[2:5] for row in told]}")
            figures = [("exact", share(exact, len(own))), ("overlap", share(common, len(own)))]
            yield from _rows("date", language, dataset, figures, _digest(found))


def _surfaces(language: str, folder: Path, tagging: Taggers, show: Callable[[str], None]) -> Iterator[dict]:
    wanted, seen = set(), set()
    for name, text, surfaces in datasets.slavner(folder, language):
        here = {Span(f"{name}\t{surface}", 0, 0, kind) for surface, kind in surfaces}
        there = {
            Span(f"{name}\t{row['surface']}", 0, 0, row["kind"]) for row in found(text, language, tagging) if row["kind"] != "AGREEMENT"
        }
        for span in sorted(here ^ there):
            show(f"SlavNER {language}: {'missed' if span in here else 'wrong'} {span.kind} {span.text!r}")
        wanted |= here
        seen |= there
    gold = _digest((folder / "annotations").glob(f"*/{language}/*.out"))
    yield from _rows("tag", language, "SlavNER 2021 surfaces", span_scores(wanted, seen), gold)


def _persons(file: Path, tagging: Taggers, show: Callable[[str], None]) -> Iterator[dict]:
    wanted, seen = set(), set()
    for text in datasets.kremlin_persons(file):
        here = {Span(text.name, *span) for span in text.spans}
        there = {
            Span(text.name, row["start"], row["end"], "PER") for row in found(text.text, "en", tagging, "\n\n") if row["kind"] == "PER"
        }
        for span in sorted(here - there):
            show(f"Kremlin: missed {text.text[span.start : span.end]!r} in {text.text[max(0, span.start - 60) : span.end + 40]!r}")
        wanted |= here
        seen |= there & here
    scores = [(measure, figures) for measure, figures in span_scores(wanted, seen) if measure == "recall"]
    yield from _rows("tag", "en", "persons linked by kremlin.ru", scores, _digest([file]))


def measured_bodies(data: Path, show: Callable[[str], None]) -> Iterator[dict]:
    """Figures of how well the bodies of web pages are found."""
    for language, dataset, pages, gold in _pages(data):
        yield from _bodies(language, dataset, ((page, _body(page)) for page in pages), gold, show)
    archive = data / KREMLIN_PAGES
    if archive.is_file():
        yield from _bodies("en", "kremlin.ru pages as plain text", _plain_bodies(archive), _digest([archive]), show)


def _pages(data: Path) -> Iterator[tuple[str, str, Iterable[datasets.GoldPage], str]]:
    folder, archive = data / "corpora/html_news_pages", data / KREMLIN_PAGES
    if folder.is_dir():
        files = [*folder.glob("*/*.json"), *folder.glob("*/*.html.gz")]
        yield "all", "html_news_pages", datasets.news_pages(folder), _digest(files)
    if archive.is_file():
        yield "en", "kremlin.ru page against print", datasets.kremlin_pages(archive), _digest([archive])


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
    yield from _rows("segment", language, dataset, [("body_f1", mean)], gold)


def _body(page: datasets.GoldPage) -> str:
    """What a run takes for the body of a page, with the dateline that opens it."""
    read = _read(page)
    return _text(read.text, segment(read.text, read.format, spans(read.main), _languages(), read.title))


def _plain_bodies(archive: Path) -> Iterator[tuple[datasets.GoldPage, str]]:
    """The same for pages that a scraper has saved as text, with all that stands around their stories."""
    texts = [(page, {"text": _read(page).text, "outlet": "kremlin.ru"}) for page in datasets.kremlin_pages(archive)]
    recurring = Recurring()
    for _, record in texts:
        recurring.add(record, None)
    for page, record in texts:
        yield page, _text(record["text"], segment(record["text"], "text", None, _languages(), recurring=recurring.of(record)))


def _read(page: datasets.GoldPage) -> Document:
    return document(Given(page.source, "html", url=page.url), page.name, Outlets(()))


def _text(text: str, parts: Iterable[Segment]) -> str:
    return "\n".join(text[part.start : part.end] for part in parts if part.role == "body" or part.rule == "dateline:opening")


def measured_clean(data: Path, show: Callable[[str], None]) -> Iterator[dict]:
    """The share of documents that people wrote, and that the stage `signals` takes neither for spun nor for machine translated."""
    for dataset, path in HUMAN.items():
        if (data / path).is_file():
            clean = [not _rewritten(record, dataset, show) for record in _records(data / path)]
            yield from _rows("signals", "en", dataset, [("clean", share(sum(clean), len(clean)))], _digest([data / path]))


def _records(file: Path) -> Iterator[ParsedRow]:
    """The documents of a file, read as a run reads them."""
    settings = yaml.safe_load((HOME / "config" / "config.yaml").read_text(encoding="utf-8"))["ingest"]
    for shard in shards(inventory(file), settings["shards"]).values():
        rows = ingest(corpus_root(file), shard, {**settings, "outlets": []})
        yield from (row for row in rows if isinstance(row, ParsedRow))


def _rewritten(record: ParsedRow, dataset: str, show: Callable[[str], None]) -> bool:
    read = segmented(record._asdict(), _languages(), _detector())
    told = dict(zip(ABOUT.schema, read.about, strict=True))
    columns = [dict(zip(SEGMENTS.schema, row, strict=True)) for row in read.segments]
    parts = [Part(row["start"], row["end"], row["role"], row["rule"]) for row in columns]
    found = [row for row in signs(record.doc_id, record.text, parts, told["language"], told["words"], _tells()) if row[1] in REWRITTEN]
    for _, signal, _, start, end, detail in found:
        show(f"{dataset}: {signal} in record {record.record}: {record.text[start:end]!r} ({detail})")
    return bool(found)


@cache
def _detector() -> Detector:
    return Detector(_languages())


@cache
def _tells():
    return tells(_language_files())


def measured_example(results: Path) -> Iterator[dict]:
    """Figures of all stages on the example corpus, from a run's results."""
    from score import found_documents

    gold = gold_below(EXAMPLE / "gold")
    records = read_gold(gold)
    shards = {
        name: sorted(str(path) for path in results.glob(f"*/*/{name}.parquet")) for name in ("parsed", "published", "segments", "signals")
    }
    documents = found_documents(
        {record.source_path for record in records},
        *shards.values(),
        str(results / "dedupe/origins.parquet"),
        str(results / "link/mentions.parquet"),
    )
    for stage, language, measure, figures in corpus_scores(records, documents):
        yield from _rows(stage, language, "example corpus", [(measure, figures)], digest(gold))


def _rows(stage: str, language: str, dataset: str, scores: Iterable, gold: str) -> Iterator[dict]:
    for measure, figures in scores:
        row = dict(zip([column.name for column in SCORES.columns], (stage, language, dataset, measure, *figures), strict=True))
        yield row | {"gold": gold}


def _digest(files: Iterable[Path]) -> str:
    hashed = sha256()
    for file in sorted(files):
        hashed.update(file.name.encode() + b"\0" + file.read_bytes())
    return hashed.hexdigest()


def main() -> None:
    """Measure, print, and pin when asked to."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=HOME.parent / "shared" / "data")
    options.add_argument("--results", type=Path, default=HOME / "results")
    options.add_argument("--raise", dest="pin", action="store_true")
    options.add_argument("--errors", type=int, default=0, help="show this many errors of each data set")
    options.add_argument("--library", action="store_true", help="measure trafilatura's own bodies too")
    given = options.parse_args()
    counts: dict[str, int] = {}

    def show(error: str) -> None:
        dataset = error.partition(":")[0]
        counts[dataset] = counts.get(dataset, 0) + 1
        if counts[dataset] <= given.errors:
            print(error)

    measured = [
        *measured_bodies(given.data, show),
        *measured_clean(given.data, show),
        *measured_dates(given.data, show),
        *measured_names(given.data, taggers(), show),
    ]
    if (given.results / "link" / "mentions.parquet").is_file():
        measured += measured_example(given.results)
    for row in measured:
        interval = f"[{row['low']:.3f}, {row['high']:.3f}]" if row["low"] is not None else ""
        print(f"{row['stage']:9} {row['language']:4} {row['dataset']:30} {row['measure']:10} {row['value']:.3f} {interval:16} n={row['n']}")
    for line in library_bodies(given.data) if given.library else ():
        print(line)
    if given.pin:
        write_pinned(PINNED, raised(read_pinned(PINNED), measured, MARGIN))


if __name__ == "__main__":
    main()
