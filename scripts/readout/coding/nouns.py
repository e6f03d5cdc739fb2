"""Nouns of encounters and deeds: the light verb that makes an event of one, and whether one alone means an encounter that took place."""

from readout.coding.frames import voice
from readout.coding.reading import Reading
from readout.coding.verbs import Hit

_LIGHT_REACH = 9
"""Words between a noun and its light verb."""


def lights(reading: Reading) -> dict[int, Hit]:
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
        for noun in reading.within(clause.first, clause.last, "deed" if light.entry.type else "encounter"):
            if light.entry.type and light.entry.type != noun.entry.type:
                continue
            if (light.entry.mode or "") != (noun.entry.mode if noun.entry.mode == "correspondence" else "") or noun.first in made:
                continue
            ahead = light.last < noun.first
            distance = noun.first - light.last if ahead else light.first - noun.last
            if distance <= 0 or (order != "sov" and distance > (_LIGHT_REACH if not happens else 2 * _LIGHT_REACH)):
                continue
            if order == "svo" and ahead == happens and not (not happens and not ahead and _passive(reading, light)):
                continue
            if order == "svo" and not happens and ahead and reading.words[light.last + 1].folded in _at(reading):
                # "the discussion started at the talks"
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
            if any(low < act.first and act.last < high for act in acts):
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


def is_definite(reading: Reading, noun: Hit) -> bool:
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


def is_earlier(reading: Reading, hit: Hit) -> bool:
    """Whether a noun means an earlier encounter: "the previous meeting"."""
    return any(hit.first - 3 <= other.first < hit.first for other in reading.of("before"))


def is_background(reading: Reading, noun: Hit) -> bool:
    """Whether a noun without a verb of its own tells an encounter that took place: "after talks with", "during his visit to"."""
    during = reading.verbs.lists.get("during", frozenset())
    if during and reading.verbs.order == "sov":
        # the word stands behind: «ვიზიტის დროს»
        return any(word.folded in during for word in reading.words[noun.last + 1 : noun.last + 2])
    clause = reading.clause(noun.first)
    between = reading.verbs.lists.get("determiner", frozenset())
    for at in range(noun.first - 1, max(-1, noun.first - 6), -1):
        word = reading.words[at].folded
        if word in during:
            return True
        if at < clause.first or (word not in between and not any(group.first <= at <= group.last for group in reading.groups)):
            return False
    return False


def _at(reading: Reading) -> tuple[str, ...]:
    case = reading.verbs.cases.get("at")
    return tuple(case.before) if case else ()


def _passive(reading: Reading, light: Hit) -> bool:
    return voice(reading, light) == "passive"


def _progressive(reading: Reading, hit: Hit) -> bool:
    return bool(hit.first) and reading.words[hit.first - 1].folded in reading.verbs.passive_by
