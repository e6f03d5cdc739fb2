"""Which names are worth comparing: those that share a key made of consonants, so that not all are compared with all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from readout.link.bodies import Body
from readout.link.persons import Person
from readout.link.sounds import Sounds
from readout.link.words import Word

_LARGEST = 60
_NEIGHBOURS = 12
_MANY_WORDS = 3


def keys(name: Person | Body, sounds: Sounds) -> set[tuple[str, ...]]:
    """The keys of a name; two names are compared where they share one."""
    return set(_of_person(name, sounds) if isinstance(name, Person) else _of_body(name, sounds))


def codes(word: Word, sounds: Sounds) -> tuple[str, ...]:
    """What a word is looked up by: the given names it may be, and the consonants of its stems."""
    found = [f"={number}" for number in sorted(word.given)]
    for stem in word.stems[:3]:
        found.append(sounds.skeleton(stem))
        # a written c, j or g may be of either class
        if "K" in stem:
            found.append(sounds.skeleton(stem.replace("K", "C")))
        if "ge" in stem or "gi" in stem or stem.endswith("g"):
            found.append(sounds.skeleton(stem.replace("g", "J")))
        if "j" in stem:
            found.append(sounds.skeleton(stem.replace("j", "i")))
        if stem[:1] in ("h", "v"):
            found.append(sounds.skeleton(stem[1:]))
    return tuple(dict.fromkeys(found))


def _of_person(name: Person, sounds: Sounds) -> Iterator[tuple[str, ...]]:
    words = name.names
    if not words:
        return
    yield from name.syllables.keys()
    if len(words) == 1:
        yield from (("one", code) for code in codes(words[0], sounds))
        return
    ends = [(words[0], words[-1])]
    ends += [(words[0], part) for part in name.parts]
    if len(words) >= _MANY_WORDS:
        yield from _written_together(words, sounds)
        ends += [(words[1], words[-1]), (words[0], words[1]), (words[0], words[-2])]
    for first, last in ends:
        if last.initial:
            continue
        if first.initial:
            yield from (("initial", sounds.first(first.sounds), code) for code in codes(last, sounds))
            continue
        yield from (("initial", sounds.first(first.sounds), code) for code in codes(last, sounds)[:2])
        for one in codes(first, sounds):
            yield from (("pair", *sorted((one, other))) for other in codes(last, sounds))


def _written_together(words: Sequence[Word], sounds: Sounds) -> Iterator[tuple[str, ...]]:
    """Keys of a name two of whose words others write as one: Bel Mokhtar, Abdel Fattah."""
    if any(word.initial for word in words[:3]):
        return
    first, second = (sounds.skeleton(one.sounds + other.stems[0]) for one, other in (words[:2], words[1:3]))
    yield from (("pair", *sorted((code, second))) for code in codes(words[0], sounds))
    yield from (("pair", *sorted((first, code))) for code in codes(words[-1], sounds))


def _of_body(name: Body, sounds: Sounds) -> Iterator[tuple[str, ...]]:
    if name.acronym:
        yield ("letters", name.acronym)
    elif len(name.letters) > 2:
        yield ("letters", name.letters)
    options: list[tuple[str, ...]] = [("words",)]
    for word, places in zip(name.names, name.places, strict=True):
        found = [f"place {number}" for number in sorted(places)] + list(codes(word, sounds)[:3])
        options = [(*before, code) for before in options for code in found][:12]
    concepts = tuple(sorted(name.concepts))
    for words in options:
        parts = (*concepts, *sorted(words[1:]))
        yield ("words", *sorted(parts))
        if len(concepts) == 1 and len(parts) > 1:
            # the city of Moscow is Moscow
            yield ("words", *sorted(words[1:]))
        if len(parts) >= _MANY_WORDS:
            yield from (("words", *sorted(parts[:place] + parts[place + 1 :])) for place in range(len(parts)))


def pairs(names: Sequence[Person | Body], order: Sequence[object], sounds: Sounds) -> Iterator[tuple[int, int]]:
    """Pairs of places in `names` worth comparing, each once, the smaller first.

    `order` holds a value of each name to sort by: in a key of very many names each is compared with its neighbours only.
    """
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        for key in keys(name, sounds):
            blocks[key].append(place)
    seen: set[int] = set()
    size = len(names)
    for key in sorted(blocks):
        block = sorted(blocks[key], key=lambda place: (order[place], place))
        for one, other in _with_initials(block, names) if key[0] == "initial" else _within(block):
            if one * size + other not in seen:
                seen.add(one * size + other)
                yield one, other


def _with_initials(block: list[int], names: Sequence[Person | Body]) -> Iterator[tuple[int, int]]:
    """Names with an initial for the given name beside all names that may be meant; two names in full share other keys."""
    short = [place for place in block if names[place].names[0].initial or names[place].names[-1].initial]
    marked = set(short)
    if len(block) * len(short) > _LARGEST * _LARGEST:
        near = {pair for pair in _within(block) if pair[0] in marked or pair[1] in marked}
        yield from sorted(near)
        return
    for one in short:
        yield from ((min(one, other), max(one, other)) for other in block if other != one and (other not in marked or one < other))


def _within(block: list[int]) -> Iterable[tuple[int, int]]:
    if len(block) <= _LARGEST:
        return ((min(pair), max(pair)) for pair in combinations(block, 2))
    near = ((block[place], block[place + step]) for step in range(1, _NEIGHBOURS) for place in range(len(block) - step))
    return ((min(pair), max(pair)) for pair in near)
