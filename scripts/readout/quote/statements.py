"""The statements of a sentence: each cue with its speaker and what it reports, as far as the sentence tells."""

from dataclasses import dataclass

from readout.quote.clauses import Clause, clause
from readout.quote.cues import Cue
from readout.quote.reading import Reading
from readout.quote.subjects import Subject, is_passive, main_subject, subject

_AROUND_CUE = 4
_REACH = 14


@dataclass(slots=True, eq=False)
class Statement:
    """One cue of a sentence, its subject and clause; `edge` is the word at which what tells it begins, with what joins it to the rest."""

    reading: Reading
    cue: Cue
    subject: Subject | None
    edge: int
    nested: bool
    passive: bool
    clause: Clause | None = None

    @property
    def first(self) -> int:
        """The first word of the cue or of its subject, whichever stands first."""
        return min(self.cue.first, self.subject.first) if self.subject else self.cue.first

    @property
    def last(self) -> int:
        """One past the last word of the cue or of its subject."""
        return max(self.cue.last, self.subject.last) if self.subject else self.cue.last


def statements(reading: Reading) -> list[Statement]:
    """The statements of a sentence in order, without those that say that nothing was said ("declined to say")."""
    told: list[Statement] = []
    for cue in reading.cues:
        if cue.form == "verb" and (_is_unsaid(reading, cue) or _is_adjective(reading, cue)):
            continue
        said_by = subject(reading, cue)
        if cue.form == "noun" and not (said_by is not None and _links(reading, cue.last)):
            continue
        passive = cue.form == "verb" and is_passive(reading, cue)
        if cue.form == "verb" and said_by is None and not passive and not _may_lack_subject(reading, cue):
            continue
        if cue.form == "verb" and _tells_nothing(reading, cue, said_by, passive):
            continue
        if cue.form == "verb" and not _is_verb(reading, cue, said_by):
            continue
        if cue.form == "verb" and said_by is not None and _is_nobody(reading, cue, said_by):
            continue
        if (
            said_by is not None
            and 0 < said_by.first <= cue.first
            and reading.words[said_by.first - 1].folded in reading.lexicon.hypothetical
        ):
            continue
        if _is_infinitive(reading, cue):
            continue
        edge, nested = _edge(reading, cue, said_by)
        told.append(Statement(reading, cue, said_by, edge, nested, passive))
    for place, one in enumerate(told):
        if one.subject is None and one.cue.form == "verb" and not one.passive:
            one.subject = _borrowed(reading, told, place)
    told = [one for one in told if not _is_ours(reading, one) and not _about_anything(reading, one)]
    for place, one in enumerate(told):
        if one.cue.stance != "call":
            following = [other.edge for other in told[place + 1 :] if not other.nested and _begins_anew(other)]
            one.clause = clause(reading, one.cue, one.subject, following, one.passive, one.nested)
    return told


def _is_nobody(reading: Reading, cue: Cue, said_by: Subject) -> bool:
    """Whether a subject without a name is no one ("no one wonders"), or no subject ("Embrace, say a word")."""
    lexicon, words = reading.lexicon, reading.words
    if not lexicon.finite:
        return False
    if cue.first > 1 and words[cue.first - 2].folded in lexicon.negations and words[cue.first - 1].folded.isalpha():
        return cue.stance != "deny"
    if said_by.phrase is not None:
        return False
    word, last = words[cue.first].folded, words[said_by.last - 1].folded
    bare = word not in lexicon.finite and not word.endswith(("s", "ing", "ed"))
    return bare and said_by.last - said_by.first == 1 and not last.endswith("s") and last not in lexicon.informants


def _tells_nothing(reading: Reading, cue: Cue, said_by: Subject | None, passive: bool) -> bool:
    """Whether a verb of saying tells no words: nobody is said to think so ("it is expected that"), it is about what a noun does ("measures
    that acknowledge", "the votes underscore"), or it goes on with an infinitive ("to find money and assure that")."""
    lexicon, words = reading.lexicon, reading.words
    if not lexicon.finite:
        return False
    word = words[cue.first].folded
    if passive and said_by is None and cue.stance == "opinion":
        return True
    place = cue.first
    while place > 0 and not reading.is_quoted(place - 1) and (words[place - 1].folded in lexicon.adverbs):
        place -= 1
    before = words[place - 1].folded if place and not reading.is_quoted(place - 1) else ""
    relative = before in lexicon.that and before in lexicon.relatives and word not in lexicon.surely
    unknown = said_by is not None and word in lexicon.inward and _is_anything(said_by)
    if relative or unknown:
        of = range(said_by.first, said_by.last) if said_by is not None else ()
        return not any(words[at].folded in lexicon.sources or words[at].folded in lexicon.informants for at in of)
    return said_by is None and word not in lexicon.finite and word not in lexicon.participles and _goes_on_infinitive(reading, place)


def _about_anything(reading: Reading, one: Statement) -> bool:
    """Whether a verb that shares its subject with another one tells what something does ("it stands there and reminds us that")."""
    inward = one.cue.form == "verb" and reading.words[one.cue.first].folded in reading.lexicon.inward
    pronoun = one.subject is not None and one.subject.phrase is not None and one.subject.phrase.kind == "pronoun"
    return inward and pronoun and _is_anything(one.subject)


def _is_anything(said_by: Subject) -> bool:
    """Whether a subject need be no person, institution or document: "the country", "it"."""
    phrase = said_by.phrase
    if phrase is None or phrase.kind == "unnamed":
        return True
    return (phrase.kind == "title" and phrase.body in ("state", "capital")) or (phrase.kind == "pronoun" and phrase.gender == "n")


def _goes_on_infinitive(reading: Reading, place: int) -> bool:
    """Whether what stands before "and" and a verb without a form is an infinitive: no finite verb stands behind its "to"."""
    lexicon, words = reading.lexicon, reading.words
    if not place or words[place - 1].folded not in lexicon.openers:
        return False
    for at in range(place - 2, -1, -1):
        if reading.is_quoted(at) or words[at].folded in lexicon.finite:
            return False
        if words[at].folded in lexicon.infinitive:
            return True
    return False


def _is_infinitive(reading: Reading, cue: Cue) -> bool:
    """Whether a verb goes on with an infinitive ("agreed to meet", "continues to support") and tells no words."""
    lexicon, words = reading.lexicon, reading.words
    if cue.last >= len(words) or words[cue.last].folded not in lexicon.infinitive or words[cue.first].folded in lexicon.surely:
        return False
    if cue.stance == "call":
        return False
    reach = range(cue.last, min(len(words), cue.last + _REACH))
    return not any(words[at].folded in lexicon.that or words[at].folded == ":" for at in reach)


def _is_ours(reading: Reading, one: Statement) -> bool:
    """Whether the text's own "I" or "you" says it: that is told to the reader, not reported."""
    lexicon, words = reading.lexicon, reading.words
    if one.subject is not None and one.subject.phrase is None and words[one.subject.first].folded in lexicon.ours:
        return True
    if one.subject is None and one.cue.form == "verb" and not one.passive and lexicon.finite:
        # "we have built up much and believe that …"
        return any(word.folded in lexicon.ours for word in words[: one.cue.first])
    place = one.cue.first - 1
    while place >= 0 and (words[place].folded in lexicon.adverbs or words[place].folded in lexicon.auxiliaries):
        place -= 1
    return place >= 0 and words[place].folded in lexicon.ours and not reading.is_quoted(place)


def _links(reading: Reading, place: int) -> bool:
    """Whether a word like "that" stands at a place."""
    return place < len(reading.words) and reading.words[place].folded in reading.lexicon.that


_HERE = frozenset(("it's", "that's", "he's", "she's", "what's", "here's", "there's", "who's"))
"""Words that end as owners do, and own nothing."""


def _is_adjective(reading: Reading, cue: Cue) -> bool:
    """Whether an article or owner stands right before a form of a verb: "the said document", "her repeated assurances"."""
    before = reading.words[cue.first - 1].folded if cue.first > 0 else ""
    return before in reading.lexicon.hanging or (not reading.lexicon.free and before.endswith("'s") and before not in _HERE)


def _is_unsaid(reading: Reading, cue: Cue) -> bool:
    """Whether a cue tells that somebody did not, or only might, say something."""
    lexicon, words = reading.lexicon, reading.words
    place = cue.first - 1
    infinitive = False
    for _ in range(_AROUND_CUE):
        if place < 0 or reading.is_quoted(place):
            return infinitive
        word = words[place].folded
        if word in lexicon.negations:
            return cue.stance != "deny"
        if word in lexicon.unsaid:
            return True
        if word in lexicon.going_on:
            return False
        if word in lexicon.infinitive:
            infinitive = True
        elif word in lexicon.hypothetical:
            return True
        elif infinitive or (word not in lexicon.adverbs and word not in lexicon.auxiliaries):
            break
        place -= 1
    return infinitive


def _begins_anew(other: Statement) -> bool:
    """Whether a later statement of a sentence ends what an earlier one reports: it has a subject, is a participle, or quotes or links."""
    reading, cue = other.reading, other.cue
    lexicon, words = reading.lexicon, reading.words
    if cue.form != "verb" or words[cue.first].folded in lexicon.participles or words[cue.first].folded in lexicon.surely:
        return True
    if any(words[at].folded in lexicon.quotatives for at in range(other.edge, cue.first)):
        return True
    following = cue.last
    if following < len(words) and words[following].folded in (",", ":"):
        following += 1
    linked = following < len(words) and (words[following].folded in lexicon.that or reading.is_quoted(following))
    subject = other.subject
    in_front = subject is not None and other.edge < subject.first <= cue.first
    behind = subject is not None and subject.first >= cue.last and reading.is_comma(other.edge)
    own = in_front or behind
    return linked or (own and not lexicon.verb_last)


def _is_verb(reading: Reading, cue: Cue, said_by: Subject | None) -> bool:
    """Whether a word that may be a noun stands where a verb does: right behind its subject, or with "that" behind it."""
    lexicon, words = reading.lexicon, reading.words
    if cue.last - cue.first > 1 or words[cue.first].folded not in lexicon.either:
        return True
    place = cue.first
    while (
        place > 0
        and not reading.is_quoted(place - 1)
        and (words[place - 1].folded in lexicon.adverbs or words[place - 1].folded in lexicon.auxiliaries)
    ):
        place -= 1
    if place < cue.first and words[cue.first - 1].folded in lexicon.auxiliaries:
        return True
    if cue.last + 1 < len(words) and words[cue.last].folded == ":" and reading.is_quoted(cue.last + 1):
        return True
    if lexicon.verb_last and cue.first and (words[cue.first - 1].folded in lexicon.quotatives or reading.is_quoted(cue.first - 1)):
        return True
    if said_by is None or said_by.phrase is None:
        return False
    if said_by.last == place and not said_by.phrase.owning:
        return True
    following = cue.last
    if lexicon.free and following < len(words):
        # «…», — заметил министр
        following += reading.is_comma(following)
        if said_by.first == cue.last or place == 0 or reading.is_quoted(place - 1) or reading.is_mark(place - 1):
            return True
    linked = following < len(words) and (words[following].folded in lexicon.that or reading.is_quoted(following))
    before = words[place - 1].folded if place else ""
    noun = before in lexicon.determiners or before.endswith(("'s", "s'")) or before in lexicon.prepositions
    return linked and not noun and place == cue.first


def _may_lack_subject(reading: Reading, cue: Cue) -> bool:
    """Whether a verb may share the subject of another one of its sentence: a participle, or one behind "and"."""
    lexicon, words = reading.lexicon, reading.words
    if words[cue.first].folded in lexicon.participles or lexicon.free or lexicon.verb_last:
        if not lexicon.finite or cue.first == 0 or reading.is_mark(cue.first - 1):
            return True
        # "unless the President publishes a notice stating that"
        return not any(word.folded in lexicon.hypothetical and word.folded in lexicon.conjunctions for word in words[: cue.first])
    place = cue.first - 1
    while (
        place >= 0
        and not reading.is_quoted(place)
        and (words[place].folded in lexicon.adverbs or words[place].folded in lexicon.auxiliaries)
    ):
        place -= 1
    return place >= 0 and (reading.is_comma(place) or words[place].folded in lexicon.conjunctions) and not reading.is_quoted(place)


def _edge(reading: Reading, cue: Cue, said_by: Subject | None) -> tuple[int, bool]:
    """(first word of what tells a statement, whether it stands inside a clause of "that" or a relative clause)."""
    lexicon, words = reading.lexicon, reading.words
    place = cue.first
    if said_by is not None and said_by.last <= cue.first and not any(reading.bounds(at) for at in range(said_by.last, cue.first)):
        place = said_by.first
    ends, starts = ({at for _, at, _ in reading.phrases}, {at for at, _, _ in reading.phrases}) if place else ((), ())
    while place > 0 and (not reading.bounds(place - 1) or (place in starts and place - 1 in ends and not reading.is_mark(place - 1))):
        place -= 1
    if place == 0 or reading.is_quoted(place - 1):
        return place, False
    word = words[place - 1].folded
    if word in lexicon.that or word in lexicon.relatives or word in lexicon.whether:
        return place, True
    place -= 1
    if not reading.is_mark(place) and place and reading.is_comma(place - 1):
        place -= 1
    return place, False


def _borrowed(reading: Reading, told: list[Statement], place: int) -> Subject | None:
    """The subject of a verb that has none of its own: that of the statement before it in the sentence, else of the sentence's main clause,
    else of the statement behind it."""
    for other in reversed(told[:place]):
        if other.subject is not None and other.cue.form == "verb" and not other.nested:
            return other.subject
    if found := main_subject(reading, told[place].cue.first):
        return found
    for other in told[place + 1 :]:
        if other.subject is not None and other.cue.form == "verb" and not other.nested:
            return other.subject
    return None
