"""One phrase, read from left to right: determiner, what it is of, offices, name, in the order in which its language puts them.

No grammar is known but that order, and what the words say: `lexicon` has it from data.
"""

from collections.abc import Sequence

from readout.refer.document import Name
from readout.refer.items import Item, goes_on, holder, is_honour, joins_bodies, joins_offices
from readout.refer.lexicon import Lexicon, Office, office
from readout.refer.phrase import Phrase

_LONGEST = 24
"""Words of one phrase at most: what is longer is a list or a sentence."""
_AROUND = frozenset({"ambassador", "representative", "adviser", "head", "director", "prosecutor", "spokesperson"})
"""Offices that are held somewhere: "the ambassador to", «представитель в»."""
_SIDE = "side"
"""The word for a party: with a country it means that country, «азербайджанская сторона»."""
_DOCUMENTS = "documents"
_PRESS = "press"
_IGNORED = frozenset({"affairs"})
_OPENING = ("determiner", "indefinite", "possessive")
_BEFORE_NAMES = (*_OPENING, "number", "modifier", "country", "courtesy")
_LEADING = frozenset({"connector", "abroad", "and", "preposition"})


class Reading:
    """The phrase that begins at an item; `read` gives it, `stop` is the item behind it."""

    def __init__(self, items: Sequence[Item], start: int, lexicon: Lexicon) -> None:
        self._items = items
        self._start = start
        self._limit = min(len(items), start + _LONGEST)
        self._lexicon = lexicon
        self._place = start
        self._weight = -1  # the last item of weight: what follows it is not of the phrase
        self._head: Name | None = None
        self._offices: list[tuple[str, set[str]]] = []
        self._portfolios: set[str] = set()
        self._countries: list[str] = []
        self._of: list[Name] = []
        self._body: str | None = None
        self._issuer: str | None = None
        self._gender: str | None = None
        self._possessive: str | None = None
        self._count: int | None = None
        self._is_group = self._is_unnamed = False
        self._in_complement = False  # behind "of": what follows is what the office is of
        self._in_other = False  # there, behind another office: a name that follows is not the holder's
        self.stop = start + 1

    def read(self) -> Phrase | None:
        """The phrase, or None where none begins at the item."""
        first = self._items[self._start]
        if first.says("pronoun", "relative") and not self._owns_office():
            made = self._made(self._start, self._start + 1, "pronoun")
            made.gender, made.relative = first.tags.get("pronoun"), first.says("relative")
            made.is_object = first.says("object")
            return made
        while self._place < self._limit:
            item = self._items[self._place]
            if not (self._take_name(item) if item.name else self._take_word(item)):
                break
            self._place += 1
        if self._weight < 0 and not self._is_number():
            return None
        if self._is_row_of_names():
            self._head, self._weight = None, self._start
            del self._of[1:]
        self.stop = self._weight + 1
        return self._closed()

    def _is_row_of_names(self) -> bool:
        """Whether names follow each other with no office or body that the first would belong to: «Kestria Valdora'ya»."""
        told = self._offices or self._portfolios or self._countries or self._body or self._is_group or self._is_unnamed
        first = self._items[self._start].name
        return self._lexicon.of == "before" and not told and bool(self._of) and first is self._of[0] and bool(self._of[1:] or self._head)

    def _is_number(self) -> bool:
        """Whether it is "the two" by itself, which a verb follows."""
        if not self._count or self._count < 2 or self._place >= self._limit or not self._items[self._place].says("acting"):
            return False
        self._is_group, self._weight = True, self._place - 1
        return True

    # names

    def _take_name(self, item: Item) -> bool:
        if item.is_person:
            return self._take_person(item)
        if item.name.kind == "AGREEMENT":
            return False
        if self._place == self._start and self._is_where(item) and self._lexicon.of != "before":
            self._of.append(item.name)
            self._weight = self._place
            return False
        listed = self._is_group and self._in_complement and self._place > self._start and joins_bodies(self._items, self._place - 1)
        if not listed and not self._belongs(item):
            self._find_holder(self._place)
            return False
        self._of.append(item.name)
        self._weight = self._place
        return True

    def _take_person(self, item: Item) -> bool:
        following = self._items[self._place + 1] if self._place + 1 < len(self._items) else None
        if item.owning and following is not None and following.is_part:
            # "X's spokesman": whose office it is
            self._of.append(item.name)
            self._weight = self._place
            return True
        if self._in_other:
            self._of.append(item.name)
            self._weight = self._place
        elif not (self._is_unnamed or self._is_group):
            # several in front of one name ("members of Congress X, Y and Z") are no title of the first
            self._head, self._weight = item.name, self._place
        return False

    def _belongs(self, item: Item) -> bool:
        """Whether a body's or place's name goes on with the phrase, or begins it."""
        of = self._lexicon.of
        opens = all(self._items[place].says(*_BEFORE_NAMES) for place in range(self._start, self._place))
        if opens:
            return of != "after" or not self._offices
        before = self._items[self._place - 1]
        if of == "before":
            # names follow each other before the office, never behind it: "Azərbaycan Respublikası Xarici İşlər Nazirliyinin"
            return not self._offices
        if self._in_complement or (of == "both" and (self._is_unnamed or self._is_group)):
            return before.says("connector", "abroad", "determiner")
        if of == "after":
            return bool(self._offices or self._body) and not self._of
        return before.owning or (before.says("country", "modifier", "portfolio") and not self._offices)

    def _is_where(self, item: Item) -> bool:
        """Whether a place before a title is where, not whose: "In Moscow President X"."""
        if self._place != self._start or self._place == 0 or item.owning or item.name.kind != "LOC":
            return False
        following = self._items[self._place + 1] if self._place + 1 < len(self._items) else None
        is_title = following is not None and following.is_part and following.name is None
        before = self._items[self._place - 1]
        return is_title and before.says("abroad") and not before.says("company")

    def _find_holder(self, place: int) -> None:
        """Go on to the name that ends a long title, where one does."""
        if not self._offices or self._is_group:
            return
        found = holder(self._items, place, self._limit)
        if found is not None:
            self._head, self._weight = self._items[found].name, found

    # words

    def _take_word(self, item: Item) -> bool:
        tags = item.tags
        if "role" in tags and "group" not in tags:
            return self._take_role(item)
        for kind, take in _TAKES:
            if kind in tags:
                return take(self, item)
        if item.word == ",":
            return self._take_and(item)
        if item.word in ("'s", "'"):
            return True
        if item.word == "-" and self._weight == self._place - 1:
            return self._place + 1 < self._limit and self._items[self._place + 1].is_part
        if self._in_complement and (item.capital or item.word == "("):
            self._find_holder(self._place)
        return False

    def _take_inside(self, item: Item) -> bool:
        if self._in_complement:
            self._find_holder(self._place)
        return False

    def _take_role(self, item: Item) -> bool:
        if self._is_group and self._lexicon.of == "before":
            return False
        before = self._items[self._place - 1] if self._place else None
        honour = is_honour(self._items, self._place, self._limit)
        if self._lexicon.of == "after" and self._offices and not (before and before.word == "-"):
            # two offices in a row: the second is what the first is an office of («помощник президента»)
            self._in_complement = True
        elif self._in_complement and self._lexicon.of == "both" and before and before.word != "the" and not honour:
            # "a spokesman for President X": the name that follows is not the spokesman's
            self._in_other = True
        if not self._in_complement:
            value = office(item.tags["role"])
            self._offices.append((value.role, set(value.portfolios)))
            if "portfolio" in item.tags:
                self._portfolios.add(item.tags["portfolio"])
        self._weight = self._place
        return True

    def _take_group(self, item: Item) -> bool:
        self._is_group, self._weight = True, self._place
        self._offices.append((item.tags["group"], set()))
        return True

    def _take_portfolio(self, item: Item) -> bool:
        if not self._in_complement or self._lexicon.of != "after":
            self._portfolios.add(item.tags["portfolio"])
        if "body" in item.tags:
            self._note_body(item.tags["body"])
        self._weight = self._place
        return True

    def _take_body(self, item: Item) -> bool:
        if not self._in_complement:
            self._note_body(item.tags["body"])
        elif self._body == _DOCUMENTS:
            self._issuer = item.tags["body"]
        self._weight = self._place
        return True

    def _note_body(self, kind: str) -> None:
        if kind == _DOCUMENTS and self._body not in (None, _DOCUMENTS):
            self._issuer = self._body
        self._body = kind

    def _take_country(self, item: Item) -> bool:
        self._countries.append(item.tags["country"])
        self._weight = self._place
        return True

    def _take_courtesy(self, item: Item) -> bool:
        self._gender = item.tags["courtesy"]
        return True

    def _take_number(self, item: Item) -> bool:
        if not all(self._items[place].says(*_OPENING) for place in range(self._start, self._place)):
            return False
        self._count = int(item.tags["number"])
        return True

    def _take_unnamed(self, item: Item) -> bool:
        self._is_unnamed, self._weight = True, self._place
        return True

    def _take_determiner(self, item: Item) -> bool:
        return self._place == self._start or self._items[self._place - 1].says("connector", "abroad")

    def _take_possessive(self, item: Item) -> bool:
        if self._place != self._start:
            return False
        self._possessive = item.tags["possessive"]
        return True

    def _take_filler(self, item: Item) -> bool:
        return True

    def _take_connector(self, item: Item) -> bool:
        held_abroad = bool(self._offices) and self._offices[-1][0] in _AROUND
        if not item.says("connector") and not held_abroad:
            if item.says("and"):
                return self._take_and(item)
            return self._take_inside(item)
        if self._weight != self._place - 1:
            return False
        if not (self._offices or self._body or self._is_unnamed) or not goes_on(self._items, self._place + 1):
            self._find_holder(self._place + 1)
            return False
        self._in_complement = True
        return True

    def _take_and(self, item: Item) -> bool:
        if joins_offices(self._items, self._place):
            return True
        if self._is_group and self._in_complement and joins_bodies(self._items, self._place):
            return True
        following = self._items[self._place + 1] if self._place + 1 < len(self._items) else None
        if self._in_complement and not (item.word == "," and following is not None and following.is_person):
            self._find_holder(self._place)
        return False

    # what it amounts to

    def _closed(self) -> Phrase | None:
        start, stop = self._start, self.stop
        while start < stop - 1 and not self._items[start].name and not (self._items[start].tags.keys() - _LEADING):
            start += 1
        if self._head is not None:
            made = self._person(start, stop)
        elif self._is_group:
            made = self._group(start, stop)
        elif self._is_unnamed and not self._offices:
            made = self._made(start, stop, "unnamed")
        elif self._is_named_body(stop):
            made = self._made(start, stop, "name")
            made.head = self._of[-1]
            return made
        elif self._offices or (self._body and not (self._of and self._items[stop - 1].name)):
            made = self._made(start, stop, "title")
            made.body, made.issuer = self._body, self._issuer
            if self._lexicon.of == "both" and not (self._offices or self._countries or self._of or self._portfolios or self._possessive):
                # "any state or organisation": in English what has been named bears an article
                made.definite = self._items[start].says("determiner")
            if self._count and self._count > 1:
                made.kind, made.count = "group", self._count
        elif self._of:
            # a body's or a country's name by itself
            name = self._of[-1] if self._lexicon.of == "both" else self._of[0]
            place = next(place for place in range(start, stop) if self._items[place].name is name)
            if self._lexicon.of == "before":
                # no office followed, so that those behind are of no phrase with the first: "Almaniya Gürcüstana"
                self.stop = place + 1
            made = self._made(place, place + 1, "name")
            made.head = name
            return made
        else:
            return None
        made.office = self._office()
        made.offices = (made.office,) if made.office else ()
        made.countries, made.of = tuple(dict.fromkeys(self._countries)), tuple(self._of)
        made.gender, made.possessive = self._gender, self._possessive
        return made

    def _is_named_body(self, stop: int) -> bool:
        """Whether it is a body's name, and behind it what the body is: "TASS news agency"."""
        if self._lexicon.of != "both" or self._offices or not self._body or self._in_complement or not self._of:
            return False
        place = next(place for place in range(self._start, stop) if self._items[place].name is self._of[-1])
        return self._of[-1].kind == "ORG" and place < stop - 1 and not self._items[place].owning

    def _person(self, start: int, stop: int) -> Phrase:
        if not self._offices and not self._body:
            # what is before a name and no title is of another phrase: "in the House of Representatives X"
            items = self._items
            start = next(place for place in range(start, stop) if items[place].name is self._head or items[place].says("courtesy"))
            self._of.clear()
        made = self._made(start, stop, "name")
        made.head = self._head
        return made

    def _group(self, start: int, stop: int) -> Phrase:
        if self._offices and self._offices[-1][0] == _SIDE and not self._count and (self._countries or self._of):
            self._offices.clear()
            made = self._made(start, stop, "title")
            made.body = _SIDE
            return made
        made = self._made(start, stop, "group")
        made.count = self._count
        return made

    def _office(self) -> Office | None:
        """The office that the phrase tells: the last before its complement, or the first where complements follow without a word."""
        if not self._offices:
            return None
        role, portfolios = self._offices[0] if self._lexicon.of == "after" else self._offices[-1]
        every = frozenset((portfolios | self._portfolios) - _IGNORED)
        if role == "secretary" and _PRESS in every:
            return Office("spokesperson")
        return Office(role, every - {_PRESS})

    def _made(self, start: int, stop: int, kind: str) -> Phrase:
        first, last = self._items[start], self._items[stop - 1]
        definite = bool(first.name) or not first.says("indefinite")
        span = (first.start, last.end)
        return Phrase(*span, kind, first.first, last.last, span, owning=last.owning, definite=definite)

    def _owns_office(self) -> bool:
        """Whether a word that may be a pronoun is the possessive before an office: "her spokesman", «его помощник»."""
        if not self._items[self._start].says("possessive") or self._start + 1 >= len(self._items):
            return False
        return self._items[self._start + 1].says("role", "group", "body", "portfolio", "country")


_TAKES = (
    ("group", Reading._take_group),
    ("portfolio", Reading._take_portfolio),
    ("body", Reading._take_body),
    ("country", Reading._take_country),
    ("courtesy", Reading._take_courtesy),
    ("number", Reading._take_number),
    ("unnamed", Reading._take_unnamed),
    ("possessive", Reading._take_possessive),
    ("determiner", Reading._take_determiner),
    ("indefinite", Reading._take_determiner),
    ("modifier", Reading._take_filler),
    ("title", Reading._take_filler),
    ("connector", Reading._take_connector),
    ("abroad", Reading._take_connector),
    ("and", Reading._take_and),
    ("inside", Reading._take_inside),
)
"""What a word says, and what is done with it; of several the first."""
