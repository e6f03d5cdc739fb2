"""Which taggers read the sentences of which language, as the settings say."""

from collections.abc import Iterable

from readout.tag.agreements import AgreementTagger
from readout.tag.english import EnglishRules
from readout.tag.protocol import Tagger
from readout.tag.slovnet import SlovnetTagger
from readout.tag.spellings import SpellingTagger


class Taggers:
    """The taggers of each language, made when first needed: a corpus without Russian never loads the Russian model.

    `chosen` is `tag.taggers` of the configuration; a language that is not named there is read by `default`.
    """

    def __init__(self, chosen: dict[str, list[str]], spellings: Iterable[dict], naming: dict[str, dict]) -> None:
        self._chosen = chosen
        self._spellings = list(spellings)
        self._naming = naming
        self._made: dict[tuple[str, tuple[str, ...]], Tagger] = {}

    def of(self, language: str) -> list[Tagger]:
        """The taggers for a language, in the order of the settings; KeyError for a tagger that does not exist."""
        return [self._tagger(name, language) for name in self._chosen.get(language, self._chosen["default"])]

    def _tagger(self, name: str, language: str) -> Tagger:
        # one model serves all languages that use it; spellings differ by what a language reads, and patterns by the language
        made_for = (name, self._reads(language) if name == "pack" else (language,) if name == "agreements" else ())
        if made_for not in self._made:
            self._made[made_for] = MAKERS[name](self, language)
        return self._made[made_for]

    def _reads(self, language: str) -> tuple[str, ...]:
        """Whose spellings are looked for in a language's sentences: English ones where nothing is said."""
        return tuple(self._naming.get(language, {}).get("reads", ["en"]))

    def spellings(self, language: str) -> SpellingTagger:
        """The pack's tagger for sentences of a language."""
        accented = [code for code, rules in self._naming.items() if rules.get("accents") == "meant"]
        return SpellingTagger(self._spellings, self._reads(language), accented)

    def agreements(self, language: str) -> AgreementTagger:
        """The patterns of a language's agreements; none where nothing is said."""
        return AgreementTagger(self._naming.get(language, {}).get("agreements", {}))

    def english(self) -> EnglishRules:
        """The English rules with their lexicon."""
        return EnglishRules(self._naming["en"]["rules"])


MAKERS = {
    "pack": lambda taggers, language: taggers.spellings(language),
    "rules": lambda taggers, language: taggers.english(),
    "agreements": lambda taggers, language: taggers.agreements(language),
    "slovnet": lambda taggers, language: SlovnetTagger(),
}
