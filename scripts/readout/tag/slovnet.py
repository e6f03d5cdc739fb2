"""The Russian name model that the package natasha carries: slovnet's NER, trained on news (nerus, CC0).

Read straight through slovnet and navec: importing natasha itself would load morphology that is not needed here.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from readout.tag.protocol import Name

SCORES = {"PER": 0.95, "LOC": 0.94, "ORG": 0.86}
"""Precision by kind on held-out Russian news, as slovnet's authors and our own measurement give it."""

_EMBEDDING = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_MODEL = "data/model/slovnet_ner_news_v1.tar"


class SlovnetTagger:
    """Russian persons, organisations and places."""

    method = "slovnet"

    def __init__(self) -> None:
        from navec import Navec
        from slovnet import NER

        found = find_spec("natasha")
        if found is None or not found.submodule_search_locations:
            raise ModuleNotFoundError("the package natasha, which carries the Russian name model, is not installed")
        folder = Path(found.submodule_search_locations[0])
        self._model = NER.load(str(folder / _MODEL))
        self._model.navec(Navec.load(str(folder / _EMBEDDING)))

    def tag(self, sentences: Sequence[str]) -> list[list[Name]]:
        """The model's names in each sentence; none in a sentence without letters."""
        wanted = [place for place, sentence in enumerate(sentences) if any(char.isalpha() for char in sentence)]
        names: list[list[Name]] = [[] for _ in sentences]
        for place, markup in zip(wanted, self._model.map(sentences[place] for place in wanted), strict=True):
            names[place] = [Name(span.start, span.stop, span.type, self.method, SCORES[span.type]) for span in markup.spans]
        return names
