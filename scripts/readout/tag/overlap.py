"""One reading out of many: where names overlap, the longer one stands, and among equals the better known."""

from collections.abc import Iterable

from readout.tag.protocol import NOTHING, Name

_FORMS = {"full": 0, "short": 1, "generic": 2, None: 3}


def settle(names: Iterable[Name], known_first: bool = False) -> list[Name]:
    """Names that do not overlap, in the order of the text.

    Longest first, not leftmost first: a wrong early start must not hide a right long name. Of two with the same span the
    pack's stands, then the more certain; what the pack knows as an organisation is a place where a model reads it as one ("near the
    White House"). A name that is nothing but two known names side by side ("Агдам-Ханкенди") gives way to them,
    as does a person's that ends with a known one ("Büyükelçi Serdar Kılıç"), and a place of the pack
    to a model that is sure to see none there (the country in "2019 United Kingdom general election").

    With `known_first` a longer name of the same kind gives way to the one that the pack knows within it ("Qazax rayonunun").
    """
    names = list(names)
    nothing = [name for name in names if name.kind == NOTHING]
    names = _known([name for name in names if name.kind != NOTHING and not _denied(name, nothing)])
    known = [name for name in names if name.form == "full"]
    names = [name for name in names if not _two_in_one(name, known) and not _titled(name, known)]
    if known_first:
        names = [name for name in names if not _lengthened(name, known)]
    chosen: list[Name] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda name: (name.start - name.end, _FORMS[name.form], -name.score, name.start, name.kind)):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            chosen.append(name)
    places = {(name.start, name.end) for name in names if name.form is None and name.kind == "LOC"}
    return sorted(name._replace(kind="LOC") if name.kind == "ORG" and (name.start, name.end) in places else name for name in chosen)


def _denied(name: Name, nothing: list[Name]) -> bool:
    return name.form == "full" and name.kind == "LOC" and any(other.start <= name.start and name.end <= other.end for other in nothing)


def _known(names: list[Name]) -> list[Name]:
    """Names of agreements that share letters with one of the pack: with a normal form ("UN resolution 822", of which the pack knows
    "resolution 822") they are that agreement; without one ("Protocol to the Treaty of Kars") the pack's name alone counts."""
    pack = [name for name in names if name.kind == "AGREEMENT" and name.form == "full"]
    kept = []
    for name in names:
        beside = [other for other in pack if other.method != name.method and other.start < name.end and name.start < other.end]
        if name.kind != "AGREEMENT" or not beside:
            kept.append(name)
        elif name.key and len(beside) == 1 and name.start <= beside[0].start and beside[0].end <= name.end:
            kept.append(name._replace(pack_ids=beside[0].pack_ids, form=beside[0].form))
    return kept


def _titled(name: Name, known: list[Name]) -> bool:
    """Whether a person's name ends with that of a person whom the pack knows: what stands before it is a title or another name."""
    if name.form is not None or name.kind != "PER":
        return False
    return any(other.kind == "PER" and name.start < other.start and other.end == name.end for other in known)


def _lengthened(name: Name, known: list[Name]) -> bool:
    return name.form is None and any(other.kind == name.kind and name.start <= other.start and other.end <= name.end for other in known)


def _two_in_one(name: Name, known: list[Name]) -> bool:
    if name.form is not None:
        return False
    inside = [other for other in known if name.start <= other.start and other.end <= name.end and other.kind == name.kind]
    return any(other.start == name.start and other.end < name.end for other in inside) and any(
        other.end == name.end and other.start > name.start for other in inside
    )
