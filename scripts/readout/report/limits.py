"""How much the report shows, so that it stays small however large the corpus is; whatever is left out is said to be."""

from dataclasses import dataclass, replace

MAX_BYTES = 2_950_000
EMBEDDED_CHARACTERS = 400_000
"""Reading pages whose texts are together longer are written as files of their own, however few they are."""


@dataclass(frozen=True)
class Limits:
    """Upper bounds: sentences per number, lines per list, actors, rows and columns of the matrix, documents listed.

    `embed`: whether the reading pages stand in the report itself. `outlets`: rows of the timeline.
    `entities`: rows of the page of names, and of their list in the report. `terms`: loaded terms, and rival names. `figures`: claimed
    numbers.
    """

    evidence: int = 20
    lines: int = 100
    actors: int = 100
    matrix: int = 20
    documents: int = 300
    outlets: int = 12
    entities: int = 10
    terms: int = 40
    figures: int = 100
    embed: bool = False

    def tighter(self, ratio: float) -> "Limits":
        """Limits for a page about `ratio` times as large; at least one bound shrinks, none below what makes sense.

        Evidence goes first: what is counted stays, while fewer of its sentences are shown.
        """
        if self.embed:
            return replace(self, embed=False)
        if self.evidence > 3 or self.lines > 10:
            return replace(
                self,
                evidence=_less(self.evidence, ratio, 3),
                lines=_less(self.lines, ratio, 10),
                documents=_less(self.documents, ratio, 50),
                terms=_less(self.terms, ratio, 10),
                figures=_less(self.figures, ratio, 20),
            )
        return replace(
            self,
            evidence=max(1, self.evidence - 1),
            lines=_less(self.lines, ratio, 3),
            actors=_less(self.actors, ratio, 5),
            matrix=_less(self.matrix, ratio, 3),
            documents=_less(self.documents, ratio, 5),
            outlets=_less(self.outlets, ratio, 1),
            entities=_less(self.entities, ratio, 3),
            terms=_less(self.terms, ratio, 3),
            figures=_less(self.figures, ratio, 3),
        )


def _less(value: int, ratio: float, least: int) -> int:
    return max(least, min(value - 1, int(value * ratio)))


def for_page(settings: dict, documents: int, characters: int) -> Limits:
    """The limits that the settings (`evidence`, `actors`, `matrix`, `embed`) ask for, for a corpus of that size."""
    evidence = settings["evidence"]
    embed = documents <= settings["embed"] and characters <= EMBEDDED_CHARACTERS
    return Limits(evidence, 5 * evidence, settings["actors"], settings["matrix"], documents=300, embed=embed)


def for_names(settings: dict) -> Limits:
    """The limits of the page of names that the settings (`evidence`, `entities`) ask for: a taste of the evidence for each spelling."""
    return Limits(evidence=min(10, settings["evidence"]), lines=60, entities=settings["entities"])


def for_print(settings: dict) -> Limits:
    """The limits of the PDF, which nobody can fold: for each number a taste of its evidence, and sixty pages at most."""
    return Limits(
        evidence=min(2, settings["evidence"]),
        lines=min(3, 5 * settings["evidence"]),
        actors=min(25, settings["actors"]),
        matrix=min(10, settings["matrix"]),
        documents=80,
        outlets=8,
        entities=8,
        terms=8,
        figures=12,
    )
