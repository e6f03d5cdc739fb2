"""Events of a text whose names are known by their first letters, as where endings are joined to them: "Marrenlə", "Marren'in"."""

from functools import cache
from pathlib import Path

import yaml

from readout.coding.document import coded
from readout.coding.verbs import read_verbs
from readout.refer.lexicon import read_lexicons
from readout.refer.resolve import Reader
from readout.score.text_cases import cases
from readout.segment.languages import languages

ROOT = Path(__file__).resolve().parent.parent
ROLES = ("actor", "recipient")


@cache
def known(language):
    file = yaml.safe_load((ROOT / f"config/languages/{language}.yaml").read_text(encoding="utf-8"))
    reader = Reader(read_lexicons((ROOT / "config/languages/reference").glob("*.yaml")), [], [])
    verbs = read_verbs([ROOT / f"config/packs/south-caucasus/verbs/{language}.yaml"])
    return reader, verbs, languages([language], {language: file}).splitting[language]


def told(text, language, named):
    """The events of a text, without statements: type, mode, status, actors, recipients; `named` are the kinds of the names."""
    reader, verbs, splitting = known(language)
    words = [word.strip(".,") for word in text.split()]
    names = [
        {"surface": word, "kind": kind, "entity": start.lower()}
        for word in words
        for start, kind in named.items()
        if word.startswith(start)
    ]
    (case,) = cases([{"text": text, "half": "tuned", "names": names}], language, splitting)
    return [
        (event.type, event.mode, event.status, *({actor.entity_id for actor in event.actors if actor.role == role} for role in ROLES))
        for event in coded(reader.open(case.document), (), (), verbs)
        if event.type != "STATE"
    ]
