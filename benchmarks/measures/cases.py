"""Quotes, events and whom phrases mean, on small documents that we wrote ourselves in six languages.

The half `tuned` was developed on; `fresh` was written at the same time by the same hands and not looked at by those who wrote the stages.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml

from measures.common import HOME, digest_of, known_languages, language_files, rows
from readout.coding.document import coded
from readout.coding.verbs import read_verbs
from readout.coding.when import Day
from readout.date.document import Piece, find, resolve
from readout.date.lexicon import lexicon
from readout.date.units import Interval
from readout.pack.actors import read_pack
from readout.quote.cues import lexicon as cue_lexicon
from readout.quote.document import speech
from readout.refer.document import Document
from readout.refer.lexicon import read_lexicons
from readout.refer.resolve import Discourse, Reader
from readout.score.tally import Tally, rates
from readout.score.text_cases import Case, Counts, Event, Quote, cases, event_counts, quote_counts, reference_counts

TESTS = HOME / "tests"
LANGUAGES = ("en", "ru", "az", "hy", "ka", "tr")
DATASET = "our cases, {half} half"
_JUDGED = {"direct_speaker", "indirect_speaker", "mode", "status", "actors", "when", "place"}
"""Measures that count of what was found how much is right: their recall alone is told."""


def measured_cases(show: Callable[[str], None], half: str = "fresh") -> Iterator[dict]:
    """Figures of the stages `quote` and `coding`, and of the references that they rest on, per language."""
    for stage, folder, count in (
        ("quote", "quote_cases", _quotes),
        ("coding", "event_cases", _events),
        ("refer", "reference_cases", _references),
    ):
        for language in LANGUAGES:
            file = TESTS / folder / (f"{language}.fresh.yaml" if half == "fresh" else f"{language}.yaml")
            if not file.is_file():
                continue
            told = cases(yaml.safe_load(file.read_text(encoding="utf-8")), language, known_languages().splitting[language])
            tallies: dict[str, list[Tally]] = {}
            for case in told:
                for (_, _, measure), counts in count(case).items():
                    tallies.setdefault(measure, []).append(Tally(counts.right, counts.found, counts.gold))
                    if counts.right < max(counts.gold, counts.found):
                        text = " ".join(case.document.text.split())
                        show(f"{folder} {language}: {measure} {counts.right} right of {counts.found} found, {counts.gold} told in {text!r}")
            for measure, counted in sorted(tallies.items()):
                shares = [(name, figure) for name, figure in rates(measure, counted)]
                if measure in _JUDGED:
                    shares = [(measure, figure) for name, figure in shares if name.endswith("_recall")]
                yield from rows(stage, language, DATASET.format(half=half), shares, digest_of([file]))


def _quotes(case: Case) -> dict[tuple[str, str, str], Counts]:
    return quote_counts([case], lambda document: [_quote(one) for one in speech(_opened(document), _cues())])


def _quote(one) -> Quote:
    return Quote(one.start, one.end, one.kind, tuple(one.speakers))


def _events(case: Case) -> dict[tuple[str, str, str], Counts]:
    return event_counts([case], _coded)


def _coded(document: Document) -> Iterable[Event]:
    discourse = _opened(document)
    for event in coded(discourse, speech(discourse, _cues()), _days(document), _verbs()):
        when = (event.earliest, event.latest) if event.earliest else None
        parties = {
            role: tuple(dict.fromkeys(one.entity_id for one in event.actors if one.role == role and one.entity_id)) for role in _ROLES
        }
        yield Event(event.type, event.mode, event.status, *parties.values(), when, event.place_id)


_ROLES = ("actor", "recipient")


def _references(case: Case) -> dict[tuple[str, str, str], Counts]:
    return reference_counts([case], _meant)


def _meant(document: Document, start: int, end: int) -> tuple[str, ...]:
    discourse = _opened(document)
    for sentence in document.sentences:
        for phrase in discourse.phrases(sentence):
            if phrase.start < end and phrase.end > start:
                return discourse.resolve(sentence, phrase).entities
    return ()


def _days(document: Document) -> list[Day]:
    """The dates of a document, as the stage `date` would tell them."""
    pieces = [Piece(sentence.start, sentence.end, sentence.role, sentence.language) for sentence in document.sentences]
    made = find(document.text, pieces, _lexicons())
    told = resolve(document.text, made, Interval(*document.published) if document.published else None)
    return [Day(row.start, row.end, row.earliest, row.latest, row.basis) for row in told if row.earliest and not row.flag]


def _opened(document: Document) -> Discourse:
    return _reader().open(document)


@cache
def _reader() -> Reader:
    pack = HOME / yaml.safe_load((HOME / "config" / "config.yaml").read_text(encoding="utf-8"))["pack"]
    actors = read_pack(map(str, pack.glob("*.yaml")))
    known = [
        {"entity_id": one.entity_id, "kind": one.kind, "country": one.country, "name": one.name, "gender": one.gender} for one in actors
    ]
    offices = [{"entity_id": one.entity_id, **vars(office)} for one in actors for office in one.offices]
    return Reader(read_lexicons((HOME / "config" / "languages" / "reference").glob("*.yaml")), known, offices)


@cache
def _cues():
    files = (HOME / "config" / "languages" / "speech").glob("*.yaml")
    return {file.stem: cue_lexicon(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files}


@cache
def _verbs():
    return read_verbs(_files(HOME / "config" / "packs" / "south-caucasus" / "verbs"))


@cache
def _lexicons() -> dict:
    return {code: lexicon([code], file["dates"]) for code, file in language_files().items()} | {"und": lexicon((), {})}


def _files(folder: Path) -> list[str]:
    return sorted(map(str, folder.glob("*.yaml")))
