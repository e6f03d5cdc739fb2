"""A file of corrections: what a person says about names, checked entry by entry, and made the rulings that the linking obeys.

Nothing that the file says is trusted: an entry is text until the schema and the checks here let it through.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from readout.link.rulings import Meant, Nameless, Reference, Rulings
from readout.pack.actors import KINDS
from readout.pack.files import read_yaml

RULINGS = ("same", "not_same", "is", "is_not_a_name")
_IDENTIFIER = re.compile(r"(person|org|place|country|agreement|found):[A-Za-z0-9][A-Za-z0-9._-]*")
_SHOWN = 60
_NEEDED = 2


class CorrectionError(ValueError):
    """A file of corrections that cannot be obeyed; the message has a line for each problem: file, entry, what is wrong."""


class Correction(NamedTuple):
    """One entry: its number in the file, counted from 1, what it says of which names, who says so, and why.

    `entity_id` is what an `is` means; `doc_id` the document it holds in, None for all.
    """

    number: int
    ruling: str
    names: tuple[Reference, ...]
    entity_id: str | None
    doc_id: str | None
    author: str
    reason: str

    @property
    def shown(self) -> str:
        """The names that it speaks of, on one line."""
        return "; ".join(f"{name.text} ({name.kind})" if name.kind else name.text for name in self.names)


def read_corrections(file: str | Path | None, schema: str | Path) -> list[Correction]:
    """The entries of a file in its order; none where there is no file. Raises CorrectionError with all that is wrong."""
    if file is None:
        return []
    name = Path(file).name
    try:
        found = yaml.load(Path(file).read_text(encoding="utf-8-sig"), Loader=_Strict)
    except yaml.MarkedYAMLError as error:
        place = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise CorrectionError(f"{name}: {place}{_clipped(error.problem or 'not YAML')}") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise CorrectionError(f"{name}: cannot be read as YAML: {_clipped(str(error))}") from error
    problems = list(dict.fromkeys(_misshapen(found, schema)))
    made = [] if problems else [_correction(number, entry) for number, entry in enumerate(found or (), 1)]
    problems += [*_meaningless(made), *_repeated(made), *_contradictory(made)]
    if problems:
        raise CorrectionError("\n".join(f"{name}, entry {number}: {said}" if number else f"{name}: {said}" for number, said in problems))
    return made


def rulings_of(corrections: Iterable[Correction]) -> Rulings:
    """What the linking has to obey."""
    said: dict[str, list] = {ruling: [] for ruling in RULINGS}
    for correction in corrections:
        first = correction.names[0]
        said[correction.ruling].append(
            {
                "same": frozenset(correction.names),
                "not_same": correction.names,
                "is": Meant(first, correction.entity_id, correction.doc_id),
                "is_not_a_name": Nameless(first.text, first.kind, correction.doc_id),
            }[correction.ruling]
        )
    return Rulings(tuple(said["same"]), tuple(said["not_same"]), tuple(said["is"]), tuple(said["is_not_a_name"]))


class _Strict(yaml.SafeLoader):
    """The safe loader, for which a key that stands twice is an error and not the last of the two, and so is an alias: a few lines
    of aliases to aliases stand for more than any memory holds.

    Not the one in C: lists within lists without end exhaust its stack, and with it the process.
    """

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()
            raise yaml.composer.ComposerError(None, None, f"the alias *{_clipped(event.anchor)}; write it out", event.start_mark)
        return super().compose_node(parent, index)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            made = super().construct_object(node, deep)
            if isinstance(made, int):
                # a number of thousands of figures can be read, and not be written
                str(made)
        except yaml.YAMLError:
            raise
        # what looks like a date or a number and is none (2024-13-45)
        except (ValueError, LookupError, AttributeError) as error:
            said = f"cannot be read; put {_clipped(node.value)} in quotes"
            raise yaml.constructor.ConstructorError(None, None, said, node.start_mark) from error
        return made

    def construct_mapping(self, node: yaml.Node, deep: bool = False) -> dict:
        if isinstance(node, yaml.MappingNode):
            keys = [self.construct_object(key, deep=True) for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
            twice = next((key for place, key in enumerate(keys) if key in keys[:place]), None)
            if twice is not None:
                raise yaml.constructor.ConstructorError(None, None, f"the key {_clipped(twice)} stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


def _clipped(value: object) -> str:
    """A value of the file on one line of a message."""
    text = " ".join("".join(character if character.isprintable() else " " for character in str(value)[: 4 * _SHOWN]).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _misshapen(found: Any, schema: str | Path) -> Iterator[tuple[int, str]]:
    """What the schema has against the file, in words: the number of the entry, 0 for the file, and what is wrong."""
    from jsonschema import Draft202012Validator

    declared = read_yaml(schema)
    errors = sorted(Draft202012Validator(declared).iter_errors(found), key=_place)
    for error in errors:
        if error.validator == "oneOf" and not isinstance(error.instance, dict):
            continue
        path = list(error.absolute_path)
        yield (path[0] + 1 if path else 0), _said(error, path[1:])
    for number, entry in enumerate(found if isinstance(found, list) and not errors else (), 1):
        if not _encodable(entry):
            yield number, "holds half a character (a surrogate), which no text has"


def _place(error: Any) -> list[str]:
    return [str(part).zfill(6) for part in error.absolute_path]


def _encodable(entry: dict) -> bool:
    try:
        # not its repr, which spells such a character out
        json.dumps(entry, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _said(error: Any, path: Sequence[str | int]) -> str:
    """One complaint of the schema as a person would make it; the message of the schema may hold all of the file."""
    keys, places = [str(part) for part in path if isinstance(part, str)], [part + 1 for part in path if isinstance(part, int)]
    where = (f"`{'.'.join(keys)}`" if keys else "the entry") + "".join(f", number {place}," for place in places)
    allowed = error.schema.get("properties", {})
    match error.validator:
        case "oneOf":
            said = [ruling for ruling in RULINGS if ruling in error.instance]
            return f"says {' and '.join(said) if said else 'nothing'}; an entry says one of {', '.join(RULINGS)}"
        case "required":
            return f"{where} lacks {' and '.join(f'`{key}`' for key in error.validator_value if key not in error.instance)}"
        case "additionalProperties":
            strange = next(key for key in error.instance if key not in allowed)
            return f"{where} has no key `{_clipped(strange)}`; it has {', '.join(allowed)}"
        case "type" if "string" in error.validator_value:
            return f"{where} is not text; put {_clipped(error.instance)} in quotes" if _plain(error.instance) else f"{where} is not text"
        case "type" if error.validator_value == "object":
            return f"{where} is not made of keys and values"
        case "type":
            return f"{where} is not a list" if path else "is not a list of entries"
        case "minLength" | "pattern" if str(error.instance).strip() == "":
            return f"{where} is empty"
        case "pattern":
            return f"{where}: {_clipped(error.instance)} is not {_expected(path)}"
        case "enum":
            return f"{where}: {_clipped(error.instance)} is none of {', '.join(error.validator_value)}"
        case "minItems" | "maxItems":
            return f"{where} names {len(error.instance)}; it takes {_NEEDED}" + (" or more" if path[-1:] == ["same"] else "")
        case _:
            return f"{where} is too long"


def _plain(value: object) -> bool:
    return isinstance(value, int | float | bool) or value is None or type(value).__name__ in ("date", "datetime")


def _expected(path: Sequence[str | int]) -> str:
    thing, table = ("a document", "documents") if path[-1] == "document" else ("an entity", "entities")
    return f"the identifier of {thing}, as in the table `{table}`"


def _correction(number: int, entry: dict) -> Correction:
    ruling = next(ruling for ruling in RULINGS if ruling in entry)
    said = entry[ruling]
    given = said if isinstance(said, list) else [said]
    names = tuple(_reference(name) for name in given)
    about = said if isinstance(said, dict) else {}
    return Correction(number, ruling, names, about.get("entity"), about.get("document"), _line(entry["author"]), _line(entry["reason"]))


def _reference(name: str | dict) -> Reference:
    return Reference(_line(name)) if isinstance(name, str) else Reference(_line(name["name"]), name.get("kind"))


def _line(text: str) -> str:
    return " ".join(text.split())


def _meaningless(corrections: Sequence[Correction]) -> Iterator[tuple[int, str]]:
    """Entries that cannot be meant, each for itself."""
    for correction in corrections:
        for name in correction.names:
            if name.is_entity and not _IDENTIFIER.fullmatch(name.text):
                yield correction.number, f"{_clipped(name.text)} has a colon and is no identifier of an entity"
            elif name.is_entity and name.kind:
                yield correction.number, f"{_clipped(name.text)} is an identifier, which has its kind already"
            elif name.is_entity and correction.ruling == "is_not_a_name":
                yield correction.number, f"{_clipped(name.text)} is an identifier; only a spelling can be no name"
        if twice := [one for one, other in combinations(correction.names, 2) if one == other]:
            yield correction.number, f"{_clipped(twice[0].text)} stands twice"
        kinds = {kind for name in (*correction.names, *_target(correction)) if (kind := _kind(name))}
        if correction.ruling in ("same", "is") and len(kinds) > 1:
            yield correction.number, f"speaks of {' and '.join(sorted(kinds))}: things of two kinds are not one"


def _target(correction: Correction) -> tuple[Reference, ...]:
    return (Reference(correction.entity_id),) if correction.entity_id else ()


def _kind(name: Reference) -> str | None:
    if not name.is_entity:
        return name.kind
    prefix, _, rest = name.text.partition(":")
    return rest.partition("-")[0].upper() if prefix == "found" else KINDS.get(prefix)


def _repeated(corrections: Sequence[Correction]) -> Iterator[tuple[int, str]]:
    first: dict[tuple, int] = {}
    for correction in corrections:
        said = (correction.ruling, frozenset(correction.names), correction.entity_id, correction.doc_id)
        if (before := first.setdefault(said, correction.number)) != correction.number:
            yield correction.number, f"says what entry {before} says"


def _contradictory(corrections: Sequence[Correction]) -> Iterator[tuple[int, str]]:
    """Entries of which a run could not obey both."""
    one = [(other.number, {*other.names, *_target(other)}) for other in corrections if other.ruling in ("same", "is") and not other.doc_id]
    for correction in corrections:
        if correction.ruling == "not_same":
            yield from _joined(correction, one)
        for other in corrections[: correction.number - 1]:
            if {correction.ruling, other.ruling} <= {"is", "is_not_a_name"} and _covers(correction.names[0], other.names[0]):
                yield from _at_odds(correction, other)


def _joined(apart: Correction, one: Sequence[tuple[int, set[Reference]]]) -> Iterator[tuple[int, str]]:
    """Whether other entries make one of the two that an entry keeps apart, directly or through others."""
    reached, through, waiting = {apart.names[0]}, [], [apart.names[0]]
    while waiting:
        name = waiting.pop()
        for number, names in one:
            if number not in through and any(_covers(name, other) for other in names):
                through.append(number)
                waiting += names - reached
                reached |= names
    if any(_covers(apart.names[1], name) for name in reached):
        entries = f"entry {through[0]}" if len(through) == 1 else f"entries {', '.join(map(str, sorted(through)))}"
        yield apart.number, f"keeps apart what {entries} makes one" if len(through) == 1 else f"keeps apart what {entries} make one"


def _at_odds(later: Correction, earlier: Correction) -> Iterator[tuple[int, str]]:
    """Whether two entries about one spelling leave it open what the spelling is."""
    if later.ruling == earlier.ruling == "is":
        if later.doc_id == earlier.doc_id and later.entity_id != earlier.entity_id:
            yield later.number, f"means {later.entity_id} where entry {earlier.number} means {earlier.entity_id}"
    elif later.ruling != earlier.ruling:
        nothing = later if later.ruling == "is_not_a_name" else earlier
        something = earlier if nothing is later else later
        # a name in general that is none in one document is no contradiction
        if nothing.doc_id in (None, something.doc_id):
            yield later.number, f"speaks of a spelling that entry {earlier.number} says the contrary of: a name, and none"


def _covers(one: Reference, other: Reference) -> bool:
    return one.text == other.text and (one.kind == other.kind or None in (one.kind, other.kind))
