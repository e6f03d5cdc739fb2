"""Who published a document, told by the host it was published at or the folder it lies in."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit


class Outlets:
    """A list of outlets, each with `name`, and `hosts` and `folders` that are its own."""

    def __init__(self, outlets: Iterable[Mapping[str, object]]) -> None:
        self._hosts: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        for outlet in outlets:
            name = str(outlet["name"])
            for host in outlet.get("hosts") or ():
                self._hosts.setdefault(str(host).casefold().removeprefix("www."), name)
            for folder in outlet.get("folders") or ():
                self._folders.setdefault(str(folder).strip("/"), name)

    def of(self, url: str | None, path: str) -> str | None:
        """The outlet of the url's host or of the nearest parent domain that has one, else of the deepest folder above the path."""
        return self._by_host(url) or self._by_folder(path)

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
