"""Which file is read in which shard: stable, so that a new file changes its own shard and no other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from readout.ingest.formats import format_of
from readout.ingest.inventory import Item

COMPRESSED_IS = 4
"""How many times smaller text becomes by compression, roughly: 3.4 to 4.5 for the corpora measured."""
MOST_PARTS = 16


@dataclass
class Shard:
    """What one job reads: files and faulty items by relative path, and which part of the files' records.

    `faults` holds (path, reason, size in bytes or None). Of `parts` parts, part p takes the records whose number modulo
    `parts` is p. Only plain values, so that it travels as a dict.
    """

    name: str
    files: list[str] = field(default_factory=list)
    faults: list[tuple[str, str, int | None]] = field(default_factory=list)
    part: int = 0
    parts: int = 1


def shards(items: Sequence[Item], settings: Mapping[str, int]) -> dict[str, Shard]:
    """All non-empty shards by name, in the order of their names.

    `settings`: `files` (files per shard aimed at), `minimum` and `maximum` (number of shards for small files),
    `slice_bytes` (size of text above which a file of many records is read in several shards).
    """
    groups = _groups(len(items), settings)
    made: dict[str, Shard] = {}
    for item in items:
        for name, part, parts in _places(item, groups, settings["slice_bytes"]):
            shard = made.setdefault(name, Shard(name, part=part, parts=parts))
            if item.fault is None:
                shard.files.append(item.path)
            else:
                shard.faults.append((item.path, item.fault, item.size))
    return dict(sorted(made.items()))


def _groups(files: int, settings: Mapping[str, int]) -> int:
    return min(settings["maximum"], max(settings["minimum"], _power_of_two(files / settings["files"])))


def _places(item: Item, groups: int, slice_bytes: int) -> Iterable[tuple[str, int, int]]:
    digest = blake2b(item.path.encode(), digest_size=8).digest()
    shape = None if item.fault else format_of(item.path)
    if shape and shape.many and item.size is not None:
        packed = shape.compression or shape.kind == "parquet"
        parts = min(MOST_PARTS, _power_of_two(item.size / (slice_bytes / COMPRESSED_IS if packed else slice_bytes)))
        if parts > 1:
            return [(f"f{digest.hex()[:10]}-{part:02d}of{parts:02d}", part, parts) for part in range(parts)]
    return [(f"g{int.from_bytes(digest, 'big') % groups:0{len(str(groups - 1))}d}", 0, 1)]


def _power_of_two(least: float) -> int:
    """The smallest power of two that is not below `least`."""
    power = 1
    while power < least:
        power *= 2
    return power
