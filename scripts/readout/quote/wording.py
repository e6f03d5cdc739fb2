"""What quoted words look like: a sentence, a fragment, or what something is called."""

import re

from readout.quote.marks import Stretch
from readout.quote.reading import Reading

WORD = re.compile(r"\w+(?:['’.-]\w+)*")
CLOSED = frozenset(".,!?…։՝;")
ENDED = frozenset(".!?…։")
DASHES = ("—", "–", "-")
_SENTENCE_WORDS = 4
_LONGEST_NAME = 16
_LONG_WORD = 4
_SENTENCE_OF_NAMES = 5


def word_count(text: str, stretch: Stretch) -> int:
    """Number of words quoted."""
    return len(WORD.findall(text, stretch.start, stretch.end))


def dash_follows(text: str, stretch: Stretch) -> bool:
    """Whether a dash stands behind quoted words, as where «…», — said the minister."""
    return text[stretch.outer_end : stretch.outer_end + 3].lstrip(" ,\u00a0")[:1] in DASHES


def ends_clause(text: str, stretch: Stretch) -> bool:
    """Whether quoted words end with a stop or comma, inside their mark or behind it, or before a dash."""
    return text[stretch.end - 1] in CLOSED or text[stretch.outer_end : stretch.outer_end + 1] in (",", "՝") or dash_follows(text, stretch)


def is_sentence(text: str, stretch: Stretch) -> bool:
    """Whether quoted words are a sentence or more of their own."""
    words = word_count(text, stretch)
    if words < _SENTENCE_WORDS:
        return words > 1 and text[stretch.end - 1] in "!?" and text[stretch.start].isupper()
    return begins_sentence(text, stretch) and (
        text[stretch.end - 1] in CLOSED
        or text[stretch.outer_end : stretch.outer_end + 1] in (".", ",", "։", "")
        or not stretch.closed
        or dash_follows(text, stretch)
    )


def begins_sentence(text: str, stretch: Stretch) -> bool:
    """Whether quoted words begin as a sentence does; Georgian has no capitals to tell by."""
    first = next((char for char in text[stretch.start : stretch.start + 4] if char.isalnum()), "")
    return not stretch.opened or first.isupper() or first.isdigit() or "ა" <= first <= "ჿ"


def _is_called(text: str, stretch: Stretch, reading: Reading, before: int) -> bool:
    """Whether words in marks follow a word that is no cue, and begin with a capital amid a sentence: «на звание «Чемпион мира»»."""
    if before < 0 or not reading.words[before].folded[0].isalnum() or any(cue.last == before + 1 for cue in reading.cues):
        return False
    follows = text[stretch.outer_end : stretch.outer_end + 1]
    return text[stretch.start].isupper() and text[stretch.end - 1] not in CLOSED and (follows != "," or not dash_follows(text, stretch))


def is_name(text: str, stretch: Stretch, reading: Reading) -> bool:
    """Whether quoted words are what something is called: a title or name by its capitals, or by the word beside it («газета «…»)."""
    words = WORD.findall(text, stretch.start, stretch.end)
    last = text[stretch.end - 1]
    if last in "?!" and len(words) >= _SENTENCE_WORDS:
        return False
    lexicon = reading.lexicon
    before, behind = reading.over(stretch.outer_start) - 1, reading.at(stretch.outer_end)
    called = before >= 0 and reading.words[before].folded in lexicon.named and last not in ",!?"
    if called or (behind < len(reading.words) and reading.words[behind].folded in lexicon.named and words[0][0].isupper()):
        return True
    if last in ".!?," and len(words) > _SENTENCE_OF_NAMES:
        return False
    if lexicon.free and _is_called(text, stretch, reading, before):
        return 1 < len(words) <= _LONGEST_NAME
    capitals = [word for word in words if not word[0].islower()]
    small = (lexicon.prepositions, lexicon.conjunctions)
    long = [word for word in words if len(word) >= _LONG_WORD and not any(word in forms for forms in small)]
    return 1 < len(words) <= _LONGEST_NAME and len(capitals) > 1 and words[0] in capitals and all(word in capitals for word in long)
