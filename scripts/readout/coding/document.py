"""The events of one document: what its sentences tell, who took part, whether it is so, when and where."""

from collections.abc import Iterator, Mapping, Sequence

from readout.coding import status as statuses
from readout.coding.circumstances import Circumstances
from readout.coding.opening import Opening
from readout.coding.parties import Parties
from readout.coding.reading import LONGEST, Reading, read
from readout.coding.sentences import Teller, mode_of
from readout.coding.speech import Speech
from readout.coding.telling import CONSULT, RECIPIENT, Event, Participant, Telling, event, merged
from readout.coding.verbal import stays
from readout.coding.verbs import NOUNS, STRONG, Verbs, longest
from readout.coding.when import Day
from readout.quote.document import Quote
from readout.refer.resolve import Discourse

_TELLING = STRONG - {"light", "exclude"}
"""Kinds of which a sentence that tells something has one: a light verb alone tells nothing."""
_HELD = ("call", "meeting")
_BEHIND = 2
"""Words between a noun of encounter and "with", and before the noun, at the beginning of a title."""
_BEFORE = 50
"""Events before one among which the same is looked for."""


def coded(discourse: Discourse, quotes: Sequence[Quote], dates: Sequence[Day], verbs: Mapping[str, Verbs]) -> list[Event]:
    """The events of a document, in the order of the text.

    `discourse` is the document with the phrases that name somebody (`readout.refer`), `quotes` its rows of `speech` with all who speak in
    `speakers`, `dates` those of its dates that tell a day; `verbs` the verbs of each language.
    """
    speech = Speech(discourse.document, quotes)
    parties = Parties(discourse, verbs, speech)
    readings = list(_readings(parties, verbs))
    teller = Teller(parties)
    tellings = [telling for reading in readings for telling in merged(teller.told(reading)) if speech.admits(telling, parties)]
    tellings = _once(tellings)
    tellings += Opening(parties, speech, readings, lambda: _heading(discourse, verbs)).hinted(tellings)
    tellings = [telling for telling in tellings if telling.actors or telling.mode == "correspondence" or telling.entry.type != CONSULT]
    tellings += speech.statements(tellings, parties)
    tellings.sort(key=lambda telling: (telling.trigger, telling.entry.id))
    Circumstances(parties, dates).settle(tellings)
    return [event(telling) for telling in _without_titles(tellings)]


def _heading(discourse: Discourse, verbs: Mapping[str, Verbs]) -> str | None:
    """The mode of the encounter that the title tells, where the title is no part of the text."""
    title = discourse.headline.discourse
    if title is None or any(sentence.role == "title" for sentence in discourse.document.sentences):
        return None
    told = (event for event in coded(title, (), (), verbs) if event.type == CONSULT and event.status == statuses.ASSERTED)
    mode = next((event.mode for event in told if event.mode in _HELD), None)
    return mode or _headed(Parties(title, verbs, Speech(title.document, ())), verbs)


def _headed(parties: Parties, verbs: Mapping[str, Verbs]) -> str | None:
    """The encounter of a title that begins with its noun: "Telephone conversation with X"."""
    for reading in _readings(parties, verbs):
        for noun in reading.of("encounter"):
            mode = mode_of(reading, noun.entry, reading.clause(noun.first))
            behind = any("with" in group.marks and 0 < group.governor - noun.last <= _BEHIND for group in reading.groups)
            if mode in _HELD and behind and noun.first <= _BEHIND and not reading.of("plan"):
                return mode
    return None


def _without_titles(tellings: list[Telling]) -> list[Telling]:
    """Without what a title tells and the text below it tells again, of the same parties: it is one event, and the text says more of it."""
    below: dict[tuple, list[Telling]] = {}
    for telling in tellings:
        if telling.sentence.role != "title":
            below.setdefault((telling.entry.type, telling.mode, telling.status), []).append(telling)
    made = []
    for telling in tellings:
        if telling.sentence.role == "title":
            alike = below.get((telling.entry.type, telling.mode, telling.status), ())
            same = next((other for other in alike if telling.entities and telling.entities <= other.entities), None)
            if same is not None:
                same.main = same.main or telling.main
                continue
        made.append(telling)
    return made


def _readings(parties: Parties, verbs: Mapping[str, Verbs]) -> Iterator[Reading]:
    for sentence in parties.document.sentences:
        known = verbs.get(sentence.language)
        if known is None or sentence.role == "dateline" or len(sentence.words) > LONGEST:
            continue
        if not any(known.acts(word.folded) for word in sentence.words):
            continue
        hits = known.hits(sentence.words)
        if any(hit.entry.kind in _TELLING for hit in hits):
            reading = read(sentence, known, hits, parties.phrases(sentence, known))
            reading.keep([hit for hit in hits if stays(reading, hit)])
            reading.keep(longest(reading.hits))
            verbal = {(hit.first, hit.last) for hit in reading.of("act")}
            reading.keep([hit for hit in reading.hits if hit.entry.kind not in NOUNS or (hit.first, hit.last) not in verbal])
            if any(hit.entry.kind in _TELLING for hit in reading.hits):
                yield reading


def _once(tellings: list[Telling]) -> list[Telling]:
    """Without "they also spoke about" where the same two were told to have met or called before."""
    made: list[Telling] = []
    for telling in tellings:
        if telling.entry.id == "speak-with" and not telling.whom(RECIPIENT):
            before = [other for other in made[-_BEFORE:] if other.entry.type == CONSULT and other.status == statuses.ASSERTED]
            if any(len(other.entities & telling.entities) >= 2 for other in before):
                continue
        made.append(telling)
    return made


__all__ = ["Event", "Participant", "coded"]
