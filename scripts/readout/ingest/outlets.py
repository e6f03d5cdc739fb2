"""Who published a document, told by the host it was published at or the folder it lies in."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from readout.pack.files import read_yaml


def read_outlets(files: Iterable[str | Path]) -> list[dict]:
    """The outlets of some lists, one list after the other: the first to name a host or folder has it."""
    return [outlet for file in files for outlet in read_yaml(file) or []]


def outlet_rows(outlets: Iterable[Mapping[str, object]]) -> list[tuple[str, str | None, str | None, bool]]:
    """Rows of `outlets`: the first entry of a name counts; sides that are countries get a country's code in capitals."""
    rows: dict[str, tuple[str, str | None, str | None, bool]] = {}
    for outlet in outlets:
        name, country, side = str(outlet["name"]), outlet.get("country"), outlet.get("side")
        side = str(side).upper() if side and len(str(side)) == 2 else side
        rows.setdefault(name, (name, str(country) if country else None, str(side) if side else None, bool(outlet.get("official"))))
    return list(rows.values())


def homes(files: Iterable[str | Path]) -> dict[str, str]:
    """Official outlet → the country it speaks for (ISO code), by some lists of outlets; the first list to name one has it."""
    official = (outlet for outlet in reversed(read_outlets(files)) if outlet.get("official"))
    return {outlet["name"]: outlet["country"] for outlet in official if outlet.get("country")}


def voices(files: Iterable[str | Path]) -> dict[str, str]:
    """Outlet → the office whose site it is ("president"), by some lists of outlets; the first list to name one has it."""
    return {outlet["name"]: outlet["voice"] for outlet in reversed(read_outlets(files)) if outlet.get("voice")}


class Outlets:
    """A list of outlets, each with `name`, and where there are any its own `hosts` and `folders` and its `names` in other spellings."""

    def __init__(self, outlets: Iterable[Mapping[str, object]]) -> None:
        self._hosts: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for outlet in outlets:
            name = str(outlet["name"])
            for spelling in (name, *(outlet.get("names") or ())):
                self._names.setdefault(str(spelling).casefold(), name)
            for host in outlet.get("hosts") or ():
                self._hosts.setdefault(str(host).casefold().removeprefix("www."), name)
            for folder in outlet.get("folders") or ():
                self._folders.setdefault(str(folder).strip("/"), name)

    def of(self, said: str | None, url: str | None, path: str, site: str | None) -> str | None:
        """The outlet that a record says it is of, else that of its address, else of its folder, else what its page calls itself.

        Of hosts the nearest parent domain that is listed counts, of folders the deepest; a name that is listed is given as listed.
        """
        return self._by_name(said) or self._by_host(url) or self._by_folder(path) or self._by_name(site)

    def _by_name(self, name: str | None) -> str | None:
        return self._names.get(name.casefold(), name) if name else None

    def _by_host(self, url: str | None) -> str | None:
        try:
            host = (urlsplit(url or "").hostname or "").removesuffix(".").removeprefix("www.")
        except ValueError:  # an address that is none, such as one with half a bracket
            return None
        while host:
            if host in self._hosts:
                return self._hosts[host]
            host = host.partition(".")[2]
        return None

    def _by_folder(self, path: str) -> str | None:
        folder = path.rpartition("/")[0]
        while folder:
            if folder in self._folders:
                return self._folders[folder]
            folder = folder.rpartition("/")[0]
        return None
