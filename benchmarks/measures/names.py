"""Names, on public gold: exact spans and kinds, or spellings where the gold has no offsets."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import yaml

from measures.common import HOME, digest_of, known_languages, rows
from readout.pack.actors import read_pack
from readout.pack.spellings import read_naming, spelling_rows
from readout.score import datasets
from readout.score.heldout import held_out
from readout.score.spans import Span, span_scores
from readout.segment.sentences import sentences
from readout.tag.choose import Taggers
from readout.tag.names import Sentence, names

CONLL: dict[str, tuple[str, str, str | None, dict]] = {
    "UNER English EWT test": ("en", "ner/en_uner_ewt/en_ewt-ud-test.iob2", None, {"token": 1, "tag": 2, "separator": "\t"}),
    "CrossNER politics held out": ("en", "ner/en_crossner_politics/dev.txt", "politics", {}),
    "WikiGold held out": ("en", "ner/en_wikigold/CONLL-format/data/wikigold.conll.txt", "wikigold", {}),
    "Turkish Wiki NER dev": ("tr", "ner/tr_wiki/dev.conll", None, {}),
}
"""Language, file, what its split is known by, and the layout of each data set of tokens with tags."""

TREEBANKS = {"UD Armenian BSUT test": ("hy", "hy_bsut-ud-test"), "UD Georgian GLC test": ("ka", "ka_glc-ud-test")}


def taggers() -> Taggers:
    """The taggers as the shipped configuration has them."""
    config = yaml.safe_load((HOME / "config" / "config.yaml").read_text(encoding="utf-8"))
    naming = read_naming(str(path) for path in (HOME / "config" / "languages" / "names").glob("*.yaml"))
    pack = read_pack(str(path) for path in (HOME / config["pack"]).glob("*.yaml"))
    return Taggers(config["tag"], spelling_rows(pack, naming), naming, HOME / "models" / "names")


def found(text: str, language: str, tagging: Taggers, between: str = "\n") -> list[dict]:
    """The rows of `names` for a text, read sentence by sentence as a run reads it; `between` stands between its paragraphs."""
    splitting = known_languages().splitting[language]
    spans, start = [], 0
    for paragraph in text.split(between):
        spans += sentences(text, start, start + len(paragraph), splitting)
        start += len(paragraph) + len(between)
    document = [Sentence("", number, start, language, text[start:end]) for number, (start, end) in enumerate(spans)]
    return list(names([document], tagging))


def measured_names(data: Path, tagging: Taggers, show: Callable[[str], None]) -> Iterator[dict]:
    """Figures of the taggers on public gold data."""
    for dataset, (language, path, split, layout) in CONLL.items():
        if (data / path).is_file():
            texts = _held_out(split, datasets.conll(data / path, **layout))
            yield from _spans(dataset, language, texts, tagging, digest_of([data / path]), show)
    for dataset, (language, name) in TREEBANKS.items():
        file = data / f"ner/ud_hy_ka_az_tr/{name}.conllu"
        if file.is_file():
            yield from _spans(dataset, language, datasets.treebank(file), tagging, digest_of([file]), show)
    folder = data / "ner/ru_factrueval/devset"
    if folder.is_dir():
        yield from _spans(
            "FactRuEval held out",
            "ru",
            _held_out("factrueval", datasets.factrueval(folder)),
            tagging,
            digest_of(folder.glob("*.objects")),
            show,
        )
    folder = data / "ner/ru_uk_slavner2021"
    for language in ("ru", "uk") if folder.is_dir() else ():
        yield from _surfaces(language, folder, tagging, show)
    file = data / "corpora/kremlin_en/kremlin_en.jsonl.gz"
    if file.is_file():
        yield from _persons(file, tagging, show)


def _held_out(split: str | None, texts: Iterable) -> Iterator:
    """The texts that the models have not learnt from, of a data set that is split."""
    return (text for number, text in enumerate(texts) if split is None or held_out(split, number))


def _spans(
    dataset: str, language: str, texts: Iterable[datasets.GoldText], tagging: Taggers, gold: str, show: Callable[[str], None]
) -> Iterator[dict]:
    wanted, seen = set(), set()
    for text in texts:
        here = {Span(text.name, start, _without(tagging.ending(language), text.text, start, end), kind) for start, end, kind in text.spans}
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
    yield from rows("tag", language, dataset, span_scores(wanted, seen), gold)


def _without(ending: str | None, text: str, start: int, end: int) -> int:
    """Where a gold name ends that is written with an ending which this project parts from names."""
    added = re.search(rf"(?:{ending})\Z", text[start:end]) if ending else None
    return end - len(added[0]) if added else end


def _surfaces(language: str, folder: Path, tagging: Taggers, show: Callable[[str], None]) -> Iterator[dict]:
    wanted, seen = set(), set()
    for name, text, surfaces in _held_out("slavner", datasets.slavner(folder, language)):
        here = {Span(f"{name}\t{surface}", 0, 0, kind) for surface, kind in surfaces}
        there = {
            Span(f"{name}\t{row['surface']}", 0, 0, row["kind"]) for row in found(text, language, tagging) if row["kind"] != "AGREEMENT"
        }
        for span in sorted(here ^ there):
            show(f"SlavNER {language}: {'missed' if span in here else 'wrong'} {span.kind} {span.text!r}")
        wanted |= here
        seen |= there
    gold = digest_of((folder / "annotations").glob(f"*/{language}/*.out"))
    yield from rows("tag", language, "SlavNER 2021 held out", span_scores(wanted, seen), gold)


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
    yield from rows("tag", "en", "persons linked by kremlin.ru", scores, digest_of([file]))
