"""One word of a name: its sounds with inflection undone, the given name it is a form of, and whose name it can be."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from readout.link.knowledge import Knowledge
from readout.link.sounds import VOWELS, Sounds, script
from readout.pack.folding import folded

_SHORTEST_STEM = 3
_SHORTEST_VARIED = 4
_DICTIONARY_TAGS = ("Name", "Surn", "Patr", "Geox", "Orgn")
INFLECTED = frozenset({"ru", "uk", "be", "bg", "pl", "cs", "sl", "sk", "az", "tr", "hy", "ka"})
_UNVOWELLED = "unvowelled"
_FINAL = frozenset("aiou")
_SERVANT = "abdul"  # in sounds
SAME = 1.0
DIFFERENT = 0.3


@dataclass(frozen=True, eq=False, slots=True)
class Word:
    """A word as it is compared; one that is made once is the same object ever after, and is looked up as such.

    `written` in folded small letters; `sounds` as it stands; `stems` with endings undone, the likeliest first; `given`: the numbers of
    the given names it may be a form of; `gender`: `m` or `f` where the word tells; `initial`: one letter that stands for a word;
    `bare`: it stands in a language that does not inflect names; `plain`: its letters bear no marks; `unvowelled`: it is a given name
    of a tradition that leaves the choice of vowels to who spells it in other letters, `script`: that of its letters.
    """

    written: str
    sounds: str
    stems: tuple[str, ...]
    given: frozenset[int]
    gender: str | None
    initial: bool
    bare: bool
    plain: bool
    unvowelled: bool = False
    script: str = "latin"


class Words:
    """Makes words and compares them by what is known of names."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.sounds = Sounds(knowledge.letters)
        self._endings = {
            language: sorted({_ending(ending) for ending in endings}, key=lambda ending: (-len(ending[0]), ending))
            for language, endings in knowledge.endings.items()
        }
        self._signs = {language: re.compile(signs) for language, signs in knowledge.letters["signs"].items()}
        self._feminine = tuple(map(folded, knowledge.persons["feminine"]))
        self._masculine = tuple(map(folded, knowledge.persons["masculine"]))
        self._given: dict[str, set[int]] = {}
        self._spelled: dict[str, set[int]] = {}
        self._stemmed: dict[str, set[int]] = {}
        self._genders: list[str] = []
        self._unvowelled: set[int] = set()
        self._read_given(knowledge.given)
        self.word = lru_cache(maxsize=500_000)(self._word)
        self.likeness = lru_cache(maxsize=1_000_000)(self._likeness)

    def _read_given(self, given: dict[str, list[str]]) -> None:
        for gender, names in sorted(given.items(), reverse=True):
            for forms in names:
                number = len(self._genders)
                self._genders.append(gender[0])
                if gender.endswith(_UNVOWELLED):
                    self._unvowelled.add(number)
                for form in forms.split():
                    low = folded(form).replace("-", "")
                    self._spelled.setdefault(low, set()).add(number)
                    heard = self.sounds.of(low, "uk" if set(low) & set("ії") else "")
                    self._given.setdefault(heard, set()).add(number)
                    self._stemmed.setdefault(_stem(heard), set()).add(number)

    @cached_property
    def _dictionary(self):
        import pymorphy3

        return pymorphy3.MorphAnalyzer(lang="ru")

    def _word(self, written: str, language: str) -> Word:
        """A word of a name in the language of its sentence; `written` as it stands."""
        low = folded(written).replace("-", "")
        dotted = low.endswith(".")
        low = low.rstrip(".")
        for possessive in ("'s", "'"):
            low = low.removesuffix(possessive)
        initial = len(low) == 1 or (dotted and len(low) <= 2)
        bare = not (script(low) in ("cyrillic", "armenian", "georgian") or language in INFLECTED)
        # the letters with their marks say more of the sounds than folded ones
        heard = self.sounds.of(written.lower().replace("-", "").rstrip(".").removesuffix("'s").removesuffix("’s"), language)
        if initial:
            return Word(low, heard, (heard,), frozenset(), None, True, bare, written.isascii())
        stems, gender, lemma = self._undone(low, heard, language)
        if not written.isascii() and low.isascii():
            # others write the name without its marks: Çavuşoğlu, Cavusoglu
            stems = tuple(dict.fromkeys((*stems, _stem(self.sounds.of(low, "")))))
        # Danielle sounds as Daniele does, and is a woman's
        given = (self._spelled.get(low) if bare else None) or self._given.get(lemma) or self._given.get(heard)
        if not given and not bare:
            known = {number for stem in stems for number in self._stemmed.get(stem, ())}
            # Марио and Мария have one stem: an ending that does not tell leaves the name open
            given = known if len({self._genders[number] for number in known}) == 1 else None
        if given and len(genders := {self._genders[number] for number in given}) == 1:
            gender = min(genders)
        given = frozenset(given or ())
        unvowelled = bool(given) and given <= self._unvowelled
        return Word(low, heard, stems, given, gender, False, bare, written.isascii(), unvowelled, script(low))

    def _undone(self, low: str, heard: str, language: str) -> tuple[tuple[str, ...], str | None, str]:
        """Stems of a word, the gender its form shows, and its base form's sounds."""
        written = script(low)
        if language == "ru" and written == "cyrillic":
            lemmas, gender = self._looked_up(low)
            if lemmas:
                heard_lemmas = [self.sounds.of(lemma, "ru") for lemma in lemmas]
                stems = dict.fromkeys([*(_stem(lemma) for lemma in heard_lemmas), _stem(heard)])
                return tuple(stems)[:3], gender, heard_lemmas[0]
        gender = None
        if written == "latin" and language not in INFLECTED:
            gender = "f" if low.endswith(self._feminine) else "m" if low.endswith(self._masculine) else None
            stems = {_stem(heard): None}
            for other, signs in self._signs.items():
                # "Spahn" may be read as a German name, whatever the sentence's language
                if signs.search(low):
                    stems[_stem(self.sounds.of(low, other))] = None
            return tuple(stems), gender, heard
        stems = {_stem(heard): None}
        # a Latin name in a Russian sentence is not inflected; in a Polish one it is
        if written != "latin" or language in INFLECTED - {"ru", "uk", "be", "bg", "hy", "ka"}:
            for ending, before in self._endings.get(language, ()):
                if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_STEM:
                    base = low[: len(low) - len(ending)] + before
                    stems[_stem(self.sounds.of(base, language))] = None
                    if written == "latin":
                        stems[_stem(self.sounds.of(base, ""))] = None
                    break
            if written == "latin":
                # foreign names keep their own spelling in a Polish or Turkish text
                stems[_stem(self.sounds.of(low, ""))] = None
        return tuple(stems), gender, heard

    def _looked_up(self, low: str) -> tuple[list[str], str | None]:
        """Base forms by the Russian dictionary, a surname's in the masculine, and the gender where all readings agree."""
        if not self._dictionary.word_is_known(low):
            return [], None  # it would guess, by the words that end alike: what the endings do in a fraction of the time
        parses = [parse for parse in self._dictionary.parse(low) if any(tag in parse.tag for tag in _DICTIONARY_TAGS)]
        # nobody speaks of several Kamals: "Камалы" is of Kamala
        parses = [parse for parse in parses if not (parse.tag.number == "plur" and {"Name", "Patr"} & parse.tag.grammemes)]
        lemmas = list(dict.fromkeys(parse.normal_form for parse in parses))[:2]
        genders = {parse.tag.gender for parse in parses if "Surn" in parse.tag or "Name" in parse.tag or "Patr" in parse.tag}
        return lemmas, {"masc": "m", "femn": "f"}.get(min(genders, default="")) if len(genders) == 1 else None

    def _likeness(self, one: Word, other: Word) -> float:
        """How far two words are one name's: 1 the same sounds or the same given name, below about 0.9 two names."""
        if one.initial or other.initial:
            return 0.9 if self.sounds.first(one.sounds) == self.sounds.first(other.sounds) or _alike_initials(one, other) else 0.0
        if one.given & other.given:
            return SAME
        best = self.heard(one, other)
        if one.given and other.given and (best < SAME or (one.bare and other.bare)):
            return min(best, DIFFERENT)  # Carlo is not Karl, where nothing is inflected
        return best

    def genders(self, word: Word) -> set[str]:
        """Whose given name a word may be."""
        return {self._genders[number] for number in word.given}

    def one_vowels(self, one: Word, other: Word) -> bool:
        """Whether two words written alike have vowels that can be one name's: of words in two scripts nobody can tell."""
        if one.script != other.script or one.bare != other.bare or (one.script == "latin" and not one.bare):
            return True
        return any(self.sounds.one_vowels(a, b, one.script) for a in one.stems for b in other.stems)

    def heard(self, one: Word, other: Word) -> float:
        """How alike two words sound, whatever given names they are."""
        if set(one.stems) & set(other.stems):
            best = SAME
        else:
            strict = "latin" if one.bare and other.bare and one.plain and other.plain else ""
            if one.script == other.script == "cyrillic":
                strict = "cyrillic"
            best = max(self.sounds.likeness(a, b, strict) for a in one.stems for b in other.stems)
            if best < SAME and one.sounds.startswith(_SERVANT) and other.sounds.startswith(_SERVANT):
                # servants of the same: Abdulrahman is not Abdulrahim, though most of both is one
                best = min(best, self.sounds.likeness(one.stems[0][len(_SERVANT) :], other.stems[0][len(_SERVANT) :]))
        if best < SAME and one.bare and other.bare and min(len(one.sounds), len(other.sounds)) < _SHORTEST_VARIED:
            best = min(best, 0.85)  # Li is not Liu, Jan is not Khan
        # Zaitsau ends in a vowel as English reads it, and in a consonant as Belarusian does
        read_otherwise = set(one.stems[1:]) & set(other.stems) or set(one.stems) & set(other.stems[1:])
        if one.bare and other.bare and not read_otherwise and _ends_otherwise(one.sounds, other.sounds):
            best = min(best, 0.85)
        return best


def _ending(written: str) -> tuple[str, str]:
    """An ending, and what stands before it in the base form."""
    ending, _, before = folded(written).partition(">")
    return ending, before


def _alike_initials(one: Word, other: Word) -> bool:
    # И. stands for John and for Ivan: initials of names that are one given name are told by the given name only
    return one.written[:1] == other.written[:1]


def _ends_otherwise(one: str, other: str) -> bool:
    """Whether one ends in a vowel and the other in a consonant: Paul and Paula, Rashid and Rashidi are two where nothing is inflected.

    An e may be mute, as in Setchine.
    """
    ends = sorted((one[-1:], other[-1:]), key=lambda end: end not in _FINAL)
    return ends[0] in _FINAL and ends[1] not in VOWELS and ends[1] != "h"


def _stem(heard: str) -> str:
    """The sounds without the final vowels, as long as three are left."""
    stem = heard.rstrip("aeiou")
    return heard[: max(len(stem), _SHORTEST_STEM)]
