"""Who says it: the phrase that is the subject of a verb of saying, or stands beside "according to".

The phrase before the verb is tried first, then what an apposition interrupts, then the phrase behind an inverted verb, then the subject
of the clause that the verb is coordinated with. A phrase counts where it is the head: not governed by a preposition ("after talks with
the president said"), not a mere attribute ("the president's campaign said").
"""

from typing import NamedTuple

from readout.quote.cues import Cue
from readout.quote.reading import Reading

_LONGEST_UNNAMED = 10
_SHORTEST_UNNAMED = 2
_TITLE_WORDS = 4
_ADJECTIVES = 3
_APPOSITIONS = 5
_DATELINE = 8


class Subject(NamedTuple):
    """Whom a sentence tells to have spoken: words `first` to before `last`, and the phrase they are, None where it names nobody known."""

    first: int
    last: int
    phrase: object | None


def subject(reading: Reading, cue: Cue) -> Subject | None:
    """The subject of a cue, None where its sentence tells none."""
    if cue.form == "before":
        for first, last, phrase in reading.phrases:
            if cue.first < first and last <= cue.last:
                return Subject(first, last, phrase)
        return _behind(reading, cue.last, len(reading.words), False)
    if cue.form == "after":
        return _in_front(reading, cue)
    if cue.form == "noun":
        return _owner_of(reading, cue)
    lexicon = reading.lexicon
    words = reading.words
    if words[cue.first].folded in lexicon.passives:
        return _owner(reading, cue)
    if lexicon.verb_last:
        return _first_in_clause(reading, cue)
    if quoted := _quoting(reading, cue):
        return quoted
    if words[cue.first].folded in lexicon.participles and not _has_auxiliary(reading, cue):
        return _absolute(reading, cue) or _attributed(reading, cue)
    if is_passive(reading, cue):
        return _agent(reading, cue)
    first, last, boundary = _before(reading, cue.first)
    if lexicon.suffixes and boundary > 0 and first < last and all(word.folded in lexicon.suffixes for word in words[first:last]):
        # "Joseph Biden, Jr. said"
        for start, end, phrase in reading.phrases:
            if start <= boundary < end:
                return Subject(start, end, phrase)
        first, last, boundary = _before(reading, boundary)
    if first < last:
        if _is_relative(reading, boundary, first, last) and (antecedent := _antecedent(reading, boundary)):
            return antecedent
        found = _head(reading, first, last)
        if found and (found.phrase is not None or not reading.lexicon.free):
            return found
        return (_behind(reading, cue.last, len(words), True) if reading.lexicon.free else None) or found
    if boundary >= 0 and not reading.is_quoted(boundary):
        word = words[boundary].folded
        if word in lexicon.relatives and (found := _antecedent(reading, boundary)):
            return found
        if word in lexicon.conjunctions and word not in lexicon.as_:
            return None if not reading.lexicon.free else _behind(reading, cue.last, len(words), True)
    if boundary >= 0 and reading.is_comma(boundary) and not reading.is_quoted(boundary) and (found := _apposed(reading, boundary)):
        return found
    if _may_invert(reading, cue) and (behind := _behind(reading, cue.last, len(words), True)):
        return behind
    if boundary >= 0 and reading.is_comma(boundary):
        return _interrupted(reading, boundary)
    return None


def _owner_of(reading: Reading, cue: Cue) -> Subject | None:
    """Whose claim it is in "the minister's claim that", "her claim that"; None of a claim that is nobody's."""
    for first, last, phrase in reading.phrases:
        if last == cue.first and (phrase.owning or phrase.kind == "pronoun"):
            return Subject(first, last, phrase)
    return None


def _owner(reading: Reading, cue: Cue) -> Subject | None:
    """Whose statement it is in which something "is said": the last phrase before the verb, in whatever case."""
    first = cue.first
    if reading.lexicon.verb_last:
        for start, end, phrase in reading.phrases:
            if end <= cue.first and phrase.kind != "unnamed":
                return Subject(start, end, phrase)
        return None
    while first > 0 and not reading.bounds(first - 1):
        first -= 1
    inside = [(start, end, phrase) for start, end, phrase in reading.phrases if first <= start and end <= cue.first]
    owners = [one for one in inside if one[2].kind != "unnamed"]
    if owners:
        return Subject(*owners[-1])
    return Subject(first, cue.first, None) if first < cue.first <= first + _LONGEST_UNNAMED else None


def _first_in_clause(reading: Reading, cue: Cue) -> Subject | None:
    """Where the verb stands last: the first phrase of its clause that is in no oblique case, and behind the verb if there is none."""
    lexicon, words = reading.lexicon, reading.words
    if words[cue.first].folded in lexicon.participles and cue.last < len(words) and not reading.is_mark(cue.last):
        # "… diyen bakan"
        return _behind(reading, cue.last, len(words), True)
    first = cue.first
    earlier = max((other.last for other in reading.cues if other.last <= cue.first and not _is_converb(reading, other)), default=0)
    while first > earlier and not reading.is_quoted(first - 1) and words[first - 1].folded not in lexicon.quotatives:
        if words[first - 1].folded in (";", ":") or (words[first - 1].folded == "-" and first <= _DATELINE):
            break
        first -= 1
    if found := _nominative(reading, first, cue.first):
        return found
    if cue.last < len(words) and not reading.is_mark(cue.last) and (found := _behind(reading, cue.last, len(words), True)):
        return found
    # "The minister, “…” dedi": the subject stands before the quoted words
    while first > earlier and (reading.is_quoted(first - 1) or reading.is_mark(first - 1) or words[first - 1].folded in lexicon.quotatives):
        first -= 1
    begin = first
    while begin > earlier and not reading.is_quoted(begin - 1) and words[begin - 1].folded not in (";", ":"):
        begin -= 1
    return _nominative(reading, begin, first)


def _nominative(reading: Reading, first: int, last: int) -> Subject | None:
    """The first phrase among some words that stands in no oblique case."""
    for start, end, phrase in reading.phrases:
        if first <= start and end <= last and not phrase.owning and reading.words[end - 1].folded not in reading.lexicon.oblique:
            return Subject(start, end, phrase)
    return None


def _is_converb(reading: Reading, cue: Cue) -> bool:
    """Whether a verb leaves its subject to the next one ("belirterek")."""
    return reading.words[cue.last - 1].folded in reading.lexicon.converbs


def _is_relative(reading: Reading, boundary: int, first: int, last: int) -> bool:
    """Whether a verb is that of "who …": "who asked not to be named said", but not "whom the minister called"."""
    if boundary < 0 or reading.is_quoted(boundary):
        return False
    word = reading.words[boundary].folded
    if word not in reading.lexicon.relatives or word in reading.lexicon.that:
        return False
    return not any(first <= start and end <= last and _ends(reading, end, last) for start, end, _ in reading.phrases)


def main_subject(reading: Reading, before: int) -> Subject | None:
    """The subject of the main clause, as far as it can be told: the first phrase before a word that no preposition governs."""
    if reading.lexicon.finite and reading.words and reading.words[0].folded in reading.lexicon.ours:
        return None
    first = 0
    while first < before:
        last = first
        while last < before and not reading.bounds(last):
            last += 1
        if last > first and reading.words[first].folded not in reading.lexicon.prepositions:
            for start, end, phrase in reading.phrases:
                if first <= start < last and not _behind_preposition(reading, first, start) and not _possessive(reading, end, phrase):
                    return Subject(start, end, phrase)
        first = last + 1
    return None


def _behind_preposition(reading: Reading, first: int, place: int) -> bool:
    """Whether a preposition stands right before a phrase, or before its article."""
    words, lexicon = reading.words, reading.lexicon
    before = place - 1
    if before > first and words[before].folded in lexicon.determiners:
        before -= 1
    return before >= first and words[before].folded in lexicon.prepositions


def is_passive(reading: Reading, cue: Cue) -> bool:
    """Whether a verb tells what was said of its subject, not by it: "was told", "is described"."""
    lexicon, words = reading.lexicon, reading.words
    if not lexicon.be or words[cue.first].folded in lexicon.participles or words[cue.first].folded in lexicon.be:
        return False
    if cue.last < len(words) and words[cue.last].folded in lexicon.by and not reading.is_quoted(cue.last):
        return True
    place = cue.first - 1
    while place >= 0 and words[place].folded in lexicon.adverbs:
        place -= 1
    return place >= 0 and not reading.is_quoted(place) and words[place].folded in lexicon.be


def _agent(reading: Reading, cue: Cue) -> Subject | None:
    """Who did it, behind "by"."""
    lexicon, words = reading.lexicon, reading.words
    for place in range(cue.last, min(len(words), cue.last + _LONGEST_UNNAMED)):
        if reading.is_quoted(place) or words[place].folded in lexicon.that:
            return None
        if words[place].folded in lexicon.by:
            return _behind(reading, place + 1, len(words), False)
    return None


def _absolute(reading: Reading, cue: Cue) -> Subject | None:
    """The subject that a participle has to itself: "with the minister calling it …"."""
    lexicon, words = reading.lexicon, reading.words
    place = cue.first
    while place > 0 and not reading.is_quoted(place - 1) and words[place - 1].folded in lexicon.adverbs:
        place -= 1
    for first, last, phrase in reading.phrases:
        if last == place and first > 0 and words[first - 1].folded in lexicon.with_ and not phrase.owning:
            return Subject(first, last, phrase) if phrase.kind in ("name", "title", "group") and phrase.body != "documents" else None
    return None


def _attributed(reading: Reading, cue: Cue) -> Subject | None:
    """What a participle right behind it is said of: "a notice stating that"; None of what the sentence's subject issues ("sent a letter
    saying")."""
    lexicon, words = reading.lexicon, reading.words
    if not lexicon.finite or any(words[place].folded in lexicon.issuing for place in range(cue.first)):
        return None
    for first, last, phrase in reading.phrases:
        if last == cue.first and phrase.body == "documents":
            return Subject(first, last, phrase)
    before = cue.first - 1
    if before < 0 or reading.bounds(before) or words[before].folded not in lexicon.sources:
        return None
    return Subject(before, cue.first, None)


def _may_invert(reading: Reading, cue: Cue) -> bool:
    """Whether what follows a verb may be its subject and not whom or what it is about."""
    lexicon = reading.lexicon
    if lexicon.free:
        return True
    word = reading.words[cue.first].folded
    if lexicon.finite and word not in lexicon.finite and not word.endswith("s"):
        # "should reaffirm the values of …": an infinitive has no subject behind it
        return False
    return cue.stance not in ("call", "opinion", "deny") and word not in lexicon.telling and word not in lexicon.either


def _has_auxiliary(reading: Reading, cue: Cue) -> bool:
    """Whether a participle is part of a tense: "is saying"."""
    place = cue.first - 1
    while place >= 0 and reading.words[place].folded in reading.lexicon.adverbs:
        place -= 1
    return place >= 0 and reading.words[place].folded in reading.lexicon.auxiliaries


def _before(reading: Reading, place: int) -> tuple[int, int, int]:
    """(first, last, boundary) of the words between the last boundary and a verb, without what belongs to the verb."""
    lexicon, words = reading.lexicon, reading.words
    place -= 1
    while place >= 0 and not reading.is_quoted(place):
        word = words[place].folded
        of_the_verb = any(word in forms for forms in (lexicon.adverbs, lexicon.auxiliaries, lexicon.negations, lexicon.infinitive))
        if not of_the_verb and not (word in lexicon.going_on and words[place + 1].folded in lexicon.infinitive):
            break
        place -= 1
    # "the senator (Valdora) said"
    if place > 0 and words[place].folded == ")" and not reading.is_quoted(place):
        opening = place - 1
        while opening >= max(0, place - _LONGEST_UNNAMED) and words[opening].folded != "(":
            opening -= 1
        if opening > 0 and words[opening].folded == "(":
            place = opening - 1
    last = place + 1
    while place >= 0 and not reading.bounds(place):
        place -= 1
    # "Kerry and Lavrov said": a conjunction between two names parts no clause
    if place > 0 and not reading.is_quoted(place) and not reading.is_mark(place) and (joined := _joined(reading, place, last)) is not None:
        return joined, last, joined - 1
    return place + 1, last, place


def _joined(reading: Reading, place: int, last: int) -> int | None:
    """Where a list of names begins whose last but one ends before this conjunction, None if it joins no names."""
    phrases = {start: end for start, end, _ in reading.phrases}
    ends = {end: start for start, end in phrases.items()}
    if place + 1 not in phrases or phrases[place + 1] != last or place not in ends:
        return None
    first = ends[place]
    while first > 1 and reading.words[first - 1].folded == "," and first - 1 in ends:
        first = ends[first - 1]
    return first if first == 0 or reading.bounds(first - 1) else None


def _head(reading: Reading, first: int, last: int) -> Subject | None:
    """The phrase that a noun phrase is about, or all of its words where they name nobody known."""
    lexicon, words = reading.lexicon, reading.words
    inside = [(start, end, phrase) for start, end, phrase in reading.phrases if first <= start and end <= last]
    if lexicon.subjects:
        marked = [one for one in inside if words[one[1] - 1].folded in lexicon.subjects]
        if marked:
            return Subject(*marked[-1])
    for start, end, phrase in reversed(inside):
        if words[end - 1].folded in lexicon.oblique:
            continue
        governed = _is_governed(reading, first, start)
        if governed and not (_reaches(reading, end, last) and reading.is_finite(first, start - 1) and lexicon.finite):
            continue
        if _possessive(reading, end, phrase) and end < last:
            break
        if not _reaches(reading, end, last) and words[end].folded not in lexicon.prepositions:
            if lexicon.free and start == first and phrase.kind != "unnamed":
                return Subject(start, end, phrase)
            if phrase.kind == "unnamed" and start == first and not reading.is_finite(end, last):
                return Subject(start, end, phrase)
            break
        return Subject(start, end, phrase)
    if lexicon.in_ and first < last and words[first].folded in lexicon.in_:
        # «в Ереване считают»
        for start, end, phrase in inside:
            if start == first + 1 and _reaches(reading, end, last) and phrase.head is not None and phrase.head.kind == "LOC":
                return Subject(start, end, phrase)
    if first < last <= first + _LONGEST_UNNAMED and words[first].folded not in lexicon.prepositions:
        led = next(
            (at for at in range(first, last) if words[at].folded in lexicon.prepositions and words[at].folded not in lexicon.of), last
        )
        if lexicon.finite and reading.is_finite(first, last):
            return None
        # "villagers near the border", but not "days after the ministers"
        if led == last or (lexicon.temporal and words[led].folded not in lexicon.temporal):
            return Subject(first, led, None)
    return None


def _ends(reading: Reading, place: int, last: int) -> bool:
    """Whether nothing but an adverbial stands between a phrase and its verb ("whom the minister on Friday called")."""
    return _reaches(reading, place, last) or reading.words[place].folded in reading.lexicon.prepositions


def _is_governed(reading: Reading, first: int, place: int) -> bool:
    """Whether a preposition stands before a phrase, with nothing but a determiner and adjectives between ("to the Chechen people")."""
    lexicon, words = reading.lexicon, reading.words
    if place > first and words[place].folded in lexicon.determiners and words[place - 1].folded not in lexicon.prepositions:
        # "in his message of greetings the President said": with the article another phrase begins
        return False
    ends = {last for _, last, _ in reading.phrases}
    for _ in range(_ADJECTIVES):
        if place <= first or place in ends or reading.bounds(place - 1):
            return False
        if words[place - 1].folded in lexicon.prepositions:
            return True
        place -= 1
    return False


def _reaches(reading: Reading, place: int, last: int) -> bool:
    """Whether only words that belong to the verb stand from a place to the last one."""
    lexicon = reading.lexicon
    return all(
        word.folded in lexicon.adverbs or word.folded in lexicon.auxiliaries or not word.folded[0].isalnum()
        for word in reading.words[place:last]
    )


def _possessive(reading: Reading, last: int, phrase: object) -> bool:
    """Whether a phrase goes on with a possessive ending ("Valdora's")."""
    word = reading.words[last - 1]
    return word.end > phrase.end and word.folded.endswith(("'s", "'"))


def _antecedent(reading: Reading, boundary: int) -> Subject | None:
    """The phrase before a relative pronoun."""
    last = boundary
    while last > 0 and reading.is_comma(last - 1):
        last -= 1
    first = last
    while first > 0 and not reading.bounds(first - 1):
        first -= 1
    return _head(reading, first, last) if first < last else None


def _apposed(reading: Reading, comma: int) -> Subject | None:
    """The phrase before a verb that only an apposition or relative clause in commas parts from it."""
    for first, last, phrase in reading.phrases:
        if phrase.kind == "name" and phrase.core != (phrase.start, phrase.end) and _closes(reading, last, comma):
            # "a day after So-and-so, the secretary, told": a conjunction
            joined = first > 0 and reading.words[first - 1].folded in reading.lexicon.temporal
            if joined or not _is_governed(reading, 0, first):
                return Subject(first, last, phrase)
    place = comma - 1
    while place >= 0 and not reading.is_quoted(place) and not reading.is_comma(place):
        place -= 1
    if place <= 0 or reading.is_quoted(place):
        return None
    relative = reading.words[place + 1].folded in reading.lexicon.relatives
    if not reading.lexicon.finite or (reading.is_finite(place + 1, comma) and not relative):
        return None
    for first, last, phrase in reading.phrases:
        if first == place + 1 and last == comma and phrase.kind == "name" and phrase.head is not None and phrase.head.kind == "PER":
            # "a spokesman for the ministry, So-and-so, said"
            return Subject(first, last, phrase)
    found = _interrupted(reading, comma)
    return found if found is not None and found.phrase is not None and found.last <= place + 1 else None


def _closes(reading: Reading, last: int, comma: int) -> bool:
    """Whether a comma ends a phrase, at once or behind what its apposition goes on with ("the secretary of state for our affairs,")."""
    if last >= comma:
        return last == comma
    lexicon, words = reading.lexicon, reading.words
    if words[last].folded not in lexicon.prepositions or not lexicon.finite or reading.is_finite(last, comma):
        return False
    return not any(reading.is_quoted(at) or reading.is_mark(at) for at in range(last, comma))


def _interrupted(reading: Reading, comma: int) -> Subject | None:
    """The phrase before what stands between commas ("the minister, a lawyer by training, said")."""
    words = reading.words
    commas = [comma]
    place = comma - 1
    while place >= 0 and len(commas) <= _APPOSITIONS and not reading.is_quoted(place):
        if reading.is_comma(place):
            if words[place].folded == "-" and "-" not in [words[at].folded for at in commas]:
                # a dateline, or what was said before
                break
            commas.append(place)
        place -= 1
    edges = [*reversed(commas)]
    begin = place + 1 if place < 0 or reading.is_quoted(place) or words[place].folded == "-" else edges.pop(0) + 1
    unnamed: Subject | None = None
    for edge in edges[:-1] if len(edges) > 1 else edges:
        first = begin
        while first < edge and reading.bounds(first):
            first += 1
        if first < edge and reading.words[first].folded not in reading.lexicon.prepositions:
            last = first
            while last < edge and not reading.bounds(last):
                last += 1
            if found := _head(reading, first, last):
                if found.phrase is not None:
                    return found
                unnamed = unnamed or found
        begin = edge + 1
    return unnamed


def _behind(reading: Reading, first: int, end: int, inverted: bool) -> Subject | None:
    """The phrase behind an inverted verb or a preposition, up to the next boundary."""
    lexicon, words = reading.lexicon, reading.words
    while first < end and words[first].folded in lexicon.adverbs and not reading.is_quoted(first):
        first += 1
    last = first
    while last < end and not reading.bounds(last):
        word = words[last].folded
        if inverted and last > first and word in lexicon.prepositions and word not in lexicon.of:
            break
        last += 1
    if last == first:
        return None
    if words[first].folded in lexicon.prepositions and not reading.lexicon.free:
        return None
    inside = [(start, stop, phrase) for start, stop, phrase in reading.phrases if first <= start < last]
    place = first
    for start, stop, phrase in inside:
        if not lexicon.free and (
            start - place > _TITLE_WORDS or any(words[at].folded in lexicon.auxiliaries for at in range(place, start))
        ):
            return None
        if _is_governed(reading, first, start):
            if not lexicon.free:
                break
            continue
        follows = stop
        while follows < last and words[follows].folded in lexicon.adverbs:
            follows += 1
        if follows >= last or words[follows].folded in lexicon.prepositions or lexicon.free:
            if not (_possessive(reading, stop, phrase) and follows < last):
                return Subject(start, stop, phrase)
        elif phrase.kind == "pronoun" or any(cue.first == follows for cue in reading.cues):
            return None
        place = stop
    if last - first > _LONGEST_UNNAMED or (lexicon.finite and reading.is_finite(first, last)):
        return None
    if inverted and lexicon.free:
        # «…», — говорит скульптор: only where the verb follows quoted words, and nothing else does it
        quoted = first > 1 and any(reading.is_quoted(at) for at in range(max(0, first - _TITLE_WORDS), first))
        return Subject(first, last, None) if quoted and last - first <= _TITLE_WORDS and last <= end else None
    if inverted and (words[first].folded not in lexicon.determiners or last - first < _SHORTEST_UNNAMED):
        return None
    if inverted and not lexicon.free and last < len(words) and words[last].folded in lexicon.that:
        # "recall an event that has …": the noun is what the clause is about
        return None
    return Subject(first, last, None)


def _in_front(reading: Reading, cue: Cue) -> Subject | None:
    """The phrase right before words that follow their speaker."""
    last = cue.first
    candidates = [(start, end, phrase) for start, end, phrase in reading.phrases if end <= last]
    if candidates:
        start, end, phrase = candidates[-1]
        if all(not reading.bounds(place) for place in range(end, last)) and last - end <= 2:
            return Subject(start, end, phrase)
    first = last
    while first > 0 and not reading.bounds(first - 1):
        first -= 1
    return Subject(first, last, None) if first < last <= first + _LONGEST_UNNAMED else None


def _quoting(reading: Reading, cue: Cue) -> Subject | None:
    """Who is quoted in "was quoted by the agency as saying" and "the agency quoted him as saying"."""
    lexicon, words = reading.lexicon, reading.words
    if cue.first == 0 or words[cue.first - 1].folded not in lexicon.as_ or not lexicon.quoting:
        return None
    for place in range(cue.first - 2, -1, -1):
        if words[place].folded in lexicon.quoting:
            if place and words[place - 1].folded in lexicon.auxiliaries:
                first, last, _ = _before(reading, place)
                return _head(reading, first, last) if first < last else None
            return _head(reading, place + 1, cue.first - 1)
        if reading.is_quoted(place):
            return None
    return None
