"""The phrases of a sentence that may mean somebody: names with their titles, offices, pronouns, groups, bodies and countries."""

from collections.abc import Sequence

from readout.refer.apposition import apposed
from readout.refer.document import Sentence
from readout.refer.items import Item, items
from readout.refer.lexicon import Lexicon
from readout.refer.phrase import Phrase
from readout.refer.reading import Reading

_BETWEEN = frozenset({"preposition", "connector", "abroad", "and", "inside"})
_BEFORE = frozenset({"determiner", "indefinite"})
_MARKS = frozenset({"'s", "'"})


def _begins_none(items: Sequence[Item], place: int) -> bool:
    """Whether no phrase begins at a word, as can be told at a glance: a preposition, or an article before a word that says nothing."""
    tags = items[place].tags.keys()
    if tags <= _BETWEEN:
        return place > 0
    if not tags <= _BEFORE:
        return False
    following = items[place + 1] if place + 1 < len(items) else None
    return following is None or not (following.name or following.tags or following.word in _MARKS)


def phrases(sentence: Sentence, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """All phrases of a sentence, in order; they do not overlap."""
    of_sentence = items(sentence, lexicon)
    found: list[Phrase] = []
    place = 0
    while place < len(of_sentence):
        item = of_sentence[place]
        if not item.name and (not item.tags or _begins_none(of_sentence, place)):
            place += 1
            continue
        reading = Reading(of_sentence, place, lexicon)
        if phrase := reading.read():
            before = of_sentence[place - 1] if place else None
            phrase.preposition = before.word if before is not None and before.says("preposition") else None
            found.append(phrase)
        place = reading.stop
    return tuple(apposed(found, of_sentence, articles=lexicon.articles))
