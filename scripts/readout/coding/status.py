"""Whether what is told is so: asserted, denied, planned, or a condition, a wish, a possibility."""

from readout.coding.frames import Parts
from readout.coding.reading import Reading
from readout.coding.verbs import Hit

ASSERTED, DENIED, PLANNED, HYPOTHETICAL = "asserted", "denied", "planned", "hypothetical"
_QUOTED = frozenset('"“”«»')
_KINDS = ("not", "deny", "plan", "maybe")
_BY_FORM = {"future": PLANNED, "infinitive": HYPOTHETICAL, "wish": HYPOTHETICAL, "negative": DENIED}
_BY_KIND = {"not": DENIED, "deny": DENIED, "plan": PLANNED, "maybe": HYPOTHETICAL}
_BEHIND = {"then_deny": DENIED, "then_plan": PLANNED, "then_maybe": HYPOTHETICAL}
_BEHIND_WORDS = 3
"""Words from a verb to the one behind it that says of it whether it is so: "görüşmeyi planlıyor"."""
_DESCRIBES = 4
"""Words before a noun in which "planned" or "no" is said of it."""
_DENIED = 4
"""Words between "not" and a word of doubt that it denies: "did not in the end rule out"."""


def of_verb(reading: Reading, hit: Hit, parts: Parts) -> str:
    """The status of what a verb tells; in the text of a treaty ("the Party … shall inform") nothing has happened."""
    told = _of_verb(reading, hit, parts)
    normative = reading.verbs.lists.get("normative", frozenset())
    if normative and not _QUOTED.isdisjoint(word.folded for word in reading.words):
        return told
    return HYPOTHETICAL if told == ASSERTED and any(word.folded in normative for word in reading.words) else told


def _of_verb(reading: Reading, hit: Hit, parts: Parts) -> str:
    if hit.entry.status:
        return hit.entry.status
    clause = reading.clause(hit.first)
    subject = max((group.last + 1 for group in (*parts.actors, *parts.recipients) if group.last < hit.first), default=clause.first)
    bare = hit.form in ("base", "infinitive")
    start = clause.first if bare or subject < clause.first else subject
    if not bare:
        start = max(start, _verb_group(reading, hit, clause.first))
    told = _told(reading, start, hit)
    if bare and told is None and _gladly(reading, hit):
        return ASSERTED
    if told is None and start > clause.first:
        # a clause that "if" begins
        told = _told(reading, clause.first, Hit(min(clause.first + 2, hit.first), hit.last, hit.entry, hit.form), only="maybe")
    if hit.form == "negative" or _denied_inside(reading, hit):
        return DENIED
    if said := _said_behind(reading, hit):
        return said
    if told:
        return told
    if hit.form == "base":
        return HYPOTHETICAL if is_infinitive(reading, hit) else ASSERTED
    if hit.form == "ing" and hit.entry.mode == "visit" and reading.within(0, hit.first, "plan"):
        # "will meet with A, who is arriving on a visit"
        return PLANNED
    return _BY_FORM.get(hit.form, ASSERTED)


def _gladly(reading: Reading, hit: Hit) -> bool:
    """Whether an infinitive tells what somebody does gladly: "is delighted to announce", "were grateful to hold talks"."""
    glad = reading.verbs.lists.get("glad", frozenset())
    return hit.first > 1 and is_infinitive(reading, hit) and reading.words[hit.first - 2].folded in glad


def _denied_inside(reading: Reading, hit: Hit) -> bool:
    """Whether a word like "not" stands between the words of a phrase: «ხელი არ მოაწერა»."""
    if hit.first == hit.last:
        return False
    passing = reading.verbs.lists.get("passing", frozenset())
    return any(hit.first < other.first <= hit.last and reading.words[other.first].folded in passing for other in reading.of("not"))


def of_noun(reading: Reading, noun: Hit, light: Hit | None, parts: Parts) -> str:
    """The status of what a noun tells with its light verb."""
    described = _told(reading, max(reading.clause(noun.first).first, noun.first - _DESCRIBES), noun)
    if light is None:
        return described or (PLANNED if _ahead(reading, noun) else ASSERTED)
    if described and noun.first < light.first:
        # "the planned talks did not take place"
        return light.entry.status or (DENIED if light.form == "negative" else described)
    between = _told(reading, light.last + 1, noun) if light.last < noun.first else None
    told = of_verb(reading, light, parts) if not light.entry.status else light.entry.status
    if light.entry.status and (before := _told(reading, reading.clause(light.first).first, light)) == DENIED:
        told = HYPOTHETICAL if before else told
    return between if between and told == ASSERTED else told


def _ahead(reading: Reading, noun: Hit) -> bool:
    """Whether the verb behind a noun that has none of its own is of the future: "During the visit A will meet B"."""
    will = reading.verbs.lists.get("will", frozenset())
    if not will:
        return False
    clause = reading.clause(noun.first)
    for word in reading.words[noun.last + 1 : clause.last]:
        if word.folded in will:
            return True
        if word.folded.endswith("ed") or word.folded in ("said", "told", "is", "was", "were", "has", "had"):
            return False
    return False


def _verb_group(reading: Reading, hit: Hit, first: int) -> int:
    """Where the words begin that go with a finite verb: auxiliaries, adverbs, words of doubt."""
    between = reading.verbs.lists.get("auxiliary", frozenset()) | reading.verbs.lists.get("passive", frozenset())
    doubts = [(other.first, other.last) for other in reading.of(*_KINDS)]
    at = hit.first
    while at > first:
        before = reading.words[at - 1].folded
        if span := next(((start, last) for start, last in doubts if last == at - 1), None):
            at = span[0]
        elif before in between or before.endswith("ly"):
            at -= 1
        else:
            break
    return at


def is_infinitive(reading: Reading, hit: Hit) -> bool:
    """Whether a verb is an infinitive, by its form or the word before it."""
    to = reading.verbs.lists.get("infinitive", frozenset(("to",)))
    place = hit.first
    if hit.form == "base" and place > 1 and reading.words[place - 1].folded == "and":
        # "to find and kill", "would help find and kill"
        place -= 1
    return hit.form == "infinitive" or (hit.form == "base" and any(word.folded in to for word in reading.words[max(0, place - 2) : place]))


def _said_behind(reading: Reading, hit: Hit) -> str | None:
    """What the word behind a verb that is no finite one says of it, where the verb stands last: "görüştüğünü yalanladı"."""
    if reading.verbs.order != "sov" or hit.form not in ("infinitive", "participle", "future", "wish"):
        return None
    for other in reading.of(*_BEHIND):
        if 0 < other.first - hit.last <= _BEHIND_WORDS:
            between = reading.words[hit.last + 1 : other.first]
            return _BEHIND[other.entry.kind] if all(word.folded[0].isalnum() for word in between) else None
    return None


def is_beside(reading: Reading, hit: Hit) -> bool:
    """Whether a word of a plan stands right before a verb: "plans to support", and not "will speak of measures to support"."""
    if _said_behind(reading, hit) == PLANNED:
        return True
    return any(other.last < hit.first and hit.first - other.last <= 2 for other in reading.of("plan"))


def _told(reading: Reading, start: int, hit: Hit, only: str | None = None) -> str | None:
    """What the nearest word of doubt between `start` and a hit says of it."""
    nearest = None
    denials: list[int] = []
    joins = reading.verbs.lists.get("and", frozenset()) - reading.verbs.lists.get("filler", frozenset())
    for other in reading.of(*_KINDS):
        if other.entry.kind == "deny" and reading.words[other.last + 1 : other.last + 2] and reading.words[other.last + 1].folded in joins:
            # "to block and destroy"
            continue
        # "will be" reaches into "be on a visit"
        before = other.last < hit.first or other.first < hit.first == other.last
        if start <= other.first and before and (only is None or other.entry.kind == only):
            if nearest is None or other.last > nearest.last or (other.last == nearest.last and other.first < nearest.first):
                nearest = other
            if other.entry.kind == "not":
                denials.append(other.last)
    if nearest is None:
        return None
    if nearest.entry.kind != "not" and any(nearest.first - denial <= _DENIED for denial in denials):
        # "will not", "does not plan to": denied; "did not rule out", "would not refuse": open
        return HYPOTHETICAL if nearest.entry.kind == "deny" else DENIED
    return _BY_KIND[nearest.entry.kind]
