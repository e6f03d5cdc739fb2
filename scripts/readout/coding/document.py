"""The events of one document: what its sentences tell, who took part, whether it is so, when and where."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from readout.coding import status as statuses
from readout.coding.frames import Parts, parts_of_noun, parts_of_verb, plain, voice
from readout.coding.reading import OBJECT, OWNER, SUBJECT, Clause, Group, Reading, State, read
from readout.coding.verbs import Entry, Hit, Verbs, longest
from readout.coding.when import NEVER, Day, When, of, told
from readout.coding.where import place
from readout.refer.document import Sentence

ACTOR, RECIPIENT = "actor", "recipient"
CONSULT, STATE = "CONSULT", "STATE"
_STRONG = frozenset(("act", "light", "encounter", "talk"))
_LEAD = 2
"""Sentences of the body that say what a document is about."""
_OPENING = 6
"""Sentences of the body in which those are named whom it is about."""
_LIGHT_REACH = 9
_NEWS_DAYS = timedelta(2)
"""How wide an interval of publication may be for its days to be those of the news."""
_SEASON = timedelta(92)
"""The longest stretch of days in which the event of a piece of news happened."""
_RECENT = timedelta(14)
"""How long before its publication news may have happened."""
_LONGEST = timedelta(366)
"""The longest stretch of days that says when something happened."""
_AIMED = frozenset(("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION"))
_TOWARDS = frozenset(("against", "from", OWNER))
_SIGNED = 10
"""Words around a verb among which what is signed is named."""
_GRAVE = frozenset(("ASSAULT", "COERCE", "CRIME", "MOBILIZE"))
"""What one side says that the other did is so by its word alone."""
_VERBAL = frozenset(("STATE", "ACCUSE", "REQUEST", "SUPPORT", "REJECT", "AGREE", "THREATEN"))
_BY_BASIS = {"name": 1.0, "title": 0.95, "label": 0.95, "pronoun": 0.85, "group": 0.9, "continued": 0.85, "unnamed": 0.8, "document": 0.7}
_ACTING = frozenset(("ministry", "agency", "embassy", "government", "parliament", "council", "delegation", "organisation", "side"))
"""Kinds of bodies that act, though the text names none."""
_KINDS = {"PER": "person", "ORG": "org", "LOC": "place"}
_PLACES = frozenset(("country", "place", "loc"))
_INHERITED, _WEAK, _CLAIMED, _NOBODY = 0.9, 0.75, 0.95, 0.7


class Participant(NamedTuple):
    """A row of `event_actors`."""

    entity_id: str | None
    role: str
    start: int
    end: int
    basis: str


class Event(NamedTuple):
    """A row of `events`, with its actors."""

    sentence: int
    start: int
    end: int
    type: str
    mode: str | None
    status: str
    claimed_by: str | None
    earliest: date | None
    latest: date | None
    date_basis: str | None
    date_start: int | None
    date_end: int | None
    place_id: str | None
    trigger_start: int
    trigger_end: int
    trigger: str
    main: bool
    score: float
    actors: tuple[Participant, ...]


@dataclass(slots=True, eq=False)
class _Telling:
    """An event in the making."""

    sentence: Sentence
    hit: Hit
    trigger: tuple[int, int]
    span: tuple[int, int]
    entry: Entry
    mode: str | None
    status: str
    actors: list[Participant]
    score: float
    reading: Reading | None = None
    light: Hit | None = None
    own: list[Group] = field(default_factory=list)
    claimed_by: str | None = None
    when: When = NEVER
    place: str | None = None
    main: bool = False

    def whom(self, role: str) -> set[str]:
        return {actor.entity_id for actor in self.actors if actor.role == role and actor.entity_id}

    @property
    def entities(self) -> set[str]:
        return {actor.entity_id for actor in self.actors if actor.entity_id}


def coded(discourse: Any, quotes: Sequence[Any], dates: Sequence[Day], verbs: Mapping[str, Verbs]) -> list[Event]:
    """The events of a document, in the order of the text.

    `discourse` is the document with the phrases that name somebody (`readout.refer`), `quotes` its rows of `speech` and `dates` those of its
    dates that tell a day; `verbs` the verbs of each language.
    """
    return _Coder(discourse, quotes, dates, verbs).events()


class _Coder:
    def __init__(self, discourse: Any, quotes: Sequence[Any], dates: Sequence[Day], verbs: Mapping[str, Verbs]) -> None:
        self.discourse = discourse
        self.document = discourse.document
        self.quotes = sorted(quotes, key=lambda quote: (quote.start, quote.end))
        self.starts = [quote.start for quote in self.quotes]
        self.days = [day for day in dates if day.earliest is not None and day.latest is not None and day.latest - day.earliest <= _LONGEST]
        self.verbs = verbs
        self.kinds: dict[str, str] | None = None
        self.company: list[Participant] | None = None
        self.readings: list[Reading] = []

    def events(self) -> list[Event]:
        tellings: list[_Telling] = []
        self.readings = list(self._readings())
        for reading in self.readings:
            tellings += _merged(self._told(reading))
        tellings = [telling for telling in tellings if self._within_speech(telling)]
        tellings = self._once(tellings)
        tellings += self._hinted(tellings)
        tellings = [telling for telling in tellings if telling.actors or telling.mode == "correspondence" or telling.entry.type != CONSULT]
        tellings += self._statements(tellings)
        tellings.sort(key=lambda telling: (telling.trigger, telling.entry.id))
        self._date(tellings)
        return [_event(telling) for telling in tellings]

    def _once(self, tellings: list[_Telling]) -> list[_Telling]:
        """Without "they also spoke about" where the same two were told to have met or called before."""
        made: list[_Telling] = []
        for telling in tellings:
            if telling.entry.id == "speak-with" and not telling.whom(RECIPIENT):
                before = [other for other in made if other.entry.type == CONSULT and other.status == statuses.ASSERTED]
                if any(len(other.entities & telling.entities) >= 2 for other in before):
                    continue
            made.append(telling)
        return made

    def _readings(self) -> Iterable[Reading]:
        for sentence in self.document.sentences:
            known = self.verbs.get(sentence.language)
            if known is None or sentence.role == "dateline":
                continue
            if not any(known.acts(word.folded) for word in sentence.words):
                continue
            hits = known.hits(sentence.words)
            if any(hit.entry.kind in _STRONG for hit in hits):
                reading = read(sentence, known, hits, self._phrases(sentence, known))
                reading.keep([hit for hit in hits if _stays(reading, hit)])
                reading.keep(longest(reading.hits))
                verbal = {(hit.first, hit.last) for hit in reading.of("act")}
                reading.keep([hit for hit in reading.hits if hit.entry.kind != "encounter" or (hit.first, hit.last) not in verbal])
                if any(hit.entry.kind in _STRONG for hit in reading.hits):
                    yield reading

    def _bare(self, sentence: Sentence) -> Reading | None:
        """A sentence read for its phrases alone."""
        known = self.verbs.get(sentence.language)
        return read(sentence, known, [], self.discourse.phrases(sentence)) if known else None

    def _phrases(self, sentence: Sentence, known: Verbs) -> list[Any]:
        """The phrases of a sentence, those who act for a country among them: "the army of Valdora", "Valdoran troops"."""
        forces = known.lists.get("forces", frozenset())
        phrases = [_trimmed(phrase, sentence, known) for phrase in self.discourse.phrases(sentence)]
        at = [place for place, word in enumerate(sentence.words) if word.folded in forces]
        if not at:
            return phrases
        lexicon = self.discourse.reader.lexicons.of(sentence.language)
        words = sentence.words
        for place in at:
            if any(phrase.first <= place < phrase.last for phrase in phrases):
                continue
            behind = next((phrase for phrase in phrases if 0 < phrase.first - place <= 3 and _is_state(phrase)), None)
            if behind and all(word.folded in known.lists["between"] for word in words[place + 1 : behind.first]):
                made = State(words[place].start, behind.end, place, behind.last, behind.head.entity_id)
                phrases[phrases.index(behind)] = made
                continue
            before = next((phrase for phrase in phrases if phrase.last == place and _is_state(phrase)), None)
            if before:
                phrases[phrases.index(before)] = State(before.start, words[place].end, before.first, place + 1, before.head.entity_id)
                continue
            for back in range(1, 3):
                if place - back >= 0 and (country := lexicon.tags(words[place - back].folded).get("country")):
                    made = State(words[place - back].start, words[place].end, place - back, place + 1, f"country:{country}")
                    if not any(phrase.first <= place - back < phrase.last for phrase in phrases):
                        phrases.append(made)
                    break
        return sorted(phrases, key=lambda phrase: phrase.start)

    # what a sentence tells by itself

    def _told(self, reading: Reading) -> list[_Telling]:
        made: list[_Telling] = []
        lights = _lights(reading)
        for hit in reading.of("act"):
            if hit.entry.type != CONSULT and hit.form in ("base", "infinitive") and _content(reading, hit):
                continue
            parts = parts_of_verb(reading, hit)
            if telling := self._telling(reading, hit, hit, parts, statuses.of_verb(reading, hit, parts)):
                made.append(telling)
        for noun in reading.of("encounter"):
            light = lights.get(noun.first)
            if light is None and not _background(reading, noun):
                continue
            parts = parts_of_noun(reading, noun, light)
            if light is None and not parts.recipients and len(parts.actors) < 1:
                continue
            told_status = statuses.of_noun(reading, noun, light, parts)
            if telling := self._telling(reading, noun, light or noun, parts, told_status):
                if light is None:
                    if len(telling.actors) < 2:
                        continue
                    telling.score *= _WEAK
                made.append(telling)
        return made

    def _telling(self, reading: Reading, hit: Hit, light: Hit, parts: Parts, status: str) -> _Telling | None:
        entry = hit.entry
        sentence = reading.sentence
        parts = self._completed(reading, hit, parts)
        actors = self._participants(sentence, parts.actors, ACTOR)
        recipients = self._participants(sentence, parts.recipients, RECIPIENT)
        acting = {actor.entity_id for actor in actors if actor.entity_id}
        recipients = [actor for actor in recipients if actor.entity_id is None or actor.entity_id not in acting]
        everyone = actors + recipients
        if reading.verbs.order == "svo" and parts.voice == "active" and not actors and entry.type == CONSULT:
            return None
        if (
            status == statuses.HYPOTHETICAL
            and entry.type != CONSULT
            and light.form in ("base", "infinitive")
            and not statuses.governed(reading, light)
        ):
            # "to help the rescuers": a purpose, and nobody's act
            return None
        if not self._in_kind(reading, hit, parts):
            return None
        if not self._fit(entry, hit, actors, recipients, everyone):
            return None
        score = (
            entry.score * (_INHERITED if parts.inherited else 1.0) * min((_BY_BASIS[actor.basis] for actor in everyone), default=_NOBODY)
        )
        words = reading.words
        groups = [*parts.actors, *parts.recipients]
        first = min([hit.first, light.first, *(group.first for group in groups)])
        last = max([hit.last, light.last, *(group.last for group in groups)])
        clause = reading.clause(hit.first)
        first, last = min(first, clause.first), max(last, clause.last - 1)
        if mediator := self._mediator(reading, clause):
            everyone = [actor for actor in self._participants(sentence, [mediator], ACTOR) if actor.entity_id] + everyone
        trigger = (words[min(hit.first, light.first)].start, words[max(hit.last, light.last)].end)
        if light is not hit and abs(hit.first - light.first) > _LIGHT_REACH:
            trigger = (words[hit.first].start, words[hit.last].end)
        mode = _mode(reading, entry, clause) if entry.type == CONSULT else None
        telling = _Telling(
            sentence, hit, trigger, (words[first].start, words[last].end), entry, mode, status, everyone, score, reading, light, groups
        )
        if mode == "visit" and recipients and all(self._kind(actor.entity_id) == "person" for actor in recipients):
            telling.mode = "meeting"
        named = [actor for actor in everyone if actor.basis != "unnamed"]
        if entry.id == "speak-with" and mode == "call" and len(named) < 2:
            telling.mode = None
        if entry.type == CONSULT and self._mediates(telling):
            telling.mode = "mediation"
        return telling

    def _completed(self, reading: Reading, hit: Hit, parts: Parts) -> Parts:
        """With phrases that have no name where a part is empty: "met with members of the parliament"."""
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
        if OBJECT in frame.get(RECIPIENT, ()) and hit.last + 1 < clause.last and hit.form != "noun":
            if group := plain(reading, hit.last + 1, is_person):
                return parts._replace(recipients=[group])
        return parts

    def _participants(self, sentence: Sentence, groups: Sequence[Group], role: str) -> list[Participant]:
        made: list[Participant] = []
        seen: set[str] = set()
        for group in groups:
            for phrase in group.phrases:
                if group.plain:
                    made.append(Participant(None, role, phrase.start, phrase.end, "unnamed"))
                    continue
                if phrase.kind == "state":
                    made.append(Participant(phrase.entity, role, phrase.start, phrase.end, "title"))
                    seen.add(phrase.entity)
                    continue
                quote = self._quoted(phrase.start) if phrase.kind == "pronoun" else None
                speaker = (quote.speaker_id,) if quote is not None and quote.speaker_id else ()
                reference = self.discourse.resolve(sentence, phrase, speaker)
                if speaker and not reference.entities and phrase.gender == "n" and self._kind(speaker[0]) != "person":
                    # "Lorvan declared that it would not"
                    reference = reference._replace(entities=speaker)
                if (
                    phrase.kind == "pronoun"
                    and not (speaker and reference.entities == speaker)
                    and any(self._kind(entity) in _PLACES for entity in reference.entities)
                ):
                    # "they" who act are no countries that the sentence before lists
                    reference = reference._replace(entities=())
                if not reference.entities and (states := self._states(sentence, phrase)):
                    reference = reference._replace(entities=states, basis="title")
                if not reference.entities and phrase.kind == "title" and phrase.office is None and phrase.body not in _ACTING:
                    continue
                if not reference.entities and phrase.kind == "title" and _goes_on(group, phrase, sentence):
                    continue
                entities = [entity for entity in reference.entities if entity not in seen]
                seen.update(entities)
                made += [Participant(entity, role, phrase.start, phrase.end, reference.basis) for entity in entities]
                if not reference.entities:
                    basis = "name" if phrase.kind == "name" else "unnamed"
                    made.append(Participant(None, role, phrase.start, phrase.end, basis))
        return made

    def _states(self, sentence: Sentence, phrase: Any) -> tuple[str, ...]:
        """The countries whose troops, police, leaders or representatives a phrase means: they act for them."""
        forces = self.verbs[sentence.language].lists.get("forces", frozenset())
        several = phrase.kind in ("group", "unnamed") or phrase.body == "delegation"
        if (
            several
            and phrase.body not in ("state", "capital")
            and (told := [name.entity_id for name in phrase.of if name.kind == "LOC" and name.entity_id])
        ):
            return tuple(dict.fromkeys(told))
        if phrase.kind not in ("unnamed", "title", "group") or not any(
            word.folded in forces for word in sentence.words[phrase.first : phrase.last]
        ):
            return ()
        named = [name.entity_id for name in phrase.of if name.kind == "LOC" and name.entity_id]
        if named:
            return (named[0],)
        return (f"country:{phrase.countries[0]}",) if phrase.countries else ()

    def _kind(self, entity: str | None) -> str:
        """`person`, `org`, `place` … of an entity, by its names in the document; `unknown` where there is none."""
        if entity is None:
            return "unknown"
        if self.kinds is None:
            self.kinds = {
                name.entity_id: _KINDS[name.kind]
                for sentence in self.document.sentences
                for name in sentence.names
                if name.entity_id and name.kind in _KINDS
            }
        return self.kinds.get(entity) or _kind(entity)

    def _fit(self, entry: Entry, hit: Hit, actors: list[Participant], recipients: list[Participant], everyone: list[Participant]) -> bool:
        """Whether those found can be the parties of such an act."""
        kinds = {self._kind(actor.entity_id) for actor in recipients}
        acting = {self._kind(actor.entity_id) for actor in actors}
        for need in entry.needs:
            if need == "party" and not recipients and len({actor.entity_id for actor in actors}) < 2:
                return False
            if need == "guest" and (not actors or not recipients or kinds & _PLACES or kinds == {"org"}):
                return False
            if need == "traveller" and (not any(actor.entity_id or actor.basis == "name" for actor in actors) or acting <= _PLACES):
                return False
            if need == "destination" and not kinds & (_PLACES | {"org"}):
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
        return (
            any(actor.entity_id for actor in everyone)
            or entry.type == "PROTEST"
            or bool(actors)
            or (entry.type == "ASSAULT" and bool(everyone))
        )

    def _in_kind(self, reading: Reading, hit: Hit, parts: Parts) -> bool:
        """Whether the words around are of the kind that an act asks for: a document that is signed, no accident where people are killed."""
        lists = reading.verbs.lists
        clause = reading.clause(hit.first)
        if "document" in hit.entry.needs:
            near = reading.words[max(clause.first, hit.first - _SIGNED) : min(clause.last, hit.last + 1 + _SIGNED)]
            if not any(word.folded in lists.get("document", frozenset()) for word in near):
                return False
        if "to" in hit.entry.needs and not any(word.folded == "to" for word in reading.words[hit.last + 1 : clause.last]):
            return False
        if hit.entry.type == "ASSAULT" and not any(group.marks and not group.plain for group in parts.actors):
            return not any(word.folded in lists.get("accident", frozenset()) for word in reading.words)
        return True

    def _before_audience(self, recipients: Sequence[Participant]) -> bool:
        """Whether somebody speaks to those who listen to many: "to the press"."""
        audience = {word for known in self.verbs.values() for word in known.lists.get("audience", ())}
        text = self.document.text
        return any(text[actor.start : actor.end].lower().rpartition(" ")[2] in audience for actor in recipients)

    def _mediator(self, reading: Reading, clause: Clause) -> Group | None:
        """Who is said to mediate: "through the mediation of A"."""
        for hit in reading.within(clause.first, clause.last, "mode:mediation"):
            for group in reading.groups:
                near = hit.first - group.last if reading.verbs.order == "sov" else group.first - hit.last
                if 0 < near <= 2:
                    return group
        return None

    def _mediates(self, telling: _Telling) -> bool:
        """Whether one brings together two of other countries."""
        if telling.entry.mode not in ("meeting", None) or telling.mode == "summit":
            return False
        acting, met = telling.whom(ACTOR), telling.whom(RECIPIENT)
        if len(acting) != 1 or len(met) != 2:
            return False
        countries = [self._country(entity) for entity in (*acting, *sorted(met))]
        return None not in countries and len(set(countries)) == 3

    def _country(self, entity: str) -> str | None:
        if entity.startswith("country:"):
            return entity.partition(":")[2]
        return self.discourse.country(entity)

    # what speech makes of it

    def _within_speech(self, telling: _Telling) -> bool:
        """Set who is said to have said it; False where words of a speaker tell nothing that can be told apart from the speech itself."""
        quote = self._quoted(telling.trigger[0])
        if quote is None:
            reading = telling.reading
            own = reading.verbs.lists.get("first_person") if reading else None
            if own and any(word.folded in own for word in reading.words) and len(telling.entities) < 2:
                # somebody speaks, though no mark says so
                return False
            claim = self._claim(telling)
            if claim is not None:
                telling.claimed_by = self._claimant(telling, claim)
                if telling.status == statuses.ASSERTED and (claim.entry.kind == "claim" or telling.entry.type in _GRAVE):
                    telling.status = statuses.HYPOTHETICAL
            return True
        telling.claimed_by = quote.speaker_id
        telling.score *= _CLAIMED
        if quote.kind == "direct":
            if telling.status != statuses.DENIED:
                telling.status = statuses.HYPOTHETICAL
            named = [actor for actor in telling.actors if actor.entity_id and actor.basis in ("name", "title")]
            # who speaks says "I" and "you": what is told of third parties must name them
            return len({actor.entity_id for actor in named}) > 1 and any(actor.role == ACTOR for actor in named)
        if telling.status == statuses.ASSERTED and quote.cue_start is not None:
            cues = self._cues(telling, quote)
            if "claim" in cues or ("report" in cues and telling.entry.type in _GRAVE):
                telling.status = statuses.HYPOTHETICAL
        return True

    def _quoted(self, offset: int) -> Any | None:
        """The innermost quote that holds a code point."""
        at = bisect_right(self.starts, offset) - 1
        for number in range(at, max(-1, at - 4), -1):
            if self.quotes[number].start <= offset < self.quotes[number].end:
                return self.quotes[number]
        return None

    def _cues(self, telling: _Telling, quote: Any) -> set[str]:
        """What the cue of a quote says of it: that somebody claims so, or reports it."""
        reading = telling.reading
        if reading is None:
            return set()
        return {
            hit.entry.kind
            for hit in reading.of("claim", "report")
            if reading.words[hit.first].start < quote.cue_end and reading.words[hit.last].end > quote.cue_start
        }

    def _claim(self, telling: _Telling) -> Hit | None:
        """The word of claiming before the verb, where no quote was found: "according to the ministry", "claims that"."""
        reading = telling.reading
        if reading is None:
            return None
        before = [hit for hit in reading.of("claim", "report") if hit.last < telling.hit.first]
        return before[-1] if before else None

    def _claimant(self, telling: _Telling, claim: Hit) -> str | None:
        """Who claims: whom the text names right behind the word or right before it."""
        reading = telling.reading
        groups = reading.groups if reading else []
        near = [group for group in groups if 0 < group.first - claim.last <= 2] or [
            group for group in groups if 0 < claim.first - group.last <= 2
        ]
        for actor in self._participants(telling.sentence, near[:1], ACTOR):
            if actor.entity_id:
                return actor.entity_id
        return None

    def _statements(self, tellings: Sequence[_Telling]) -> list[_Telling]:
        """A statement for each cue of speech that is no act of another kind."""
        made: list[_Telling] = []
        taken = sorted(telling.trigger for telling in tellings)
        seen: set[int] = set()
        sentences = self.document.sentences
        for quote in self.quotes:
            if quote.cue_start is None or quote.cue_start in seen:
                continue
            seen.add(quote.cue_start)
            if any(start < quote.cue_end and end > quote.cue_start for start, end in taken) or self._quoted_direct(quote):
                continue
            at = bisect_right(sentences, quote.cue_start, key=lambda sentence: sentence.start) - 1
            if at < 0:
                continue
            actors = []
            if quote.speaker_start is not None:
                speakers = tuple(getattr(quote, "speakers", ())) or ((quote.speaker_id,) if quote.speaker_id else (None,))
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
                _Telling(
                    within,
                    Hit(0, 0, _STATEMENT, "past"),
                    (quote.cue_start, quote.cue_end),
                    span,
                    _STATEMENT,
                    None,
                    statuses.ASSERTED,
                    actors,
                    quote.score,
                )
            )
        return made

    def _quoted_direct(self, quote: Any) -> bool:
        around = self._quoted(quote.cue_start)
        return around is not None and around is not quote and around.kind == "direct"

    # what only the document as a whole tells

    def _hinted(self, tellings: list[_Telling]) -> list[_Telling]:
        """The encounter of a document whose sentences speak of it without telling it: "the two leaders discussed", "during the talks".

        Those who take part are named by the sentences that open the document; tellings without parties ("the meeting took place in …") are
        given them.
        """
        body = [sentence.number for sentence in self.document.sentences if sentence.role == "body"][:_OPENING]
        titles = {sentence.number for sentence in self.document.sentences if sentence.role == "title"}
        opening = {*body, *titles}
        own = [telling for telling in tellings if telling.entry.type == CONSULT and telling.mode not in ("correspondence", "visit")]
        told = [telling for telling in own if telling.status == statuses.ASSERTED and telling.sentence.number in opening]
        leading = [reading for reading in self.readings if reading.sentence.number in body]
        discussing = self._discussing(leading)
        company = discussing.actors if discussing else self._company()
        pair = {actor.entity_id for actor in company if actor.entity_id}
        complete = [telling for telling in told if len(telling.entities) >= 2 or telling.whom(ACTOR) and len(telling.actors) >= 2]
        for telling in told:
            if (
                telling not in complete
                and telling.hit.form == "noun"
                and not (complete and telling.mode in {other.mode for other in complete})
            ):
                if len(pair) >= 2 and not telling.entities and telling.reading and _definite(telling.reading, telling.hit):
                    telling.actors = [actor for actor in telling.actors if actor.entity_id] or telling.actors
                    telling.actors = _joined(telling.actors, [actor._replace(basis="document") for actor in company])
                    telling.score = min(telling.score, _WEAK)
                    complete.append(telling)
        for telling in told:
            reading = telling.reading
            if telling.light is not None and telling.light.entry.id == "attend" and len(pair) >= 2 and _definite(reading, telling.hit):
                # those who "also took part in the talks" took part with those who held them
                telling.actors = _joined(telling.actors, [actor._replace(basis="document") for actor in company])
                telling.score = min(telling.score, _WEAK)
        first = {*titles, *body[:1]}
        if len(pair) < 2 or any(pair <= telling.entities or telling.sentence.number in first for telling in complete):
            return []
        noun = next(self._nouns(leading), None)
        guest = next((telling for telling in tellings if self._in_person(telling, opening, pair)), None)
        if discussing is None and noun is None:
            return []
        if noun is None and guest is None:
            # that they talked is told, and not how
            discussing.score *= _INHERITED
            return [discussing]
        if noun is not None:
            reading, hit = noun
            mode = _mode(reading, hit.entry, reading.clause(hit.first))
        else:
            mode = "meeting"
        if discussing is not None:
            discussing.mode = mode
            return [discussing]
        made = self._weak(reading, hit, Parts([], [], False, "noun"), [], mode)
        made.actors = list(company)
        return [made]

    def _in_person(self, telling: _Telling, opening: set[int], pair: set[str]) -> bool:
        """Whether one of two is told to have come: they talked face to face."""
        if telling.mode != "visit" or telling.status != statuses.ASSERTED or telling.sentence.number not in opening:
            return False
        return telling.light is not None and telling.light.form != "noun" and bool(telling.whom(ACTOR) & pair)

    def _nouns(self, leading: Sequence[Reading]) -> Iterator[tuple[Reading, Hit]]:
        """The nouns of the opening sentences that mean the document's own encounter: "the talks", not "an upcoming meeting of the board"."""
        for reading in leading:
            for hit in reading.of("encounter"):
                mode = _mode(reading, hit.entry, reading.clause(hit.first))
                if mode not in ("call", "meeting") or hit.entry.mode == "visit" or self._quoted(reading.words[hit.first].start):
                    continue
                if _past(reading, hit) or not _definite(reading, hit):
                    continue
                clause = reading.clause(hit.first)
                if reading.within(clause.first, clause.last, "plan"):
                    continue
                if statuses.of_noun(reading, hit, None, Parts([], [], False, "noun")) == statuses.ASSERTED:
                    yield reading, hit

    def _discussing(self, leading: Sequence[Reading]) -> _Telling | None:
        """The first sentence in which two are said to have talked of something."""
        for reading in leading:
            for hit in reading.of("talk"):
                if hit.form in ("ing", "base", "infinitive", "future") or self._quoted(reading.words[hit.first].start):
                    continue
                parts = parts_of_verb(reading, hit)
                if statuses.of_verb(reading, hit, parts) != statuses.ASSERTED:
                    continue
                actors = self._participants(reading.sentence, parts.actors, ACTOR)
                acting = {actor.entity_id for actor in actors}
                actors += [
                    actor for actor in self._participants(reading.sentence, parts.recipients, RECIPIENT) if actor.entity_id not in acting
                ]
                persons = [actor for actor in actors if self._kind(actor.entity_id) == "person"]
                if len({actor.entity_id for actor in persons}) >= 2:
                    return self._weak(reading, hit, parts, actors, None)
        return None

    def _weak(self, reading: Reading, hit: Hit, parts: Parts, actors: list[Participant], mode: str | None) -> _Telling:
        words = reading.words
        clause = reading.clause(hit.first)
        entry = hit.entry._replace(type=CONSULT)
        return _Telling(
            reading.sentence,
            hit,
            (words[hit.first].start, words[hit.last].end),
            (words[clause.first].start, words[clause.last - 1].end),
            entry,
            mode,
            statuses.ASSERTED,
            actors,
            _WEAK * min((_BY_BASIS[actor.basis] for actor in actors), default=_NOBODY),
            reading,
            None,
            [*parts.actors, *parts.recipients],
        )

    def _company(self) -> list[Participant]:
        """The two persons whom the opening sentences name as acting or acted upon."""
        if self.company is None:
            made: dict[str, Participant] = {}
            numbers = {reading.sentence.number: reading for reading in self.readings}
            for sentence in [sentence for sentence in self.document.sentences if sentence.role == "body"][:_OPENING]:
                reading = numbers.get(sentence.number) or self._bare(sentence)
                for group in reading.groups if reading else ():
                    if not group.marks & {SUBJECT, OBJECT} or self._quoted(group.start):
                        continue
                    for actor in self._participants(sentence, [group], ACTOR):
                        if self._kind(actor.entity_id) == "person" and actor.basis != "pronoun":
                            made.setdefault(actor.entity_id, actor._replace(basis="document"))
                if len(made) >= 2:
                    break
            self.company = list(made.values()) if len(made) == 2 else []
        return self.company

    # when, where, and which of them is the document's own

    def _date(self, tellings: list[_Telling]) -> None:
        lead = self._lead(tellings)
        if lead:
            for telling in tellings:
                telling.main = telling is lead or _same(lead, telling)
        published = self.document.published
        for telling in tellings:
            reading = telling.reading or self._bare(telling.sentence)
            found = told(self.days, reading, *telling.span, telling.trigger[0], _verb_end(telling)) if self.days and reading else None
            telling.when = found or NEVER
            if telling.main and telling.when.earliest and telling.when.latest - telling.when.earliest > _SEASON:
                # "to discuss the budget in 2016"
                telling.when = NEVER
            if telling.reading is not None:
                telling.place = place(telling.reading, telling.hit, telling.own)
            if published and telling.status == statuses.ASSERTED and telling.when.earliest and telling.when.earliest > published[1]:
                if telling.hit.form == "past":
                    # what has happened did not happen later: the date is of something else
                    telling.when = NEVER
                else:
                    telling.status = statuses.PLANNED
        self._places(tellings)
        self._visits(tellings)
        if lead is not None:
            self._acting(lead, tellings)
        for telling in tellings:
            if telling.when is NEVER and telling.main and telling.status == statuses.ASSERTED:
                others = [other.when for other in tellings if other.main and other.status == telling.status and self._fresh(other.when)]
                if others:
                    telling.when = others[0]
                elif (day := self._told_before(telling)) is not None and self._fresh(day):
                    telling.when = day
                elif published and published[1] - published[0] <= _NEWS_DAYS and not self._old(telling):
                    telling.when = When(*published, "document")
        main = next((telling.when for telling in tellings if telling.main and telling.when is not NEVER), None)
        if main:
            for telling in tellings:
                if telling.when is NEVER and telling.status == statuses.ASSERTED and telling.entry.type in _VERBAL:
                    telling.when = main
        elif published and published[1] - published[0] <= _NEWS_DAYS:
            for telling in tellings:
                if (
                    telling.when is NEVER
                    and telling.status == statuses.ASSERTED
                    and telling.entry.type in _VERBAL
                    and not telling.claimed_by
                ):
                    telling.when = When(*published, "document")

    def _visits(self, tellings: Sequence[_Telling]) -> None:
        """A visit told more than once ("since May 17", "ended on May 24") lasts from the first of its days to the last."""
        by_visitor: dict[frozenset[str], list[_Telling]] = {}
        for telling in tellings:
            if telling.mode == "visit" and telling.status == statuses.ASSERTED and telling.when is not NEVER and self._fresh(telling.when):
                persons = frozenset(entity for entity in telling.whom(ACTOR) if self._kind(entity) == "person")
                by_visitor.setdefault(persons, []).append(telling)
        for visits in by_visitor.values():
            if len(visits) < 2 or not visits[0].whom(ACTOR):
                continue
            earliest = min(visit.when.earliest for visit in visits)
            latest = max(visit.when.latest for visit in visits)
            for visit in visits:
                visit.when = visit.when._replace(earliest=earliest, latest=latest)

    def _acting(self, lead: _Telling, tellings: Sequence[_Telling]) -> None:
        """Where a sentence says with whom and not who ("the meetings were held with A and B"), it is whom the document is about."""
        who = [actor._replace(basis="document") for actor in lead.actors if actor.role == ACTOR and actor.entity_id]
        for telling in tellings:
            if telling.entry.type == CONSULT and telling.hit.form == "noun" and telling.actors and not telling.whom(ACTOR):
                telling.actors = [actor for actor in who if actor.entity_id not in telling.entities] + telling.actors

    def _places(self, tellings: Sequence[_Telling]) -> None:
        """A visit takes place where it goes; whom a visitor meets, the visit's sentence tells where."""
        visited: dict[int, str] = {}
        for telling in tellings:
            if telling.mode == "visit":
                there = [actor.entity_id for actor in telling.actors if actor.role == RECIPIENT and self._kind(actor.entity_id) in _PLACES]
                if there:
                    telling.place = there[0]
                    visited.setdefault(telling.sentence.number, there[0])
        for telling in tellings:
            if telling.place is None and telling.mode == "meeting":
                telling.place = visited.get(telling.sentence.number)

    def _fresh(self, when: When) -> bool:
        """Whether days are so near to those of publication that they may be those of the news."""
        if when.earliest is None or when.latest is None:
            return False
        published = self.document.published
        return published is None or (published[0] - _RECENT <= when.latest and when.earliest <= published[1])

    def _told_before(self, telling: _Telling) -> When | None:
        number = telling.sentence.number
        if number == 0:
            return None
        before = self.document.sentences[number - 1]
        if before.role == "dateline":
            return None
        inside = [day for day in self.days if before.start <= day.start and day.end <= before.end]
        return of(inside[0]) if len(inside) == 1 else None

    def _old(self, telling: _Telling) -> bool:
        reading = telling.reading
        return reading is not None and _past(reading, telling.hit)

    def _lead(self, tellings: Sequence[_Telling]) -> _Telling | None:
        body = [sentence.number for sentence in self.document.sentences if sentence.role == "body"]
        titles = [sentence.number for sentence in self.document.sentences if sentence.role == "title"]
        for numbers in (set(titles), set(body[:_LEAD]), set(body[:_OPENING])):
            near = [telling for telling in tellings if telling.sentence.number in numbers]
            for wanted in (lambda telling: telling.entry.type == CONSULT, lambda telling: telling.entry.type != STATE):
                for telling in near:
                    if wanted(telling) and telling.status != statuses.HYPOTHETICAL:
                        return telling
        return next((telling for telling in tellings if telling.sentence.number in {*titles, *body[:_LEAD]}), None)


_STATEMENT = Entry("statement", "act", STATE)


def _event(telling: _Telling) -> Event:
    start = min(telling.span[0], telling.trigger[0])
    end = max(telling.span[1], telling.trigger[1])
    return Event(
        telling.sentence.number,
        start,
        end,
        telling.entry.type or CONSULT,
        telling.mode,
        telling.status,
        telling.claimed_by,
        telling.when.earliest,
        telling.when.latest,
        telling.when.basis,
        telling.when.start,
        telling.when.end,
        telling.place,
        *telling.trigger,
        telling.entry.id,
        telling.main,
        round(min(1.0, telling.score), 4),
        tuple(sorted(set(telling.actors), key=lambda actor: (actor.role, actor.start, actor.end, actor.entity_id or ""))),
    )


def _trimmed(phrase: Any, sentence: Sentence, known: Verbs) -> Any:
    """A phrase without a place before its office or a noun of encounter: «в Сельме министра …», «послание президенту …»."""
    words = sentence.words
    if phrase.kind != "name" or phrase.head is None or phrase.head.kind != "PER" or phrase.last - phrase.first < 2:
        return phrase
    first = phrase.first
    if any(pattern.entry.kind == "encounter" and not pattern.rest for pattern in known.at(words[first].folded)):
        first += 1
    elif known.order == "free" and first and words[first - 1].folded in known.endings.get("before", ()):
        place = next((name for name in phrase.of if name.kind == "LOC" and name.start == phrase.start), None)
        while place and first < phrase.last - 1 and words[first].start < place.end:
            first += 1
    return phrase if first == phrase.first else replace(phrase, start=words[first].start, first=first)


def _is_state(phrase: Any) -> bool:
    return phrase.kind == "name" and phrase.head is not None and phrase.head.kind == "LOC" and bool(phrase.head.entity_id)


def _aimed(reading: Reading, hit: Hit, parts: Parts) -> Group | None:
    """Whom words of conflict are aimed at, though other words stand between: "threatened to close its ports to ships from Valdora"."""
    clause = reading.clause(hit.first)
    for group in reading.groups:
        if hit.last < group.first < clause.last and group.marks & _TOWARDS and group not in parts.actors:
            return group
    return None


def _goes_on(group: Group, phrase: Any, sentence: Sentence) -> bool:
    """Whether an office that nobody bears is the first of two that the next person bears: "Foreign Minister and Deputy Prime Minister X"."""
    place = group.phrases.index(phrase)
    if place + 1 >= len(group.phrases) or sentence.text[phrase.start : phrase.start + 4].lower() in ("the ", "his ", "her "):
        return False
    following = group.phrases[place + 1]
    return following.kind == "name" and following.head is not None and following.head.kind == "PER"


def _verb_end(telling: _Telling) -> int:
    if telling.light is None or telling.reading is None:
        return telling.trigger[1]
    return max(telling.trigger[1], telling.reading.words[telling.light.last].end)


def _joined(actors: list[Participant], company: Sequence[Participant]) -> list[Participant]:
    known = {actor.entity_id for actor in actors if actor.entity_id}
    return [actor for actor in actors if actor.entity_id] + [actor for actor in company if actor.entity_id not in known]


def _kind(entity: str | None) -> str:
    """`person`, `org`, `country`, `place` … of an entity; `unknown` where there is none."""
    if entity is None:
        return "unknown"
    space, _, rest = entity.partition(":")
    if space != "found":
        return space
    kind = rest.partition("-")[0]
    return {"per": "person"}.get(kind, kind)


def _mode(reading: Reading, entry: Entry, clause: Clause) -> str | None:
    """The mode of an encounter: that of its entry, unless words of the clause say otherwise ("by telephone", "trilateral")."""
    if entry.mode in ("correspondence", "visit", "summit", "mediation"):
        return entry.mode
    for mode in ("mediation", "call", "meeting"):
        if mode == "meeting" and entry.mode not in (None, "call"):
            continue
        if reading.within(clause.first, clause.last, f"mode:{mode}"):
            return mode
    return entry.mode


def _definite(reading: Reading, noun: Hit) -> bool:
    """Whether a noun means an encounter that is known: "the talks"."""
    definite = reading.verbs.lists.get("definite", frozenset())
    if not definite:
        return True
    if noun.last + 1 < len(reading.words) and reading.words[noun.last + 1].folded in reading.verbs.lists.get("whose", frozenset()):
        return False
    for at in range(noun.first - 1, max(-1, noun.first - 4), -1):
        if reading.words[at].folded in definite:
            return True
        if reading.words[at].folded not in reading.verbs.lists.get("describing", frozenset()):
            break
    return False


def _past(reading: Reading, hit: Hit) -> bool:
    """Whether a noun means an earlier encounter: "the previous meeting"."""
    return any(hit.first - 3 <= other.first < hit.first for other in reading.of("before"))


def _background(reading: Reading, noun: Hit) -> bool:
    """Whether a noun without a verb of its own tells an encounter that took place: "after talks with", "during his visit to"."""
    during = reading.verbs.lists.get("during", frozenset())
    clause = reading.clause(noun.first)
    between = reading.verbs.lists.get("determiner", frozenset())
    for at in range(noun.first - 1, max(-1, noun.first - 6), -1):
        word = reading.words[at].folded
        if word in during:
            return True
        if at < clause.first or (word not in between and not any(group.first <= at <= group.last for group in reading.groups)):
            return False
    return False


def _stays(reading: Reading, hit: Hit) -> bool:
    """Whether a hit means what its entry says: a verb is a verb here, "have" no auxiliary."""
    if hit.entry.kind == "light":
        if (
            hit.form in ("base", "present")
            and hit.first
            and reading.words[hit.first - 1].folded in reading.verbs.lists.get("article", frozenset())
        ):
            return False
        after = reading.words[hit.last + 1].folded if hit.last + 1 < len(reading.words) else ""
        lists = reading.verbs.lists
        helping = after in lists.get("passive", frozenset()) or any(
            other.first == hit.last + 1 and other.form == "past" for other in reading.of("act", "talk")
        )
        return not (helping and reading.words[hit.first].folded in lists.get("helping", frozenset()))
    return hit.entry.kind not in ("act", "talk") or _verbal(reading, hit)


def _verbal(reading: Reading, hit: Hit) -> bool:
    """Whether a word that may be noun, adjective or verb is a verb here."""
    verbs = reading.verbs
    if not verbs.passive_by:
        return True
    before = reading.words[hit.first - 1].folded if hit.first else ""
    if hit.form == "ing":
        return before in verbs.passive_by
    if hit.form in ("base", "present", "past") and (before in verbs.lists.get("determiner", frozenset()) or before.endswith("'s")):
        return before in verbs.lists.get("verbal", frozenset())
    if hit.form in ("base", "present"):
        return _finite(reading, hit)
    return hit.form != "past" or voice(reading, hit) == "passive" or _active(reading, hit)


def _content(reading: Reading, hit: Hit) -> bool:
    """Whether a verb is what another act is about: "agreed to support", "threatened to close"."""
    return any(0 < hit.first - other.last <= 2 and other.entry.type != CONSULT for other in reading.of("act") if other is not hit)


def _active(reading: Reading, hit: Hit) -> bool:
    """Whether a form in -ed is a verb with a subject, and says not of the noun before it what was done to it ("the treaty signed in May")."""
    lists = reading.verbs.lists
    between = lists.get("auxiliary", frozenset()) | lists.get("passing", frozenset())
    known = lists.get("people", frozenset()) | lists.get("forces", frozenset()) | lists.get("verbal", frozenset())
    at = hit.first - 1
    while at >= 0 and (reading.words[at].folded in between or reading.words[at].folded.endswith("ly")):
        at -= 1
    if at >= 0 and reading.words[at].folded in lists.get("on", frozenset()):
        # "on Tuesday"
        at -= 1
    if at < 0:
        return True
    word = reading.words[at]
    if (
        not word.folded.isalpha()
        or not reading.sentence.text[word.start].islower()
        or word.folded in known
        or word.folded in ("and", "but", "or", "then")
    ):
        return True
    return any(group.first <= at <= group.last for group in reading.groups)


def _finite(reading: Reading, hit: Hit) -> bool:
    """Whether a word that may be a noun as well stands where a verb does: behind an auxiliary, a subject, or another verb and "and"."""
    verbs = reading.verbs
    adverbs = verbs.lists.get("auxiliary", frozenset())
    verbal = verbs.lists.get("verbal", frozenset())
    for back in range(1, 5):
        at = hit.first - back
        if at < 0:
            return False
        word = reading.words[at].folded
        if word in verbal:
            return True
        subject = next((group for group in reading.groups if group.last == at), None)
        if subject is not None:
            several = len(subject.phrases) > 1 or subject.phrases[-1].kind in ("group", "unnamed")
            return SUBJECT in subject.marks and (several or hit.form == "present")
        if word in ("and", ",", "or"):
            return any(other.last < at for other in reading.of("act", "light", "talk") if other.form == hit.form)
        if word not in adverbs and not word.endswith("ly"):
            return False
    return False


def _lights(reading: Reading) -> dict[int, Hit]:
    """The light verb of each noun that has one, by the noun's first word."""
    made: dict[int, Hit] = {}
    order = reading.verbs.order
    acts = reading.of("act")
    for light in sorted(reading.of("light"), key=lambda light: light.entry.status is None):
        if light.form == "ing" and reading.verbs.passive_by and not _progressive(reading, light):
            continue
        clause = reading.clause(light.first)
        best: Hit | None = None
        happens = light.entry.frame == "happen"
        for noun in reading.within(clause.first, clause.last, "encounter"):
            if (light.entry.mode or "") != (noun.entry.mode if noun.entry.mode == "correspondence" else "") or noun.first in made:
                continue
            ahead = light.last < noun.first
            distance = noun.first - light.last if ahead else light.first - noun.last
            if distance <= 0 or order != "sov" and distance > (_LIGHT_REACH if not happens else 2 * _LIGHT_REACH):
                continue
            if order == "svo" and ahead == happens and not (not happens and not ahead and _passive(reading, light)):
                continue
            low, high = min(light.last, noun.last), max(light.first, noun.first)
            if (
                order == "svo"
                and not happens
                and ahead
                and any(
                    word.folded in reading.verbs.lists.get("during", frozenset()) for word in reading.words[light.last + 1 : noun.first]
                )
            ):
                # "made statements following the talks"
                continue
            if any(low < act.first and act.last < high for act in acts if _verbal(reading, act)):
                continue
            if best is None or distance < (best.first - light.last if best.first > light.last else light.first - best.last):
                best = noun
        if best is None and happens and clause.relative:
            # "The meeting, which was to begin on Monday, has been cancelled"
            before = [noun for noun in reading.of("encounter") if noun.last < clause.first and noun.first not in made]
            best = before[-1] if before and reading.clause(before[-1].first).last == clause.first else None
        if best:
            made[best.first] = light
    return made


def _passive(reading: Reading, light: Hit) -> bool:
    return voice(reading, light) == "passive"


def _progressive(reading: Reading, hit: Hit) -> bool:
    return bool(hit.first) and reading.words[hit.first - 1].folded in reading.verbs.passive_by


def _same(lead: _Telling, other: _Telling) -> bool:
    """Whether two tellings are of one act."""
    if other.entry.type != lead.entry.type or other.status != lead.status or other.entry.type == STATE:
        return False
    if lead.mode and other.mode and lead.mode != other.mode:
        return False
    shared = lead.entities & other.entities
    return bool(shared) and (len(shared) >= 2 or len(lead.entities) < 2 or len(other.entities) < 2)


def _merged(tellings: list[_Telling]) -> list[_Telling]:
    """The tellings of one sentence without those that tell an act again."""
    made: list[_Telling] = []
    for telling in sorted(tellings, key=lambda item: (-item.score, item.trigger)):
        again = False
        for other in made:
            overlap = telling.trigger[0] < other.trigger[1] and other.trigger[0] < telling.trigger[1]
            if overlap and telling.entry.type == other.entry.type:
                again = True
            elif telling.entry.type == other.entry.type == CONSULT:
                modes = telling.mode == other.mode or None in (telling.mode, other.mode) or "mediation" in (telling.mode, other.mode)
                within = telling.entities <= other.entities or other.entities <= telling.entities
                if modes and within and telling.status == other.status:
                    again = True
                    if len(telling.entities) > len(other.entities):
                        other.actors = telling.actors
                    other.mode = other.mode or telling.mode
            if again:
                break
        if not again:
            made.append(telling)
    return sorted(made, key=lambda item: item.trigger)
