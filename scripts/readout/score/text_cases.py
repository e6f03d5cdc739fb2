"""Small documents with what a careful reader finds in them: quotes, events, and whom a phrase means; and what a stage gets right of it.

A file of cases is a list; each case has a `text` (a paragraph a line; `title: true` if the first line is one), a `half` (`tuned`: may be
developed on, `fresh`: was not seen), and its `names` in order. What is marked follows the example corpus, and further:

- A quote over several paragraphs is one for each paragraph, one that a verb splits is one for each part.
- Two words or more in quotation marks, within what somebody is said to have said, are a direct quote; one word is not.
- Reported speech is a clause with a verb, without the conjunction before it. In a headline, words behind a name and a colon are reported.
- Clauses that hang on one verb ("said that … and that …") are one, unless another verb of saying stands between them.
- A question reported with "whether" is reported speech; what somebody did not say, or would not say, is not.
- What lies on the border is `optional`: neither its lack nor its presence counts. Such are beliefs, denials, and the statement that
  tells another event ("said that … had shelled …").
- Of a visit, what is visited is the place or the recipient. Whoever meets, agrees or works together does so as equals.
- Congratulating is SUPPORT, a letter CONSULT. What is put off is planned if its new time is told, else denied.
- The troops, police or authorities of a country are the country; what is attacked is the recipient. A claim is hypothetical.
- `also` holds types that are as right. `when` and `place` are judged only where they are told.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from readout.refer.document import Document, Name, Sentence
from readout.score.gold import GoldError, locate, whole
from readout.segment.languages import Splitting
from readout.segment.sentences import sentences
from readout.tables.schema import EVENT_STATUSES, EVENT_TYPES, MODES, QUOTE_KINDS

HALVES = ("tuned", "fresh")
NAME_KINDS = ("PER", "ORG", "LOC")
LEAST_OVERLAP = 0.5
"""The share of all words of two stretches of reported speech that both must have, to be taken for one."""
_EQUALS = frozenset({"AGREE", "CONSULT", "COOPERATE"})


class Quote(NamedTuple):
    """Speech `text[start:end]` without its marks, its kind and its speakers' entities, none where they cannot be told."""

    start: int
    end: int
    kind: str
    speakers: tuple[str, ...] = ()


class Event(NamedTuple):
    """One event, its days and place None where they are not told; in a found one they are judged where the gold tells them."""

    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: tuple[date, date] | None = None
    place: str | None = None


class GoldQuote(NamedTuple):
    """A quote that a reader marked, the words that name its speaker and that say it was said; `optional`: on the border."""

    quote: Quote
    speaker: str | None
    cue: str | None
    optional: bool


class GoldEvent(NamedTuple):
    """An event that a reader marked, types that would be as right, whose claim it is, and whether it is on the border."""

    event: Event
    also: tuple[str, ...]
    claimed_by: str | None
    optional: bool


class GoldReference(NamedTuple):
    """A phrase `text[start:end]` and the entities that it means."""

    start: int
    end: int
    entities: tuple[str, ...]


class Case(NamedTuple):
    """A document, its half, and what a reader found in it."""

    document: Document
    half: str
    quotes: tuple[GoldQuote, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    references: tuple[GoldReference, ...] = ()


@dataclass(slots=True)
class Counts:
    """How many were right, of those found, and of those there are."""

    right: int = 0
    found: int = 0
    gold: int = 0


Tally = dict[tuple[str, str, str], Counts]
"""Counts by language, half and measure."""


def cases(parsed: Iterable[Mapping], language: str, splitting: Splitting) -> list[Case]:
    """The cases of a parsed file in one language, numbered from 1 in the ids of their documents. Raises GoldError for one that does not
    hold together."""
    made = []
    for number, case in enumerate(parsed, 1):
        name = f"{language}-{case.get('half')}-{number}"
        try:
            made.append(_case(case, name, language, splitting))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise GoldError(f"{name}: {type(error).__name__} {error}") from error
    return made


def _case(case: Mapping, name: str, language: str, splitting: Splitting) -> Case:
    document = _document(case, name, language, splitting)
    known = {told.entity_id for sentence in document.sentences for told in sentence.names} - {None}
    made = Case(
        document,
        _one_of(case["half"], HALVES),
        tuple(_quotes(document.text, case.get("quotes") or (), name)),
        tuple(_event(entry) for entry in case.get("events") or ()),
        tuple(_references(document.text, case.get("references") or (), name)),
    )
    for entity in _entities(made):
        if entity not in known:
            raise GoldError(f"{name}: no name of {entity!r}")
    return made


def _document(case: Mapping, name: str, language: str, splitting: Splitting) -> Document:
    published = _day(case["published"]) if case.get("published") else None
    document = Document(name, case["text"], language, None, None, (published, published) if published else None)
    place = 0
    for paragraph, line in enumerate(document.text.split("\n")):
        role = "title" if case.get("title") and paragraph == 0 else "body"
        for start, end in sentences(document.text, place, place + len(line), splitting):
            document.sentences.append(Sentence(document.text, len(document.sentences), paragraph, start, end, role, language))
        place += len(line) + 1
    told = case.get("names") or ()
    spans = locate(document.text, (entry["surface"] for entry in told), name)
    for number, (entry, (start, end)) in enumerate(zip(told, spans, strict=True)):
        within = [sentence for sentence in document.sentences if sentence.start <= start and end <= sentence.end]
        if not within:
            raise GoldError(f"{name}: {entry['surface']!r} lies in no sentence")
        within[0].names.append(Name(start, end, _one_of(entry["kind"], NAME_KINDS), entry["entity"], entry["surface"], number))
    return document


def _quotes(text: str, entries: Iterable[Mapping], name: str) -> Iterator[GoldQuote]:
    place = 0
    for entry in entries:
        # one may lie within another: each begins behind the beginning of the one before it
        start = whole(text, entry["text"], place)
        if start < 0:
            raise GoldError(f"{name}: {entry['text']!r} does not follow at {place}")
        place = start + 1
        for surface in (entry["speaker"], entry["cue"]):
            if surface is not None and whole(text, surface, 0) < 0:
                raise GoldError(f"{name}: no {surface!r}")
        quote = Quote(start, start + len(entry["text"]), _one_of(entry["kind"], QUOTE_KINDS), _several(entry["speaker_entity"]))
        yield GoldQuote(quote, entry["speaker"], entry["cue"], entry.get("optional", False))


def _event(entry: Mapping) -> GoldEvent:
    kind, mode = _one_of(entry["type"], EVENT_TYPES), entry["mode"]
    if mode is not None and (_one_of(mode, MODES), kind)[1] != "CONSULT":
        raise GoldError(f"{kind} has no mode {mode!r}")
    when = tuple(_day(day) for day in entry["when"]) if entry["when"] else None
    event = Event(
        kind, mode, _one_of(entry["status"], EVENT_STATUSES), tuple(entry["actors"]), tuple(entry["recipients"]), when, entry["place"]
    )
    also = tuple(_one_of(other, EVENT_TYPES) for other in entry.get("also") or ())
    return GoldEvent(event, also, entry.get("claimed_by"), entry.get("optional", False))


def _references(text: str, entries: Iterable[Mapping], name: str) -> Iterator[GoldReference]:
    for entry in entries:
        phrase, start = entry["phrase"], -1
        for _ in range(entry["occurrence"]):
            start = whole(text, phrase, start + 1)
            if start < 0:
                raise GoldError(f"{name}: {phrase!r} does not occur {entry['occurrence']} times")
        yield GoldReference(start, start + len(phrase), tuple(entry["entities"]))


def _entities(case: Case) -> Iterator[str]:
    for gold in case.quotes:
        yield from gold.quote.speakers
    for gold in case.events:
        yield from (*gold.event.actors, *gold.event.recipients)
        yield from (entity for entity in (gold.event.place, gold.claimed_by) if entity)
    for reference in case.references:
        yield from reference.entities


def _several(entity: str | list[str] | None) -> tuple[str, ...]:
    return () if entity is None else (entity,) if isinstance(entity, str) else tuple(entity)


def _one_of(value: str, values: Iterable[str]) -> str:
    if value not in values:
        raise GoldError(f"{value!r} is none of {', '.join(values)}")
    return value


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def quote_counts(told: Iterable[Case], read: Callable[[Document], Iterable[Quote]]) -> Tally:
    """What a reader of quotes gets right: `direct` and `indirect` count spans, `direct_speaker` and `indirect_speaker` the speakers of
    those found, where nobody is right if the gold has nobody.

    Direct quotes are the same where their first and last letters are, reported speech where more than half of all words are shared.
    """
    tally: Tally = defaultdict(Counts)
    for case in told:
        text, key = case.document.text, (case.document.language, case.half)
        found = [part for quote in read(case.document) for part in _by_paragraph(text, quote)]
        taken: set[int] = set()
        for gold in case.quotes:
            number = _same_quote(text, gold.quote, found, taken)
            spans, speakers = tally[*key, gold.quote.kind], tally[*key, f"{gold.quote.kind}_speaker"]
            if number is not None:
                taken.add(number)
            if gold.optional:
                continue
            spans.gold += 1
            if number is not None:
                spans.right += 1
                spans.found += 1
                speakers.gold += 1
                speakers.found += 1
                speakers.right += set(gold.quote.speakers) == set(found[number].speakers)
        for number, quote in enumerate(found):
            if number not in taken:
                tally[*key, quote.kind].found += 1
    return dict(tally)


def _by_paragraph(text: str, quote: Quote) -> Iterator[Quote]:
    place = quote.start
    for line in text[quote.start : quote.end].split("\n"):
        if any(letter.isalnum() for letter in line):
            yield quote._replace(start=place, end=place + len(line))
        place += len(line) + 1


def _same_quote(text: str, gold: Quote, found: list[Quote], taken: set[int]) -> int | None:
    best, most = None, LEAST_OVERLAP if gold.kind == "indirect" else 0.0
    for number, quote in enumerate(found):
        if number in taken or quote.kind != gold.kind:
            continue
        if gold.kind == "direct":
            alike = float(_bare(text, quote) == _bare(text, gold))
        else:
            shared = len(text[max(quote.start, gold.start) : min(quote.end, gold.end)].split())
            alike = shared / len(text[min(quote.start, gold.start) : max(quote.end, gold.end)].split())
        if alike > most:
            best, most = number, alike
    return best


def _bare(text: str, quote: Quote) -> tuple[int, int]:
    """The span from its first to its last letter or figure."""
    start, end = quote.start, quote.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def event_counts(told: Iterable[Case], read: Callable[[Document], Iterable[Event]]) -> Tally:
    """What a reader of events gets right. `event` counts events of the right type in the document; of those found, `mode`, `status`,
    `actors` (who did it to whom), `when` and `place` count how many have the right one; `whole` counts events of which type, mode,
    status and actors are right. Statements are counted apart, as `statement`.
    """
    tally: Tally = defaultdict(Counts)
    for case in told:
        key = (case.document.language, case.half)
        found = list(read(case.document))
        matched = _assign(case.events, found)
        for number, gold in enumerate(case.events):
            if gold.optional:
                continue
            statement = gold.event.type == "STATE"
            event = found[matched[number]] if number in matched else None
            for measure in ("statement",) if statement else ("event", "whole"):
                tally[*key, measure].gold += 1
            if event is None:
                continue
            judged = _judged(gold.event, event)
            if statement:
                tally[*key, "statement"].right += judged["actors"] and judged["status"]
                continue
            tally[*key, "event"].right += 1
            tally[*key, "whole"].right += judged["mode"] and judged["status"] and judged["actors"]
            for measure, right in judged.items():
                counts = tally[*key, measure]
                counts.gold += 1
                counts.found += 1
                counts.right += right
        on_border = {matched[number] for number, gold in enumerate(case.events) if gold.optional and number in matched}
        for number, event in enumerate(found):
            if number not in on_border:
                for measure in ("statement",) if event.type == "STATE" else ("event", "whole"):
                    tally[*key, measure].found += 1
    return dict(tally)


def _assign(gold: tuple[GoldEvent, ...], found: list[Event]) -> dict[int, int]:
    """For each gold event the found one of its type that has most in common with it, each used once; certain ones come first."""
    pairs = sorted(
        (there.optional, -sum(_judged(there.event, event).values()), number, other)
        for number, there in enumerate(gold)
        for other, event in enumerate(found)
        if event.type == there.event.type or event.type in there.also
    )
    matched: dict[int, int] = {}
    for _, _, number, other in pairs:
        if number not in matched and other not in matched.values():
            matched[number] = other
    return matched


def _judged(gold: Event, event: Event) -> dict[str, bool]:
    judged = {"mode": gold.mode == event.mode, "status": gold.status == event.status, "actors": _parties(gold) == _parties(event)}
    if gold.when:
        judged["when"] = gold.when == event.when
    if gold.place:
        judged["place"] = gold.place == event.place
    return judged


def _parties(event: Event) -> tuple[frozenset[str], ...]:
    if event.mode == "visit":
        visited = (event.place,) if event.place else ()
        return (frozenset((*event.actors, *event.recipients, *visited)),)
    if event.type in _EQUALS:
        return (frozenset((*event.actors, *event.recipients)),)
    return frozenset(event.actors), frozenset(event.recipients)


def reference_counts(told: Iterable[Case], resolve: Callable[[Document, int, int], Iterable[str]]) -> Tally:
    """What a reader of phrases gets right, as `reference`: of those that mean somebody, those of which it tells all and nobody else."""
    tally: Tally = defaultdict(Counts)
    for case in told:
        counts = tally[case.document.language, case.half, "reference"]
        for reference in case.references:
            meant = set(resolve(case.document, reference.start, reference.end))
            counts.gold += bool(reference.entities)
            counts.found += bool(meant)
            counts.right += bool(meant) and meant == set(reference.entities)
    return dict(tally)
