"""What a sentence tells by itself: its verbs and its nouns of encounters, with their parties."""

from collections.abc import Sequence

from readout.coding import status as statuses
from readout.coding.frames import Parts, joined, parts_of_noun, parts_of_verb, plain
from readout.coding.groups import OBJECT, OWNER, Group
from readout.coding.nouns import is_background, lights
from readout.coding.parties import Parties
from readout.coding.reading import Clause, Reading
from readout.coding.telling import ACTOR, BY_BASIS, CONSULT, INHERITED, NOBODY, PLACES, RECIPIENT, WEAK, Participant, Telling
from readout.coding.verbal import is_content
from readout.coding.verbs import NOUNS, Entry, Hit
from readout.pack.folding import folded

_LIGHT_REACH = 9
"""Words between a noun and its light verb, beyond which the verb is no part of the trigger."""
_PRONOUN = 6
"""Letters of the longest pronoun: an act of nobody but "them" tells nothing."""
_AIMED = frozenset(("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION"))
_TOWARDS = frozenset(("against", "from", OWNER))
_QUOTING = frozenset("\"'«“„‘")
_SIGNED = 10
"""Words around a verb among which what is signed is named."""
_TOWARDS_AGENT = 8
"""Words behind a passive verb among which "by" stands."""
_TWO = 2


class Teller:
    """Tells the events of sentences."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def told(self, reading: Reading) -> list[Telling]:
        made: list[Telling] = []
        found = lights(reading)
        for hit in reading.of("act"):
            if hit.entry.type != CONSULT and hit.form in ("base", "infinitive") and is_content(reading, hit):
                continue
            parts = parts_of_verb(reading, hit)
            if telling := self._telling(reading, hit, hit, parts, statuses.of_verb(reading, hit, parts)):
                made.append(telling)
        for noun in reading.of(*NOUNS):
            light = found.get(noun.first)
            if light is None and (noun.entry.kind == "deed" or not is_background(reading, noun)):
                continue
            parts = parts_of_noun(reading, noun, light)
            if light is None and not parts.recipients and len(parts.actors) < 1:
                continue
            told_status = statuses.of_noun(reading, noun, light, parts)
            if telling := self._telling(reading, noun, light or noun, parts, told_status):
                unmet = telling.status == statuses.HYPOTHETICAL and not telling.whom(RECIPIENT) and len(telling.entities) < 2
                if unmet and telling.mode != "visit":
                    # "to resume the talks": whose, nobody says
                    continue
                if light is None:
                    if len(telling.actors) < 2:
                        continue
                    telling.score *= WEAK
                made.append(telling)
        return made

    def _telling(self, reading: Reading, hit: Hit, light: Hit, parts: Parts, status: str) -> Telling | None:
        entry = hit.entry
        sentence = reading.sentence
        parts = self._completed(reading, hit, parts)
        actors = self.parties.participants(sentence, parts.actors, ACTOR)
        recipients = self.parties.participants(sentence, parts.recipients, RECIPIENT)
        if resumed := self._resumed(reading, light, parts):
            actors = resumed
        named_there = {actor.entity_id for actor in recipients if actor.basis == "name"}
        actors = [
            # "He agreed with A": somebody else
            actor._replace(entity_id=None, basis="unnamed") if actor.basis == "pronoun" and actor.entity_id in named_there else actor
            for actor in actors
        ]
        acting = {actor.entity_id for actor in actors if actor.entity_id}
        recipients = [actor for actor in recipients if actor.entity_id is None or actor.entity_id not in acting]
        everyone = actors + recipients
        if reading.verbs.order == "svo" and parts.voice == "active" and not actors and entry.type == CONSULT:
            return None
        far = status == statuses.HYPOTHETICAL or (status == statuses.PLANNED and not statuses.is_beside(reading, light))
        if far and entry.type != CONSULT and statuses.is_infinitive(reading, light):
            # "efforts to help", "urged it to release": a purpose or a wish, and nobody's act
            return None
        if not self._in_kind(reading, hit, parts):
            return None
        if not self._fit(entry, hit, actors, recipients, everyone):
            return None
        score = entry.score * (INHERITED if parts.inherited else 1.0) * min((BY_BASIS[actor.basis] for actor in everyone), default=NOBODY)
        words = reading.words
        groups = [*parts.actors, *parts.recipients]
        first = min([hit.first, light.first, *(group.first for group in groups)])
        last = max([hit.last, light.last, *(group.last for group in groups)])
        clause = reading.clause(hit.first)
        first, last = min(first, clause.first), max(last, clause.last - 1)
        if mediator := self._mediator(reading, clause):
            everyone = [actor for actor in self.parties.participants(sentence, [mediator], ACTOR) if actor.entity_id] + everyone
        trigger = (words[min(hit.first, light.first)].start, words[max(hit.last, light.last)].end)
        if light is not hit and abs(hit.first - light.first) > _LIGHT_REACH:
            trigger = (words[hit.first].start, words[hit.last].end)
        mode = mode_of(reading, entry, clause) if entry.type == CONSULT else None
        telling = Telling(
            sentence, hit, trigger, (words[first].start, words[last].end), entry, mode, status, everyone, score, reading, light, groups
        )
        if mode == "visit" and recipients and all(self.parties.kind(actor.entity_id) == "person" for actor in recipients):
            telling.mode = "meeting"
        named = [actor for actor in everyone if actor.basis != "unnamed" or self._is_named(actor)]
        if entry.id == "speak-with" and mode == "call" and len(named) < 2:
            telling.mode = None
        if entry.type == CONSULT and self._mediates(telling):
            telling.mode = "mediation"
        self._at_home(telling)
        return telling

    def _at_home(self, telling: Telling) -> None:
        """Where a town is said to host the talks of its own leader, that is where he has them, and nobody mediates."""
        acting = [actor for actor in telling.actors if actor.role == ACTOR]
        met = [actor for actor in telling.actors if actor.role == RECIPIENT and actor.entity_id]
        if telling.mode != "mediation" or len(acting) != 1 or len(met) < _TWO or self.parties.kind(acting[0].entity_id) not in PLACES:
            return
        here = self.parties.country(acting[0].entity_id)
        if here is not None and any(self.parties.country(actor.entity_id) == here for actor in met):
            telling.mode, telling.place = "meeting", acting[0].entity_id
            telling.actors = [actor._replace(role=ACTOR) if actor.role == RECIPIENT else actor for actor in telling.actors[1:]]

    def _resumed(self, reading: Reading, hit: Hit, parts: Parts) -> list[Participant]:
        """Who goes on behind what he was told to have said: "A assured B that C would pay its debts and thanked him"."""
        if reading.verbs.order != "svo" or parts.voice != "active" or not parts.actors or not joined(reading, hit):
            return []
        start = reading.words[reading.clause(hit.first).first].start
        for quote in self.parties.speech.ending(start, reading.words[hit.first].start):
            between = reading.sentence.text[quote.end : reading.words[hit.first].start].split()
            behind_cue = quote.cue_start is not None and quote.cue_start < quote.start
            if quote.kind == "indirect" and behind_cue and quote.speaker_start is not None and len(between) <= _TWO:
                basis = quote.speaker_basis or "unnamed"
                return [Participant(entity, ACTOR, quote.speaker_start, quote.speaker_end, basis) for entity in quote.speakers or (None,)]
        return []

    def _completed(self, reading: Reading, hit: Hit, parts: Parts) -> Parts:
        """With phrases that have no name where a part is empty: "met with members of the parliament"."""
        if parts.voice == "passive" and not parts.actors:
            return self._by_somebody(reading, hit, parts)
        if parts.recipients or parts.voice == "passive":
            return parts
        if hit.entry.type in _AIMED and (group := _aimed(reading, hit, parts)):
            return parts._replace(recipients=[group])
        if hit.entry.type != CONSULT:
            return parts
        known = reading.verbs
        frame = known.frames.get(hit.entry.frame, {}).get("noun" if parts.voice == "noun" else "active", {})
        openers = {word for mark in frame.get(RECIPIENT, ()) if mark in known.cases for word in known.cases[mark].before}
        people = known.lists.get("people", frozenset())

        def is_person(word: str) -> bool:
            return word in people

        clause = reading.clause(hit.first)
        for at in range(hit.last, min(hit.last + 8, clause.last - 1)):
            follows = at > hit.last or reading.words[at].folded in openers
            if follows and reading.words[at].folded in openers and (group := plain(reading, at + 1, is_person)):
                return parts._replace(recipients=[group])
        direct = OBJECT in frame.get(RECIPIENT, ()) and hit.last + 1 < clause.last and hit.form != "noun"
        if direct and (group := plain(reading, hit.last + 1, is_person)):
            return parts._replace(recipients=[group])
        return parts

    def _by_somebody(self, reading: Reading, hit: Hit, parts: Parts) -> Parts:
        """With those who did it and have no name: "were attacked by an army of militants"."""
        lists = reading.verbs.lists
        acting = lists.get("people", frozenset()) | lists.get("forces", frozenset())
        by = reading.verbs.cases.get("by")
        if by is None or reading.verbs.order != "svo":
            return parts
        for at in range(hit.last + 1, min(hit.last + _TOWARDS_AGENT, reading.clause(hit.first).last - 1)):
            if reading.words[at].folded in by.before:
                group = plain(reading, at + 1, acting.__contains__)
                return parts._replace(actors=[group]) if group else parts
        return parts

    def _fit(self, entry: Entry, hit: Hit, actors: list[Participant], recipients: list[Participant], everyone: list[Participant]) -> bool:
        """Whether those found can be the parties of such an act."""
        kinds = {self.parties.kind(actor.entity_id) for actor in recipients}
        acting = {self.parties.kind(actor.entity_id) for actor in actors}
        for need in entry.needs:
            if need == "party" and not recipients and len({actor.entity_id for actor in actors}) < 2:
                return False
            if need == "guest" and (not actors or kinds & PLACES or not any(self._is_guest(actor) for actor in recipients)):
                return False
            if need == "traveller" and (not any(actor.entity_id or actor.basis == "name" for actor in actors) or acting <= PLACES):
                return False
            if need == "destination" and not kinds & (PLACES | {"org"}):
                return False
            if need == "audience" and not any(actor.entity_id for actor in recipients) and self._before_audience(recipients):
                return False
            if need == "person" and "person" not in kinds:
                return False
            if need == "parties" and len({actor.entity_id for actor in recipients if actor.entity_id}) < 2:
                return False
            if need == "two" and len(everyone) < 2:
                return False
        if entry.type == CONSULT:
            return bool(everyone) or entry.kind == "encounter" or entry.mode == "correspondence"
        acting_people = any(actor.basis != "unnamed" or actor.end - actor.start > _PRONOUN for actor in actors)
        known = any(actor.entity_id for actor in everyone)
        return known or entry.type == "PROTEST" or acting_people or (entry.type == "ASSAULT" and bool(everyone))

    def _in_kind(self, reading: Reading, hit: Hit, parts: Parts) -> bool:
        """Whether the words around are of the kind that an act asks for: a document that is signed, no accident where people are killed."""
        lists = reading.verbs.lists
        clause = reading.clause(hit.first)
        if "document" in hit.entry.needs:
            near = reading.words[max(clause.first, hit.first - _SIGNED) : min(clause.last, hit.last + 1 + _SIGNED)]
            if not any(word.folded in lists.get("document", frozenset()) for word in near):
                return False
        if "called" in hit.entry.needs and parts.recipients:
            # "called her a friend", "a picture called ‘The Bridge’"
            if hit.last + 1 < len(reading.words) and reading.words[hit.last + 1].folded in _QUOTING:
                return False
            after = parts.recipients[-1].last + 1
            if after < len(reading.words) and reading.words[after].folded in lists.get("article", frozenset()):
                return False
        if "to" in hit.entry.needs and not any(word.folded == "to" for word in reading.words[hit.last + 1 : clause.last]):
            return False
        if hit.entry.type == "ASSAULT" and not any(group.marks and not group.plain for group in parts.actors):
            return not self._by_accident(reading)
        return True

    def _by_accident(self, reading: Reading) -> bool:
        """Whether an accident is told in a sentence, or in the one before and no violence in this one."""
        accident = reading.verbs.lists.get("accident", frozenset())
        violence = reading.verbs.lists.get("violence", frozenset())
        if any(word.folded in accident for word in reading.words):
            return True
        number = reading.sentence.number
        before = self.parties.document.sentences[number - 1].words if number > 0 else ()
        return any(word.folded in accident for word in before) and not any(word.folded in violence for word in reading.words)

    def _is_named(self, actor: Participant) -> bool:
        """Whether a phrase of nobody known holds a name: two words with capitals."""
        words = self.parties.document.text[actor.start : actor.end].split()
        return sum(word[0].isupper() for word in words[1:]) > 1

    def _is_guest(self, actor: Participant) -> bool:
        """Whether a participant is a person: by name or office, or by a word for people."""
        if actor.entity_id is not None or actor.basis == "name":
            return actor.basis == "name" or self.parties.kind(actor.entity_id) == "person"
        people = {word for known in self.parties.verbs.values() for word in known.lists.get("people", ())}
        return any(folded(word) in people for word in self.parties.document.text[actor.start : actor.end].split())

    def _before_audience(self, recipients: Sequence[Participant]) -> bool:
        """Whether somebody speaks to those who listen to many: "to the press"."""
        audience = {word for known in self.parties.verbs.values() for word in known.lists.get("audience", ())}
        text = self.parties.document.text
        return any(text[actor.start : actor.end].lower().rpartition(" ")[2] in audience for actor in recipients)

    def _mediator(self, reading: Reading, clause: Clause) -> Group | None:
        """Who is said to mediate: "through the mediation of A"."""
        for hit in reading.within(clause.first, clause.last, "mode:mediation"):
            for group in reading.groups:
                near = hit.first - group.last if reading.verbs.order == "sov" else group.first - hit.last
                if 0 < near <= 2:
                    return group
        return None

    def _mediates(self, telling: Telling) -> bool:
        """Whether one brings together two of other countries."""
        if telling.entry.mode not in ("meeting", None) or telling.mode == "summit" or telling.background:
            return False
        if telling.hit.entry.kind == "act" and any("with" in group.marks for group in telling.own):
            # "met with A and B": all three; but "held trilateral talks with A and B"
            return False
        acting, met = telling.whom(ACTOR), telling.whom(RECIPIENT)
        if len(acting) != 1 or len(met) != 2:
            return False
        countries = [self.parties.country(entity) for entity in (*acting, *sorted(met))]
        return None not in countries and len(set(countries)) == 3


def _aimed(reading: Reading, hit: Hit, parts: Parts) -> Group | None:
    """Whom words of conflict are aimed at, though other words stand between: "threatened to close its ports to ships from Valdora"."""
    clause = reading.clause(hit.first)
    for group in reading.groups:
        if hit.last < group.first < clause.last and group.marks & _TOWARDS and group not in parts.actors:
            return group
    return None


def mode_of(reading: Reading, entry: Entry, clause: Clause) -> str | None:
    """The mode of an encounter: that of its entry, unless words of the clause say otherwise ("by telephone", "trilateral")."""
    if entry.mode in ("correspondence", "visit", "summit", "mediation"):
        return entry.mode
    for mode in ("mediation", "call", "meeting"):
        if mode == "meeting" and entry.mode not in (None, "call"):
            continue
        if reading.within(clause.first, clause.last, f"mode:{mode}"):
            return mode
    return entry.mode
