"""Which distinct names are one person, body or place: compared pairwise, joined from the surest pair on, never by a chain.

Two groups are joined only where no name of one conflicts with a name of the other. What is less complete (an initial for the given
name, no father's name, a surname alone) joins afterwards, and only where one group alone can be meant. What is nearly sure, and what
could be either of two, is not joined but handed back as a doubt.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz import fuzz

from readout.link import blocks
from readout.link.bodies import Body
from readout.link.compare import Comparer
from readout.link.names import Gathered, Key, Known
from readout.link.parties import parties
from readout.link.persons import Person
from readout.link.sounds import script
from readout.link.verdict import DOUBTFUL, SAME, Verdict

INITIALS = 0.84
_CONFLICT = 0.75
_DOMINANT = 8
_ONLY_BEARER = 0.95
_ONLY_BEARER_SCORE = 0.8
_SHORTEST_SURNAME, _SHORTEST_VARIED = 4, 6
_SLIP = 80.0  # of 100, how alike two spellings of one word are in letters (indel ratio)
_COMPARED = 25
_EVIDENCE = 0.03
_ABROAD = 0.88
_OTHER_PARTIES = Verdict(0.0, "between other parties")
_RULED = Verdict(1.0, "ruled by a person")


class Seed(NamedTuple):
    """A name of an entity that is known beforehand."""

    entity_id: str
    kind: str
    spelling: str
    language: str


class Joined(NamedTuple):
    """What a distinct name was joined to: an entity of the pack, or the name that stands for its group; by which rule, how surely."""

    entity_id: str | None
    head: Key
    canonical: Key
    rule: str
    score: float


class Doubt(NamedTuple):
    """Two names that may be one and were not joined."""

    one: Key | str
    other: Key | str
    score: float
    reason: str


class Constraints(NamedTuple):
    """What was ruled about distinct names: groups that are one, some of which with an entity, and pairs that are not."""

    same: Sequence[tuple[Collection[Key], str | None]] = ()
    apart: Collection[frozenset[Key | str]] = frozenset()


FREE = Constraints()
NOWHERE: Mapping[str, str] = MappingProxyType({})


class _Node(NamedTuple):
    key: Key | None
    entity_id: str | None
    name: Person | Body
    kind: str
    known: Known | None
    fold: str
    language: str

    @property
    def label(self) -> Key | str:
        return self.key or self.entity_id or ""


class Clusters:
    """Groups of distinct names of one kind, while they grow."""

    def __init__(
        self,
        nodes: Sequence[_Node],
        comparer: Comparer,
        apart: Collection[frozenset[Key | str]],
        actors: Mapping[str, int],
        homes: Mapping[str, str],
    ) -> None:
        self.nodes = nodes
        self._comparer = comparer
        self.apart = apart
        self._actors = actors
        self._homes = homes
        self.group = list(range(len(nodes)))
        self.members: dict[int, list[int]] = {place: [place] for place in self.group}
        self.why: dict[int, tuple[str, float]] = {}
        self._verdicts: dict[tuple[int, int], Verdict] = {}
        self._apart_labels = {label for pair in apart for label in pair}

    def verdict(self, one: int, other: int) -> Verdict:
        """The comparison of two names, with what their documents say for or against."""
        pair = (min(one, other), max(one, other))
        if pair in self._verdicts:
            return self._verdicts[pair]
        a, b = self.nodes[pair[0]], self.nodes[pair[1]]
        if a.entity_id and a.entity_id == b.entity_id:
            verdict = _RULED
        elif a.key and b.key and parties(a.key) != parties(b.key):
            verdict = _OTHER_PARTIES
        else:
            alone = self._comparer.compare(a.name, b.name, a.kind)
            verdict = _weighed(alone, a.known, b.known)
            if alone.score >= SAME > verdict.score and a.kind == "PER" and script(a.fold) != script(b.fold):
                # papers in two languages speak of other countries, whomever they name
                verdict = Verdict(SAME, alone.reason)
            if verdict.score >= SAME and a.kind == "ORG" and self._abroad(a, b):
                verdict = Verdict(_ABROAD, "a body of a country that its documents do not speak of")
        if verdict.score >= _CONFLICT:  # the others, of which there are very many, are not asked for again
            self._verdicts[pair] = verdict
        return verdict

    def _abroad(self, one: _Node, other: _Node) -> bool:
        """Whether one is a state's body in the pack and the other stands in documents that mostly do not name that state."""
        for body, name in ((one, other), (other, one)):
            home, known = self._homes.get(body.entity_id or ""), name.known
            if home and known and known.countries and 2 * known.countries[home] < known.documents:
                return True
        return False

    def too_short(self, one: int, other: int, verdict: Verdict) -> bool:
        """Whether two names of one word are alike by chance: nothing else tells that Cogan is Kogan, or Perry Peru."""
        a, b = self.nodes[one], self.nodes[other]
        if len(a.name.names) > 1 or len(b.name.names) > 1:
            return False
        if isinstance(a.name, Body):
            # within one language a place or body is spelled one way, but for slips
            if a.language != b.language or script(a.fold) != script(b.fold) or a.name.acronym or b.name.acronym:
                return False
            words = a.name.names[0].written if a.name.names else "", b.name.names[0].written if b.name.names else ""
            return words[0] != words[1] and (min(map(len, words)) < _SHORTEST_VARIED or fuzz.ratio(*words) < _SLIP)
        if set(a.fold.split()) ^ set(b.fold.split()) <= self._comparer.persons.given_particles and a.fold != b.fold:
            # Ben Harris is not Harris
            return True
        if a.fold != b.fold and script(a.fold) == script(b.fold):
            # two given names alone (Diana, Diane), or two surnames that only nearly sound alike (Walensky, Velenskyy)
            return verdict.score < 1.0 or bool(a.name.names[0].given and b.name.names[0].given)
        return verdict.score < 1.0 and (verdict.score < _ONLY_BEARER or min(len(a.fold), len(b.fold)) < _SHORTEST_VARIED)

    def entity(self, group: int) -> str | None:
        """The pack's entity of a group."""
        return next((self.nodes[place].entity_id for place in self.members[group] if self.nodes[place].entity_id), None)

    def weight(self, group: int) -> int:
        """How many documents name a group's names, counted by name, and its actor of the pack."""
        found = sum(known.documents for place in self.members[group] if (known := self.nodes[place].known))
        return found + self._actors.get(self.entity(group) or "", 0)

    def compatible(self, one: int, other: int, ruled: bool = False) -> bool:
        """Whether two groups may be one: no two entities of the pack, no pair ruled apart, no names that conflict."""
        a, b = self.entity(one), self.entity(other)
        if a and b and a != b:
            return False
        if self.apart and any(
            frozenset((x, y)) in self.apart
            for x in self._labels(one) & self._apart_labels
            for y in self._labels(other) & self._apart_labels
        ):
            return False
        if ruled:
            return True
        first, second = self._compared(one), self._compared(other)
        return all(self.verdict(x, y).score >= _CONFLICT for x in first for y in second)

    def _labels(self, group: int) -> set[Key | str]:
        return {self.nodes[place].label for place in self.members[group]}

    def _compared(self, group: int) -> list[int]:
        """The names of a group that another must agree with: of the pack's names of one entity, and of very many, not all."""
        kept = [place for place in self.members[group] if self.nodes[place].key]
        return kept[:_COMPARED] if kept else self.members[group][:1]

    def join(self, one: int, other: int, rule: str, score: float) -> None:
        """Make one group of two; the smaller is what was joined."""
        a, b = self.group[one], self.group[other]
        if a == b:
            return
        keep, give = (a, b) if (len(self.members[a]), -a) >= (len(self.members[b]), -b) else (b, a)
        for place in self.members[give]:
            self.group[place] = keep
            self.why.setdefault(place, (rule, score))
        for place in (one, other):
            self.why.setdefault(place, (rule, score))
        self.members[keep] = sorted(self.members[keep] + self.members.pop(give))


def clustered(
    gathered: Gathered, seeds: Iterable[Seed], comparer: Comparer, constraints: Constraints = FREE, homes: Mapping[str, str] = NOWHERE
) -> tuple[dict[Key, Joined], list[Doubt]]:
    """What each distinct name was joined to, and the doubts; neither depends on the order of anything that is handed in.

    `homes` gives the country of each actor of the pack that has one.
    """
    joined: dict[Key, Joined] = {}
    doubts: list[Doubt] = []
    by_kind: dict[str, list[Seed]] = defaultdict(list)
    for seed in sorted(set(seeds)):
        by_kind[seed.kind].append(seed)
    for kind in sorted({name.kind for name in gathered.names}):
        names = sorted(name for name in gathered.names if name.kind == kind)
        nodes = [_found(name, gathered.names[name], comparer) for name in names]
        nodes += [_known(seed, comparer) for seed in by_kind[kind]]
        clusters = Clusters(nodes, comparer, constraints.apart, gathered.actors, homes)
        _ruled(clusters, {name: place for place, name in enumerate(names)}, constraints.same)
        near = _Pairs(blocks.pairs([node.name for node in nodes], [node.fold for node in nodes], comparer.words.sounds), len(names))
        doubts += _join(clusters, near)
        _acronyms(clusters, {name: place for place, name in enumerate(names)}, gathered)
        if kind == "PER":
            doubts += _incomplete(clusters, near, len(names), comparer)
        joined.update(_heads(clusters, len(names)))
    return joined, sorted(set(doubts), key=lambda doubt: (str(doubt.one), str(doubt.other), doubt.reason))


class _Pairs:
    """Pairs of places, the first below a limit, held as plain numbers: there are millions."""

    def __init__(self, pairs: Iterable[tuple[int, int]], limit: int) -> None:
        self._places = array("q")
        for pair in pairs:
            if pair[0] < limit:
                self._places.extend(pair)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._places[::2], self._places[1::2], strict=True)


def _found(name: Key, known: Known, comparer: Comparer) -> _Node:
    surface, language = known.spelling()
    return _Node(name, None, comparer.read(surface, name.kind, language), name.kind, known, name.key, language)


def _known(seed: Seed, comparer: Comparer) -> _Node:
    return _Node(
        None, seed.entity_id, comparer.read(seed.spelling, seed.kind, seed.language), seed.kind, None, seed.spelling, seed.language
    )


def _weighed(verdict: Verdict, one: Known | None, other: Known | None) -> Verdict:
    """A verdict that is not certain, moved by the countries named around both names."""
    if one is None or other is None or not DOUBTFUL <= verdict.score < 1.0 or not one.countries or not other.countries:
        return verdict
    first = {country for country, count in one.countries.items() if 2 * count >= one.documents}
    second = {country for country, count in other.countries.items() if 2 * count >= other.documents}
    if not first or not second:
        return verdict
    moved = _EVIDENCE if first & second else -_EVIDENCE
    return Verdict(min(1.0, verdict.score + moved), verdict.reason)


def _ruled(clusters: Clusters, places: Mapping[Key, int], same: Sequence[tuple[Collection[Key], str | None]]) -> None:
    entities = {node.entity_id: place for place, node in reversed(list(enumerate(clusters.nodes))) if node.entity_id}
    for names, entity in same:
        group = [places[name] for name in sorted(names) if name in places]
        if entity in entities:
            group.append(entities[entity])
        for other in group[1:]:
            if clusters.compatible(clusters.group[group[0]], clusters.group[other], ruled=True):
                clusters.join(group[0], other, "correction", 1.0)


def _join(clusters: Clusters, near: Iterable[tuple[int, int]]) -> list[Doubt]:
    """Join equally complete names from the surest pair on."""
    nodes = clusters.nodes
    edges, doubtful = [], []
    for one, other in near:
        verdict = clusters.verdict(one, other)
        if verdict.score >= SAME and not _less(nodes[one], nodes[other]) and not clusters.too_short(one, other, verdict):
            edges.append((-verdict.score, one, other))
        elif DOUBTFUL <= verdict.score < SAME and _worth_a_look(nodes[one], nodes[other]):
            doubtful.append((one, other, verdict))
    doubts = []
    for score, one, other in sorted(edges):
        a, b = clusters.group[one], clusters.group[other]
        if a == b:
            continue
        if clusters.compatible(a, b):
            clusters.join(one, other, _rule(nodes[one].kind, clusters.verdict(one, other)), -score)
        else:
            doubts.append(Doubt(nodes[one].label, nodes[other].label, -score, "another name of the group conflicts"))
    for one, other, verdict in doubtful:
        if clusters.group[one] != clusters.group[other]:
            doubts.append(Doubt(nodes[one].label, nodes[other].label, verdict.score, verdict.reason))
    return doubts


def _worth_a_look(one: _Node, other: _Node) -> bool:
    """Whether a doubt about two names is worth a person's time: not of single words and acronyms, which are alike by chance."""
    if isinstance(one.name, Person):
        return len(one.name.whole) > 1 and len(other.name.whole) > 1
    return not one.name.acronym and not other.name.acronym


def _rule(kind: str, verdict: Verdict) -> str:
    return "same_sound" if kind == "PER" or "sound" in verdict.reason else "same_words"


def _less(one: _Node, other: _Node) -> bool:
    """Whether one name of a person is less complete than the other; of other kinds none is."""
    return isinstance(one.name, Person) and _fullness(one.name) != _fullness(other.name)


def _fullness(name: Person) -> int:
    return len(name.whole) + (name.father is not None)


def _acronyms(clusters: Clusters, places: Mapping[Key, int], gathered: Gathered) -> None:
    """Join acronyms to what documents say they stand for, where they all say the same."""
    meant: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    # what an acronym stands for is a name, or an actor of the pack by its identifier
    for (short, full), count in sorted(gathered.acronyms.items(), key=str):
        if short in places and full in places:
            meant[places[short]][places[full]] += count
    for short, fulls in sorted(meant.items()):
        groups = {clusters.group[full] for full in fulls}
        if len(groups) == 1 and (group := groups.pop()) != clusters.group[short]:
            a, b = clusters.entity(group), clusters.entity(clusters.group[short])
            if not (a and b and a != b) and clusters.compatible(group, clusters.group[short], ruled=True):
                clusters.join(min(fulls), short, "acronym", 0.95)


def _incomplete(clusters: Clusters, pairs: Iterable[tuple[int, int]], found: int, comparer: Comparer) -> list[Doubt]:
    """Join less complete names of persons to the one group that can be meant."""
    nodes = clusters.nodes
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        if _less(nodes[one], nodes[other]):
            less = one if _fullness(nodes[one].name) < _fullness(nodes[other].name) else other
            near[less].add(other if less == one else one)
    doubts: list[Doubt] = []
    order = sorted(near, key=lambda place: (-_fullness(nodes[place].name), place))
    for place in (place for place in order if place < found and len(nodes[place].name.names) > 1):
        doubts += _complete(clusters, place, near[place], INITIALS if len(nodes[place].name.whole) < 2 else SAME, "completed")
    _surnames(clusters, found, comparer)
    return doubts


def _complete(clusters: Clusters, place: int, others: Iterable[int], least: float, rule: str) -> list[Doubt]:
    own = clusters.group[place]
    scores: dict[int, float] = {}
    for other in sorted(others):
        score = clusters.verdict(place, other).score
        if score >= least and clusters.group[other] != own:
            scores[clusters.group[other]] = max(score, scores.get(clusters.group[other], 0.0))
    meant = {group: score for group, score in scores.items() if clusters.compatible(own, group)}
    group = _only(clusters, meant)
    if group is not None:
        other = clusters.members[group][0]
        clusters.join(place, other, rule, meant[group])
        return []
    label = clusters.nodes[place].label
    return [
        Doubt(label, clusters.nodes[clusters.members[group][0]].label, score, "one of several") for group, score in sorted(meant.items())
    ]


def _only(clusters: Clusters, meant: Mapping[int, float]) -> int | None:
    """The one group that can be meant: the only one, or one that is named far more often than all others together."""
    if not meant:
        return None
    ordered = sorted(meant, key=lambda group: (-clusters.weight(group), group))
    rest = sum(max(1, clusters.weight(group)) for group in ordered[1:])
    return ordered[0] if clusters.weight(ordered[0]) >= _DOMINANT * rest else None


def _surnames(clusters: Clusters, found: int, comparer: Comparer) -> None:
    """Join surnames that stand alone to the only bearer of the corpus."""
    nodes, sounds = clusters.nodes, comparer.words.sounds
    bearers: dict[str, set[int]] = defaultdict(set)
    for place in range(found):
        if len(nodes[place].name.whole) > 1:
            for code in blocks.codes(nodes[place].name.names[-1], sounds):
                bearers[code].add(place)
    for place in range(found):
        name = nodes[place].name
        if len(name.names) != 1 or clusters.entity(clusters.group[place]) or name.names[0].given:
            continue
        word = name.names[0]
        if len(word.written) < _SHORTEST_SURNAME or name.generation:
            continue
        meant: dict[int, float] = {}
        for other in sorted({other for code in blocks.codes(word, sounds) for other in bearers.get(code, ())}):
            group = clusters.group[other]
            if group == clusters.group[place] or (name.gender and nodes[other].name.gender and name.gender != nodes[other].name.gender):
                continue
            surname = nodes[other].name.names[-1]
            likeness = comparer.words.heard(word, surname)
            alike = script(word.written) == script(surname.written)
            # Will is not Maya Wiley, though he sounds so
            short = min(len(word.written), len(surname.written)) < _SHORTEST_VARIED
            if (alike and word.written != surname.written and (short or likeness < 1.0)) or (likeness < 1.0 and short):
                continue
            if likeness >= _ONLY_BEARER and frozenset((nodes[place].label, nodes[other].label)) not in clusters.apart:
                meant[group] = max(likeness, meant.get(group, 0.0))
        group = _only(clusters, meant)
        if group is not None:
            own = clusters.group[place]
            for member in clusters.members[own]:
                clusters.why.setdefault(member, ("only_bearer", _ONLY_BEARER_SCORE))
            clusters.join(place, clusters.members[group][0], "only_bearer", _ONLY_BEARER_SCORE * meant[group])


def _heads(clusters: Clusters, found: int) -> dict[Key, Joined]:
    """Each name with what stands for its group."""
    joined: dict[Key, Joined] = {}
    for group in sorted(clusters.members):
        members = [place for place in clusters.members[group] if place < found]
        if not members:
            continue
        entity = clusters.entity(group)
        fullest = _most(members, lambda place: _whole(clusters.nodes[place]))
        head = min(fullest, key=lambda place: (-clusters.nodes[place].known.documents, clusters.nodes[place].key))
        canonical = min(clusters.nodes[place].key for place in fullest)
        for place in members:
            key = clusters.nodes[place].key
            if place == head and not entity:
                rule, score = "same_name", 1.0
            else:
                rule, score = clusters.why.get(place, ("same_sound", 1.0))
            joined[key] = Joined(entity, clusters.nodes[head].key, canonical, rule, round(score, 4))
    return joined


def _whole(node: _Node) -> int:
    return min(2, len(node.name.whole)) if isinstance(node.name, Person) else int(not node.name.acronym)


def _most(places: Sequence[int], size: Callable[[int], int]) -> list[int]:
    largest = max(map(size, places))
    return [place for place in places if size(place) == largest]
