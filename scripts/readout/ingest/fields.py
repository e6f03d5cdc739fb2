"""Which field of a record is its text, its title, its date …, by the lists of names in the settings."""

import re
from collections.abc import Mapping, Sequence

from readout.ingest import frontmatter
from readout.ingest.decoding import with_line_feeds
from readout.ingest.records import Given, Rejected

ABOUT = ("title", "date", "url", "outlet")
LONGEST_ABOUT = 2000
"""Characters of a title, date, address or outlet; longer ones are no such thing."""

_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


class Fields:
    """The fields that hold text, html, title, date, url, outlet and id, first choice first.

    Names are compared without case; a name with dots reaches into nested records.
    """

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self.names = {role: tuple(name.casefold() for name in choices) for role, choices in names.items()}

    def columns(self, known: Sequence[str]) -> list[str]:
        """Those of the known top-level names that any role may need, in their order."""
        wanted = {name for choices in self.names.values() for name in choices}
        wanted |= {name.partition(".")[0] for name in wanted}
        return [name for name in known if name.strip().casefold() in wanted]

    def key(self, record: Mapping[str, object]) -> bytes | None:
        """What the record is called in its file: its own id, else its address; None where it has neither."""
        folded = _folded(record)
        for role in ("id", "url"):
            if value := _one_line(self._first(folded, role)):
                return f"{role}\0{value}".encode()
        return None

    def about(self, record: Mapping[str, object]) -> tuple[dict[str, str | None], list[str]]:
        """Title, date, url and outlet as written, each on one line or None, and what had to be left out."""
        folded = _folded(record)
        found: dict[str, str | None] = {}
        notes = []
        for role in ABOUT:
            value = _one_line(self._first(folded, role))
            if value and len(value) > LONGEST_ABOUT:
                notes.append(f"{role} left out: {len(value)} characters, limit {LONGEST_ABOUT}")
                value = None
            found[role] = value
        return found, notes

    def given(self, record: Mapping[str, object]) -> Given:
        """What the record gave; Rejected where none of its fields is a text."""
        folded = _folded(record)
        about, notes = self.about(record)
        text = _text(self._first(folded, "text"))
        if text is not None:
            return with_front_matter(text, about, notes, self, unread_as="text") or Given(text, "text", **about, notes=notes)
        html = self._first(folded, "html")
        if isinstance(html, str | bytes) and html:
            return Given(html, "html", **about, notes=notes)
        if any(name in folded for role in ("text", "html") for name in self.names.get(role, ())):
            raise Rejected("empty: no text in its text field")
        raise Rejected(f"no text field among: {', '.join(sorted(folded)[:20])[:200]}" if folded else "no fields")

    def _first(self, folded: Mapping[str, object], role: str) -> object:
        for name in self.names.get(role, ()):
            value = folded.get(name)
            if value is None and "." in name:
                value = _nested(folded, name.split("."))
            if value is not None and value != "" and value != []:
                return value
        return None


def with_front_matter(text: str, about: Mapping[str, str | None], notes: list[str], fields: Fields, unread_as: str) -> Given | None:
    """A text with front matter as Markdown, its front matter filling what the record left open; None where it has none.

    Front matter that cannot be read stays in the text, which is then laid out as `unread_as`.
    """
    text = with_line_feeds(text)
    block, body = frontmatter.split(text)
    if block is None:
        return None
    try:
        more, more_notes = fields.about(frontmatter.fields(block))
    except frontmatter.Unreadable as error:
        return Given(text, unread_as, **about, notes=[*notes, f"front matter not read: {error}"])
    filled = {role: value or more[role] for role, value in about.items()}
    return Given(body, "markdown", **filled, notes=[*notes, *more_notes])


NOTHING: dict[str, str | None] = dict.fromkeys(ABOUT)


def _folded(record: Mapping[str, object]) -> dict[str, object]:
    folded: dict[str, object] = {}
    for name, value in record.items():
        folded.setdefault(name.strip().casefold(), value)
    return folded


def _nested(folded: Mapping[str, object], parts: Sequence[str]) -> object:
    value: object = folded
    for part in parts:
        if not isinstance(value, Mapping):
            return None
        value = _folded(value).get(part)
    return value


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    return None


def _one_line(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _BLANK.sub(" ", str(value)).strip() or None
