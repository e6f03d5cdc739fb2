"""Who took part: the phrases of a sentence that act become entities of the document."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from readout.coding.groups import Group, State
from readout.coding.reading import LONGEST, Reading, read
from readout.coding.speech import Speech
from readout.coding.telling import PLACES, Participant
from readout.coding.verbs import Verbs
from readout.refer.document import Sentence
from readout.refer.words import Word

_ACTING = frozenset(
    {"ministry", "agency", "embassy", "government", "parliament", "delegation", "organisation", "side"}
    | {"council", "committee", "commission", "group"}
)
"""Kinds of bodies that act, though the text names none."""
_KINDS = {"PER": "person", "ORG": "org", "LOC": "place"}


class Parties:
    """The parties of one document's events."""

    def __init__(self, discourse: Any, verbs: Mapping[str, Verbs], speech: Speech) -> None:
        self.discourse = discourse
        self.document = discourse.document
        self.verbs = verbs
        self.speech = speech
        self.kinds: dict[str, str] | None = None

    def phrases(self, sentence: Sentence, known: Verbs) -> list[Any]:
        """The phrases of a sentence, those who act for a country among them: "the army of Valdora", "Valdoran troops"."""
        forces = known.lists.get("forces", frozenset())
        phrases = [_trimmed(phrase, sentence, known) for phrase in self.discourse.phrases(sentence)]
        phrases = [phrase for phrase in phrases if not _describes(phrase, sentence, known)]
        clock = known.lists.get("clock", frozenset())
        if clock:
            words = sentence.words
            phrases = [one for one in phrases if not (_is_state(one) and one.last < len(words) and words[one.last].folded in clock)]
        at = [place for place, word in enumerate(sentence.words) if word.folded in forces]
        if not at:
            return phrases
        lexicon = self.discourse.reader.lexicons.of(sentence.language)
        words = sentence.words
        for place in at:
            if any(phrase.first <= place < phrase.last for phrase in phrases):
                continue
            if known.order == "svo" and place + 1 < len(words) and words[place + 1].folded in known.lists.get("people", frozenset()):
                # "Valdoran aircraft manufacturers"
                continue
            behind = next((phrase for phrase in phrases if 0 < phrase.first - place <= 3 and _is_state(phrase)), None)
            nothing = known.lists.get("between", frozenset())
            if behind and known.order != "sov" and all(word.folded in nothing for word in words[place + 1 : behind.first]):
                made = State(words[place].start, behind.end, place, behind.last, behind.head.entity_id)
                phrases[phrases.index(behind)] = made
                continue
            before = next((phrase for phrase in phrases if 0 <= place - phrase.last <= 2 and _is_state(phrase)), None)
            if before and _goes_with(known, words[before.last - 1 : place]):
                phrases[phrases.index(before)] = State(before.start, words[place].end, before.first, place + 1, before.head.entity_id)
                continue
            for back in range(1, 3):
                if place - back >= 0 and (country := lexicon.tags(words[place - back].folded).get("country")):
                    made = State(words[place - back].start, words[place].end, place - back, place + 1, f"country:{country}")
                    if not any(phrase.first <= place - back < phrase.last for phrase in phrases):
                        phrases.append(made)
                    break
        return sorted(phrases, key=lambda phrase: phrase.start)

    def bare(self, sentence: Sentence) -> Reading | None:
        """A sentence read for its phrases alone."""
        known = self.verbs.get(sentence.language)
        if known is None or len(sentence.words) > LONGEST:
            return None
        return read(sentence, known, [], self.discourse.phrases(sentence))

    def participants(self, sentence: Sentence, groups: Sequence[Group], role: str) -> list[Participant]:
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
                if phrase.kind == "pronoun" and phrase.relative and not self._follows(sentence, phrase):
                    # "the businessmen, who": they are none of those named before
                    made.append(Participant(None, role, phrase.start, phrase.end, "unnamed"))
                    continue
                if self._before_noun(sentence, phrase):
                    continue
                if self._adjective(sentence, phrase):
                    # "met with Selm businesswomen": the town is none of them
                    end = sentence.words[phrase.last].end
                    made.append(Participant(None, role, phrase.start, end, "unnamed"))
                    continue
                quote = self.speech.quoted(phrase.start) if phrase.kind == "pronoun" else None
                speaker = tuple(quote.speakers[:1]) if quote is not None else ()
                reference = self.discourse.resolve(sentence, phrase, speaker)
                if speaker and not reference.entities and phrase.gender == "n" and self.kind(speaker[0]) != "person":
                    # "Lorvan declared that it would not"
                    reference = reference._replace(entities=speaker)
                if (
                    phrase.kind == "pronoun"
                    and not (speaker and reference.entities == speaker)
                    and any(self.kind(entity) in PLACES for entity in reference.entities)
                ):
                    # "they" who act are no countries that the sentence before lists
                    reference = reference._replace(entities=())
                if phrase.kind == "title" and phrase.office is not None and self._former(sentence, phrase):
                    # "the former prime minister of Valdora", of whom there are several
                    reference = reference._replace(entities=())
                if phrase.kind == "group" and self._vague(sentence, phrase):
                    reference = reference._replace(entities=())
                if not reference.entities and (states := self._states(sentence, phrase)):
                    reference = reference._replace(entities=states, basis="title")
                if not reference.entities and self._expletive(sentence, phrase):
                    continue
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
        if any(actor.entity_id for actor in made):
            # "with A, who arrived": nobody else
            relative = {(phrase.start, phrase.end) for group in groups for phrase in group.phrases if getattr(phrase, "relative", False)}
            made = [actor for actor in made if actor.entity_id or (actor.start, actor.end) not in relative]
        return made

    def _expletive(self, sentence: Sentence, phrase: Any) -> bool:
        """Whether "it" means nobody ("it was agreed to", "it has been planned"): a form of "to be" follows it."""
        if phrase.kind != "pronoun" or phrase.gender != "n" or phrase.is_object:
            return False
        known = self.verbs[sentence.language]
        auxiliaries = known.lists.get("auxiliary", frozenset())
        for word in sentence.words[phrase.last :]:
            if word.folded in known.passive_by or word.folded not in auxiliaries:
                return word.folded in known.passive_by
        return False

    def _before_noun(self, sentence: Sentence, phrase: Any) -> bool:
        """Whether a word for somebody is an adjective here: "major concern", "general elections"."""
        known = self.verbs[sentence.language].lists.get("describing_too", frozenset())
        if phrase.last - phrase.first > 2 or phrase.last >= len(sentence.words) or sentence.words[phrase.last - 1].folded not in known:
            return False
        following = sentence.words[phrase.last]
        return following.folded.isalpha() and sentence.text[following.start].islower() and following.folded not in self._small(sentence)

    def _small(self, sentence: Sentence) -> frozenset[str]:
        """Words that begin something else behind a phrase: prepositions, conjunctions, auxiliaries."""
        lists = self.verbs[sentence.language].lists
        return lists.get("stop", frozenset()) | lists.get("auxiliary", frozenset()) | lists.get("verbal", frozenset()) | frozenset(("of",))

    def _adjective(self, sentence: Sentence, phrase: Any) -> bool:
        """Whether a place's name stands before a word for people and says only where they are from, or a person's before one for others."""
        known = self.verbs[sentence.language]
        person = phrase.kind == "name" and phrase.head is not None and phrase.head.kind == "PER"
        if person and phrase.last < len(sentence.words):
            # "the Marren family": not she
            return sentence.words[phrase.last].folded in known.lists.get("household", frozenset())
        town = _is_state(phrase) and not phrase.head.entity_id.startswith("country:")
        if known.order != "svo" or not town or phrase.last >= len(sentence.words):
            return False
        following = sentence.words[phrase.last]
        return following.folded in known.lists.get("people", frozenset()) and sentence.text[following.start].islower()

    def _former(self, sentence: Sentence, phrase: Any) -> bool:
        former = self.verbs[sentence.language].lists.get("former", frozenset())
        inside = range(max(0, phrase.first - 1), min(phrase.first + 2, phrase.last))
        return bool(former) and any(sentence.words[at].folded in former for at in inside)

    def _vague(self, sentence: Sentence, phrase: Any) -> bool:
        """Whether a phrase for several means nobody whom the sentences before name: "the participants", "leaders of the union"."""
        vague = self.verbs[sentence.language].lists.get("vague", frozenset())
        said = any(word.folded in vague for word in sentence.words[phrase.first : phrase.last])
        if any(name.kind == "PER" for name in phrase.of):
            return False
        return said or any(name.kind == "ORG" for name in phrase.of)

    def _follows(self, sentence: Sentence, pronoun: Any) -> bool:
        """Whether a phrase ends right before "who", but for a comma."""
        at = pronoun.first - 1
        if at >= 0 and sentence.words[at].folded == ",":
            at -= 1
        return any(phrase.first <= at < phrase.last for phrase in self.discourse.phrases(sentence))

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

    def kind(self, entity: str | None) -> str:
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

    def country(self, entity: str) -> str | None:
        if entity.startswith("country:"):
            return entity.partition(":")[2]
        return self.discourse.country(entity)


def _goes_with(known: Verbs, words: Sequence[Word]) -> bool:
    """Whether a country's name, the first of the words, may be whose the forces behind are: by its ending it is no subject and no place."""
    between = known.lists.get("between", frozenset())
    return not words[0].folded.endswith(known.endings.get("free", ())) and all(word.folded in between for word in words[1:])


def _trimmed(phrase: Any, sentence: Sentence, known: Verbs) -> Any:
    """A phrase without a place before its office or a noun of encounter: «в Сельме министра …», «послание президенту …»."""
    words = sentence.words
    if phrase.last - phrase.first > 1 and words[phrase.first].folded in known.lists.get("role", frozenset()):
        # "As the chancellor met them", "as observers Chancellor Maris Odell and X took part"
        first = phrase.first + 1
        return replace(phrase, start=words[first].start, first=first)
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


def _describes(phrase: Any, sentence: Sentence, known: Verbs) -> bool:
    """Whether a word for people says how an encounter is: "on an official visit"."""
    if known.order != "svo" or phrase.kind not in ("title", "unnamed") or phrase.definite or phrase.last >= len(sentence.words):
        return False
    return any(pattern.entry.kind == "encounter" and not pattern.rest for pattern in known.at(sentence.words[phrase.last].folded))


def _is_state(phrase: Any) -> bool:
    return phrase.kind == "name" and phrase.head is not None and phrase.head.kind == "LOC" and bool(phrase.head.entity_id)


def _goes_on(group: Group, phrase: Any, sentence: Sentence) -> bool:
    """Whether an office that nobody bears is the first of two of the next person: "Foreign Minister and Deputy Prime Minister X"."""
    place = next(place for place, one in enumerate(group.phrases) if one is phrase)
    if place + 1 >= len(group.phrases) or sentence.text[phrase.start : phrase.start + 4].lower() in ("the ", "his ", "her "):
        return False
    following = group.phrases[place + 1]
    return following.kind == "name" and following.head is not None and following.head.kind == "PER"


def _kind(entity: str | None) -> str:
    """`person`, `org`, `country`, `place` … of an entity; `unknown` where there is none."""
    if entity is None:
        return "unknown"
    space, _, rest = entity.partition(":")
    if space != "found":
        return space
    kind = rest.partition("-")[0]
    return {"per": "person"}.get(kind, kind)
