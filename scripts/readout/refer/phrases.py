"""The phrases of a sentence that may mean somebody: names with their titles, offices, pronouns, groups, bodies and countries.

Read from left to right, by what the words say: no grammar but the order in which a language puts an office, its country and its holder.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from readout.refer.document import Name, Sentence
from readout.refer.lexicon import Lexicon, Office, office

_LONGEST = 24
"""Words of one phrase at most: what is longer is a list or a sentence."""
_AROUND = ("ambassador", "representative", "adviser", "head", "director", "prosecutor", "spokesperson")
_OPENING = ("determiner", "indefinite", "possessive")
_BEFORE_NAMES = (*_OPENING, "number", "modifier", "country", "courtesy")
_CLOSING = frozenset(",.;:!?)]}»”\"-")
_SIDE = "side"
"""The word for a party: with a country it means that country, «азербайджанская сторона»."""
_PRESS = "press"
_IGNORED = frozenset({"affairs"})


@dataclass(slots=True)
class Phrase:
    """A stretch `[start, end)` that may mean somebody.

    `kind`: `name` (a person's name, with title or without, or a body's, place's or country's), `title` (an office, role or body without a
    name), `pronoun`, `group`, `unnamed`. `head` is the name that it is; `office` what the person is called; `countries` (ISO codes) and
    `of` (names) tell whose office it is; `body` is the kind of a body without a name; `gender` is that of a pronoun or courtesy: m, f, n, p
    (several), u (either). `count` is how many a group says it is. `preposition` is the word before it, if it is one. `core` is the span
    without what stands behind commas. `offices` are all that an apposition adds. `owning`: whether it ends in a mark of possession;
    `definite`: whether it does not begin with a word like "a" or "any".
    """

    start: int
    end: int
    kind: str
    head: Name | None = None
    office: Office | None = None
    offices: tuple[Office, ...] = ()
    countries: tuple[str, ...] = ()
    of: tuple[Name, ...] = ()
    body: str | None = None
    gender: str | None = None
    count: int | None = None
    preposition: str | None = None
    relative: bool = False
    definite: bool = True
    owning: bool = False
    possessive: str | None = None
    core: tuple[int, int] = (0, 0)
    first: int = 0
    last: int = 0
    """Its first word, and one past its last, in `Sentence.words`."""


@dataclass(slots=True)
class _Item:
    """A word or a name of the sentence, with what it says."""

    start: int
    end: int
    word: str
    tags: dict
    name: Name | None
    owning: bool
    """Whether it ends in a mark of possession: "Azerbaijan's"."""
    first: int
    last: int
    capital: bool


@dataclass(slots=True)
class _Open:
    """A phrase that is being read."""

    offices: list[tuple[str, set[str]]] = field(default_factory=list)
    portfolios: set[str] = field(default_factory=set)
    countries: list[str] = field(default_factory=list)
    of: list[Name] = field(default_factory=list)
    body: str | None = None
    gender: str | None = None
    possessive: str | None = None


def phrases(sentence: Sentence, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """All phrases of a sentence, in order; they do not overlap."""
    items = _items(sentence, lexicon)
    found: list[Phrase] = []
    place = 0
    while place < len(items):
        item = items[place]
        if not item.name and not item.tags:
            place += 1
            continue
        phrase, after = _phrase(items, place, lexicon)
        if phrase:
            before = items[place - 1] if place else None
            if before is not None and not before.name and "preposition" in before.tags:
                phrase.preposition = before.word
            found.append(phrase)
        place = max(after, place + 1)
    return tuple(_apposed(found, items))


def _items(sentence: Sentence, lexicon: Lexicon) -> list[_Item]:
    names, made, place = sentence.names, [], 0
    for number, word in enumerate(sentence.words):
        while place < len(names) and names[place].end <= word.start:
            place += 1
        name = names[place] if place < len(names) and names[place].start < word.end else None
        if name is None:
            owning = word.folded.endswith(("'s", "s'"))
            capital = sentence.text[word.start].isupper()
            made.append(_Item(word.start, word.end, word.folded, lexicon.tags(word.folded), None, owning, number, number + 1, capital))
        elif made and made[-1].name is name:
            made[-1].last = number + 1
            made[-1].owning = word.end > name.end or name.surface.endswith(("’s", "'s"))
        else:
            owning = word.end > name.end or name.surface.endswith(("’s", "'s"))
            made.append(_Item(name.start, name.end, word.folded, {}, name, owning, number, number + 1, True))
    for one, other in pairwise(made):
        # "China" and its "'s" are two tokens where a blank or mark stands between them
        if one.name and other.word in ("'s", "'"):
            one.owning = True
    return made


def _phrase(items: Sequence[_Item], start: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    """The phrase that begins at an item, and the item behind it; no phrase where none begins."""
    item = items[start]
    if not item.name:
        tags = item.tags
        if ("pronoun" in tags or "relative" in tags) and not _opens_title(items, start):
            made = _made(items, start, start + 1, "pronoun")
            made.gender, made.relative = tags.get("pronoun"), "relative" in tags
            return made, start + 1
    read = _Open()
    place, limit = start, min(len(items), start + _LONGEST)
    last_part = -1  # the last item that is of weight: what follows it ends the phrase
    head: Name | None = None
    number: int | None = None
    group = unnamed = complement = title_complement = False
    while place < limit:
        here = items[place]
        tags = here.tags
        if here.name:
            kind = here.name.kind
            if kind == "PER":
                owned = here.owning and place + 1 < len(items) and _is_part(items[place + 1])
                if owned:
                    read.of.append(here.name)
                    last_part = place
                    place += 1
                    continue
                if title_complement:
                    read.of.append(here.name)
                    last_part = place
                elif not (unnamed or group):
                    # several in front of one name ("members of Congress X, Y and Z") are no title of the first
                    head, last_part = here.name, place
                break
            if kind == "AGREEMENT":
                break
            listed = group and complement and place > start and _joins_countries(items, place - 1)
            behind = complement or (lexicon.of == "both" and (unnamed or group))
            if not listed and not _takes_name(items, place, start, read, lexicon, behind, here):
                holder = _holder(items, place, limit) if complement and read.offices and not group else None
                if holder is not None:
                    head, last_part = items[holder].name, holder
                break
            read.of.append(here.name)
            last_part = place
            place += 1
            continue
        if "role" in tags and "group" not in tags:
            if lexicon.of == "after" and read.offices and not _joined(items, place):
                # two offices in a row: the second is what the first is an office of ("помощник президента")
                complement = True
            elif complement and lexicon.of == "both" and items[place - 1].word != "the":
                # "a spokesman for President X": the name that follows is not the spokesman's
                title_complement = True
            if not complement:
                value = office(tags["role"])
                read.offices.append((value.role, set(value.portfolios)))
            if "portfolio" in tags and not complement:
                read.portfolios.add(tags["portfolio"])
            last_part = place
        elif "group" in tags:
            group, last_part = True, place
            read.offices.append((tags["group"], set()))
        elif "portfolio" in tags:
            if not complement or lexicon.of != "after":
                read.portfolios.add(tags["portfolio"])
            if "body" in tags:
                read.body = tags["body"]
            last_part = place
        elif "body" in tags:
            if not complement:
                read.body = tags["body"]
            last_part = place
        elif "country" in tags:
            read.countries.append(tags["country"])
            last_part = place
        elif "courtesy" in tags:
            read.gender = tags["courtesy"]
            last_part = max(last_part, -1)
        elif "number" in tags:
            if place != start and not _only(items, start, place, _OPENING):
                break
            number = int(tags["number"])
        elif "unnamed" in tags:
            unnamed, last_part = True, place
        elif "possessive" in tags and place == start:
            read.possessive = tags["possessive"]
        elif "determiner" in tags or "indefinite" in tags:
            if place != start and "connector" not in items[place - 1].tags and "abroad" not in items[place - 1].tags:
                break
        elif "modifier" in tags or "title" in tags:
            pass
        elif "connector" in tags or ("abroad" in tags and read.offices and read.offices[-1][0] in _AROUND):
            if last_part != place - 1 or not (read.offices or read.body or unnamed) or not _goes_on(items, place + 1):
                holder = _holder(items, place + 1, limit) if read.offices and last_part == place - 1 and not group else None
                if holder is not None:
                    head, last_part = items[holder].name, holder
                break
            complement = True
        elif "and" in tags or here.word == ",":
            if not _joined_portfolios(items, place) and not (group and complement and _joins_countries(items, place)):
                titled = complement and read.offices and not group and not (here.word == "," and _at_person(items, place + 1))
                holder = _holder(items, place, limit) if titled else None
                if holder is not None:
                    head, last_part = items[holder].name, holder
                break
        elif here.word == "'s" or here.word == "'" or (here.word == "-" and last_part == place - 1 and place + 1 < limit and _is_part(items[place + 1])):
            pass
        else:
            holder = _holder(items, place, limit) if complement and here.capital and read.offices and not group else None
            if holder is not None:
                head, last_part = items[holder].name, holder
            break
        place += 1
    if last_part < 0 and head is None:
        return None, start + 1
    stop = last_part + 1
    return _closed(items, start, stop, read, head, number, group, unnamed, lexicon), stop


def _closed(
    items: Sequence[_Item],
    start: int,
    stop: int,
    read: _Open,
    head: Name | None,
    number: int | None,
    group: bool,
    unnamed: bool,
    lexicon: Lexicon,
) -> Phrase | None:
    start = _trimmed(items, start, stop)
    if head is not None:
        if not read.offices and not read.body:
            # what is before a name and no title is of another phrase ("in the House of Representatives X")
            start = next(place for place in range(start, stop) if items[place].name is head or "courtesy" in items[place].tags)
            read.of.clear()
        made = _made(items, start, stop, "name")
        made.head = head
    elif group and read.offices[-1][0] == _SIDE and not number and (read.countries or read.of):
        made = _made(items, start, stop, "title")
        made.body = _SIDE
        read.offices.clear()
    elif group:
        made = _made(items, start, stop, "group")
        made.count = number
    elif unnamed and not read.offices:
        made = _made(items, start, stop, "unnamed")
    elif read.offices or (read.body and not (read.of and not read.offices and items[stop - 1].name)):
        made = _made(items, start, stop, "title")
        made.body = read.body
        if number and number > 1:
            made.kind, made.count = "group", number
    elif read.of:
        # a body's or a country's name, with what belongs to it before
        name = read.of[-1] if lexicon.of != "after" else read.of[0]
        place = next(place for place in range(start, stop) if items[place].name is name)
        made = _made(items, place, place + 1, "name")
        made.head = name
        return made
    else:
        return None
    made.office = _office(read, lexicon)
    made.offices = (made.office,) if made.office else ()
    made.countries, made.of = tuple(dict.fromkeys(read.countries)), tuple(read.of)
    made.gender, made.possessive = read.gender, read.possessive
    return made


def _office(read: _Open, lexicon: Lexicon) -> Office | None:
    """The office that a phrase tells: the last role before its complement, or the first where complements follow."""
    if not read.offices:
        return None
    role, portfolios = read.offices[0] if lexicon.of == "after" else read.offices[-1]
    every = frozenset((portfolios | read.portfolios) - _IGNORED)
    if role == "secretary" and _PRESS in every:
        return Office("spokesperson")
    return Office(role, every - {_PRESS})


def _made(items: Sequence[_Item], start: int, stop: int, kind: str) -> Phrase:
    first, last = items[start], items[stop - 1]
    core = (first.start, last.end)
    definite = bool(first.name) or "indefinite" not in first.tags
    return Phrase(first.start, last.end, kind, core=core, first=first.first, last=last.last, owning=last.owning, definite=definite)


def _trimmed(items: Sequence[_Item], start: int, stop: int) -> int:
    """Where the phrase begins once connectors before it are left out."""
    while start < stop - 1 and not items[start].name and not (items[start].tags.keys() - {"connector", "abroad", "and", "preposition"}):
        start += 1
    return start


def _is_part(item: _Item) -> bool:
    """Whether an item may be of a title."""
    return bool(item.name) or bool(item.tags.keys() & {"role", "body", "portfolio", "modifier", "country", "title", "courtesy", "group"})


def _only(items: Sequence[_Item], start: int, stop: int, kinds: tuple[str, ...]) -> bool:
    return all(items[place].tags.keys() & set(kinds) for place in range(start, stop))


def _joined(items: Sequence[_Item], place: int) -> bool:
    """Whether a hyphen joins an item with the one before: "генерал - полковник"."""
    return place > 0 and items[place - 1].word == "-"


def _joined_portfolios(items: Sequence[_Item], place: int) -> bool:
    """Whether "and" stands between two words of one office ("Trade and Industry") or two countries' ("the Russian and Armenian presidents")."""
    if not 0 < place < len(items) - 1:
        return False
    before, after = items[place - 1], items[place + 1]
    if not before.name and not after.name and "country" in before.tags and "country" in after.tags:
        return place + 2 < len(items) and not items[place + 2].name and "group" in items[place + 2].tags
    return not before.name and not after.name and "portfolio" in before.tags and "portfolio" in after.tags and "role" not in after.tags


def _goes_on(items: Sequence[_Item], place: int) -> bool:
    """Whether what follows a connector may be what an office is of."""
    while place < len(items) and not items[place].name and "determiner" in items[place].tags:
        place += 1
    if place >= len(items):
        return False
    item = items[place]
    if item.name:
        return item.name.kind != "AGREEMENT"
    return bool(item.tags.keys() & {"role", "body", "portfolio", "country", "title", "modifier", "group"})


def _at_person(items: Sequence[_Item], place: int) -> bool:
    return place < len(items) and items[place].name is not None and items[place].name.kind == "PER"


def _joins_countries(items: Sequence[_Item], place: int) -> bool:
    """Whether a comma or "and" stands between two countries: "the ministers of A, B and C"."""
    before = items[place - 1]
    after = place + 1
    while after < len(items) and not items[after].name and items[after].tags.keys() & {"determiner", "and"}:
        after += 1
    if not before.name or after >= len(items):
        return False
    return before.name.kind != "PER" and items[after].name is not None and items[after].name.kind in ("LOC", "ORG")


def _holder(items: Sequence[_Item], place: int, limit: int) -> int | None:
    """The person's name that ends a long title ("Secretary of State for Democracy, Human Rights and Labor X"); None where none does."""
    comma = False
    while place < limit:
        item = items[place]
        if item.name:
            if item.name.kind == "PER":
                return None if comma else place
            if item.name.kind == "AGREEMENT":
                return None
        elif item.word == ",":
            if comma:
                return None
            comma = True
            place += 1
            continue
        elif item.tags.keys() & {"role", "group"} or (not item.capital and not item.tags.keys() & {"and", "connector", "portfolio", "determiner"}):
            return None
        comma = False
        place += 1
    return None


def _takes_name(
    items: Sequence[_Item], place: int, start: int, read: _Open, lexicon: Lexicon, complement: bool, here: _Item
) -> bool:
    """Whether a body's or place's name goes on with the phrase that is being read, or begins one."""
    if place == start or _only(items, start, place, _BEFORE_NAMES):
        if lexicon.of == "after":
            return not read.offices
        if place == start and place > 0 and not here.owning and here.name.kind == "LOC" and "preposition" in items[place - 1].tags:
            # "In Moscow President X": the place is where, not whose
            return not (place + 1 < len(items) and _is_part(items[place + 1]) and not items[place + 1].name) or lexicon.of == "before"
        return True
    if lexicon.of == "before":
        # "Azərbaycan Respublikası Xarici İşlər Nazirliyinin": names follow each other before the office, never behind it
        return not read.offices
    if complement:
        return "connector" in items[place - 1].tags or "abroad" in items[place - 1].tags or "determiner" in items[place - 1].tags
    if lexicon.of == "after":
        return bool(read.offices or read.body) and not read.of
    return items[place - 1].owning or (bool(items[place - 1].tags.keys() & {"country", "modifier", "portfolio"}) and not read.offices)


def _apposed(found: list[Phrase], items: Sequence[_Item]) -> list[Phrase]:
    """The phrases, those joined that name one person twice: "the president, X,", "X, the president,"."""
    by_first = {item.first: item for item in items}
    made: list[Phrase] = []
    for phrase in found:
        before = made[-1] if made else None
        comma = by_first.get(before.last) if before else None
        if before is None or comma is None or comma.word not in (",", "(") or comma.last != phrase.first:
            made.append(phrase)
            continue
        follows = by_first.get(phrase.last)
        closed = follows is None or follows.word in _CLOSING
        person, title = (before, phrase) if before.kind == "name" else (phrase, before)
        fits = (
            closed
            and person.kind == "name"
            and title.kind == "title"
            and title.office is not None
            and person.head is not None
            and person.head.kind == "PER"
            and not (person is phrase and person.office)
            and phrase.preposition is None
        )
        if fits:
            made[-1] = _both(before, phrase, person, title)
        else:
            made.append(phrase)
    return made


def _both(before: Phrase, phrase: Phrase, person: Phrase, title: Phrase) -> Phrase:
    person_offices = tuple(dict.fromkeys((*person.offices, *title.offices)))
    return Phrase(
        before.start,
        phrase.end,
        "name",
        head=person.head,
        office=person.office or title.office,
        offices=person_offices,
        countries=person.countries or title.countries,
        of=(*person.of, *title.of),
        gender=person.gender or title.gender,
        preposition=before.preposition,
        possessive=title.possessive,
        core=person.core,
        first=before.first,
        last=phrase.last,
    )


def _opens_title(items: Sequence[_Item], place: int) -> bool:
    """Whether a word that may be a pronoun is the possessive before an office: "her spokesman", «его помощник»."""
    return "possessive" in items[place].tags and place + 1 < len(items) and not items[place + 1].name and bool(
        items[place + 1].tags.keys() & {"role", "group", "body", "portfolio", "country"}
    )
