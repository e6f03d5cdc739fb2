"""Which taggers read the sentences of which language, as the settings say."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path

from readout.tag.agreements import AgreementTagger
from readout.tag.learned import LearnedTagger, Networks
from readout.tag.network import Models
from readout.tag.protocol import Tagger
from readout.tag.slovnet import SlovnetTagger
from readout.tag.spellings import SpellingTagger


class Taggers:
    """The taggers of each language, made when first needed: a corpus without Russian never loads the Russian model.

    `settings` are `tag` of the configuration; a language that `taggers` does not name is read by `default`. `models` is the
    folder of the trained models.
    """

    def __init__(self, settings: Mapping, spellings: Iterable[dict], naming: dict[str, dict], models: Path) -> None:
        self._settings = settings
        self._spellings = list(spellings)
        self._naming = naming
        self._folder = models
        self._made: dict[tuple[str, tuple], Tagger] = {}

    def of(self, language: str) -> list[Tagger]:
        """The taggers for a language, in the order of the settings; KeyError for a tagger that does not exist."""
        chosen = self._settings["taggers"]
        return [self._tagger(name, language) for name in chosen.get(language, chosen["default"])]

    def _tagger(self, name: str, language: str) -> Tagger:
        # two languages for which a tagger would be made alike share it
        make, needs = MAKERS[name]
        made_for = (name, needs(self, language))
        if made_for not in self._made:
            self._made[made_for] = make(self, *made_for[1])
        return self._made[made_for]

    def reads(self, language: str) -> tuple[str, ...]:
        """Whose spellings are looked for in a language's sentences: English ones where nothing is said."""
        return tuple(self._naming.get(language, {}).get("reads", ["en"]))

    def doubt(self, language: str) -> float:
        """From which certainty on the fast model's word is taken for a language."""
        doubt = self._settings["doubt"]
        return 1.0 if self._settings["accurate"] else doubt.get(language, doubt["default"])

    def second(self, language: str) -> Tagger | None:
        """The tagger that is asked beside the network where that is in doubt, if a language has one."""
        name = self._settings["second"].get(language)
        return self._tagger(name, language) if name else None

    def overrules(self, language: str) -> bool:
        """Whether the models may say that a place of the pack is none."""
        return language in self._settings["overrule"]

    def ending(self, language: str) -> str | None:
        """What a language adds behind a name by a sign of its own."""
        return self._naming.get(language, {}).get("ending")

    def spellings(self, reads: tuple[str, ...]) -> SpellingTagger:
        """The pack's tagger of the spellings of some languages."""
        accented = [code for code, rules in self._naming.items() if rules.get("accents") == "meant"]
        return SpellingTagger(self._spellings, reads, accented)

    def learned(self, doubt: float, second: Tagger | None, ending: str | None, overrule: bool) -> LearnedTagger:
        """The trained models, for languages that they read in the same way."""
        return LearnedTagger(self._networks, doubt, second, ending, overrule)

    def agreements(self, language: str) -> AgreementTagger:
        """The patterns of a language's agreements; none where nothing is said."""
        return AgreementTagger(self._naming.get(language, {}).get("agreements", {}))

    @cached_property
    def _networks(self) -> Networks:
        return Networks(Models(self._folder))


MAKERS: dict[str, tuple[Callable[..., Tagger], Callable[[Taggers, str], tuple]]] = {
    "pack": (Taggers.spellings, lambda taggers, language: (taggers.reads(language),)),
    "network": (
        Taggers.learned,
        lambda taggers, language: (
            taggers.doubt(language),
            taggers.second(language),
            taggers.ending(language),
            taggers.overrules(language),
        ),
    ),
    "agreements": (Taggers.agreements, lambda taggers, language: (language,)),
    "slovnet": (lambda taggers: SlovnetTagger(), lambda taggers, language: ()),
}
"""How each tagger is made, and from what of a language."""
