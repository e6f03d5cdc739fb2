"""Who did what to whom: which phrases of a sentence fill the parts that a verb or a noun leaves open."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from readout.coding.groups import OBJECT, OWNER, SUBJECT, Group, Plain
from readout.coding.reading import Clause, Reading
from readout.coding.verbs import NOUNS, Hit

ACTS = ("act", "light", "talk")
_REACH = 14
"""Words between a verb and the phrase that fills its part."""
_LED = 5
"""Words between a participle and the name behind it that is its subject."""
_OWN = 5
"""Words between a noun of encounter and "with"."""
_OWNING = 2
"""Words before a noun of encounter among which a pronoun says whose it is."""
_OWNED = 3
"""Words from an owner to the "to" of what he plans."""
_GIVEN = frozenset(("aid", "help", "assistance", "support", "supplies"))
_APART = 2
"""Words between a verb and the "between" that says who did it together."""
_AUXILIARIES = 5
_JOINING = frozenset((",", "and", "but", "or", "и", "а", "но", "или", "və", "ve", "ու", "և", "და"))
_PLAIN_WORDS = 9
"""Words of a phrase without a name, at most."""


class Parts(NamedTuple):
    """The phrases in the parts of an act: `inherited` where the subject was told of an earlier verb of the sentence."""

    actors: list[Group]
    recipients: list[Group]
    inherited: bool
    voice: str


def voice(reading: Reading, hit: Hit) -> str:
    """`active` or `passive`, by the form of the verb and the words before it."""
    if hit.form == "passive":
        return "passive"
    passive = reading.verbs.passive_by
    if hit.form == "past" and passive:
        if auxiliary(reading, hit.first, passive):
            return "passive"
        after = hit.last + 1
        by = reading.verbs.cases.get("by")
        if by and after < len(reading.words) and reading.words[after].folded in by.before:
            return "passive"
    return "active"


def auxiliary(reading: Reading, place: int, wanted: frozenset[str]) -> bool:
    """Whether one of the words stands before the verb, with only such words between as stand between a verb and its auxiliary."""
    between = reading.verbs.lists.get("auxiliary", frozenset())
    for back in range(1, _AUXILIARIES + 1):
        if place - back < 0:
            return False
        word = reading.words[place - back].folded
        if word in wanted:
            return True
        if word not in between and not word.endswith("ly"):
            return False
    return False


def parts_of_verb(reading: Reading, hit: Hit) -> Parts:
    """The phrases that fill the parts of a verb."""
    spoken = voice(reading, hit)
    slots = reading.verbs.frames.get(hit.entry.frame, {}).get(spoken, {})
    clause = reading.clause(hit.first)
    left, right = zone(reading, hit, clause)
    actors: list[Group] = []
    inherited = False
    if SUBJECT in slots.get("actor", ()) and reading.verbs.order == "svo" and joined(reading, hit):
        # "A thanked B for the visit to C and praised D": it has the subject of the first verb
        acts = [other.first for other in reading.within(clause.first, hit.first, *ACTS)]
        head = [group for group in reading.groups if clause.first <= group.first and group.last < min(acts, default=hit.first)]
        actors = [group for group in head if SUBJECT in group.marks and not _apposition(reading, group)][:1]
    if hit.form == "infinitive" and reading.verbs.order == "free":
        # "proposed to A and B to meet": whom it was proposed to meets
        asked = [group for group in reading.groups if left <= group.first and group.last < hit.first and group.marks & {"dative", OBJECT}]
        actors = asked[-1:] if SUBJECT in slots.get("actor", ()) and left > clause.first else []
    elif SUBJECT in slots.get("actor", ()) and reading.verbs.order == "svo":
        actors = _asked(reading, hit, left) or actors
    if not actors and SUBJECT in slots.get("actor", ()) and reading.verbs.order == "free":
        # «войска Вальдоры заняли»: words of the pattern are the subject
        actors = [group for group in reading.groups if group.first == hit.first < hit.last and group.last < hit.last]
    actors = actors or _filled(reading, _agents(reading, hit, slots.get("actor", ())), hit, left, right)
    if SUBJECT in slots.get("actor", ()) and (not actors or getattr(actors[0].phrases[0], "body", None) == "documents"):
        # "The message expressed the chancellor's concern"
        owners = [group for group in reading.groups if OWNER in group.marks and hit.first < group.first and group.last <= hit.last]
        actors = owners[:1] or actors
    recipients = _filled(reading, slots.get("recipient", ()), hit, left, right, taken=actors)
    if reading.words[clause.first].folded in reading.verbs.lists.get("that", frozenset()) and clause.first + 1 == hit.first - _helping(
        reading, hit
    ):
        # "resolutions that demand": what the word stands for is told by what is right before it
        before = [group for group in reading.groups if group.last == clause.first - 1 and not _located(group)]
        return Parts(before or actors, [group for group in recipients if group not in before], bool(before), spoken)
    if spoken == "passive" and SUBJECT in slots.get("recipient", ()) and reading.verbs.order == "svo":
        # "in the capital four tourists were held": whom the words before the verb mean, not where it was
        told = [group for group in recipients if SUBJECT in group.marks or group.first > hit.first]
        recipients = told if told or _has_subject(reading, hit) else recipients
    carried = spoken == "active" or clause.relative or joined(reading, hit)
    if SUBJECT in slots.get("actor", ()) and not actors and carried:
        own = reading.verbs.order == "svo" and not clause.relative and not joined(reading, hit)
        if own and (group := plain_subject(reading, hit)) and group.first > clause.first:
            # "said that its companies were ready": nobody else
            actors = [group]
        elif not (own and clause.first and _has_subject(reading, hit)):
            # but not of "reported that an aircraft was to leave'
            actors = [group for group in inherited_subject(reading, hit, clause) if _agrees(reading, hit, group)]
            inherited = bool(actors)
        if not actors and reading.verbs.order == "svo" and (group := plain_subject(reading, hit)):
            actors = [group]
    elif (
        SUBJECT in slots.get("recipient", ()) and not recipients and reading.verbs.order == "svo" and (group := plain_subject(reading, hit))
    ):
        recipients = [group]
    elif SUBJECT in slots.get("recipient", ()) and not recipients and carried:
        recipients = inherited_subject(reading, hit, clause)
        inherited = bool(recipients)
    return Parts(actors, [group for group in recipients if group not in actors], inherited, spoken)


def _agents(reading: Reading, hit: Hit, marks: Sequence[str]) -> Sequence[str]:
    """The marks of who acts: of a verb made a noun, where the verb stands last, it may be a genitive: "Orlin'in ziyaret etmesi"."""
    if reading.verbs.order != "sov" or SUBJECT not in marks:
        return marks
    if hit.form == "infinitive":
        return ("of", *marks)
    return (*marks, "of") if hit.form in ("participle", "future", "negative") else marks


def _asked(reading: Reading, hit: Hit, left: int) -> list[Group]:
    """Whom a noun before a verb asks to do it ("her invitation to A to visit B"), or whose plan it is ("A's plan to visit B")."""
    asking = reading.verbs.lists.get("asking", frozenset())
    if not asking or hit.first == 0 or reading.words[hit.first - 1].folded != "to":
        return []
    intending = reading.verbs.lists.get("intending", frozenset())
    for group in reading.groups:
        if OWNER in group.marks and 0 < hit.first - 1 - group.last <= _OWNED and reading.words[hit.first - 2].folded in intending:
            return [group]
    for group in reading.groups:
        at = group.governor
        if left < at < group.first and group.last == hit.first - 2 and reading.words[at - 1].folded in asking:
            return [group]
    return []


def _helping(reading: Reading, hit: Hit) -> int:
    """How many auxiliaries and adverbs stand right before a verb."""
    between = reading.verbs.lists.get("auxiliary", frozenset()) | reading.verbs.lists.get("passive", frozenset())
    count = 0
    while hit.first - count > 0 and reading.words[hit.first - count - 1].folded in between:
        count += 1
    return count


def parts_of_noun(reading: Reading, noun: Hit, light: Hit | None) -> Parts:
    """The phrases that fill the parts of a noun; its actor may be the subject of the light verb ("held talks")."""
    slots = reading.verbs.frames.get(noun.entry.frame, {}).get("noun", {})
    clause = reading.clause(noun.first)
    left, right = clause.first, clause.last
    for other in reading.within(noun.last + 1, clause.last, *ACTS):
        if (light is None or other.first != light.first) and other.first > noun.last and not _participial(reading, other):
            right = other.first
            break
    actors: list[Group] = []
    inherited = False
    light_parts = None
    if light and light.entry.frame != "happen":
        light_parts = parts_of_verb(reading, light)
        actors, inherited = light_parts.actors, light_parts.inherited
    near = Hit(noun.first, noun.last, noun.entry, "noun")
    # in a free order who acts is told by the light verb, and a phrase before the noun is whom it is to: «კლოდს წერილი გაუგზავნა»
    known = bool(actors) and reading.verbs.order == "sov"
    own = [] if known else _filled(reading, slots.get("actor", ()), near, left, right, taken=actors)
    recipients = _filled(reading, slots.get("recipient", ()), near, left, right, taken=[*actors, *own])
    if light_parts and light_parts.voice == "passive":
        actors = light_parts.actors
    if not actors:
        actors, inherited = own, False
    if light_parts and light_parts.voice == "active" and not recipients and noun.entry.kind == "deed":
        # "gave A an ultimatum"
        recipients = [group for group in light_parts.recipients if light.last < group.first and group.last < noun.first]
    if light is None and not actors and recipients:
        # "After talks with A, B said", "during his visit to A, B met"
        subjects = [
            group
            for group in reading.groups
            if SUBJECT in group.marks and group not in recipients and not getattr(group.phrases[0], "relative", False)
        ]
        before = [group for group in subjects if clause.first <= group.first and group.last < noun.first]
        own_words = {word.folded for word in reading.words[max(0, noun.first - _OWNING) : noun.first]}
        if own_words & reading.verbs.lists.get("owning", frozenset()):
            # "A briefed B on his talks with C": A's
            before = before[:1]
        actors = before[-1:] or [group for group in subjects if group.first > noun.last][:1] or subjects[-1:]
        inherited = bool(actors)
    return Parts(actors, [group for group in recipients if group not in actors], inherited, "noun")


def leads(reading: Reading, hit: Hit) -> bool:
    """Whether a verb is a participle of the noun behind it, which is its subject, where the verb stands last: "tutuklanan gazeteci"."""
    return reading.verbs.order == "sov" and hit.form == "ing"


def _participial(reading: Reading, hit: Hit) -> bool:
    return hit.form in ("ing", "participle") or (hit.form == "past" and voice(reading, hit) == "passive" and hit.entry.kind != "light")


def zone(reading: Reading, hit: Hit, clause: Clause) -> tuple[int, int]:
    """The words around a verb in which its parts stand: to the verbs before and behind it in its clause."""
    left, right = clause.first, clause.last
    for other in reading.within(clause.first, clause.last, *ACTS):
        if other.last < hit.first:
            if other.form == "infinitive" and reading.verbs.order == "sov":
                # "Orlin'i sınırı kapatmakla tehdit etti": what stands before both is of the last
                continue
            left = max(left, other.last + 1)
        elif other.first > hit.last and not _participial(reading, other):
            right = min(right, other.first)
            break
    if reading.verbs.order == "svo":
        # what stands behind the verb before may still be its object: "urged A to meet B"
        return left, right
    return left, right


def _filled(reading: Reading, marks: Sequence[str], hit: Hit, left: int, right: int, taken: Sequence[Group] = ()) -> list[Group]:
    for mark in marks:
        for group in _candidates(reading, mark, hit, left, right):
            inside = hit.entry.kind not in NOUNS and hit.first < group.first and group.last < hit.last
            if inside and reading.words[group.last].folded in reading.verbs.lists.get("owning", frozenset()):
                # "reiterated her strong support for A"
                continue
            if inside and getattr(group.phrases[0], "body", None) == "documents":
                # "sent a message congratulating A"
                continue
            if inside and (OWNER in group.marks or (hit.entry.type == "SUPPORT" and _modifies(reading, group))):
                # "reaffirmed A's support for B": A is whose support it is
                continue
            held = hit.first <= group.governor <= hit.last  # "called on A": the word belongs to the verb
            if (mark in group.marks or (held and mark == OBJECT)) and not any(group is other for other in taken):
                return [group]
    return []


def _candidates(reading: Reading, mark: str, hit: Hit, left: int, right: int) -> Iterator[Group]:
    order = reading.verbs.order
    before = [group for group in reading.groups if left <= group.first and group.last < hit.first]
    behind = [group for group in reading.groups if hit.first < group.first < right and group.last > hit.first]
    if mark == SUBJECT and leads(reading, hit):
        yield from (group for group in behind if group.first - hit.last <= _LED)
    elif mark == SUBJECT:
        subjects = [group for group in before if not _apposition(reading, group)]
        subjects = [group for group in subjects if _agrees(reading, hit, group) and not _visited(reading, group)]
        behind = [group for group in behind if _agrees(reading, hit, group)]
        if order == "svo" and voice(reading, hit) == "passive" and not joined(reading, hit):
            subjects = [group for group in subjects if _beside(reading, group, hit)]
        yield from subjects if order == "sov" or joined(reading, hit) else reversed(subjects)
        if order != "svo" and not joined(reading, hit):
            yield from behind if order == "sov" else (group for group in behind if group.first - hit.last <= _REACH)
    elif mark == OWNER and hit.entry.kind in NOUNS:
        yield from (group for group in reversed(before) if hit.first - group.last <= 4)
        yield from (group for group in before if group.phrases[0].kind == "pronoun" and hit.first - group.last <= 3)
    elif order == "svo":
        for group in behind:
            if hit.entry.kind not in NOUNS and _of_noun(reading, group):
                # "discussed the talks with A"
                continue
            if mark in (OBJECT, OWNER) and not hit.first <= group.governor <= hit.last and not _direct(reading, hit, group):
                continue
            if mark == OBJECT and hit.entry.kind == "act" and _behind_infinitive(reading, hit, group):
                continue
            if hit.entry.kind in NOUNS and mark in ("with", "to", "in", "between") and not _own(reading, hit, group):
                continue
            if hit.entry.kind in NOUNS and mark == "of" and group.governor != hit.last + 1:
                continue
            if mark == "between" and hit.entry.kind == "act" and group.governor - hit.last > _APART:
                # "agreed to bolster the dialogue between A and B"
                continue
            if mark == "by" and _of_participle(reading, hit, group):
                continue
            if mark == "to" and hit.entry.type == "SUPPORT" and _given(reading, hit, group):
                # "thanked them for aid to A"
                continue
            if group.first - hit.last <= _REACH or mark == "by":
                yield group
    else:
        for group in sorted([*before, *behind], key=lambda group: (group.first < hit.first, abs(group.first - hit.first))):
            if order == "free" and mark == "of" and (group.first <= hit.last or group.first - hit.last > 2):
                # a genitive belongs to the word right before it
                continue
            if order == "free" and group.first > hit.last and group.first - hit.last > _REACH:
                continue
            if order == "free" and mark == OBJECT and "of" in group.marks and _genitive(reading, hit, group):
                continue
            yield group


def _modifies(reading: Reading, group: Group) -> bool:
    """Whether a country's name stands right before a noun and says only whose it is: "reaffirmed U.S. support"."""
    phrase = group.phrases[0]
    if reading.verbs.order != "svo" or phrase.head is None or phrase.head.kind != "LOC" or group.last + 1 >= len(reading.words):
        return False
    following = reading.words[group.last + 1].folded
    return following.isalpha() and not any(following in case.before for case in reading.verbs.cases.values())


def _of_participle(reading: Reading, hit: Hit, group: Group) -> bool:
    """Whether "by" belongs to another participle right before it: "attended by members elected by A", "talks initiated by A"."""
    at = group.governor - 1
    if at <= hit.last:
        return False
    word = reading.words[at].folded
    if hit.entry.kind in NOUNS:
        return word in reading.verbs.lists.get("initiating", frozenset())
    return word.endswith("ed") and word not in reading.verbs.lists.get("people", frozenset())


def _given(reading: Reading, hit: Hit, group: Group) -> bool:
    """Whether "to" says whom something is given that the verb is about: "thanked them for aid to A"."""
    at = group.governor - 1
    return at > hit.last and reading.words[at].folded in _GIVEN


def _behind_infinitive(reading: Reading, hit: Hit, group: Group) -> bool:
    """Whether another verb stands before a phrase: "proposed to increase the number of prosecutors"."""
    if hit.first == hit.last or reading.words[hit.last].folded != "to":
        return False
    modifiers = reading.verbs.lists.get("modifier", frozenset())
    text = reading.sentence.text
    return any(word.folded not in modifiers and text[word.start].islower() for word in reading.words[hit.last + 1 : group.first])


def _genitive(reading: Reading, hit: Hit, group: Group) -> bool:
    """Whether a word right before a phrase, not the verb, may be what the phrase is of: «принял рассказ посла»."""
    at = group.first - 1
    if at <= hit.last:
        return False
    word = reading.words[at]
    known = reading.verbs.lists.get("modifier", frozenset()) | reading.verbs.lists.get("stop", frozenset())
    adjective = word.folded.endswith(reading.verbs.endings.get("modifier", ()))
    inside = any(other.first <= at <= other.last for other in reading.groups)
    return reading.sentence.text[word.start].islower() and word.folded not in known and not adjective and not inside


def _visited(reading: Reading, group: Group) -> bool:
    """Whether a phrase is where a verb before it goes, and does nothing itself: "will visit A to hold talks with B"."""
    return reading.verbs.order == "svo" and any(
        0 < group.first - other.last <= 2 for other in reading.of("act") if other.entry.mode == "visit"
    )


def _agrees(reading: Reading, hit: Hit, group: Group) -> bool:
    """Whether a phrase can be the subject of a verb by its number and gender: none of «ранили Томаса Веррика», «ранил Веррика»."""
    endings = reading.verbs.endings
    if hit.form != "past" or len(group.phrases) > 1 or "several" not in endings:
        return True
    verb, phrase = reading.words[hit.first].folded, group.phrases[0]
    if verb.endswith(endings["several"]):
        if any("with" in other.marks and other.last < hit.first for other in reading.groups):
            # "A with B visited"
            return True
        return not _is_person(phrase) and not (group.first > hit.last and "of" in group.marks and _genitive(reading, hit, group))
    if _is_person(phrase) and verb.endswith(endings["masculine"]):
        names = reading.sentence.text[phrase.head.start : phrase.head.end].split()
        # one name alone may be a man's that ends like a woman's; both do so in another case only
        return len(names) < 2 or not all(name.endswith(endings["feminine"]) for name in names)
    return True


def _beside(reading: Reading, group: Group, hit: Hit) -> bool:
    """Whether nothing stands between a phrase and a verb but auxiliaries, adverbs and what the phrase is of."""
    lists = reading.verbs.lists
    between = lists.get("auxiliary", frozenset()) | lists.get("passive", frozenset()) | lists.get("passing", frozenset())
    inside = [other for other in reading.groups if group.last < other.first and other.last < hit.first]
    for at in range(group.last + 1, hit.first):
        word = reading.words[at].folded
        of = any(other.governor <= at <= other.last and "of" in other.marks for other in inside)
        if not (of or word in between or word.endswith("ly") or word == ","):
            return False
    return True


def _own(reading: Reading, noun: Hit, group: Group) -> bool:
    """Whether a phrase behind a noun belongs to it: nobody else stands between who may act."""
    if any(other.last != noun.last and group.governor - 1 == other.last for other in reading.of("encounter")):
        return False
    if reading.verbs.order == "svo":
        between = reading.words[noun.last + 1 : max(group.governor, noun.last + 1)]
        if len(between) >= _OWN or any(word.folded == "," for word in between):
            return False
    return not any(noun.last < other.first < group.first and SUBJECT in other.marks for other in reading.groups)


def _of_noun(reading: Reading, group: Group) -> bool:
    """Whether a phrase belongs to a noun of encounter right before it, or before where that was: "talks with A", "talks in B with A"."""
    if group.governor <= 0:
        return False
    ends = {group.governor - 1}
    ends |= {other.governor - 1 for other in reading.groups if other.last == group.governor - 1 and "in" in other.marks}
    return any(noun.last in ends for noun in reading.of("encounter"))


def joined(reading: Reading, hit: Hit) -> bool:
    """Whether "and" or a comma joins a verb to one before it: it has that one's subject, and not whom that one was done to."""
    between = reading.verbs.lists.get("auxiliary", frozenset()) | reading.verbs.lists.get("passive", frozenset())
    for back in range(1, _AUXILIARIES + 1):
        place = hit.first - back
        if place < 0:
            return False
        word = reading.words[place].folded
        if word in _JOINING:
            return True
        if word not in between and not word.endswith("ly"):
            return False
    return False


def _direct(reading: Reading, hit: Hit, group: Group) -> bool:
    """Whether no word between the verb and the phrase begins something else."""
    stop = reading.verbs.lists.get("stop", frozenset())
    first = hit.last + 1
    if "guest" in hit.entry.needs:
        # "received in Selm the chancellor": where stands before whom
        for place in reading.groups:
            if place.marks & {"in", "at"} and place.first - first <= 2 and place.last < group.first:
                first = place.last + 1
                break
    between = reading.words[first : group.first]
    people = reading.verbs.lists.get("people", frozenset())
    if reading.verbs.order == "svo" and between and any(word.folded in people for word in between):
        # "thanked the governors and A"
        between = [word for word in between if word.folded != "and"]
    return len(between) <= 6 and not any(word.folded in stop or word.folded == "," for word in between)


def _apposition(reading: Reading, group: Group) -> bool:
    """Whether a phrase without a name stands between commas behind a name: "Maris Odell, the chancellor, said"."""
    text, words = reading.sentence.text, reading.words
    comma = group.first - 1
    while comma > 1 and text[words[comma].start].isupper() and not any(other.first <= comma <= other.last for other in reading.groups):
        # "Maris Odell, Presidential Envoy"
        comma -= 1
    if group.phrases[0].kind == "name" or comma < 1 or words[comma].folded != ",":
        return False
    return any(other.last == comma - 1 and _is_person(other.phrases[-1]) for other in reading.groups)


def _is_person(phrase: Any) -> bool:
    return phrase.kind == "name" and phrase.head is not None and phrase.head.kind == "PER"


def inherited_subject(reading: Reading, hit: Hit, clause: Clause) -> list[Group]:
    """The subject of an earlier verb: the word that "who" stands for, else the first subject of the sentence."""
    if leads(reading, hit):
        return []
    if clause.relative:
        before = [group for group in reading.groups if group.last < clause.first and clause.first - group.last <= 3]
        if (
            before
            and reading.verbs.order == "svo"
            and any(word.folded[0].isalnum() for word in reading.words[before[-1].last + 1 : clause.first])
        ):
            # "Kestria needs parties that": the parties
            return []
        if before:
            return [] if reading.verbs.order == "svo" and _located(before[-1]) else [before[-1]]
    earlier = [other for other in reading.of(*ACTS) if other.last < hit.first]
    for other in reversed(earlier):
        if reading.clause(other.first).first != clause.first:
            continue
        if hit.form == other.form == "past" and reading.verbs.order == "svo" and not (clause.relative or joined(reading, hit)):
            # "laid wreaths in memory of those killed"
            continue
        found = _subject_before(reading, other)
        if found:
            return [found]
    if hit.form in ("past", "present", "future") and not joined(reading, hit) and reading.verbs.order == "svo":
        return []
    for group in reading.groups:
        if group.last < hit.first and SUBJECT in group.marks and not _apposition(reading, group):
            return [group]
    return []


def _located(group: Group) -> bool:
    """Whether a place is where something was: "the attack in Selm that killed"."""
    phrase = group.phrases[-1]
    return bool(group.marks & {"in", "at"}) and phrase.kind == "name" and phrase.head is not None and phrase.head.kind == "LOC"


def _subject_before(reading: Reading, hit: Hit) -> Group | None:
    clause = reading.clause(hit.first)
    for group in reversed(reading.groups):
        if clause.first <= group.first and group.last < hit.first and SUBJECT in group.marks and not _apposition(reading, group):
            return group
    return None


def _before_verb(reading: Reading, hit: Hit) -> tuple[Clause, int]:
    """The clause of a verb, and the last word before the verb and its auxiliaries and adverbs; before the clause if there is none."""
    between = reading.verbs.lists.get("auxiliary", frozenset()) | reading.verbs.lists.get("passive", frozenset())
    clause = reading.clause(hit.first)
    last = hit.first - 1
    while last >= clause.first and (reading.words[last].folded in between or reading.words[last].folded.endswith("ly")):
        last -= 1
    return clause, last


def _has_subject(reading: Reading, hit: Hit) -> bool:
    """Whether words that name nobody stand before a verb, as its subject may."""
    clause, last = _before_verb(reading, hit)
    inside = any(group.first <= last <= group.last for group in reading.groups)
    return last > clause.first and not inside and reading.words[last].folded[0].isalnum()


def plain_subject(reading: Reading, hit: Hit) -> Group | None:
    """The phrase without a name before a verb, if it means people: "Angry activists of the party"."""
    people = reading.verbs.lists.get("people", frozenset()) | reading.verbs.lists.get("forces", frozenset())
    clause, last = _before_verb(reading, hit)
    first = last
    while first >= clause.first and reading.words[first].folded[0].isalnum() and last - first < 2 * _PLAIN_WORDS:
        first -= 1
    first += 1
    if first > last or not any(word.folded in people for word in reading.words[first : last + 1]):
        return None
    phrase = Plain(reading.words[first].start, reading.words[last].end)
    return Group([phrase], first, last, frozenset((SUBJECT,)), plain=True)


def _means_persons(reading: Reading, first: int, last: int, is_person: Callable[[str], bool]) -> bool:
    """Whether a phrase means persons: by any of its words in the plural, or by its head, as "official shirts" do not."""
    words = [word.folded for word in reading.words[first : last + 1]]
    head = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    return any(
        is_person(word) and (word.endswith(("s", "en")) or place == head or reading.verbs.order != "svo")
        for place, word in enumerate(words)
    )


def plain(reading: Reading, first: int, is_person: Callable[[str], bool]) -> Group | None:
    """The phrase without a name that begins at a word: up to a mark or a word that begins something else; None if it means no persons."""
    stop = reading.verbs.lists.get("stop", frozenset())
    last = first - 1
    for place in range(first, min(first + _PLAIN_WORDS, len(reading.words))):
        word = reading.words[place]
        if not word.folded[0].isalnum() or word.folded in stop:
            break
        last = place
    if last + 1 < len(reading.words) and any(noun.first == last + 1 or noun.first <= last < noun.last for noun in reading.of("encounter")):
        # "on an official visit": no official
        return None
    if last < first or not _means_persons(reading, first, last, is_person):
        return None
    phrase = Plain(reading.words[first].start, reading.words[last].end)
    return Group([phrase], first, last, frozenset((OBJECT,)), plain=True)
