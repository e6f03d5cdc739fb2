"""Who is named in which part of a sentence: lists of phrases, the offices before names, and the marks that tell the part.

"with the chancellor of Valdora, Maris Odell, and members of her cabinet" is one group in the part `with`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from readout.coding.verbs import Verbs
from readout.refer.document import Sentence
from readout.refer.words import Word

SUBJECT, OBJECT, OWNER = "subject", "object", "owner"
_JOINED_WORDS = 4
"""Words between two phrases of one list: "and", "together with his"."""
_TITLE_WORDS = 14
"""Words of an office behind those that are known as one, up to the name."""
_OF_ALL = frozenset((SUBJECT, "of"))
"""Parts that a whole list plays, "A, B and C's"."""
_BACK = 7
"""Words before a phrase among which the word that governs it is looked for: "with his Valdoran counterpart"."""


@dataclass(slots=True, eq=False)
class Group:
    """Phrases that are named together, "A, B and C": words `[first, last]` and the marks of the part that they play."""

    phrases: list[Any]
    first: int
    last: int
    marks: frozenset[str] = frozenset()
    governor: int = -1
    """The word that governs them, "with"; -1 where none does."""
    plain: bool = False

    @property
    def start(self) -> int:
        """First code point."""
        return self.phrases[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.phrases[-1].end


class Plain(NamedTuple):
    """A stretch that means somebody without a name: "members of the parliament"."""

    start: int
    end: int
    kind: str = "unnamed"


class State(NamedTuple):
    """A stretch that means those who act for a country: "the army of Valdora"."""

    start: int
    end: int
    first: int
    last: int
    entity: str
    kind: str = "state"
    head: None = None
    office: None = None
    body: None = None
    owning: bool = False
    relative: bool = False


def place_of(words: Sequence[Word], offset: int) -> int:
    """The number of the word that holds a code point, or of the next one."""
    place = bisect_right(words, offset, key=lambda word: word.start) - 1
    return place if place >= 0 and words[place].end > offset else place + 1


def groups(sentence: Sentence, verbs: Verbs, words: Sequence[Word], phrases: Sequence[Any]) -> list[Group]:
    """The groups of a sentence, in order, each with its marks."""
    joins = verbs.lists.get("and", frozenset())
    filler = verbs.lists.get("filler", frozenset())
    connectors = verbs.lists.get("connector", frozenset())
    stop = verbs.lists.get("stop", frozenset()) - {"and"}
    companions = frozenset(word for name in ("with", "by", "between") if name in verbs.cases for word in verbs.cases[name].before)
    governing = _governing(verbs)
    parts: list[Group] = []
    for phrase in phrases:
        first, last = phrase.first, phrase.last - 1
        if parts and _owned(sentence.text, words, parts[-1], phrase):
            first = parts.pop().first
        if office := _office_before(sentence.text, words, parts, phrase, connectors, stop, companions):
            # the words before are of the office: the phrase is the person, and stands where the office begins
            first = parts[-office].first
            del parts[-office:]
        elif parts and _goes_before(sentence.text, words[parts[-1].last + 1 : first], parts[-1].phrases[0], phrase):
            first = parts.pop().first
        parts.append(Group([phrase], first, last))
    made: list[Group] = []
    joined_by: list[list[Sequence[Word]]] = []
    for part in parts:
        gap = words[made[-1].last + 1 : part.first] if made else ()
        if made and verbs.order == "svo" and _of_place(made[-1], gap, part, governing[0]):
            # "President Maris Odell of Valdora"
            made[-1].last = part.last
            continue
        if made and _listed(sentence.text, verbs, words, made[-1], gap, part, joins, filler):
            made[-1].phrases += part.phrases
            made[-1].last = part.last
            joined_by[-1].append([word for word in gap if not sentence.text[word.start].isupper()])
        else:
            made.append(part)
            joined_by.append([])
    split: list[Group] = []
    for group, gaps in zip(made, joined_by, strict=True):
        if len(gaps) == 1 and all(word.folded == "," or word.folded in filler for word in gaps[0]):
            # a comma alone between two joins nothing: "After talks with A, B said"
            one, other = group.phrases
            longer = group.first > 1 and verbs.order == "svo" and sentence.text[words[group.first - 1].start].isupper()
            if one.kind == "title" and other.kind == "name" and other.office is not None and not longer:
                # "Deputy Chancellor, Minister of Trade Maris Odell"
                split.append(Group([other], group.first, group.last))
                continue
            split += [Group([one], group.first, one.last - 1), Group([other], other.first, group.last)]
        else:
            split.append(group)
    starts = {group.first for group in split}
    for number, group in enumerate(split):
        left = split[number - 1].last + 1 if number else 0
        group.marks, group.governor = _marks(sentence.text, verbs, words, group, left, governing)
        if verbs.order == "svo" and _in_a_name(sentence.text, words, group, starts):
            group.marks, group.governor = frozenset(), -1
    if verbs.order == "sov" and split and (subject := _set_off(split[0], words)):
        split.insert(0, subject)
    return split


def _in_a_name(text: str, words: Sequence[Word], group: Group, starts: set[int]) -> bool:
    """Whether a place or body is the beginning of a longer name: "the White House Tribal Nations Summit"."""
    phrase, following = group.phrases[-1], group.last + 1
    if phrase.kind != "name" or phrase.head is None or phrase.head.kind == "PER" or following + 1 >= len(words) or following in starts:
        return False
    capitals = all(text[word.start].isupper() and text[word.start : word.start + 2].isalpha() for word in words[following : following + 2])
    titled = sum(text[word.start].isupper() for word in words) > len(words) // 2
    return capitals and not titled


def _set_off(group: Group, words: Sequence[Word]) -> Group | None:
    """The subject that a comma sets off from a list behind it: "Union, Valdora ve Kestriya'ya çağrı yaptı"; the group keeps the rest."""
    if group.marks & _OF_ALL or len(group.phrases) < 3:
        return None
    for number, (before, after) in enumerate(pairwise(group.phrases[:-1]), 1):
        if [word.folded for word in words[before.last : after.first]] == [","]:
            if "between" in group.marks and _kind(before) == _kind(after):
                # "between A, B and C"; but "Orlin, Valdora ile Kestriya arasında"
                return None
            made = Group(group.phrases[:number], group.first, before.last - 1, frozenset((SUBJECT,)))
            group.phrases, group.first = group.phrases[number:], after.first
            return made
    return None


def _kind(phrase: Any) -> str | None:
    return phrase.head.kind if phrase.head is not None else None


def _of_place(group: Group, gap: Sequence[Word], part: Group, before: dict[str, frozenset[str]]) -> bool:
    person, place = group.phrases[-1], part.phrases[0]
    if len(gap) not in (1, 2) or person.kind != "name" or person.office is None or place.kind != "name" or place.head is None:
        return False
    return "of" in before.get(gap[0].folded, ()) and place.head.kind in ("LOC", "ORG") and (len(gap) == 1 or gap[1].folded == "the")


def _listed(
    text: str,
    verbs: Verbs,
    words: Sequence[Word],
    group: Group,
    gap: Sequence[Word],
    part: Group,
    joins: frozenset[str],
    filler: frozenset[str],
) -> bool:
    """Whether a phrase goes on a list: "A, B and C"."""
    before, phrase = group.phrases[-1], part.phrases[0]
    if not gap or (before.owning and verbs.order == "svo") or phrase.relative or getattr(before, "relative", False):
        return False
    place = before.kind == "name" and before.head is not None and before.head.kind == "LOC"
    person = phrase.kind == "name" and phrase.head is not None and phrase.head.kind == "PER"
    named = before.kind == "name" and before.head is not None and before.head.kind == "PER"
    if person and named and verbs.order == "svo" and _appositions(gap, verbs):
        # "A, acting prosecutor general, B, justice minister, and C"
        return True
    courtesy = verbs.lists.get("courtesy", frozenset())
    while person and len(gap) > 1 and (text[gap[-1].start].isupper() or (gap[-1].folded == "." and gap[-2].folded in courtesy)):
        # a title that nobody knows as one: "X and Amir Y", "X and Dr. Y"
        gap = gap[:-1]
    if len(gap) > _JOINED_WORDS or not all(word.folded in joins for word in gap) or not _apart(gap, filler):
        return False
    if verbs.order == "free" and len(gap) == 1 and gap[0].folded == ",":
        # what stands in another case is of another part
        cases = [_by_ending(verbs, words, Group([one], one.first, one.last - 1), None) for one in (before, phrase)]
        if all(cases) and not cases[0] & cases[1]:
            return False
    # "relations of A and B, and the president": a place and a person are no list
    return not (place and (person or (phrase.kind == "title" and phrase.office is not None)))


def _appositions(gap: Sequence[Word], verbs: Verbs) -> bool:
    """Whether what stands between two persons of a list says what the first is, or the office of the second."""
    if not 2 < len(gap) <= _TITLE_WORDS or gap[0].folded != "," or sum(word.folded == "," for word in gap) > 2:
        return False
    if any(word.folded == "and" and following.folded.endswith("ed") for word, following in pairwise(gap)):
        # "A, winner of the prize, and wished B"
        return False
    allowed = verbs.lists.get("connector", frozenset()) | {"in", "on", ","}
    stop = verbs.lists.get("stop", frozenset()) | verbs.lists.get("verbal", frozenset()) | verbs.lists.get("passive", frozenset())
    return all(word.folded in allowed or (word.folded[0].isalnum() and word.folded not in stop) for word in gap)


def _office_before(
    text: str,
    words: Sequence[Word],
    parts: Sequence[Group],
    name: Any,
    connectors: frozenset[str],
    stop: frozenset[str],
    companions: frozenset[str],
) -> int:
    """How many phrases before a person's name are of the office that the person bears, though words of it stand between that nobody knows
    as such: "Minister of Foreign Affairs and Overseas Trade Maris Odell"."""
    if not connectors or name.kind != "name" or name.head is None or name.head.kind != "PER":
        return 0
    first, titled, best = name.first, False, 0
    for taken, part in enumerate(reversed(parts)):
        phrase = part.phrases[0]
        gap = words[part.last + 1 : first]
        if len(gap) > _TITLE_WORDS or phrase.kind not in ("title", "name") or getattr(phrase, "relative", False):
            break
        if phrase.kind == "name" and (phrase.head is None or phrase.head.kind == "PER"):
            break
        if phrase.owning and gap:
            break
        capitals = _of_an_office(text, gap, connectors, taken == 0 and _closed(words, name))
        country = taken == 0 and phrase.kind == "name" and phrase.head.kind == "LOC"
        beside = country and not gap
        fits = name.office is not None if beside else capitals is None and _described(text, gap, stop)
        if country and fits and _with(words, part.first, companions):
            # "met with Valdora film director Maris Odell", "with Valdora Governor X"; but "in Valdora President X"
            return 1
        if capitals is None or beside:
            break
        if (
            taken == 0
            and not capitals
            and gap
            and not all(word.folded in "()" for word in gap)
            and not (gap[-1].folded == "," and name.office is None)
        ):
            # "the minister and President X" are two
            break
        titled = titled or capitals > 0 or (phrase.kind == "title" and phrase.office is not None)
        first = part.first
        if titled or (name.office is not None and _with(words, part.first, companions)):
            best = taken + 1
    return best


def _owned(text: str, words: Sequence[Word], pronoun: Group, phrase: Any) -> bool:
    """Whether "her" before a title belongs to it: "her Tarsenian counterpart X"."""
    if pronoun.phrases[0].kind != "pronoun" or pronoun.last != pronoun.first or phrase.kind not in ("name", "title"):
        return False
    between = words[pronoun.last + 1 : phrase.first]
    return len(between) <= 2 and phrase.office is not None and all(text[word.start].isupper() for word in between)


def _described(text: str, gap: Sequence[Word], stop: frozenset[str]) -> bool:
    """Whether the words between a country and a person's name say what the person is."""
    if not 1 <= len(gap) <= 8 or gap[-1].folded in (",", "and") or gap[0].folded == ",":
        return False
    return all((word.folded[0].isalnum() or word.folded == ",") and word.folded not in stop for word in gap)


def _with(words: Sequence[Word], first: int, companions: frozenset[str]) -> bool:
    return first > 0 and words[first - 1].folded in companions


def _goes_before(text: str, gap: Sequence[Word], before: Any, phrase: Any) -> bool:
    return _longer_office(text, gap, before, phrase) or _members(before, gap, phrase)


def _members(group: Any, gap: Sequence[Word], name: Any) -> bool:
    """Whether a word for several stands right before the first of their names: "members of the parliament A, B and C"."""
    person = name.kind == "name" and name.head is not None and name.head.kind == "PER"
    return group.kind in ("unnamed", "group") and person and not any(word.folded not in ":-" for word in gap)


def _longer_office(text: str, gap: Sequence[Word], title: Any, phrase: Any) -> bool:
    """Whether two phrases without a name are one office with a word between that nobody knows: "Plenipotentiary Presidential Envoy"."""
    both = title.kind == phrase.kind == "title" and not title.owning and title.office is not None and phrase.office is not None
    return both and bool(gap) and all(text[word.start].isupper() for word in gap)


def _of_an_office(text: str, gap: Sequence[Word], connectors: frozenset[str], closed: bool) -> int | None:
    """How many words with capitals a stretch inside an office has; None where something else stands in it."""
    capitals = 0
    for place, word in enumerate(gap):
        if text[word.start].isupper():
            capitals += 1
        elif word.folded == ",":
            if place + 1 < len(gap) or not closed:
                return None
        elif word.folded not in connectors and word.folded not in "()&.-'":
            return None
    return capitals


def _closed(words: Sequence[Word], name: Any) -> bool:
    return name.last >= len(words) or words[name.last].folded in (",", ".", ";", ")")


def _apart(gap: Sequence[Word], filler: frozenset[str]) -> bool:
    """Whether a gap holds a word or mark that joins, and not only an article."""
    return any(word.folded not in filler for word in gap)


def _governing(verbs: Verbs) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    cached = verbs.__dict__.get("governing")
    if cached is None:
        before: dict[str, set[str]] = {}
        after: dict[str, set[str]] = {}
        for name, case in verbs.cases.items():
            for word in case.before:
                before.setdefault(word, set()).add(name)
            for word in case.after:
                after.setdefault(word, set()).add(name)
        cached = ({word: frozenset(names) for word, names in before.items()}, {word: frozenset(names) for word, names in after.items()})
        verbs.__dict__["governing"] = cached
    return cached


def _marks(text: str, verbs: Verbs, words: Sequence[Word], group: Group, left: int, governing) -> tuple[frozenset[str], int]:
    before, after = governing
    if group.first == group.last and words[group.first].folded in verbs.lists.get("nominative", frozenset()):
        return frozenset((SUBJECT,)), -1
    if group.first == group.last and _acts(verbs, words, group.first):
        return frozenset((SUBJECT,)), -1
    if verbs.order == "svo" and _hyphened(text, words, group.last):
        # "the U.S.-led talks": no party
        return frozenset(), -1
    modifiers = verbs.lists.get("modifier", frozenset())
    participation = verbs.lists.get("participation", frozenset())
    if group.first > left and words[group.first - 1].folded in participation:
        return frozenset(("with",)), group.first - 1
    adjectives = verbs.endings.get("modifier", ())
    if group.phrases[-1].owning and verbs.order == "svo":
        return frozenset((OWNER,)), -1
    governed = not words[group.last].folded.endswith(verbs.endings.get("free", ()))
    if governed and group.last + 1 < len(words) and words[group.last + 1].folded in after:
        return after[words[group.last + 1].folded], group.last + 1
    for back in range(1, _BACK + 1):
        place = group.first - back
        if place < left:
            break
        word = words[place].folded
        if word in before:
            if place == 0 and word in verbs.lists.get("role", frozenset()):
                # "As the chancellor met them, she said"
                break
            if place > left and words[place - 1].folded in verbs.lists.get("source", frozenset()):
                # "according to the chancellor": who says it has no part in it
                return frozenset(), place
            named = before[word]
            if place > left and words[place - 1].folded in participation:
                return frozenset(("with",)), place
            endings = _by_ending(verbs, words, group, named) if any(verbs.cases[name].endings for name in named) else None
            return endings or named, place
        if word in modifiers or word.isdigit() or (adjectives and not text[words[place].start].isupper() and word.endswith(adjectives)):
            continue
        named = verbs.lists.get("courtesy", frozenset())
        courtesy = words[place].folded in named or (words[place].folded in (".", ",") and words[place - 1].folded in named)
        if verbs.order != "svo" or (group.phrases[0].office is None and not courtesy):
            break
        if not (text[words[place].start].isupper() or word == "and" or courtesy):
            break
    return _by_ending(verbs, words, group, None) or frozenset((SUBJECT, OBJECT)), -1


def _hyphened(text: str, words: Sequence[Word], last: int) -> bool:
    """Whether a hyphen joins a word to the next one."""
    if last + 2 >= len(words) or words[last + 1].folded != "-":
        return False
    mark = words[last + 1]
    return words[last].end == mark.start and mark.end == words[last + 2].start and text[words[last + 2].start].isalnum()


def _acts(verbs: Verbs, words: Sequence[Word], place: int) -> bool:
    """Whether a word that may be subject or object is a subject, for an auxiliary follows it ("agreements it had made")."""
    if words[place].folded not in verbs.lists.get("either_case", frozenset()) or place + 1 >= len(words):
        return False
    following = words[place + 1].folded
    return following in verbs.passive_by or following in verbs.lists.get("helping", frozenset()) | verbs.lists.get("will", frozenset())


def _by_ending(verbs: Verbs, words: Sequence[Word], group: Group, among: frozenset[str] | None) -> frozenset[str]:
    """The cases whose endings the words of a group have; with endings of one letter it may as well have none."""
    sov = verbs.order == "sov"  # "Marren ilə" or "Marrenlə": one or the other
    cases = [
        (name, case)
        for name, case in verbs.cases.items()
        if (case.endings or case.weak or case.words)
        and (name in among if among is not None else not case.before and (sov or not case.after))
    ]
    if not cases:
        return frozenset()
    phrase = group.phrases[-1] if sov else group.phrases[0]
    first, last = phrase.first, phrase.last - 1
    if sov:
        return _ended(words[last].folded, cases) or frozenset((SUBJECT, OBJECT))
    one = _ended(words[first].folded, cases)
    if SUBJECT in one and phrase.kind in ("name", "state") and (phrase.head is None or phrase.head.kind in ("LOC", "ORG")):
        # what is no living thing is an object in the same form
        one = one | {OBJECT}
    person = phrase.kind == "name" and phrase.head is not None and phrase.head.kind == "PER"
    if not person or first == last:
        # behind an office stands what it is an office of; behind an adjective, what has its case too
        if first < last and words[first].folded.endswith(verbs.endings.get("modifier", ())):
            return (one & _ended(words[first + 1].folded, cases)) or one
        return one
    # of a name the last word tells, unless an apposition follows it
    other = _ended(words[place_of(words, phrase.head.end - 1)].folded, cases)
    if other == {SUBJECT} and words[first].folded.endswith(verbs.endings.get("oblique", ())) and one - other:
        # women's surnames that end in a consonant have no cases: «Ильде Маррен»
        return one - other
    return (one & other) or one | other


def _ended(word: str, cases: Sequence[tuple[str, Any]]) -> frozenset[str]:
    """The cases with the longest endings that a word has."""
    if said := frozenset(name for name, case in cases if word in case.words):
        return said
    found: set[str] = set()
    longest = 0
    for name, case in cases:
        if word in case.unlike:
            continue
        ending = next((ending for ending in case.endings if ending and word.endswith(ending) and len(word) > len(ending) + 1), "")
        if ending and len(ending) > longest:
            found, longest = {name}, len(ending)
        elif ending and len(ending) == longest:
            found.add(name)
    if found:
        return frozenset(found)
    for name, case in cases:
        if any(word.endswith(ending) and len(word) > len(ending) + 1 for ending in case.weak):
            found |= {name, SUBJECT}
    return frozenset(found)
