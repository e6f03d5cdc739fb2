"""What lies in a corpus folder: every file below it, and why some cannot be read, without opening any."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from readout.ingest.formats import format_of

_UNDECODABLE = re.compile("[\udc80-\udcff]")
_ESCAPED = re.compile(r"\\(?:\\|x([0-9a-f]{2}))")


class Item(NamedTuple):
    """One thing in the corpus folder: its path relative to it, its size on disk in bytes, and what is wrong with it, if anything."""

    path: str
    size: int | None
    fault: str | None
    plain_name: bool


def inventory(corpus: Path) -> list[Item]:
    """All files below a folder (or the one file, if the corpus is a file), sorted by relative path.

    `plain_name` tells whether the name can be given to a workflow engine as it is. Folders that are not searched (hidden,
    linked, forbidden) are items with a fault. Raises FileNotFoundError when there is no such corpus.
    """
    corpus = Path(corpus)
    if corpus.is_file():
        found = [_item(corpus.name, os.fspath(corpus), corpus.stat())]
    elif corpus.is_dir():
        found = list(_below(os.path.realpath(corpus)))
    else:
        raise FileNotFoundError(f"no such corpus: {corpus}")
    return sorted(found, key=lambda item: item.path)


def corpus_root(corpus: Path) -> Path:
    """The folder that the paths of the corpus's items are relative to."""
    return corpus.parent if corpus.is_file() else corpus


def located(root: Path, path: str) -> Path:
    """The file that an item's path names; the inverse of the escaping that `inventory` did."""
    raw = _ESCAPED.sub(lambda match: chr(0xDC00 + int(match[1], 16)) if match[1] else "\\", path)
    return root / raw


def _below(root: str) -> Iterator[Item]:
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(os.path.join(root, folder)))  # noqa: PTH118 - scandir is ten times as fast as Path
        except PermissionError:
            yield _fault(folder, None, "no permission to search the folder")
            continue
        except OSError as error:
            yield _fault(folder, None, f"folder cannot be searched: {error.strerror}")
            continue
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_symlink():
                yield _linked(root, name, entry)
            elif not entry.is_dir(follow_symlinks=False):
                yield _found(name, entry)
            elif entry.name.startswith("."):
                yield _fault(name, None, "hidden folder, not searched")
            else:
                folders.append(name)


def _found(name: str, entry: os.DirEntry[str]) -> Item:
    try:
        return _item(name, entry.path, entry.stat(follow_symlinks=False))
    except OSError as error:
        return _fault(name, None, f"cannot be read: {error.strerror}")


def _linked(root: str, name: str, entry: os.DirEntry[str]) -> Item:
    try:
        status = entry.stat()
    except FileNotFoundError:
        return _fault(name, None, "broken symbolic link")
    except PermissionError:
        return _fault(name, None, "no permission to follow the symbolic link")
    except OSError:
        # the kernel gives up on links that lead to each other (ELOOP), whatever the length of the chain
        return _fault(name, None, "symbolic link loop")
    target = os.path.realpath(entry.path)
    if stat.S_ISDIR(status.st_mode):
        above = f"{os.path.realpath(os.path.dirname(entry.path))}/".startswith(f"{target.rstrip('/')}/")  # noqa: PTH120
        return _fault(name, None, "symbolic link loop: leads to a folder above it" if above else "symbolic link to a folder, not followed")
    if not target.startswith(f"{root.rstrip('/')}/"):
        return _fault(name, None, "symbolic link leads outside the corpus folder")
    return _item(name, entry.path, status)


def _item(name: str, location: str, status: os.stat_result) -> Item:
    return Item(_escaped(name), status.st_size, _fault_of(name, location, status), _is_plain(name))


def _fault(name: str, size: int | None, reason: str) -> Item:
    return Item(_escaped(name or "."), size, reason, _is_plain(name))


def _fault_of(name: str, location: str, status: os.stat_result) -> str | None:
    if not stat.S_ISREG(status.st_mode):
        return "not a regular file"
    if name.rpartition("/")[2].startswith("."):
        return "hidden file"
    if format_of(name) is None:
        suffixes = "".join(PurePosixPath(name).suffixes[-2:]).lower()
        return f"unsupported format: {_escaped(suffixes) or 'no file name extension'}"
    if not os.access(location, os.R_OK):
        return "no permission to read"
    return None


def _is_plain(name: str) -> bool:
    return (
        name.isprintable()
        and not any(character in name for character in "{}\\*?[]")
        and "//" not in name
        and all(part == part.strip() and part not in ("", ".", "..") for part in name.split("/"))
    )


def _escaped(name: str) -> str:
    # names are bytes: those that are no UTF-8 cannot stand in a table, and two different names must stay different
    return _UNDECODABLE.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", name.replace("\\", "\\\\"))
