"""What speech makes of events: what a speaker tells is his claim, and each cue of speech is a statement."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from readout.coding import status as statuses
from readout.coding.telling import ACTOR, CLAIMED, STATE, Participant, Telling
from readout.coding.verbs import Entry, Hit
from readout.quote.document import Quote
from readout.refer.document import Document, Sentence

if TYPE_CHECKING:
    from readout.coding.parties import Parties

_GRAVE = frozenset(("ASSAULT", "COERCE", "CRIME", "MOBILIZE"))
"""What one side says that the other did is so by its word alone."""
_AUXILIARIES = 2
"""Words before a verb of saying among which "will" stands."""
_NEAR = 3
"""Triggers before a cue that may reach into it."""
STATEMENT = Entry("statement", "act", STATE)


class Speech:
    """The quotes of one document, as rows of `speech` with their speakers."""

    def __init__(self, document: Document, quotes: Sequence[Quote]) -> None:
        self.document = document
        self.quotes = sorted(quotes, key=lambda quote: (quote.start, quote.end))
        self.starts = [quote.start for quote in self.quotes]
        self._by_end = sorted(self.quotes, key=lambda quote: quote.end)
        self._by_cue = sorted((quote for quote in self.quotes if quote.cue_start is not None), key=lambda quote: quote.cue_start)
        self.turns = [quote for quote in self.quotes if quote.speaker_basis == "label"]
        """What stands behind the names of those who say it, as in a record of what was said face to face."""
        self.in_transcript = frozenset(entity for quote in self.turns for entity in quote.speakers)

    def dialogue(self) -> list[Quote]:
        """The first turn of each of the two who speak in a transcript; empty where they are not just two persons whom it names."""
        first: dict[str, Quote] = {}
        for turn in self.turns:
            if len(turn.speakers) != 1:
                return []
            first.setdefault(turn.speakers[0], turn)
        return list(first.values()) if len(first) == 2 else []

    def quoted(self, offset: int) -> Quote | None:
        """The innermost quote that holds a code point."""
        at = bisect_right(self.starts, offset) - 1
        for number in range(at, max(-1, at - 4), -1):
            if self.quotes[number].start <= offset < self.quotes[number].end:
                return self.quotes[number]
        return None

    def ending(self, start: int, end: int) -> list[Quote]:
        """The quotes that end between two code points."""
        first, last = (bisect_right(self._by_end, offset, key=lambda quote: quote.end) for offset in (start, end))
        return sorted(self._by_end[first:last], key=lambda quote: (quote.start, quote.end))

    def told_by(self, trigger: tuple[int, int]) -> list[Quote]:
        """The quotes whose cue is among the words of a trigger: what they say is not when it was said."""
        first, last = (bisect_left(self._by_cue, offset, key=lambda quote: quote.cue_start) for offset in trigger)
        return self._by_cue[first:last]

    def admits(self, telling: Telling, parties: "Parties") -> bool:
        """Set who is said to have said it; False where words of a speaker tell nothing that can be told apart from the speech itself."""
        quote = self.quoted(telling.trigger[0])
        reading = telling.reading
        if reading is not None and (quote is None or quote.kind == "direct"):
            speaking = reading.verbs.lists.get("speaking", frozenset())
            first, last = reading.clause(telling.hit.first)[:2]
            if any(word.folded in speaking for word in reading.words[first:last]):
                # who speaks says "I" and "you", whom no name tells
                return False
        if quote is None:
            own = reading.verbs.lists.get("first_person") if reading else None
            if own and any(word.folded in own for word in reading.words) and (len(telling.entities) < 2 or not telling.whom(ACTOR)):
                # somebody speaks, though no mark says so
                return False
            claim = self._claim(telling)
            if claim is not None:
                telling.claimed_by = self._claimant(telling, claim, parties)
                if telling.status == statuses.ASSERTED and (claim.entry.kind == "claim" or telling.entry.type in _GRAVE):
                    telling.status = statuses.HYPOTHETICAL
            return True
        telling.claimed_by = quote.speakers[0] if quote.speakers else None
        telling.score *= CLAIMED
        if quote.kind == "direct":
            if telling.entry.id == "speak-with" and not telling.whom("recipient"):
                return False
            if telling.status != statuses.DENIED:
                telling.status = statuses.HYPOTHETICAL
            named = [actor for actor in telling.actors if actor.entity_id and actor.basis in ("name", "title")]
            # who speaks says "I" and "you": what is told of third parties must name them
            return len({actor.entity_id for actor in named}) > 1 and any(actor.role == ACTOR for actor in named)
        reading = telling.reading
        if telling.status == statuses.HYPOTHETICAL and quote.kind == "indirect" and reading is not None:
            would = reading.verbs.lists.get("would", frozenset())
            first = telling.light.first if telling.light is not None else telling.hit.first
            if any(word.folded in would for word in reading.words[max(0, first - 2) : first]):
                # "said that it would": what will be, seen from then
                telling.status = statuses.PLANNED
        if telling.status == statuses.ASSERTED and quote.cue_start is not None:
            cues = self._cues(telling, quote)
            if "claim" in cues or ("report" in cues and telling.entry.type in _GRAVE):
                telling.status = statuses.HYPOTHETICAL
        return True

    def _cues(self, telling: Telling, quote: Quote) -> set[str]:
        """What the cue of a quote says of it: that somebody claims so, or reports it."""
        reading = telling.reading
        if reading is None:
            return set()
        return {
            hit.entry.kind
            for hit in reading.of("claim", "report")
            if reading.words[hit.first].start < quote.cue_end and reading.words[hit.last].end > quote.cue_start
        }

    def _claim(self, telling: Telling) -> Hit | None:
        """The word of claiming before the verb, where no quote was found: "according to the ministry", "claims that"."""
        reading = telling.reading
        if reading is None:
            return None
        before = [hit for hit in reading.of("claim", "report") if hit.last < telling.hit.first]
        return before[-1] if before else None

    def _claimant(self, telling: Telling, claim: Hit, parties: "Parties") -> str | None:
        """Who claims: whom the text names right behind the word or right before it."""
        reading = telling.reading
        groups = reading.groups if reading else []
        near = [group for group in groups if 0 < group.first - claim.last <= 2] or [
            group for group in groups if 0 < claim.first - group.last <= 2
        ]
        for actor in parties.participants(telling.sentence, near[:1], ACTOR):
            if actor.entity_id:
                return actor.entity_id
        return None

    def _stated(self, sentence: Sentence, quote: Quote, parties: "Parties") -> str:
        """Whether it is said or will be: "A will announce that"."""
        known = parties.verbs.get(sentence.language)
        will = known.lists.get("will", frozenset()) if known is not None else frozenset()
        at = bisect_left(sentence.words, quote.cue_start, key=lambda word: word.start)
        before = sentence.words[max(0, at - _AUXILIARIES) : at]
        # "Will Marren said"
        planned = any(word.folded in will and sentence.text[word.start].islower() for word in before)
        return statuses.PLANNED if planned else statuses.ASSERTED

    def statements(self, tellings: Sequence[Telling], parties: "Parties") -> list[Telling]:
        """A statement for each cue of speech that is no act of another kind."""
        made: list[Telling] = []
        taken = sorted(telling.trigger for telling in tellings)
        begun = [start for start, _ in taken]
        seen: set[int] = set()
        sentences = self.document.sentences
        for quote in self.quotes:
            if quote.cue_start is None or quote.cue_start in seen:
                continue
            seen.add(quote.cue_start)
            near = taken[max(0, bisect_left(begun, quote.cue_start) - _NEAR) : bisect_left(begun, quote.cue_end)]
            if any(end > quote.cue_start for _, end in near) or self._quoted_direct(quote):
                continue
            at = bisect_right(sentences, quote.cue_start, key=lambda sentence: sentence.start) - 1
            if at < 0:
                continue
            actors = []
            if quote.speaker_start is not None:
                speakers = tuple(quote.speakers) or (None,)
                actors = [
                    Participant(entity, ACTOR, quote.speaker_start, quote.speaker_end, quote.speaker_basis or "unnamed")
                    for entity in speakers
                ]
            start = min(quote.cue_start, quote.speaker_start if quote.speaker_start is not None else quote.cue_start)
            end = max(quote.cue_end, quote.speaker_end if quote.speaker_end is not None else quote.cue_end)
            within = sentences[at]
            span = (max(start, within.start), min(max(end, quote.end if quote.start >= start else end), within.end))
            span = (min(span[0], quote.cue_start), max(span[1], quote.cue_end))
            made.append(
                Telling(
                    within,
                    Hit(0, 0, STATEMENT, "past"),
                    (quote.cue_start, quote.cue_end),
                    span,
                    STATEMENT,
                    None,
                    self._stated(within, quote, parties),
                    actors,
                    quote.score,
                )
            )
        return made

    def _quoted_direct(self, quote: Quote) -> bool:
        around = self.quoted(quote.cue_start)
        return around is not None and around is not quote and around.kind == "direct"
