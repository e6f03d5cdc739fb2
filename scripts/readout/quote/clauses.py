"""What a cue reports: the clause behind "that", the clause around "he said", the clause before a verb that stands last.

A clause ends with its sentence, or before the next words that somebody else, or the same speaker anew, is told to have said.
"""

from collections.abc import Sequence
from typing import NamedTuple

from readout.quote.cues import Cue
from readout.quote.reading import Reading
from readout.quote.subjects import Subject

_AS_FAR = 14
_SHORTEST = 2
_CLAUSE = 5
_STATEMENT = 4
"""Words between a verb and "that" in which a statement is named."""


class Clause(NamedTuple):
    """Words `first` to before `last` of a sentence that a cue reports; `linked` if a word like "that" says so."""

    first: int
    last: int
    linked: bool


def clause(
    reading: Reading, cue: Cue, said_by: Subject | None, following: Sequence[int], passive: bool = False, nested: bool = False
) -> Clause | None:
    """The clause that a cue reports, None where it reports none.

    `following` are the words at which later statements of the sentence begin, with what joins them.
    """
    lexicon = reading.lexicon
    end = _end(reading)
    if cue.form in ("before", "after"):
        return _beside(reading, cue, said_by, end)
    cut = min((place for place in following if place >= cue.last), default=end)
    if (start := _linked(reading, cue, said_by, cut)) is not None:
        found = _kept(reading, start, _resumed(reading, start, cut), True)
        if found is None or cut - start > _CLAUSE or reading.words[cue.first].folded in lexicon.surely or reading.is_finite(start, cut):
            return found
    if cue.form == "noun":
        return None
    if _is_as(reading, cue, said_by) and (not lexicon.finite or (said_by is not None and said_by.phrase is not None)):
        return _around(reading, cue, said_by, end, whole=True)
    if passive:
        return None
    if lexicon.nominal and (found := _nominal(reading, cue, said_by)) is not None:
        return found
    if not nested and (around := _around(reading, cue, said_by, end, whole=False)) is not None:
        return around
    if cue.last < end and reading.words[cue.last].folded == ":" and not reading.is_quoted(min(cue.last + 1, end - 1)):
        return _kept(reading, cue.last + 1, end, True)
    if reading.words[cue.first].folded in lexicon.bare and (start := _bare(reading, cue, said_by, cut)) is not None:
        return _kept(reading, start, _resumed(reading, start, cut), False)
    return None


def _end(reading: Reading) -> int:
    """One past the last word of the sentence, without the stop."""
    last = len(reading.words)
    while last > 0 and reading.words[last - 1].folded in '.!?…։:;"':
        last -= 1
    return last


def _resumed(reading: Reading, start: int, cut: int) -> int:
    """Where a reported clause ends because the speaker is told to go on: "… that the road was open *and thanked* the minister".

    The verb behind "and" may as well be the clause's own ("that the minister had called and asked for help"): a clause that is about a
    person, or a country that has done something, keeps it, unless its own verb is of another tense ("that he would come and thanked").
    """
    lexicon, words = reading.lexicon, reading.words
    if not lexicon.resuming:
        return cut
    own = _may_go_on(reading, start, cut)
    for place in range(start + _SHORTEST, cut):
        if reading.is_quoted(place):
            continue
        if words[place].folded in lexicon.ours and words[place - 1].folded in lexicon.openers and reading.is_comma(place - 2):
            # "…, and we look forward to it": the writer
            return place - 2
        if not own and words[place].folded in lexicon.resuming:
            joined = place - 1
            while joined > start and words[joined].folded in lexicon.adverbs:
                joined -= 1
            if words[joined].folded in lexicon.openers:
                return joined
    return cut


def _may_go_on(reading: Reading, start: int, cut: int) -> bool:
    """Whether a verb in the past behind "and" may be the clause's own: it is about a person, or a country that has done something."""
    lexicon, words = reading.lexicon, reading.words
    about = next((one for one in reading.phrases if start <= one[0] <= start + 1), None)
    if about is None or about[2].kind == "unnamed":
        return False
    _, last, phrase = about
    person = phrase.definite and (phrase.kind != "name" or phrase.head is None or phrase.head.kind == "PER")
    following = words[last].folded if last < cut else ""
    return following not in lexicon.present and (person or following in lexicon.finite)


def _kept(reading: Reading, first: int, last: int, linked: bool) -> Clause | None:
    words = reading.words
    while first < last and not reading.is_quoted(first) and (reading.is_comma(first) or words[first].folded == ":"):
        first += 1
    while first < last and not reading.is_quoted(last - 1) and (reading.is_comma(last - 1) or words[last - 1].folded in ("(", ":")):
        last -= 1
    return Clause(first, last, linked) if last - first >= _SHORTEST else None


def _linked(reading: Reading, cue: Cue, said_by: Subject | None, cut: int) -> int | None:
    """Where the clause behind "that" or, of questions, "whether" begins."""
    lexicon, words = reading.lexicon, reading.words
    links = lexicon.whether if cue.stance == "ask" else lexicon.that
    reach = min(cut, cue.last + (1 if cue.form == "noun" else _AS_FAR // 2 if cue.stance == "ask" else _AS_FAR))
    if cue.form == "verb" and words[cue.first].folded not in lexicon.telling and cue.stance != "ask" and _is_pronoun(reading, cue.last):
        return None
    for place in range(cue.last, reach):
        if reading.is_quoted(place):
            return None
        word = words[place].folded
        if word in links and (cue.stance == "ask" or _links(reading, cue, place, said_by)):
            if word in lexicon.enclitic:
                start = place
                while start > cue.last and not reading.is_comma(start - 1):
                    start -= 1
                return start
            return place + 1 if word in lexicon.that else place
        if word in (";", ":", "("):
            return None
        verb = word in lexicon.auxiliaries if words[cue.first].folded in lexicon.surely else word in lexicon.finite
        if verb and word not in lexicon.adverbs:
            return None
    return None


def _is_pronoun(reading: Reading, place: int) -> bool:
    """Whether a pronoun stands at a place, as the subject of a clause does."""
    return any(first == place and phrase.kind == "pronoun" for first, _, phrase in reading.phrases)


def _links(reading: Reading, cue: Cue, place: int, said_by: Subject | None) -> bool:
    """Whether "that" joins a clause to its verb, and not to a noun before it ("agreed on rules that …")."""
    lexicon, words = reading.lexicon, reading.words
    if place == cue.last or not lexicon.occasions:
        return True
    before = words[place - 1]
    behind = said_by is not None and said_by.first >= cue.last
    if reading.is_comma(place - 1):
        return place - cue.last > 2 and words[place - 2].folded not in lexicon.determiners
    if before.folded in lexicon.adverbs or before.folded in lexicon.occasions:
        return True
    if before.folded in lexicon.sources and place - cue.last <= _STATEMENT:
        # "said in a statement that", but not "underlined the need for a resolution that"
        return True
    if place - cue.last == 1 and any(pattern.form == "noun" for pattern in lexicon.by_word.get(before.folded, ())):
        # "repeated claims that …"
        return True
    if (
        (words[cue.first].folded in lexicon.surely and words[cue.first].folded not in lexicon.telling and not behind)
        or words[place - 2].folded in lexicon.adverbial
        or (words[cue.first].folded in lexicon.telling and words[cue.last].folded not in lexicon.prepositions)
        or not reading.sentence.text[before.start].islower()
    ):
        return True
    return any(last == place and phrase.kind in ("name", "pronoun") for _, last, phrase in reading.phrases)


def _bare(reading: Reading, cue: Cue, said_by: Subject | None, cut: int) -> int | None:
    """Where a clause begins that follows its verb without "that", if a verb stands in what follows."""
    lexicon, words = reading.lexicon, reading.words
    place = cue.last
    if said_by is not None and said_by.first >= cue.last:
        return None
    if _follows_quotation(reading, cue, said_by):
        return None
    if place + 1 < cut and words[place].folded == "," and reading.sentence.text[words[place + 1].start].isupper():
        # "The paper reported, The minister …"
        place += 1
        return place if not reading.is_quoted(place) and reading.is_finite(place, cut) and not _first_is_name(reading, place, cut) else None
    while (
        place < cut
        and not reading.is_quoted(place)
        and words[place].folded in lexicon.adverbs
        and words[place].folded not in lexicon.beginnings
    ):
        place += 1
    if words[cue.first].folded in lexicon.telling:
        place = _recipient(reading, place)
        while place < cut and not reading.is_quoted(place) and words[place].folded in lexicon.adverbs:
            place += 1
    if place >= cut or reading.is_quoted(place) or reading.is_mark(place):
        return None
    word = words[place].folded
    if words[cue.first].folded in lexicon.either and not (said_by and said_by.phrase is not None and said_by.last == cue.first):
        return None
    if word in lexicon.prepositions:
        return _behind_adverbial(reading, place, cut)
    if word in lexicon.relatives or word in lexicon.auxiliaries or (word in lexicon.conjunctions and word != "if"):
        return None
    if not lexicon.finite or word in lexicon.finite:
        return place
    surely = words[cue.first].folded in lexicon.surely
    if surely and _is_pronoun(reading, place):
        return place
    verb = next((at for at in range(place + 1, cut) if words[at].folded in lexicon.finite and not reading.is_quoted(at)), None)
    if verb is None:
        # a verb that the list does not know: behind "said", nearly all that is no adverbial is a clause
        return place if surely and cut - place > _SHORTEST else None
    if not surely and not _is_predicate(reading, place, verb):
        return None
    if any(words[at].folded in lexicon.leading and words[at].folded in lexicon.conjunctions for at in range(place + 1, verb)):
        return None
    return place


def _is_predicate(reading: Reading, first: int, verb: int) -> bool:
    """Whether the first verb behind a verb that also takes a noun ("noted the effect that it has") is that of a clause: an auxiliary, or
    right behind a phrase that may be its subject, with no "which" or "to" before it."""
    lexicon, words = reading.lexicon, reading.words
    if any(words[at].folded in lexicon.relatives or words[at].folded in lexicon.infinitive for at in range(first, verb)):
        return False
    if words[verb].folded in lexicon.auxiliaries:
        return True
    subject = next((last for start, last, _ in reading.phrases if start == first or start == first + 1), None)
    return subject is not None and all(words[at].folded in lexicon.adverbs for at in range(subject, verb))


def _follows_quotation(reading: Reading, cue: Cue, said_by: Subject | None) -> bool:
    """Whether a cue tells who said quoted words right before it."""
    place = min(cue.first, said_by.first) if said_by else cue.first
    while place > 0 and (reading.is_comma(place - 1) or reading.words[place - 1].folded in reading.lexicon.adverbs):
        if reading.is_quoted(place - 1):
            break
        place -= 1
    return place > 0 and reading.is_quoted(place - 1)


def _first_is_name(reading: Reading, place: int, cut: int) -> bool:
    """Whether a comma follows soon: what stands between is put in."""
    return any(reading.is_comma(at) for at in range(place, min(cut, place + 4)))


def _recipient(reading: Reading, place: int) -> int:
    """The word behind whoever is told something."""
    for first, last, _ in reading.phrases:
        if first == place:
            return last
        if first > place:
            break
    if place < len(reading.words) and reading.words[place].folded in reading.lexicon.determiners:
        place += 1
    return place + 1 if place < len(reading.words) and not reading.is_mark(place) else place


def _behind_adverbial(reading: Reading, place: int, cut: int) -> int | None:
    """Where the subject of the first verb behind "on Friday", "in a statement" begins."""
    lexicon, words = reading.lexicon, reading.words
    if words[place].folded in lexicon.infinitive or words[place].folded in lexicon.topics:
        return None
    verb = next((at for at in range(place + 1, min(cut, place + _AS_FAR)) if words[at].folded in lexicon.finite), None)
    if verb is None or reading.is_quoted(verb) or any(words[at].folded in lexicon.relatives for at in range(place, verb)):
        return None
    starts = [first for first, last, _ in reading.phrases if place < first < verb and last <= verb]
    starts += [at for at in range(place + 1, verb) if words[at].folded in lexicon.determiners and words[at].folded not in lexicon.that]
    free = [
        at for at in sorted(starts) if words[at - 1].folded not in lexicon.prepositions and words[at - 1].folded not in lexicon.determiners
    ]
    if not free or words[free[0] - 1].folded in lexicon.whether or words[free[0] - 1].folded in lexicon.leading:
        return None
    return free[0]


def _is_as(reading: Reading, cue: Cue, said_by: Subject | None) -> bool:
    """Whether the cue is in a clause of "as": "as the minister put it"."""
    place = min(cue.first, said_by.first if said_by else cue.first)
    while place > 0 and reading.words[place - 1].folded in reading.lexicon.adverbs and not reading.is_quoted(place - 1):
        place -= 1
    at = place - 1
    as_ = reading.lexicon.as_
    if at >= 0 and not reading.is_quoted(at) and reading.words[at].folded in as_:
        return at == 0 or not reading.words[at - 1].folded[0].isalnum()
    # an inverted verb: "as noted by", «как отметил министр»
    at = cue.first - 1
    while at > 0 and reading.words[at].folded in reading.lexicon.adverbs:
        at -= 1
    return at >= 0 and not reading.is_quoted(at) and reading.words[at].folded in as_ and (at == 0 or reading.is_comma(at - 1))


def _around(reading: Reading, cue: Cue, said_by: Subject | None, end: int, whole: bool) -> Clause | None:
    """The clause into which "he said" is put, or which it follows; with `whole`, into which "as he said" is put, or which follows that."""
    words, lexicon = reading.words, reading.lexicon
    if words[cue.first].folded in lexicon.participles and not whole:
        return None
    if lexicon.finite and (said_by is None or said_by.phrase is None) and not whole and words[cue.first].folded not in lexicon.surely:
        return None
    first = min(cue.first, said_by.first) if said_by else cue.first
    last = max(cue.last, said_by.last) if said_by else cue.last
    while first > 0 and not reading.is_quoted(first - 1) and not reading.is_mark(first - 1):
        word = words[first - 1].folded
        if not (word in lexicon.adverbs or word in lexicon.as_ or word in lexicon.determiners or word in lexicon.auxiliaries) and not whole:
            near = said_by is not None and first > said_by.first - 4
            if said_by is None or first <= said_by.first - 8 or not (near or _title_word(reading, first - 1)):
                return None
        first -= 1
    begin = 0
    if first > 0:
        before = first - 1
        while before > 0 and reading.is_comma(before) and not reading.is_quoted(before):
            before -= 1
        if before < first - 1 and reading.is_quoted(before):
            return _kept(reading, begin, before + 1, False) if _stopped(reading, last, end) is not None else None
        if not reading.is_comma(first - 1) or reading.is_quoted(first - 1):
            # behind quoted words that end with a comma, what stands before them is said too
            if not (first > 2 and reading.is_quoted(first - 1) and any(words[at].folded == "," for at in range(max(0, first - 3), first))):
                return None
            return _kept(reading, begin, first, False) if _stopped(reading, last, end) is not None else None
        if words[first - 1].folded == ";":
            return None
        if (stop := _stopped(reading, last, end)) is None and not whole:
            return None
        if stop is None:
            stop = end
        if words[stop - 1 if stop == len(words) else stop].folded == ":":
            return None
        if stop == last and stop < end - 2 and _is_led(reading, begin, first - 1) and not _goes_on_with_cue(reading, stop, end):
            # "In particular, he said, …"
            return _kept(reading, stop, end, False)
        if said_by is not None and said_by.first >= cue.last:
            # "…, said the minister, a lawyer by training"
            stop = end
        if (
            stop < end
            and (_breaks_off(reading, first - 2) or (reading.is_finite(stop, end) and end - stop > 2))
            and not _is_led(reading, begin, first - 1)
            and not _goes_on_with_cue(reading, stop, end)
        ):
            return _kept(reading, begin, end, False)
        return _kept(reading, begin, first - 1, False) if _is_clause(reading, begin, first - 1) else None
    if whole:
        stop = next((place for place in range(last, end) if reading.is_comma(place) and not reading.is_quoted(place)), None)
        return _kept(reading, stop + 1, end, False) if stop is not None else None
    return None


def _breaks_off(reading: Reading, place: int) -> bool:
    """Whether what stands before ", he said," must go on behind it: it ends with a word that something follows ("was not", "which")."""
    if place < 0 or reading.is_quoted(place):
        return False
    lexicon, word = reading.lexicon, reading.words[place].folded
    small = (lexicon.auxiliaries, lexicon.negations, lexicon.relatives, lexicon.that, lexicon.hanging)
    return bool(lexicon.finite) and any(word in forms for forms in small)


def _is_clause(reading: Reading, first: int, last: int) -> bool:
    """Whether what stands before ", he said" is a clause, and not an adverbial that opens the sentence ("Speaking in Tbilisi, he said")."""
    words, lexicon = reading.words, reading.lexicon
    while first < last and not reading.is_quoted(first) and words[first].folded in lexicon.openers:
        first += 1
    while first + 1 < last and not reading.is_quoted(first) and words[first].folded in lexicon.adverbs and reading.is_comma(first + 1):
        first += 2
    if first == last:
        return False
    if reading.is_quoted(first):
        return True
    if _is_led(reading, first, last):
        return False
    return reading.is_finite(first, last) or last - first >= _CLAUSE


def _is_led(reading: Reading, first: int, last: int) -> bool:
    """Whether some words are one adverbial: they begin with a preposition, participle or "when", and no comma stands in them."""
    words, lexicon = reading.words, reading.lexicon
    opening = words[first].folded
    led = opening in lexicon.prepositions or opening in lexicon.participles or opening in lexicon.conjunctions or opening in lexicon.leading
    led = led and opening not in lexicon.negations
    return led and not any(reading.is_comma(place) for place in range(first, last) if not reading.is_quoted(place))


def _title_word(reading: Reading, place: int) -> bool:
    """Whether a word may be of a title before a name."""
    word = reading.words[place]
    letter = reading.sentence.text[word.start]
    return letter.isupper() or word.folded in reading.lexicon.of or word.folded in reading.lexicon.prepositions


def _goes_on_with_cue(reading: Reading, first: int, end: int) -> bool:
    """Whether what follows is told by another cue right away (", adding that", ", and told them that"): in the clause that goes on behind
    ", he said," a verb stands without either."""
    lexicon, words = reading.lexicon, reading.words
    for cue in reading.cues:
        if first <= cue.first <= first + 2:
            joined = any(words[place].folded in lexicon.conjunctions for place in range(first, cue.first))
            return joined or not lexicon.finite or words[cue.first].folded in lexicon.participles
    return False


def _stopped(reading: Reading, start: int, end: int) -> int | None:
    """The mark or end with which an inserted "he said" ends, past adverbials and who was told; None if something else follows the verb."""
    lexicon, words = reading.lexicon, reading.words
    place = start
    while place < end and not reading.is_mark(place):
        word = words[place].folded
        if reading.is_quoted(place) or word in lexicon.that:
            return None
        if place > start and word in lexicon.finite and word not in lexicon.adverbs:
            return None
        place += 1
    if place == start or _is_adverbial(reading, start):
        return place
    # whoever was told, and then nothing but adverbials: "he told reporters on Friday"
    told = _recipient(reading, start)
    return place if told >= place or _is_adverbial(reading, told) else None


def ends_there(reading: Reading, place: int) -> bool:
    """Whether nothing but adverbials, and who was told, follows up to the next mark or the end of the sentence."""
    return _stopped(reading, place, _end(reading)) is not None


def _is_adverbial(reading: Reading, place: int) -> bool:
    """Whether an adverb or preposition stands at a place."""
    word = reading.words[place].folded
    return word in reading.lexicon.adverbs or word in reading.lexicon.prepositions


def _beside(reading: Reading, cue: Cue, said_by: Subject | None, end: int) -> Clause | None:
    """The clause beside "according to somebody": what follows its comma, or all that stands before it."""
    if said_by is None:
        return None
    words, lexicon = reading.words, reading.lexicon
    if said_by.phrase is None and any(words[place].folded in lexicon.not_sources for place in range(said_by.first, said_by.last)):
        return None
    first, last = min(cue.first, said_by.first), max(cue.last, said_by.last)
    lead = first
    while lead > 0 and not reading.is_mark(lead - 1) and not reading.is_quoted(lead - 1):
        if words[lead - 1].folded not in lexicon.conjunctions and words[lead - 1].folded not in lexicon.adverbs:
            break
        lead -= 1
    if lead == 0 or words[lead].folded in lexicon.conjunctions:
        # "…, while according to the ministry, …"
        stop = next((place for place in range(last, end) if reading.is_comma(place) and not reading.is_quoted(place)), None)
        if stop is None:
            return _kept(reading, last, end, False) if cue.form == "after" or lexicon.free else None
        if _apposition(reading, stop, end):
            stop = next((place for place in range(stop + 1, end) if reading.is_comma(place) and not reading.is_quoted(place)), stop)
        return _kept(reading, stop + 1, end, False)
    stop = next((place for place in range(last, end) if reading.is_comma(place) and not reading.is_quoted(place)), end)
    if reading.is_comma(first - 1) and stop < end and end - stop > 3 and reading.is_finite(stop, end):
        return _kept(reading, 0, end, False)
    if not reading.is_finite(0, first):
        return _kept(reading, 0, end, False) if stop < end else None
    return _kept(reading, 0, first, False)


def _apposition(reading: Reading, comma: int, end: int) -> bool:
    """Whether what follows a comma up to the next has no verb: an apposition to the speaker."""
    if not reading.lexicon.finite:
        return False
    following = next((place for place in range(comma + 1, end) if reading.is_comma(place) and not reading.is_quoted(place)), None)
    return following is not None and following - comma <= 12 and not reading.is_finite(comma + 1, following)


def _nominal(reading: Reading, cue: Cue, said_by: Subject | None) -> Clause | None:
    """The nominalised clause before a verb that stands last: "… olduğunu söyledi"."""
    lexicon, words = reading.lexicon, reading.words
    last = cue.first
    while last > 0 and not reading.is_quoted(last - 1) and (words[last - 1].folded in lexicon.adverbs or reading.is_comma(last - 1)):
        last -= 1
    if last == 0 or reading.is_quoted(last - 1) or words[last - 1].folded not in lexicon.nominal:
        return None
    first = said_by.last if said_by is not None and said_by.last <= last else 0
    before = [other.last for other in reading.cues if first < other.last <= last and words[other.last - 1].folded not in lexicon.nominal]
    first = max(before, default=first)
    for place in range(first, min(last, first + _AS_FAR)):
        # "in the statement that it published, …"
        if words[place].folded in lexicon.settings:
            first = place + 1
    if cue.stance == "ask":
        while first < last and (words[first].folded in lexicon.oblique or reading.is_comma(first)):
            first += 1
    return _kept(reading, first, last, False)
