"""Readers of public gold data: texts with the spans of their names, web pages with their bodies; the data is not part of the project."""

import gzip
import json
import re
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

KINDS = {
    "PER": "PER", "PERSON": "PER", "politician": "PER", "person": "PER", "Person": "PER",
    "ORG": "ORG", "politicalparty": "ORG", "organisation": "ORG", "Org": "ORG",
    "LOC": "LOC", "GPE": "LOC", "country": "LOC", "location": "LOC", "Location": "LOC", "LocOrg": "LOC",
}  # fmt: skip


_HONORIFIC = re.compile(r"(?:(?:Mr|Ms|Mrs)\.?\s+)?")


class GoldText(NamedTuple):
    """One document: its name, its sentences joined by line ends, and (start, end, kind) of each gold name in it."""

    name: str
    text: str
    spans: list[tuple[int, int, str]]


class GoldPage(NamedTuple):
    """One web page: its name, its source, its address where that is known, and the words of its body as annotated."""

    name: str
    source: bytes
    url: str | None
    body: str


def conll(path: Path, token: int = 0, tag: int = -1, separator: str | None = None) -> Iterator[GoldText]:
    """A file of token-per-line sentences with BIO or IO tags; each sentence is a text, its tokens joined by blanks."""
    tokens: list[tuple[str, str]] = []
    number = 0
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split(separator)
        if line.startswith("#") or line.startswith("-DOCSTART-"):
            continue
        if fields and line.strip():
            tokens.append((fields[token], fields[tag]))
        elif tokens:
            yield GoldText(f"{path.name}:{number}", *_joined(tokens))
            tokens, number = [], number + 1


def _joined(tokens: Iterable[tuple[str, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, last = "", [], "O"
    for word, tag in tokens:
        start = len(text) + bool(text)
        text = f"{text} {word}" if text else word
        kind = KINDS.get(tag[2:])
        if kind and spans and last != "O" and not tag.startswith("B-") and last[2:] == tag[2:]:
            spans[-1] = (spans[-1][0], len(text), kind)
        elif kind:
            spans.append((start, len(text), kind))
        last = tag
    return text, spans


def factrueval(folder: Path) -> Iterator[GoldText]:
    """FactRuEval 2016: objects made of spans; the descriptors ("мэрии") are left out, as for flat names."""
    for file in sorted(folder.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        spans = {}
        for line in file.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
            number, kind, start, length = line.split(" ")[:4]
            spans[number] = (kind, int(start), int(start) + int(length))
        names = set()
        for line in file.with_suffix(".objects").read_text(encoding="utf-8").splitlines():
            kind, *numbers = line.split(" # ")[0].split(" ")[1:]
            parts = [spans[number] for number in numbers if number in spans and not spans[number][0].endswith("_descr")]
            if kind in KINDS and parts:
                names.add((min(start for _, start, _ in parts), max(end for _, _, end in parts), KINDS[kind]))
        yield GoldText(file.stem, text, sorted(names))


class GoldNames(NamedTuple):
    """One document's distinct names: its own name, its language, its text, and (surface, kind, identity) of each."""

    name: str
    language: str
    text: str
    names: list[tuple[str, str, str]]


def slavner_identities(folder: Path, topic: str) -> Iterator[GoldNames]:
    """SlavNER 2021: the names of each document of a topic, in the order of the text, with an identity that holds across languages."""
    for file in sorted((folder / "annotations" / topic).glob("*/*.out")):
        language, name = file.parent.name, file.stem
        raw = folder / "raw" / topic / language / f"{name.replace('.out_', '.txt_')}.txt"
        text = "\n".join(raw.read_text(encoding="utf-8").splitlines()[4:]) if raw.is_file() else ""
        lines = [line.split("\t") for line in file.read_text(encoding="utf-8-sig").splitlines()[1:]]
        names = {(line[0], line[2], line[3].strip()) for line in lines if len(line) > 3 and line[2] in ("PER", "ORG", "LOC")}
        # a name that the text does not hold as it is annotated comes last
        yield GoldNames(
            f"{topic}/{language}/{name}", language, text, sorted(names, key=lambda one: (text.find(one[0]) % (len(text) + 1), one))
        )


def kremlin_identities(path: Path) -> Iterator[GoldNames]:
    """Releases of kremlin.ru with the persons that the page links, "Mr" left out, each with the page's identifier of the person."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            names = []
            for mention in record["person_mentions"]:
                start = mention["start"] + len(_HONORIFIC.match(record["text"], mention["start"], mention["end"])[0])
                names.append((record["text"][start : mention["end"]], "PER", str(mention["person_id"])))
            if names:
                yield GoldNames(str(record["id"]), "en", record["text"], names)


NAME_TYPES = {"Giv": "PER", "Sur": "PER", "Prs": "PER", "Pat": "PER", "Geo": "LOC", "Com": "ORG"}


def treebank(path: Path) -> Iterator[GoldText]:
    """A treebank of Universal Dependencies whose words bear a type of name; neighbours of one kind are one name. Word by word: a type
    of land ("Republic of …") is outside the name."""
    text, spans, last, number = "", [], None, 0
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split("\t")
        if len(fields) == 10 and fields[0].isdigit():
            named = re.search(r"NameType=(\w+)", fields[5])
            kind = NAME_TYPES.get(named[1]) if named else None
            start, text = len(text), text + fields[1]
            if kind and kind == last:
                spans[-1] = (spans[-1][0], len(text), kind)
            elif kind:
                spans.append((start, len(text), kind))
            last = kind
            if "SpaceAfter=No" not in fields[9]:
                text += " "
        elif not line.strip() and text:
            yield GoldText(f"{path.name}:{number}", text.rstrip(), spans)
            text, spans, last, number = "", [], None, number + 1


def slavner(folder: Path, language: str) -> Iterator[tuple[str, str, set[tuple[str, str]]]]:
    """SlavNER 2021: (name, text, gold surfaces with kinds) per document; the gold has no offsets."""
    for file in sorted((folder / "raw").glob(f"*/{language}/*.txt")):
        topic, name = file.parent.parent.name, file.stem
        gold = folder / "annotations" / topic / language / f"{name.replace('.txt_', '.out_')}.out"
        if not gold.is_file():
            continue
        lines = [line.split("\t") for line in gold.read_text(encoding="utf-8").splitlines()[1:]]
        text = "\n".join(file.read_text(encoding="utf-8").splitlines()[4:])
        yield f"{topic}/{name}", text, {(line[0], line[2]) for line in lines if len(line) > 2 and line[2] in ("PER", "ORG", "LOC")}


def kremlin_persons(path: Path) -> Iterator[GoldText]:
    """Releases of kremlin.ru with the persons that the page itself links, "Mr" left out; other names are not annotated."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["person_mentions"]:
                text = record["text"]
                marked = [(mention["start"], mention["end"]) for mention in record["person_mentions"]]
                spans = [(start + len(_HONORIFIC.match(text, start, end)[0]), end, "PER") for start, end in marked]
                yield GoldText(str(record["id"]), text, spans)


def news_pages(folder: Path) -> Iterator[GoldPage]:
    """News pages with their summary, headings and paragraphs in a JSON file per publisher, its versions in the order of the pages' days."""
    for file in sorted(folder.glob("*/*.json")):
        about = json.loads((file.parent / "meta.info").read_text(encoding="utf-8"))
        versions = [version for version in json.loads(file.read_text(encoding="utf-8")).values() if version.get("body")]
        for page, version in zip(sorted(file.parent.glob(f"{file.stem}_*.html.gz")), versions, strict=True):
            paragraphs = list(version["body"]["summary"])
            for section in version["body"]["sections"]:
                paragraphs += section["headline"] + section["paragraphs"]
            url = about.get(page.name, {}).get("url")
            yield GoldPage(f"{file.parent.name}/{page.name}", gzip.decompress(page.read_bytes()), url, "\n".join(paragraphs))


def kremlin_pages(archive: Path) -> Iterator[GoldPage]:
    """Pages of kremlin.ru, each with the article of its print version: the lead and what stands in its body, page notes left out."""
    from lxml import html

    from readout.ingest.webpage import visible_text

    with tarfile.open(archive) as held:
        sources = {member.name: held.extractfile(member).read() for member in held if member.isfile()}
    for name, source in sorted(sources.items()):
        printed = sources.get(f"{name.removesuffix('.html')}/print.html")
        if printed is None:
            continue
        tree = html.document_fromstring(printed, parser=html.HTMLParser(encoding="utf-8"))
        for note in tree.xpath("//*[contains(@class, 'hidden-copy') or contains(@class, 'masha-ignore')]"):
            note.drop_tree()
        article = tree.xpath("//*[@id='read-lead'] | //*[@itemprop='articleBody']")
        body = "\n".join(visible_text(html.tostring(part, encoding="unicode")) for part in article)
        yield GoldPage(name, source, None, body)
