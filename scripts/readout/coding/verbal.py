"""Whether a word that may be a verb, a noun or an adjective is a verb where it stands."""

from readout.coding.frames import voice
from readout.coding.groups import SUBJECT
from readout.coding.reading import Reading
from readout.coding.telling import CONSULT
from readout.coding.verbs import Hit

_FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
_NAMED = frozenset((*_FORCE, "PROTEST"))


def stays(reading: Reading, hit: Hit) -> bool:
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
        helping = (
            after.endswith("ed")
            or after in lists.get("passive", frozenset())
            or any(other.first == hit.last + 1 and other.form == "past" for other in reading.of("act", "talk"))
        )
        return not (helping and reading.words[hit.first].folded in lists.get("helping", frozenset()))
    if hit.entry.kind not in ("act", "talk"):
        return not (hit.entry.type in _NAMED and _is_named(reading, hit))
    return _verbal(reading, hit) and not _is_called(reading, hit) and not _is_predecessor(reading, hit)


def _is_predecessor(reading: Reading, hit: Hit) -> bool:
    """Whether a form in -ed says of whom somebody follows in an office why ("to be Judge, vice A, resigned")."""
    succeeding = reading.verbs.lists.get("succeeding", frozenset())
    if not succeeding or hit.form != "past" or not hit.first or reading.words[hit.first - 1].folded != ",":
        return False
    return any(word.folded in succeeding and reading.sentence.text[word.start].islower() for word in reading.words[: hit.first])


def _is_called(reading: Reading, hit: Hit) -> bool:
    """Whether the noun of an act of force is written as what something is called: "launched Operation Bright Water"."""
    if hit.entry.type not in _FORCE or hit.first == hit.last or reading.verbs.order != "svo":
        return False
    text, words = reading.sentence.text, reading.words
    return text[words[hit.first].start].islower() and text[words[hit.last].start].isupper()


def _is_named(reading: Reading, noun: Hit) -> bool:
    """Whether a noun of force or protest is part of a name: "the Bright Water Rally"; not where all words have capitals, as in a title."""
    text, words = reading.sentence.text, reading.words
    if reading.verbs.order != "svo" or not noun.first or not text[words[noun.last].start].isupper():
        return False
    return text[words[noun.first - 1].start].isupper() and any(text[word.start].islower() for word in words[noun.last + 1 : noun.last + 4])


def is_content(reading: Reading, hit: Hit) -> bool:
    """Whether a verb is what another act is about: "agreed to support", "threatened to close"."""
    return any(0 < hit.first - other.last <= 2 and other.entry.type != CONSULT for other in reading.of("act") if other is not hit)


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
        return _finite(reading, hit) and not (hit.form == "present" and hit.first == hit.last and _goes_on_as_noun(reading, hit))
    return hit.form != "past" or voice(reading, hit) == "passive" or _active(reading, hit)


def _active(reading: Reading, hit: Hit) -> bool:
    """Whether a form in -ed has a subject, and does not say of the noun before it what was done to it ("the treaty signed in May")."""
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
    behind = reading.words[hit.last + 1].folded if hit.last + 1 < len(reading.words) else ""
    if word.folded == "," and hit.entry.type == "AGREE" and behind in ("in", "on", "at"):
        # "the treaty, signed in Selm in 1897"
        return False
    if (
        not word.folded.isalpha()
        or not reading.sentence.text[word.start].islower()
        or word.folded in known
        or word.folded in ("and", "but", "then")
    ):
        return True
    if word.folded == "or":
        # "free or subsidised medicine"
        one = next((other for other in reading.ending(at - 1) if other.form == "past"), None)
        return one is not None and _active(reading, one)
    return any(group.first <= at <= group.last for group in reading.groups)


def _goes_on_as_noun(reading: Reading, hit: Hit) -> bool:
    """Whether what follows shows a plural noun: "takes its sanctions and laws seriously"."""
    after = reading.words[hit.last + 1].folded if hit.last + 1 < len(reading.words) else "."
    return after in (
        "and",
        "or",
        "of",
        "against",
        "on",
        "in",
        ",",
        ".",
        "were",
        "are",
        "have",
        "had",
        "will",
        "which",
        "that",
        "from",
        "by",
    )


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
