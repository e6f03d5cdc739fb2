"""Events of a text in which names are marked: "{Վալդորան|valdora}"; places have the entities listed here, others are persons."""

import re

from test_coding import TUESDAY, pack, reader, splitting

from readout.coding.document import coded
from readout.refer.document import Document, Name, Sentence
from readout.segment.sentences import sentences

PLACES = frozenset(("valdora", "kestria", "tarsenia", "selm", "lorvan", "tolm"))
_MARKED = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def told(marked, language):
    """The events of a text as (type, mode, status, actors, recipients), in order."""
    text, names, place = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[place : found.start()]
        names.append((len(text), len(text) + len(found[1]), "LOC" if found[2] in PLACES else "PER", found[2], found[1]))
        text += found[1]
        place = found.end()
    text += marked[place:]
    document = Document("d", text, language, None, None, (TUESDAY, TUESDAY))
    for start, end in sentences(text, 0, len(text), splitting()[language]):
        sentence = Sentence(text, len(document.sentences), 0, start, end, "body", language)
        sentence.names += [Name(*name, number) for number, name in enumerate(names) if start <= name[0] < end]
        document.sentences.append(sentence)
    return [
        (event.type, event.mode, event.status, _who(event, "actor"), _who(event, "recipient"))
        for event in coded(reader().open(document), (), (), pack())
    ]


def _who(event, role):
    return {actor.entity_id for actor in event.actors if actor.role == role and actor.entity_id}
