"""Linking, on pairs of names alone, and on public gold whose names bear an identity: the pairs that are taken for one."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from math import comb
from pathlib import Path

import yaml

from measures.common import HOME, digest_of, rows
from readout.link.compare import Comparer, compare
from readout.link.corpus import Corpus, Settings
from readout.link.knowledge import shipped
from readout.link.seeds import read_seeds
from readout.link.verdict import SAME
from readout.pack.actors import Actor, read_pack
from readout.pack.spellings import read_naming, spelling_rows
from readout.score import datasets
from readout.score.name_cases import FRESH, HALVES, case_scores, name_cases
from readout.score.pairs import pair_scores
from readout.tag.naming import key
from readout.tag.spellings import SpellingTagger

CASES = {
    HOME / "tests" / "link_cases.yaml": None,
    HOME / "tests" / "link_cases_tuned.yaml": HALVES[0],
    HOME / "tests" / "link_cases_fresh.yaml": FRESH,
}
"""The files of cases, each with the half that all of it belongs to, where it is one."""
TOPICS = {"covid-19": "SlavNER 2021 covid-19", "us_election_2020": "SlavNER 2021 US election"}
"""The linking was developed on the first topic; the second tests it."""


class Linking:
    """Links documents whose names are given, with the shipped pack and knowledge."""

    def __init__(self) -> None:
        config = yaml.safe_load((HOME / "config" / "config.yaml").read_text(encoding="utf-8"))
        naming = read_naming(str(path) for path in (HOME / "config" / "languages" / "names").glob("*.yaml"))
        self._actors: list[Actor] = read_pack(str(path) for path in (HOME / config["pack"]).glob("*.yaml"))
        self._spellings = spelling_rows(self._actors, naming)
        self._naming = naming
        self._taggers: dict[str, SpellingTagger] = {}

    def linked(self, documents: Iterable[datasets.GoldNames]) -> Iterator[tuple[datasets.GoldNames, str, str, str]]:
        """Each name of the documents as (document, surface, gold identity, entity found)."""
        corpus = Corpus(Settings({actor.entity_id: actor.country for actor in self._actors if actor.country}, {}, {}), Comparer(shipped()))
        read = []
        for document in documents:
            names = [self._row(document, *name[:2]) for name in document.names]
            read += [(document, name[2], row) for name, row in zip(document.names, corpus.read(names, None), strict=True)]
        corpus.cluster(read_seeds(self._spellings, corpus.languages, shipped().known))
        entities = [row["entity_id"] for row in corpus.mentions(row for _, _, row in read)]
        for place, ((document, identity, row), entity) in enumerate(zip(read, entities, strict=True)):
            yield document, row["surface"], identity, entity or f"nothing {place}"

    def _row(self, document: datasets.GoldNames, surface: str, kind: str) -> dict:
        start = max(0, document.text.find(surface))
        known = [name for name in self._tagger(document.language).tag([surface])[0] if name.end - name.start == len(surface)]
        known = [name for name in known if name.kind == kind]
        return {
            "doc_id": document.name,
            "mention": 0,
            "sentence": 0,
            "start": start,
            "end": start + len(surface),
            "surface": surface,
            "spelling": surface,
            "kind": kind,
            "method": "gold",
            "score": 1.0,
            "language": document.language,
            "pack_ids": " ".join(known[0].pack_ids) if known else None,
            "form": known[0].form if known else None,
            "key": key(surface, document.language),
            "title": None,
        }

    def _tagger(self, language: str) -> SpellingTagger:
        if language not in self._taggers:
            reads = self._naming.get(language, {}).get("reads", [language])
            self._taggers[language] = SpellingTagger(self._spellings, reads)
        return self._taggers[language]


def measured_links(data: Path, show: Callable[[str], None]) -> Iterator[dict]:
    """Figures of linking on our cases and on public gold data."""
    yield from _measured_cases(show)
    linking = Linking()
    folder = data / "ner/ru_uk_slavner2021"
    for topic, dataset in TOPICS.items():
        if (folder / "annotations" / topic).is_dir():
            items = list(linking.linked(datasets.slavner_identities(folder, topic)))
            _differences(dataset, items, show)
            gold = digest_of((folder / "annotations" / topic).glob("*/*.out"))
            yield from rows("link", "all", dataset, pair_scores((identity, entity) for _, _, identity, entity in items), gold)
    file = data / "corpora/kremlin_en/kremlin_en.jsonl.gz"
    if file.is_file():
        items = list(linking.linked(datasets.kremlin_identities(file)))
        _differences("kremlin.ru", items, show)
        scores = pair_scores((identity, entity) for _, _, identity, entity in items)
        yield from rows("link", "en", "persons linked by kremlin.ru", scores, digest_of([file]))


def _measured_cases(show: Callable[[str], None]) -> Iterator[dict]:
    """Pairs of names alone, as lists of persons spell them: those that linking was tuned on, and those that it was not."""
    cases = [case for file, half in CASES.items() for case in name_cases(yaml.safe_load(file.read_text(encoding="utf-8")), half)]
    gold = digest_of(CASES)
    for half in (*HALVES, FRESH):
        judged = []
        for case in cases:
            if case.half == half:
                verdict = compare(case.one.text, case.other.text, case.kind, case.one.language, case.other.language)
                judged.append((case.same, verdict.score >= SAME))
                if case.same != (verdict.score >= SAME) and half == HALVES[0]:
                    # the errors of the others are for nobody to see who tunes
                    what = "parted" if case.same else "merged"
                    show(f"name cases {half}: {what} {case.one.text} | {case.other.text}: {verdict.score:.2f}, {verdict.reason}")
        yield from rows("link", "all", f"name cases {half}", case_scores(judged), gold)


def _differences(dataset: str, items: list[tuple], show: Callable[[str], None]) -> None:
    """Show what was parted and what was merged wrongly, the costliest first."""
    spelled: dict[tuple[str, str], Counter[str]] = {}
    for _, surface, identity, entity in items:
        spelled.setdefault((identity, entity), Counter())[surface] += 1
    for what, side in (("parted", 0), ("merged", 1)):
        groups: dict[str, list[tuple[int, str]]] = {}
        for pair, surfaces in spelled.items():
            groups.setdefault(pair[side], []).append((sum(surfaces.values()), ", ".join(f"{s} {n}" for s, n in surfaces.most_common(5))))
        lost = {name: comb(sum(n for n, _ in parts), 2) - sum(comb(n, 2) for n, _ in parts) for name, parts in groups.items()}
        for name in sorted(lost, key=lambda name: (-lost[name], name)):
            if lost[name]:
                parts = " | ".join(f"[{n}] {text}" for n, text in sorted(groups[name], reverse=True)[:6])
                show(f"{dataset}: {what} {name} ({lost[name]} pairs): {parts}")
