"""Gold data of many forms as one: words with a tag each, the data set they come from and its language."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from readout.score import datasets
from readout.score.heldout import held_out
from readout.tag.decoding import TAGS
from readout.tag.words import words

CONVENTIONS = ("none", "ewt", "politics", "wikigold", "tweets", "factrueval", "slavner", "trwiki", "treebank")
"""Data sets annotate by rules of their own; the teachers are told which, and asked about new text by the first."""


class Example(NamedTuple):
    """A sentence, the (start, end, kind) of its names, the data set it comes from, its language, and what it is for."""

    text: str
    spans: list[tuple[int, int, str]]
    source: str
    language: str
    part: str


def tagged(text: str, spans: Iterable[tuple[int, int, str]]) -> tuple[list[tuple[int, int]], list[int]]:
    """The words of a text and the number of each one's tag; names that begin or end within a word take the whole word."""
    found = words(text)
    tags = [0] * len(found)
    for start, end, kind in spans:
        inside = [place for place, (first, last) in enumerate(found) if first < end and start < last]
        for number, place in enumerate(inside):
            tags[place] = TAGS.index(f"{'I' if number else 'B'}-{kind}")
    return found, tags


_GLUE = re.compile(r" (?=(?:[.,;:!?)\]%»”]|n't\b|['’](?:s|re|ve|ll|d|m)\b|['’](?= ))(?: |$|n't|['’]))|(?<=[(\[«“$£€]) ", re.I)


def glued(text: str, spans: Sequence[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """A text of tokens joined by blanks, written as one writes: no blank before a comma."""
    places = [match.start() for match in _GLUE.finditer(text)]
    kept = []
    for start, end, kind in spans:
        kept.append((start - sum(place < start for place in places), end - sum(place < end for place in places), kind))
    gone = set(places)
    return "".join(char for place, char in enumerate(text) if place not in gone), kept


def _conll(path: Path, source: str, language: str, part: str, **layout) -> Iterator[Example]:
    for text in datasets.conll(path, **layout):
        yield Example(text.text, text.spans, source, language, part)


def sentences(text: str, spans: Sequence[tuple[int, int, str]]) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """The sentences of a text with the names in each, by a rule that is good enough to train by."""
    cuts = [0, *(match.end() for match in re.finditer(r"[.!?…]+[»”\")]*\s+(?=[«“\"(A-ZА-ЯЁЇІЄҐ—–-])|\n+", text)), len(text)]
    for start, end in pairwise(cuts):
        here = [(first - start, last - start, kind) for first, last, kind in spans if start <= first and last <= end]
        sentence = text[start:end].rstrip()
        if sentence.strip():
            yield sentence, here


def _handles_gone(example: Example) -> Example:
    """A tweet without its handles, which are tagged as persons there."""
    text, spans, shift = "", [], 0
    parts = re.split(r"(@ ?\w+ ?)", example.text)
    moved: list[tuple[int, int]] = []
    at = 0
    for part in parts:
        if part.startswith("@"):
            moved.append((at, at + len(part)))
        else:
            text += part
        at += len(part)
    for start, end, kind in example.spans:
        if not any(first <= start < last for first, last in moved):
            shift = sum(last - first for first, last in moved if last <= start)
            spans.append((start - shift, end - shift, kind))
    return example._replace(text=text, spans=spans)


def _part(dataset: str, number: int) -> str:
    return "test" if held_out(dataset, number) else "train"


def english(data: Path) -> Iterator[Example]:
    """The gold of English, each data set with a part held out."""
    ewt = {"token": 1, "tag": 2, "separator": "\t"}
    for name, part in (("train", "train"), ("dev", "train"), ("test", "test")):
        yield from _conll(data / f"ner/en_uner_ewt/en_ewt-ud-{name}.iob2", "ewt", "en", part, **ewt)
    yield from _conll(data / "ner/en_crossner_politics/train.txt", "politics", "en", "train")
    for number, example in enumerate(_conll(data / "ner/en_crossner_politics/dev.txt", "politics", "en", "train")):
        yield example._replace(part=_part("politics", number))
    for number, example in enumerate(_conll(data / "ner/en_wikigold/CONLL-format/data/wikigold.conll.txt", "wikigold", "en", "train")):
        yield example._replace(part=_part("wikigold", number))
    for section in "abefgh":
        for example in _conll(data / f"ner/en_tweets_btc/CONLL-format/data/{section}.conll", "tweets", "en", "train"):
            yield _handles_gone(example)


def russian(data: Path) -> Iterator[Example]:
    """The gold of Russian: FactRuEval, its last documents held out."""
    for number, text in enumerate(datasets.factrueval(data / "ner/ru_factrueval/devset")):
        for sentence, spans in sentences(text.text, text.spans):
            yield Example(sentence, _flat(spans), "factrueval", "ru", _part("factrueval", number))


def slavic(data: Path) -> Iterator[Example]:
    """Russian and Ukrainian news with lists of names: each name's occurrences, the longest first; one topic's end held out."""
    for language in ("ru", "uk"):
        documents = list(datasets.slavner(data / "ner/ru_uk_slavner2021", language))
        for number, (_, text, surfaces) in enumerate(documents):
            spans = _occurrences(text, surfaces)
            for sentence, here in sentences(text, spans):
                yield Example(sentence, here, "slavner", language, _part("slavner", number))


def _occurrences(text: str, surfaces: Iterable[tuple[str, str]]) -> list[tuple[int, int, str]]:
    taken: set[int] = set()
    spans = []
    for surface, kind in sorted(surfaces, key=lambda found: (-len(found[0]), found)):
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                spans.append((*match.span(), kind))
    return sorted(spans)


def _flat(spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The longest of names that overlap."""
    taken: set[int] = set()
    kept = []
    for start, end, kind in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end, kind))
    return sorted(kept)


def turkish(data: Path) -> Iterator[Example]:
    """Turkish Wikipedia, its development part held out."""
    for name, part in (("train", "train"), ("dev", "test")):
        yield from _conll(data / f"ner/tr_wiki/{name}.conll", "trwiki", "tr", part)


def treebanks(data: Path) -> Iterator[Example]:
    """Armenian and Georgian treebanks whose words bear a type of name."""
    folder = data / "ner/ud_hy_ka_az_tr"
    for file, language, part in (
        ("hy_bsut-ud-train", "hy", "train"),
        ("hy_bsut-ud-dev", "hy", "train"),
        ("hy_armtdp-ud-dev", "hy", "train"),
        ("hy_bsut-ud-test", "hy", "test"),
        ("hy_armtdp-ud-test", "hy", "train"),
        ("ka_glc-ud-dev", "ka", "train"),
        ("ka_glc-ud-test", "ka", "test"),
    ):
        for text in datasets.treebank(folder / f"{file}.conllu"):
            yield Example(text.text, text.spans, "treebank", language, part)


def everything(data: Path) -> list[Example]:
    """All gold there is, in a fixed order."""
    return [*english(data), *russian(data), *slavic(data), *turkish(data), *treebanks(data)]


LANGUAGES = ("en", "ru", "az", "hy", "ka", "tr", "uk")


def releases(data: Path) -> Iterator[str]:
    """The texts of government releases, without their front matter."""
    for corpus, field in (("kremlin_en", "text"), ("whitehouse_en", "raw")):
        with gzip.open(data / f"corpora/{corpus}/{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)[field]
                yield text.split("---", 2)[2] if text.startswith("---") else text


def sampled(data: Path) -> Iterator[tuple[str, str]]:
    """Single sentences of all languages, each with its language."""
    for language in LANGUAGES:
        for line in (data / f"language/lingua_sentences/{language}.txt").read_text(encoding="utf-8").splitlines():
            yield line, language
    for file, language in (("tr_pud-ud-test", "tr"), ("az_tuecl-ud-test", "az")):
        yield from ((text, language) for text in _treebank_texts(data / f"ner/ud_hy_ka_az_tr/{file}.conllu"))


def unannotated(data: Path) -> Iterator[tuple[str, str]]:
    """Sentences that no gold says anything of, each once, with its language: releases, GUM's texts, samples of all languages."""
    known: set[str] = set()
    found = [
        *((sentence, "en") for text in releases(data) for sentence, _ in sentences(text, [])),
        *((text, "en") for path in sorted((data / "ner/en_gum").glob("*.conllu")) for text in _treebank_texts(path)),
        *sampled(data),
    ]
    for text, language in found:
        if len(text.strip()) >= 15 and text.strip() not in known:
            known.add(text.strip())
            yield text.strip(), language


def _treebank_texts(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")
