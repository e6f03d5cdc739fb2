"""The forms that a name takes in a sentence: declined ahead of matching (Russian), or a stem and what may follow it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

CASES = 6


@dataclass(frozen=True)
class Form:
    """One form of a spelling: its letters, and the pattern that the rest of the word must match (None: no rest)."""

    text: str
    suffixes: str | None = None


def forms(text: str, kind: str, gender: str | None, naming: dict) -> list[Form]:
    """All forms of a name under a language's rules (`config/languages/names`), the name itself first.

    `kind` is an entity kind, `gender` `m`, `f` or None. A woman's name that ends in a consonant stays as
    it is, and so do particles.
    """
    made = [Form(text, naming.get("suffixes"))]
    for rule in naming.get("stems", []):
        if text.endswith(rule["ending"]) and len(text) - len(rule["ending"]) > 1:
            made.append(Form(text[: len(text) - len(rule["ending"])] + rule["stem"], rule["suffixes"]))
    if "declension" in naming:
        made += [Form(declined) for declined in _declined(text, kind, gender, naming)]
    return list(dict.fromkeys(made))


def _declined(text: str, kind: str, gender: str | None, naming: dict) -> Iterator[str]:
    words = text.split(" ")
    changing = len(words) if kind == "PER" else _head(words, tuple(naming["adjectives"]))
    paradigms = [_paradigm(word, kind, gender, naming) for word in words[:changing]]
    for case in range(CASES):
        for choice in product(*(paradigm[case] for paradigm in paradigms)):
            yield " ".join([*choice, *words[changing:]])


def _head(words: list[str], adjectives: tuple[str, ...]) -> int:
    """How many words of a name change: the adjectives at its beginning and the noun after them, not its complement."""
    for place, word in enumerate(words):
        if not word.endswith(adjectives):
            return place + 1
    return len(words)


def _paradigm(word: str, kind: str, gender: str | None, naming: dict) -> list[list[str]]:
    """Per case the rival forms of one word; the word itself in all cases where no rule fits."""
    consonants = naming["consonants"]
    last = word[-1:].lower()
    unchanged = [[word]] * CASES
    if (gender == "f" and last in consonants) or (kind == "PER" and word.islower()):
        return unchanged
    if word.isupper() and (last not in consonants or not any(char in "АЕИОУЫЭЮЯ" for char in word)):
        return unchanged
    best = max(
        (rule for rule in naming["declension"] if _fits(rule, word, last, kind, consonants)),
        key=lambda rule: 0 if rule["ending"] == "consonant" else len(rule["ending"]),
        default=None,
    )
    if best is None:
        return unchanged
    stem = word if best["ending"] == "consonant" else word[: len(word) - len(best["ending"])]
    return [[word], *([stem + ending for ending in rivals.split("|")] for rivals in best["forms"])]


def _fits(rule: dict, word: str, last: str, kind: str, consonants: str) -> bool:
    if rule.get("kind", kind) != kind:
        return False
    ending = rule["ending"]
    return last in consonants if ending == "consonant" else word.endswith(ending)
