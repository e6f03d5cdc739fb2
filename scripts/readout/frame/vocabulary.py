"""The pack's terms and rival names, read from its files, with their phrases for each language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from readout.frame.phrases import Phrase, Phrases, inflected, keyed, phrases
from readout.pack.inflection import forms


class VocabularyError(ValueError):
    """A file of terms that is not laid out as they are."""


@dataclass(frozen=True)
class Term:
    """One term or rival name: its identifier, frame and side, and what it does to its neighbours.

    `entity_id` is what a rival name names (None: a loaded term), `also` the entities that the pack knows under the same spellings;
    `distance`: what stands right behind it is kept at arm's length; `doubted`: in quotation marks the writer keeps away from it;
    `excluded`: it only looks like a term; `behind`: per language the words behind which a form that two names have is this one.
    """

    term_id: str
    frame: str
    side: str | None
    entity_id: str | None = None
    also: frozenset[str] = frozenset()
    distance: bool = False
    doubted: bool = True
    excluded: bool = False
    behind: Mapping[str, frozenset[str]] = field(default_factory=dict)
    spelled: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    """All terms, and for each language the phrases that mean them; labels of phrases are places in `terms`."""

    terms: tuple[Term, ...]
    phrases: Mapping[str, Phrases]


def vocabulary(files: Iterable[list[Mapping]], naming: Mapping[str, Mapping]) -> Vocabulary:
    """The vocabulary of some files: lists of loaded terms (`id`) and of entities with rival names (`entity`).

    `naming`: the rules on names of each language (`config/languages/names`). Raises VocabularyError, PhraseError.
    """
    terms: list[Term] = []
    written: dict[str, list[Phrase]] = {}
    for entry in (entry for file in files for entry in file or ()):
        if "entity" in entry:
            for name in entry["names"]:
                _rival(entry, name, terms, written, naming)
        else:
            _loaded(entry, terms, written)
    ids = [term.term_id for term in terms if not term.excluded]
    if twice := sorted({term_id for term_id in ids if ids.count(term_id) > 1}):
        raise VocabularyError(f"terms of one id: {', '.join(twice)}")
    languages = sorted({*written, *naming})
    return Vocabulary(
        tuple(terms),
        {
            # names of a language stand in the texts of others too: a Russian text may have an English name
            code: Phrases(
                [*written.get(code, ()), *(p for other in _read(naming, code) for p in written.get(other, ()) if terms[p.label].entity_id)]
            )
            for code in languages
        },
    )


def _read(naming: Mapping[str, Mapping], code: str) -> list[str]:
    return [other for other in (naming.get(code) or {}).get("reads", ()) if other != code]


def _loaded(entry: Mapping, terms: list[Term], written: dict[str, list[Phrase]]) -> None:
    try:
        term = Term(entry["id"], entry["frame"], entry.get("side"), distance=bool(entry.get("distance")))
        words = entry["words"]
    except KeyError as error:
        raise VocabularyError(f"a term without {error}: {entry}") from error
    unmeant = Term(term.term_id, term.frame, term.side, excluded=True)
    for made, section in ((unmeant, entry.get("except") or {}), (term, words)):
        if section:
            terms.append(made)
        for language, texts in section.items():
            for text in texts:
                written.setdefault(language, []).extend(phrases(str(text), len(terms) - 1))


def _rival(entry: Mapping, name: Mapping, terms: list[Term], written: dict[str, list[Phrase]], naming: Mapping[str, Mapping]) -> None:
    behind = {language: frozenset(keyed(word).plain for word in words) for language, words in (name.get("behind") or {}).items()}
    try:
        frame = f"name: {name['name']}"
        also, doubted = frozenset(entry.get("also") or ()), bool(name.get("doubted"))
        spellings = name["spellings"]
        spelled = {language: frozenset(keyed(text).folded for text in texts) for language, texts in spellings.items()}
        terms.append(Term(name["id"], frame, name["side"], entry["entity"], also, doubted=doubted, behind=behind, spelled=spelled))
    except KeyError as error:
        raise VocabularyError(f"a rival name without {error}: {name}") from error
    for language, texts in spellings.items():
        for text in texts:
            made = forms(text, "LOC", None, naming.get(language) or {})
            written.setdefault(language, []).extend(inflected(form.text, form.suffixes, len(terms) - 1) for form in made)
