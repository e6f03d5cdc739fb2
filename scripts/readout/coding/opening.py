"""The encounter that a document is about, where its sentences speak of it without telling it.

Official releases often begin where their title ends: "The two leaders discussed …", "During the talks …", "The conversation took place at
the initiative of the other side". Who took part is told by the sentences that open the text, how they met by the noun they use.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from readout.coding import status as statuses
from readout.coding.frames import Parts, parts_of_verb
from readout.coding.groups import OBJECT, SUBJECT
from readout.coding.nouns import is_background, is_definite, is_earlier
from readout.coding.parties import Parties
from readout.coding.reading import Reading
from readout.coding.sentences import mode_of
from readout.coding.speech import Speech
from readout.coding.telling import ACTOR, BY_BASIS, CONSULT, INHERITED, NOBODY, RECIPIENT, WEAK, Participant, Telling, joined
from readout.coding.verbs import Entry, Hit

_OPENING = 6
"""Sentences of the body in which those are named whom it is about."""


class Opening:
    """How a document opens: its readings, and whom they name."""

    def __init__(self, parties: Parties, speech: Speech, readings: Sequence[Reading], heading: Callable[[], str | None]) -> None:
        """`heading` tells the mode of the encounter of which a title tells that is no part of the text; it is asked where it matters."""
        self.document = parties.document
        self.parties = parties
        self.speech = speech
        self.readings = readings
        self._heading = heading
        self.company: list[Participant] | None = None
        self.sentences = [sentence for sentence in self.document.sentences if sentence.role == "body"][:_OPENING]

    @cached_property
    def heading(self) -> str | None:
        """The mode of the encounter that the title tells, None where it tells none."""
        return self._heading()

    def hinted(self, tellings: list[Telling]) -> list[Telling]:
        """The encounter of a document whose sentences speak of it without telling it: "the two leaders discussed", "during the talks".

        Those who take part are named by the sentences that open the document; tellings without parties ("the meeting took place in …") are
        given them.
        """
        body = [sentence.number for sentence in self.sentences]
        titles = {sentence.number for sentence in self.document.sentences if sentence.role == "title"}
        opening = {*body, *titles}
        own = [telling for telling in tellings if telling.entry.type == CONSULT and telling.mode not in ("correspondence", "visit")]
        told = [telling for telling in own if telling.status == statuses.ASSERTED and telling.sentence.number in opening]
        leading = [reading for reading in self.readings if reading.sentence.number in body]
        discussing = self._discussing(leading)
        company = discussing.actors if discussing else self._company()
        pair = {actor.entity_id for actor in company if actor.entity_id}
        complete = [telling for telling in told if len(telling.entities) >= 2 or (telling.whom(ACTOR) and len(telling.actors) >= 2)]
        for telling in told:
            again = telling in complete or telling.mode in {other.mode for other in complete}
            if again or telling.hit.form != "noun" or telling.entities or len(pair) < 2 or not is_definite(telling.reading, telling.hit):
                continue
            telling.actors = joined(telling.actors, [actor._replace(basis="document") for actor in company])
            telling.score = min(telling.score, WEAK)
            complete.append(telling)
        for telling in told:
            alone = telling.hit.form == "noun" and len(telling.entities) == 1 and telling.entities < pair
            if alone and is_definite(telling.reading, telling.hit):
                # "the conversation was initiated by A": the other one took part as well
                telling.actors += [actor._replace(basis="document") for actor in company if actor.entity_id not in telling.entities]
        for telling in told:
            reading = telling.reading
            if telling.light is not None and telling.light.entry.id == "attend" and len(pair) >= 2 and is_definite(reading, telling.hit):
                # those who "also took part in the talks" took part with those who held them
                telling.actors = joined(telling.actors, [actor._replace(basis="document") for actor in company])
                telling.score = min(telling.score, WEAK)
        noun = next(self._nouns(leading), None)
        if len(pair) < 2:
            return []
        mode = self.heading or (mode_of(noun[0], noun[1].entry, noun[0].clause(noun[1].first)) if noun else None)
        for telling in complete:
            # "the two had a discussion": how, the noun tells that the text uses for it
            spoken = (
                telling.entry.id == "speak-with" and not telling.whom(RECIPIENT) and telling.sentence.number not in {*titles, *body[:1]}
            )
            if mode and pair <= telling.entities and (telling.mode is None or spoken):
                telling.mode = mode
        first = {*titles, *body[:1]}
        if any(pair <= telling.entities or telling.sentence.number in first for telling in complete):
            return []
        if discussing is None and noun is None:
            return self._dialogue(pair) or self._titled()
        in_person = any(self._in_person(telling, opening, pair) for telling in tellings) or bool(pair & self.speech.in_transcript)
        mode = mode or ("meeting" if in_person and noun is None else None)
        if discussing is not None:
            if mode is None:
                # that they talked is told, and not how
                discussing.score *= INHERITED
            told = discussing.reading
            discussing.mode = mode or mode_of(told, discussing.hit.entry, told.clause(discussing.hit.first))
            return [discussing]
        reading, hit = noun
        attending = reading.verbs.lists.get("attending", frozenset())
        if any(word.folded in attending for word in reading.words):
            # "Taking part in the meeting were members of the government": more than two
            return []
        made = self._weak(reading, hit, Parts([], [], False, "noun"), [], mode)
        made.actors = list(company)
        return [made]

    def _in_person(self, telling: Telling, opening: set[int], pair: set[str]) -> bool:
        """Whether one of two is told to have come: they talked face to face."""
        if telling.mode != "visit" or telling.status != statuses.ASSERTED or telling.sentence.number not in opening:
            return False
        return telling.light is not None and telling.light.form != "noun" and bool(telling.whom(ACTOR) & pair)

    def _nouns(self, leading: Sequence[Reading]) -> Iterator[tuple[Reading, Hit]]:
        """The nouns of the opening that mean the document's own encounter: "the talks", not "an upcoming meeting of the board"."""
        for reading in leading:
            for hit in reading.of("encounter"):
                mode = mode_of(reading, hit.entry, reading.clause(hit.first))
                if mode not in ("call", "meeting") or hit.entry.mode == "visit" or self.speech.quoted(reading.words[hit.first].start):
                    continue
                if is_earlier(reading, hit) or not is_definite(reading, hit):
                    continue
                clause = reading.clause(hit.first)
                if "occasion" in hit.entry.needs and not self.heading and hit.first - clause.first > 1 and not is_background(reading, hit):
                    # "how we responded to the call"
                    continue
                if reading.within(clause.first, clause.last, "plan"):
                    continue
                if statuses.of_noun(reading, hit, None, Parts([], [], False, "noun")) == statuses.ASSERTED:
                    yield reading, hit

    def _discussing(self, leading: Sequence[Reading]) -> Telling | None:
        """The first sentence in which two are said to have talked of something."""
        for reading in leading:
            for hit in reading.of("talk"):
                if hit.form in ("ing", "base", "infinitive", "future") or self.speech.quoted(reading.words[hit.first].start):
                    continue
                parts = parts_of_verb(reading, hit)
                if statuses.of_verb(reading, hit, parts) != statuses.ASSERTED:
                    continue
                actors = self.parties.participants(reading.sentence, parts.actors, ACTOR)
                acting = {actor.entity_id for actor in actors}
                actors += [
                    actor
                    for actor in self.parties.participants(reading.sentence, parts.recipients, RECIPIENT)
                    if actor.entity_id not in acting
                ]
                persons = [actor for actor in actors if self.parties.kind(actor.entity_id) == "person"]
                if len({actor.entity_id for actor in persons}) >= 2:
                    if sum(actor.role == ACTOR for actor in persons) >= 2:
                        # "A and B discussed relations with the union"
                        actors = [actor for actor in actors if actor.role == ACTOR or actor in persons]
                    return self._weak(reading, hit, parts, actors, None)
        return None

    def _weak(self, reading: Reading, hit: Hit, parts: Parts, actors: list[Participant], mode: str | None) -> Telling:
        words = reading.words
        clause = reading.clause(hit.first)
        entry = hit.entry._replace(type=CONSULT)
        return Telling(
            reading.sentence,
            hit,
            (words[hit.first].start, words[hit.last].end),
            (words[clause.first].start, words[clause.last - 1].end),
            entry,
            mode,
            statuses.ASSERTED,
            actors,
            WEAK * min((BY_BASIS[actor.basis] for actor in actors), default=NOBODY),
            reading,
            None,
            [*parts.actors, *parts.recipients],
        )

    def _company(self) -> list[Participant]:
        """The two persons whom the opening sentences name as acting or acted upon."""
        if self.company is None:
            self.company = self._of_title() or self._named()
        return self.company

    def _of_title(self) -> list[Participant]:
        """The two persons of whom the title tells, where the opening sentences speak of both."""
        told = self.parties.discourse.headline.persons
        if len(told) != 2 or self.heading is None:
            return []
        made: dict[str, Participant] = {}
        for sentence in self.sentences:
            for phrase in self.parties.discourse.phrases(sentence):
                for entity in self.parties.discourse.resolve(sentence, phrase).entities:
                    if entity in told:
                        made.setdefault(entity, Participant(entity, ACTOR, phrase.start, phrase.end, "document"))
        return list(made.values()) if len(made) == len(told) else []

    def _named(self) -> list[Participant]:
        """The two persons whom the opening sentences name as acting or acted upon, else those who speak to each other."""
        made: dict[str, Participant] = {}
        numbers = {reading.sentence.number: reading for reading in self.readings}
        for sentence in self.sentences:
            reading = numbers.get(sentence.number) or self.parties.bare(sentence)
            for group in reading.groups if reading else ():
                if not group.marks & {SUBJECT, OBJECT} or self.speech.quoted(group.start):
                    continue
                for actor in self.parties.participants(sentence, [group], ACTOR):
                    if self.parties.kind(actor.entity_id) == "person" and actor.basis != "pronoun":
                        made.setdefault(actor.entity_id, actor._replace(basis="document"))
            if len(made) >= 2:
                break
        host = self.parties.discourse.host
        # on his own site the text is about him
        apart = host is not None and host not in made and self._is_acting(host)
        return list(made.values()) if len(made) == 2 and not apart else self._speaking()

    def _is_acting(self, entity: str) -> bool:
        """Whether the opening sentences tell of somebody who does something."""
        readings = [reading for reading in self.readings if reading.sentence.role == "body"][:_OPENING]
        groups = ((reading.sentence, group) for reading in readings for group in reading.groups if SUBJECT in group.marks)
        return any(
            entity in self.parties.discourse.resolve(sentence, phrase).entities
            for sentence, group in groups
            for phrase in group.phrases
            if phrase.kind in ("name", "title")
        )

    def _speaking(self) -> list[Participant]:
        """The two persons who speak to each other in a transcript."""
        turns = [turn for turn in self.speech.dialogue() if self.parties.kind(turn.speakers[0]) == "person"]
        if len(turns) < 2:
            return []
        return [Participant(turn.speakers[0], ACTOR, turn.speaker_start, turn.speaker_end, "label") for turn in turns]

    def _dialogue(self, pair: set[str]) -> list[Telling]:
        """The meeting that nothing tells but that the two whom a document is about speak to each other in it: of the transcripts of
        two speakers in the releases that this was written by, nine in ten are of meetings."""
        company = self._speaking()
        if {actor.entity_id for actor in company} != pair:
            return []
        return self._untold("dialogue", company, self.heading or "meeting")

    def _titled(self) -> list[Telling]:
        """The encounter of which only the title tells: it stands where its first party is named."""
        company = self._of_title()
        return self._untold("title", company, self.heading) if company else []

    def _untold(self, basis: str, company: Sequence[Participant], mode: str) -> list[Telling]:
        label = (company[0].start, company[0].end)
        sentence = next((one for one in self.document.sentences if one.start <= label[0] < one.end), None)
        if sentence is None:
            return []
        entry = Entry(basis, "encounter", CONSULT)
        score = WEAK * BY_BASIS["document"]
        return [Telling(sentence, Hit(0, 0, entry, "noun"), label, label, entry, mode, statuses.ASSERTED, list(company), score)]
