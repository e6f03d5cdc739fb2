"""The phrases of a sentence that may mean somebody: names with their titles, offices, pronouns, groups, bodies and countries."""

from readout.refer.apposition import apposed
from readout.refer.document import Sentence
from readout.refer.items import items
from readout.refer.lexicon import Lexicon
from readout.refer.phrase import Phrase
from readout.refer.reading import Reading


def phrases(sentence: Sentence, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """All phrases of a sentence, in order; they do not overlap."""
    of_sentence = items(sentence, lexicon)
    found: list[Phrase] = []
    place = 0
    while place < len(of_sentence):
        item = of_sentence[place]
        if not item.name and not item.tags:
            place += 1
            continue
        reading = Reading(of_sentence, place, lexicon)
        if phrase := reading.read():
            before = of_sentence[place - 1] if place else None
            phrase.preposition = before.word if before is not None and before.says("preposition") else None
            found.append(phrase)
        place = reading.stop
    return tuple(apposed(found, of_sentence, articles=lexicon.articles))
