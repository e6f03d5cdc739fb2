"""Which of two sides a word leans to: log-odds ratios with an informative Dirichlet prior."""

from collections.abc import Mapping
from math import log, sqrt
from typing import NamedTuple

_TWO_SIDED_95 = 1.959964


class Leaning(NamedTuple):
    """A log-odds ratio with its interval of 95 %: above nought the first side uses the word more, below it the second."""

    value: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the interval leaves nought out."""
        return self.low > 0 or self.high < 0


def leanings(first: Mapping[str, int], second: Mapping[str, int], first_words: int, second_words: int) -> dict[str, Leaning]:
    """For each word that either side uses the natural log of the ratio of the odds with which the sides use it.

    `first`, `second`: uses of each word; `first_words`, `second_words`: how many words the sides wrote in all, each at least its uses.
    The method is that of Monroe, Colaresi and Quinn, "Fightin' Words" (Political Analysis 16, 2008), section 3.3.2: the prior of a word
    is its share in what both wrote; the variance is the sum of the inverse counts with their priors. The prior as a whole weighs as much
    as one use of each word on average, which draws words of few uses towards nought and hardly moves frequent ones.
    """
    words = sorted({*first, *second})
    uses = {word: first.get(word, 0) + second.get(word, 0) for word in words}
    total = sum(uses.values())
    written = max(first_words + second_words, total)
    if not total or not first_words or not second_words:
        return {}
    weight = len(words) * written / total
    made = {}
    for word in words:
        prior = weight * uses[word] / written
        if not prior:
            continue
        a, b = first.get(word, 0) + prior, second.get(word, 0) + prior
        value = log(a / max(first_words + weight - a, 1e-9)) - log(b / max(second_words + weight - b, 1e-9))
        spread = _TWO_SIDED_95 * sqrt(1 / a + 1 / b)
        made[word] = Leaning(value, value - spread, value + spread)
    return made
