"""English names outside the pack by rules: runs of capitalised words, told apart by titles, head nouns and context.

A trained model will take this place; until then this is what runs without one. The words it goes by are data
(`config/languages/names/en.yaml`).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from readout.pack.folding import typographic
from readout.tag.protocol import Name

SCORES = {"PER": 0.85, "ORG": 0.75, "LOC": 0.7}
"""Precision by kind, measured on samples of real releases; see `docs/accuracy.md`."""

_WORD = re.compile(r"(?:[A-Z]\.)+(?:[A-Z]\b)?|[^\W_](?:[\w'\-]*\w)?|\S")
_INSERTION = re.compile(r"[\u2014\u2015]")
"""Dashes that part what they stand between, even without blanks: "International Recovery Day—it". An en dash may join."""
_LONGEST_PERSON = 5
_REACH = 5
"""Words between a body's head noun and an `and` that goes on with its fields."""
_FIRST_TWO = 2
_COMMON = ("offices", "organisations", "places", "others")
"""Words that a title stands before without naming anybody: "Chief Medical", "Judge for the District"."""


class Word(NamedTuple):
    """One word of a sentence: its span, its letters, and its letters in lower case without a possessive ending."""

    start: int
    end: int
    text: str
    low: str


class EnglishRules:
    """Finds English persons, organisations and places by their words and what stands around them."""

    method = "rules"

    def __init__(self, lexicon: dict[str, str]) -> None:
        self._lexicon = {name: frozenset(words.split()) for name, words in lexicon.items()}

    def tag(self, sentences: Sequence[str]) -> list[list[Name]]:
        """The names of each sentence; none in sentences written in capitals throughout."""
        return [self._names(typographic(_INSERTION.sub("|", sentence))) for sentence in sentences]

    def _names(self, sentence: str) -> list[Name]:
        words = _words(sentence)
        if sum(word.text.isupper() for word in words) > len(words) * 0.6:
            return []
        names: list[Name] = []
        open_runs: list[tuple[int, int]] = []
        for first, last in self._runs(sentence, words):
            read = self._read(sentence, words, first, last)
            names += read
            if not read and self._may_be_listed(words[first:last]):
                open_runs.append((words[first].start, words[last - 1].end))
        return names + _listed(sentence, open_runs, names)

    def _is(self, word: Word, lexicon: str) -> bool:
        return word.low in self._lexicon[lexicon]

    def _holds(self, run: list[Word], *lexicons: str) -> bool:
        """Whether some word of a run is in one of the lists."""
        return any(self._is(word, lexicon) for word in run for lexicon in lexicons)

    def _runs(self, sentence: str, words: list[Word]) -> list[tuple[int, int]]:
        """Stretches of words that may be one name, as half-open ranges of places in `words`."""
        runs: list[tuple[int, int]] = []
        place = 0
        while place < len(words):
            if not self._begins(words[place]):
                place += 1
                continue
            first = place
            place += 1
            while place < len(words) and (step := self._joins(sentence, words, place)):
                place += step
            runs.append((first, place))
        return runs

    def _begins(self, word: Word) -> bool:
        return word.text[0].isupper() and not self._is(word, "never")

    def _joins(self, sentence: str, words: list[Word], place: int) -> int:
        """How many words from `place` on belong to the run that ends before it; 0 where it ends."""
        before, word = words[place - 1], words[place]
        if word.text == "," and word.start == before.end:
            return self._over_list(words, place)
        if sentence[before.end : word.start] != " " or before.text == "'s":
            return 0
        if self._begins(word):
            return 1
        following = words[place + 1] if place + 1 < len(words) else None
        if following is None or not self._begins(following) or sentence[word.end : following.start] not in (" ", "-"):
            return self._over_article(sentence, words, place)
        if word.low in self._lexicon["particles"] and not self._is(before, "organisations"):
            return 2
        if word.text in ("of", "for", "on") and self._is(before, "heads"):
            return 2
        if word.text in ("and", "&") and self._in_list_of_subjects(words, place):
            return 2
        return 0

    def _over_article(self, sentence: str, words: list[Word], place: int) -> int:
        """`Office of the Prosecutor`: three words on where an article stands between."""
        if place + 2 >= len(words) or words[place].text not in ("of", "for") or not self._is(words[place - 1], "heads"):
            return 0
        article, head = words[place + 1], words[place + 2]
        return 3 if article.text == "the" and self._begins(head) and sentence[words[place].end : head.start] == " the " else 0

    def _in_list_of_subjects(self, words: list[Word], place: int) -> bool:
        """Whether `and` stands inside one name: `Department of Health and Human Services`, not `Council and Aliyev`.

        A field of a body follows; before it the body was named, or it is itself named right behind: `Food and Drug Administration`.
        """
        if not self._is_field(words[place + 1]):
            return False
        if self._body_before(words, place):
            return True
        behind = [word for word in words[place + 2 : place + 4] if self._begins(word)]
        alone = place < _FIRST_TWO or not self._begins(words[place - 2])
        return self._is_field(words[place - 1]) and alone and self._holds(behind, "organisations")

    def _is_field(self, word: Word) -> bool:
        """Whether a word says what a body is for: Trade, Justice, Science."""
        return self._begins(word) and (self._is(word, "offices") or self._is(word, "fields"))

    def _body_before(self, words: list[Word], place: int) -> bool:
        """Whether right before a place a body with its first field was named: `Ministry of Foreign Affairs`, `Committee on Ethics`."""
        start = max(0, place - _REACH)
        joints = [index for index in range(start, place) if words[index].text in ("of", "for", "on")]
        return bool(joints) and joints[-1] > 0 and self._is(words[joints[-1] - 1], "heads")

    def _over_list(self, words: list[Word], place: int) -> int:
        """`Bureau of Democracy, Human Rights, and Labor`: how many words from a comma on to the last field; 0 for any other list."""
        if not self._body_before(words, place):
            return 0
        end = place
        while end + 1 < len(words) and words[end].text == "," and self._is_field(words[end + 1]):
            end += 1
            first = end
            while end < len(words) and self._begins(words[end]):
                end += 1
            # "Council of Federation, State Duma and Government" are three bodies
            if self._holds(words[first:end], "organisations", "titles"):
                return 0
        if end < len(words) and words[end].text == "," and end > place:
            end += 1
        closed = end > place and end + 1 < len(words) and words[end].text in ("and", "&") and self._is_field(words[end + 1])
        return end + 2 - place if closed else 0

    def _may_be_listed(self, run: list[Word]) -> bool:
        """Whether a run looks like a given name and a surname, and like nothing else."""
        if len(run) != 2 or any(_acronym(word.text) for word in run):
            return False
        return not self._holds(run, "titles", "offices", "organisations", "places", "adjectives", "others", "never")

    def _read(self, sentence: str, words: list[Word], first: int, last: int) -> list[Name]:
        """The names in one run: what is left when titles and adjectives are taken off, and what kind it is."""
        run = words[first:last]
        if place := self._bearer(run):
            return [*self._read(sentence, words, first, first + place), *self._read(sentence, words, first + place, last)]
        if (place := self._organisation_end(run)) is not None:
            return self._organisation(words, first, first + place)
        run, titled = self._without_title(run, first > 0 and self._title_before(sentence, words, first))
        run, titled = self._without_office(run, titled)
        while run and self._is(run[0], "adjectives"):
            run = run[1:]
        while run and (self._is(run[-1], "adjectives") or self._is(run[-1], "titles")):
            titled = titled and not self._is(run[-1], "titles")  # "Deputy Under Secretary" is an office, not Mr Under
            run = run[:-1]
        if not run:
            return []
        if (self._is(run[-1], "places") and len(run) > 1) or (self._is(run[0], "place_heads") and len(run) in (2, 3)):
            return [_name(run, "LOC")]
        if any(word.low in ("of", "for", "on") for word in run):
            return []
        return self._person(sentence, words, run, titled)

    def _bearer(self, run: list[Word]) -> int:
        """Where in a run a person begins who stands behind a body or country: `India | Ann Smith`; 0 for nowhere."""
        for place in range(1, len(run) - 1):
            tail = run[place:]
            if self._is(tail[0], "given") and not any(self._is(word, "organisations") or word.low in ("of", "for") for word in tail):
                return 0 if self._is(run[place - 1], "given") or run[place - 1].low in self._lexicon["particles"] else place
        return 0

    def _without_title(self, run: list[Word], titled: bool) -> tuple[list[Word], bool]:
        """The run without the titles it begins with, their offices included: `Foreign Minister | Tovik Arran`."""
        last = 0
        for place, word in enumerate(run):
            if self._is(word, "titles"):
                last = place + 1
            elif not (self._is(word, "offices") or self._is(word, "adjectives") or word.text in ("of", "for", "and", "on", "the")):
                break
        titled = titled or last > 0
        rest = run[last:]
        while titled and len(rest) > 1 and (self._is(rest[0], "offices") or rest[0].text in ("of", "for", "and", "on", "the")):
            rest = rest[1:]
        return rest, titled

    def _without_office(self, run: list[Word], titled: bool) -> tuple[list[Word], bool]:
        """The run without the end of an office before a name of two words: `Human Rights and | Labor | Kara McDonald`."""
        rest = run
        while rest and self._is(rest[0], "offices"):
            rest = rest[1:]
        known = self._holds(rest, "offices", "organisations", "titles", "places", "adjectives")
        return (rest, True) if len(rest) == 2 and len(rest) < len(run) and not known else (run, titled)

    def _title_before(self, sentence: str, words: list[Word], first: int) -> bool:
        before = words[first - 1]
        return self._is(before, "titles") and sentence[before.end : words[first].start] in (" ", ". ")

    def _organisation_end(self, run: list[Word]) -> int | None:
        """Where in a run an organisation's name ends, if the run holds one: at its last head noun, or at the run's end after `of`."""
        joint = next((place for place in range(1, len(run)) if self._goes_on(run[place - 1], run[place])), None)
        if joint is not None and not self._is(run[0], "titles"):
            return len(run)
        ends = [place for place, word in enumerate(run) if self._is(word, "organisations")]
        if not ends or (len(run) == 1 and not joint):
            return None
        end = ends[-1] + 1
        return end if end > 1 and not any(self._is(word, "titles") for word in run[:end]) else None

    def _goes_on(self, head: Word, word: Word) -> bool:
        """Whether a body's name goes on behind its head noun: `Institute for …`, `Committee on …`, but no church on an island."""
        return (word.text in ("of", "for") and self._is(head, "heads")) or (word.text == "on" and self._is(head, "panels"))

    def _organisation(self, words: list[Word], first: int, last: int) -> list[Name]:
        run = words[first:last]
        plain = [word for word in run if not self._is(word, "adjectives")]
        # "Armenian Army" names its country only; "Armenian Revolutionary Federation" is a name
        return [_name(run, "ORG")] if len(plain) > 1 or (len(plain) == 1 and len(run) > 1) else []

    def _person(self, sentence: str, words: list[Word], run: list[Word], titled: bool) -> list[Name]:
        if len(run) > _LONGEST_PERSON or self._is(run[-1], "others"):
            return []
        full = len(run) > 1 and (self._is(run[0], "given") or (_initials(run[0].text) and not self._is(run[0], "letters")))
        if full or (titled and not _acronym(run[0].text) and not self._holds(run, *_COMMON)):
            return [_name(run, "PER")]
        if len(run) in (2, 3) and self._acts(sentence, words, run):
            return [_name(run, "PER")]
        if len(run) == 1 and _acronym(run[0].text) and self._called(words, run[0]):
            return [_name(run, "ORG")]
        return []

    def _acts(self, sentence: str, words: list[Word], run: list[Word]) -> bool:
        """Whether a verb of saying or meeting stands right before or behind."""
        around = [word for word in words if word.start >= run[-1].end][:1] + [word for word in words if word.end < run[0].start][-1:]
        return any(word.text in self._lexicon["verbs"] for word in around) and not _acronym(run[0].text)

    def _called(self, words: list[Word], word: Word) -> bool:
        """Whether an acronym is used like an organisation: with an article before it or in brackets."""
        place = words.index(word)
        before = words[place - 1].text if place else ""
        after = words[place + 1].text if place + 1 < len(words) else ""
        return before.lower() == "the" or (before == "(" and after == ")")


def _listed(sentence: str, runs: list[tuple[int, int]], names: list[Name]) -> list[Name]:
    """Runs that stand beside persons in a list of names: `Ann Smith, Rauf Selimli and Nare Orlian`."""
    persons = {(name.start, name.end) for name in names if name.kind == "PER"}
    found: list[Name] = []
    waiting = list(runs)
    while True:
        joined = [
            run
            for run in waiting
            if any(_in_list(sentence[run[1] : person[0]]) or _in_list(sentence[person[1] : run[0]]) for person in persons)
        ]
        if not joined:
            return found
        persons.update(joined)
        found += [Name(start, end, "PER", "rules", SCORES["PER"]) for start, end in joined]
        waiting = [run for run in waiting if run not in joined]


def _in_list(between: str) -> bool:
    return between in (", ", " and ", ", and ", "; ", "; and ", " & ")


def _words(sentence: str) -> list[Word]:
    words = []
    for match in _WORD.finditer(sentence):
        start, end = match.span()
        text = match.group()
        if text.islower() and "'" not in text:
            words.append(Word(start, end, text, text))
        elif text.endswith("'s") and len(text) > 2:
            words.append(Word(start, end - 2, text[:-2], text[:-2].lower().rstrip(".")))
            words.append(Word(end - 2, end, "'s", "'s"))
        else:
            words.append(Word(start, end, text, text.lower().rstrip(".")))
    return words


def _name(run: list[Word], kind: str) -> Name:
    return Name(run[0].start, run[-1].end, kind, "rules", SCORES[kind])


def _initials(text: str) -> bool:
    return re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", text) is not None


def _acronym(text: str) -> bool:
    return text.isupper() and text.replace("-", "").replace(".", "").isalpha() and 2 <= len(text) <= 7
