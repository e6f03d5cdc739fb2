"""Several at once without their names: "the two leaders", "the foreign ministers of A and B", "the sides"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from readout.refer.document import Sentence
from readout.refer.lexicon import Office
from readout.refer.persons import REACH, persons
from readout.refer.phrase import Phrase

if TYPE_CHECKING:
    from readout.refer.resolve import Discourse

_ANYBODY = frozenset({"head", "diplomat", "side", "counterpart"})
"""Groups that any persons may be: presidents must be presidents, leaders need not be called so."""
_TWO = 2
_FARTHEST = 60
"""Sentences back in which those are looked for who are as many as a group says."""
_NEAR = 3
"""Sentences back in which those may stand of whom none is told to bear the office."""
_NEAREST = 12
"""Phrases of a sentence that are tried as the beginning of a list, at most."""


def group(discourse: Discourse, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """Whom a group means: the bearers of an office in the countries that it names, else those named before; empty where neither tells."""
    office, countries = phrase.office, discourse.countries_of(phrase)
    if office and len(countries) > 1:
        held = [_of_country(discourse, office, phrase.start, country) for country in _in_order(discourse, phrase)]
        if all(held):
            return tuple(dict.fromkeys(entity for entity in held if entity))
    if not (countries or phrase.of or phrase.count) and _is_bare(discourse, sentence, phrase):
        return ()
    if office and office.role == "side":
        return _sides(discourse, sentence, phrase)
    named = _named_before(discourse, sentence, phrase)
    told = _of_title(discourse, phrase)
    # those of whom the title tells are meant, unless the sentence names two itself
    here = {entity for _, entity in persons(discourse, sentence, phrase.start)}
    if told and len(here) < _TWO and not set(told) < set(named):
        return told
    return named or _with_host(discourse, sentence, phrase)


def _is_bare(discourse: Discourse, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a group means any such persons, for it has no article: "health leaders"; but "Leaders agreed", as headlines have it."""
    lexicon = discourse.lexicon(sentence)
    if not lexicon.articles or (phrase.first == 0 and phrase.last == 1):
        return False
    tags = lexicon.tags(sentence.words[phrase.first].folded)
    return not any(tags.get(kind) is not None for kind in ("determiner", "possessive", "number"))


def _of_title(discourse: Discourse, phrase: Phrase) -> tuple[str, ...]:
    """The persons of whom the title tells, where a group may mean them."""
    told = discourse.headline.persons
    if len(told) < _TWO or phrase.count not in (None, len(told)):
        return ()
    return told if all(_may_be(discourse, entity, phrase.office) for entity in told) else ()


def _with_host(discourse: Discourse, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """On the site of an office "the two presidents" are its holder, whom it need not name, and the one person whom the text names."""
    host = discourse.host
    if (
        host is None
        or discourse.headline.is_of_others(host)
        or phrase.count not in (None, _TWO)
        or not _may_be(discourse, host, phrase.office)
    ):
        return ()
    told = discourse.document.sentences[: sentence.number + 1]
    if len(told) > REACH:
        return ()
    named = {entity for earlier in told for _, entity in persons(discourse, earlier, earlier.end)} - {host}
    guest = next(iter(named)) if len(named) == 1 else None
    return (host, guest) if guest and _may_be(discourse, guest, phrase.office) else ()


def _named_before(discourse: Discourse, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """The persons named nearest before, sentence by sentence until there are as many as the group says, or two."""
    seen: list[str] = []
    earlier = sentence
    # of a sentence in which somebody meets with them, they are not that somebody
    met = phrase.preposition is not None and discourse.lexicon(sentence).tags(phrase.preposition).get("company") is not None
    apart = discourse.subject(sentence) if met else None
    for earlier in discourse.before(sentence, _FARTHEST):
        end = phrase.start if earlier is sentence else earlier.end
        for named, entity in persons(discourse, earlier, end):
            if named is not apart and entity not in seen and _may_be(discourse, entity, phrase.office):
                seen.append(entity)
        if len(seen) >= (phrase.count or _TWO):
            break
    far = sentence.number - earlier.number > _NEAR
    if (
        far
        and phrase.office
        and phrase.office.role not in _ANYBODY
        and not any(discourse.bearers.bears(one, phrase.office) for one in seen)
    ):
        # "the presidents", of whom none is told to be one
        return ()
    if phrase.count is not None:
        return tuple(seen) if len(seen) == phrase.count else ()
    return tuple(seen) if len(seen) >= _TWO else ()


def _may_be(discourse: Discourse, entity: str, office: Office | None) -> bool:
    if office is None or office.role in _ANYBODY:
        return True
    return discourse.bearers.bears(entity, office) or not discourse.bearers.offices(entity)


def _of_country(discourse: Discourse, office: Office, place: int, country: str) -> str | None:
    countries = frozenset((country,))
    return discourse.bearers.of(office, place, countries) or discourse.bearers.holder(office, countries)


def _in_order(discourse: Discourse, phrase: Phrase) -> list[str]:
    named = [discourse.reader.countries.get(name.entity_id or "") for name in phrase.of]
    return list(dict.fromkeys([*phrase.countries, *(country for country in named if country)]))


def _sides(discourse: Discourse, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """The sides of what was told before: the two persons, or two places, that the nearest sentence joins; else its two persons."""
    for earlier in discourse.before(sentence, REACH):
        told = discourse.phrases(earlier)
        stop = bisect_left(told, phrase.start, key=lambda other: other.start)
        for place in range(max(0, stop - _NEAREST), stop):
            if told[place].kind not in ("name", "title"):
                continue
            joined = [one for one in discourse.conjuncts(earlier, place) if one.start < phrase.start]
            meant = tuple(dict.fromkeys(entity for one in joined for entity in discourse.resolve(earlier, one).entities))
            kinds = {one.head.kind for one in joined if one.head}
            if len(joined) > 1 and len(meant) == _TWO and len(kinds) == 1 and kinds <= {"PER", "LOC"}:
                return meant
        end = phrase.start if earlier is sentence else earlier.end
        named = tuple(dict.fromkeys(entity for _, entity in persons(discourse, earlier, end)))
        if len(named) == _TWO:
            return named
    return ()
