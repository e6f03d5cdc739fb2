"""Which part of a gold data set the models have not learnt from: what their accuracy is measured on."""

FIRST = {"politics": 300, "wikigold": 1200, "factrueval": 92}
"""Data sets whose texts from this number on, counted from 0, are held out: sentences, and documents of FactRuEval."""

EVERY = {"slavner": 4}
"""Data sets of which the last of each so many documents is held out, since they are sorted by topic."""


def held_out(dataset: str, number: int) -> bool:
    """Whether a text of a data set is held out; KeyError for a data set that is not split here."""
    if dataset in EVERY:
        return number % EVERY[dataset] == EVERY[dataset] - 1
    return number >= FIRST[dataset]
