"""Transcripts: paragraphs that begin with the name of who speaks, and those that go on with what he says."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readout.pack.folding import folded
from readout.quote.cues import Lexicon, cues
from readout.refer.document import Sentence
from readout.refer.phrase import Phrase
from readout.refer.resolve import Discourse

_LABEL = re.compile(r"(?:\A|(?<=\n))[ \t\u00a0*_>#—–-]{0,6}(?P<label>[^\W\d_][^:\n?!«»“”\"]{0,118}?)[*_]{0,2}[ \t\u00a0]?:[*_]{0,2}(?=\s)")
_WRAPPED = re.compile(r"[ \t\u00a0*_]{0,6}(?P<label>[^\W\d_][^:?!«»“”\"]{0,118}?)[*_]{0,2}[ \t\u00a0]?:[*_]{0,2}(?=\s)")
_LETTER = re.compile(r"(?:\A|(?<=\n))[ \t\u00a0*_]{0,4}(?P<label>[QA])(?:\.|[*_]{2})?[ \t\u00a0]{2,}(?=\S)")
_NOTE = re.compile(r"\s*(?:[(\[<].{0,400}[)\]>]\W*|[\W_]+)\Z", re.S)
_REST = re.compile(r"\s*[*#~•·.…<\[(-][\W_]*\Z")
_TOLD = re.compile(r",[”\"»]\s+\w|[”\"»],\s*[—–-]")
_MOST_WORDS = 16
_ALONE = 15
_HEADING = 6
_SPOKEN = frozenset(",.!?…")
_HEADLINE = 25
_LEAD = 4
_DENSE = 0.3


class Turn(NamedTuple):
    """What one speaker says in one paragraph, `text[start:end]`, and the label that tells who (None where an earlier one does)."""

    start: int
    end: int
    paragraph: int
    label: tuple[int, int] | None
    phrase: tuple[Sentence, Phrase] | None
    unnamed: bool


class _Label(NamedTuple):
    start: int
    end: int
    behind: int
    phrase: tuple[Sentence, Phrase] | None
    unnamed: bool
    sure: bool
    weak: bool = False
    """Whether it counts only where it comes again."""


def turns(discourse: Discourse, lexicons: Mapping[str, Lexicon], paragraphs: Sequence[tuple[int, list[Sentence]]]) -> list[Turn]:
    """The turns of a transcript in order, a paragraph each; none in a text that is no transcript.

    A text is one if two paragraphs begin with a label, or one with a person's name or office. A turn goes on until the next label, or
    until a line of stars or a title parts it from what follows; notes in brackets are nobody's words.
    """
    text = discourse.document.text
    if ":" not in text and not _LETTER.search(text):
        return []
    labels: dict[int, list[_Label]] = {}
    for number, sentences in paragraphs:
        if sentences[0].role == "title":
            continue
        found = list(_labels(discourse, lexicons, text, sentences))
        if found and not (number == paragraphs[0][0] and _is_headline(text[found[0].behind : sentences[-1].end])):
            labels[number] = found
    every = [label for found in labels.values() for label in found]
    if not every or (len(every) == 1 and not _stands_alone(text, every[0], paragraphs)):
        return []
    repeated = _repeated(text, every)
    running_on = _runs_on(text, labels, paragraphs)
    if running_on is None:
        return []
    made: list[Turn] = []
    running = False
    before: int | None = None
    for number, sentences in paragraphs:
        start, end = sentences[0].start, sentences[-1].end
        if running and before is not None and _parted(text[before:start]):
            running = False
        before = end
        if sentences[0].role == "title":
            running = False
            continue
        found = [
            label for label in labels.get(number, ()) if label.sure or label.unnamed or folded(text[label.start : label.end]) in repeated
        ]
        edges = [*[label.start for label in found], end]
        if running and edges[0] > start:
            made += _turn(text, start, edges[0], number, None)
        for label, until in zip(found, edges[1:], strict=True):
            made += _turn(text, label.behind, until, number, label)
            running = running_on
    return made


def _is_headline(said: str) -> bool:
    """Whether what follows a label is written as headlines are: most words with a capital, or words in single marks."""
    words = said.split()
    if said.rstrip().endswith(","):
        return False
    return len(words) < _HEADLINE and (2 * sum(word[0].isupper() for word in words) > len(words) or " ‘" in said or " '" in said)


def _stands_alone(text: str, label: _Label, paragraphs: Sequence[tuple[int, list[Sentence]]]) -> bool:
    """Whether the only label of a text makes it somebody's speech: more than a headline, and nobody is quoted by others behind it."""
    last = paragraphs[-1][1][-1].end
    line = text[label.behind : last].split("\n\n")[0]
    return (
        label.sure and len(line.split()) >= _ALONE and not _is_headline(line.split("\n")[0]) and not _TOLD.search(text, label.behind, last)
    )


def _runs_on(text: str, labels: Mapping[int, Sequence[_Label]], paragraphs: Sequence[tuple[int, list[Sentence]]]) -> bool | None:
    """Whether what stands between labels is what the speaker before goes on to say; None where the labels are headings.

    It is in a transcript, of which a good part of the paragraphs begin with a label, or the first ones. A talk put into an article is told
    by its labelled paragraphs alone.
    """
    order = [number for number, sentences in paragraphs if sentences[0].role != "title"]
    first = next(place for place, number in enumerate(order) if number in labels)
    ends = {number: sentences[-1].end for number, sentences in paragraphs}
    every = [(label, ends[number]) for number, found in labels.items() for label in found]
    if all(not label.unnamed and _is_entry(text[label.behind : end]) for label, end in every):
        return None
    rest = len(order) - first
    return (first < _LEAD and (len(every) > 1 or first == 0 or rest > _LEAD)) or len(labels) >= rest * _DENSE


def _is_entry(behind: str) -> bool:
    """Whether a few words without a stop or comma follow a label, as in a list ("Chair: Ilda Marren")."""
    return len(behind.split()) < _HEADING and behind.rstrip()[-1:] not in _SPOKEN


def _repeated(text: str, labels: Sequence[_Label]) -> frozenset[str]:
    seen: dict[str, int] = {}
    for label in labels:
        key = folded(text[label.start : label.end])
        seen[key] = seen.get(key, 0) + 1
    sure = sum(label.sure for label in labels)
    weak = {folded(text[label.start : label.end]) for label in labels if label.weak}
    return frozenset(key for key, times in seen.items() if times > 1 or (sure > 1 and key not in weak))


def _turn(text: str, start: int, end: int, number: int, label: _Label | None) -> Iterator[Turn]:
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end and not _NOTE.match(text[start:end]):
        yield Turn(
            start,
            end,
            number,
            (label.start, label.end) if label else None,
            label.phrase if label else None,
            label.unnamed if label else False,
        )


def _parted(between: str) -> bool:
    """Whether a line of stars or the like stands between two paragraphs; dots in brackets are words left out."""
    return any(len(line.strip()) > 1 and not any(char.isalnum() or char in "….<" for char in line) for line in between.split("\n"))


def _labels(discourse: Discourse, lexicons: Mapping[str, Lexicon], text: str, sentences: Sequence[Sentence]) -> Iterator[_Label]:
    start, end = sentences[0].start, sentences[-1].end
    lexicon = lexicons.get(sentences[0].language)
    if lexicon is None:
        return
    place = start
    while place < end:
        match = (_WRAPPED.match(text, place, end) if place == start else None) or _LABEL.search(text, place, end)
        letter = _LETTER.search(text, place, match.start() if match else end)
        if letter:
            match = letter
        if not match:
            return
        label = _judged(discourse, lexicon, text, sentences, match.start("label"), match.end("label"), match.end())
        if label:
            yield label
        place = match.end()


def _judged(
    discourse: Discourse, lexicon: Lexicon, text: str, sentences: Sequence[Sentence], start: int, end: int, behind: int
) -> _Label | None:
    """What comes before a colon, if it is who speaks: a word like "Question", a name or office, or words in capitals."""
    said = text[start:end]
    words = folded(said).split()
    if not words or len(words) > _MOST_WORDS or not text[behind : behind + 400].strip():
        return None
    if folded(said).strip(". ") in lexicon.labels or (words[0] in lexicon.labels and len(words) <= 3 and said[0].isupper()):
        return _Label(start, end, behind, None, True, False)
    if not (said[0].isupper() or "ა" <= said[0] <= "ჿ") or "\n\n" in said:
        return None
    sentence = sentences[max(0, bisect_right(sentences, start, key=lambda one: one.start) - 1)]
    if not sentence.start <= start < sentence.end:
        return None
    first = bisect_left(sentence.words, start, key=lambda word: word.start)
    # what stands in brackets behind the name is a note: "(retranslated)"
    core = start + said.rfind("(") if said.rstrip().endswith(")") and "(" in said else end
    inside = sentence.words[first : bisect_left(sentence.words, core, key=lambda word: word.start)]
    # "State Duma": a cue with a capital inside a label is part of a name
    verbs = any(text[inside[cue.first].start].islower() or cue.last == len(inside) for cue in cues(inside, lexicon))
    if verbs or any(word.folded in lexicon.finite or word.folded == ";" for word in inside):
        return None
    following = text[behind : behind + 40].lstrip()
    if following[:1] in "“„«\"'‘":
        return None
    phrases = [phrase for phrase in discourse.phrases(sentence) if start <= phrase.start and phrase.end <= end and phrase.kind != "pronoun"]
    letters = [char for char in said if char.isalpha()]
    capitals = len(letters) > 1 and all(char.isupper() for char in letters)
    last = next((phrase for phrase in reversed(phrases) if phrase.end >= end - 1), None)
    person = next((phrase for phrase in reversed(phrases) if phrase.kind == "name" and phrase.head and phrase.head.kind == "PER"), None)
    chosen = person or last
    if capitals and (chosen is None or chosen is not person) and any(phrase.kind == "name" for phrase in phrases):
        return _Label(start, end, behind, None, False, False, True)
    if capitals:
        return _Label(start, end, behind, (sentence, chosen) if chosen else None, False, chosen is not None and len(words) < 9)
    if person is not None and (person.start == start or _is_title(text[start : person.start], lexicon)) and _closes(text[person.end : end]):
        return _Label(start, end, behind, (sentence, person), False, True)
    if last is not None and last.kind == "title" and last.office is not None and last.start <= start + 4 and last.definite:
        return _Label(start, end, behind, (sentence, last), False, True)
    # a name that no tagger knows counts where it comes again, or others are labels beyond doubt
    named = len(words) <= 4 and all(part[:1].isupper() for part in said.split())
    if named and not any(phrase.kind == "name" for phrase in phrases):
        return _Label(start, end, behind, None, False, False)
    return None


def _is_title(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands before a name in a label reads like a title: no clause, no mark but commas and dots."""
    return not re.search(r"[;!?—]", before) and not any(word in lexicon.relatives for word in folded(before).split())


def _closes(behind: str) -> bool:
    """Whether a label ends with its name, but for a bracket or an office behind a comma."""
    return not behind.strip(" .*_\u00a0") or behind.lstrip()[:1] in ("(", ",", "[")
