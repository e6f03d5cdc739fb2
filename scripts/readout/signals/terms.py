"""Fixed terms with a word replaced, as synonym machines leave them: "tortured phrases".

Cabanac, Labbé and Magazinov (2021) list such phrases one by one. Here they are made: each word of a term gives way to each of its
wrong synonyms, one or two words at a time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

MOST_REPLACED = 2
"""Words of a term that are replaced together: with three of them it is hardly the term any more."""

Phrase = tuple[str, ...]


def tortured(terms: Iterable[Phrase], synonyms: Mapping[str, Sequence[str]], said: frozenset[Phrase], plural: bool) -> dict[Phrase, str]:
    """Each wrong form of the terms, with the replacement that made it, as "safety for security".

    Right terms and what is also `said` are no wrong forms. With `plural`, a term's last word stands in the plural too.
    """
    singular = sorted(set(terms))
    right = {form for term in singular for form in _numbers(term, plural)}
    made: dict[Phrase, str] = {}
    for term in singular:
        for form, why in _replaced(term, synonyms):
            for number in _numbers(form, plural):
                if number not in right and number not in said:
                    made.setdefault(number, why)
    return made


def _replaced(term: Phrase, synonyms: Mapping[str, Sequence[str]]) -> Iterator[tuple[Phrase, str]]:
    places = [place for place, word in enumerate(term) if synonyms.get(word)]
    for count in range(1, MOST_REPLACED + 1):
        for chosen in combinations(places, count):
            for wrong in product(*(synonyms[term[place]] for place in chosen)):
                words = list(term)
                for place, synonym in zip(chosen, wrong, strict=True):
                    words[place] = synonym
                reason = "; ".join(f"{synonym} for {term[place]}" for place, synonym in zip(chosen, wrong, strict=True))
                yield tuple(" ".join(words).replace("-", " ").split()), reason


def _numbers(form: Phrase, plural: bool) -> tuple[Phrase, ...]:
    if not plural or form[-1].endswith("s"):
        return (form,)
    last = form[-1]
    many = (
        f"{last[:-1]}ies"
        if last.endswith("y") and last[-2:-1] not in "aeiou"
        else f"{last}{'es' if last.endswith(('x', 'ch', 'sh')) else 's'}"
    )
    return (form, (*form[:-1], many))
