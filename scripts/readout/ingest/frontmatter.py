"""The YAML block at the head of a Markdown text, read as plain strings."""

import re
from collections.abc import Mapping

MOST_CHARACTERS = 1 << 16
MOST_LEVELS = 20

_BLOCK = re.compile(r"---[ \t]*\n(.*?\n|)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


class Unreadable(ValueError):
    """The block is no YAML mapping, or one that is made to do harm; the message says what is wrong."""


def split(text: str) -> tuple[str | None, str]:
    """The front matter without its fences, or None where the text has none, and the text after it."""
    match = _BLOCK.match(text)
    return (match[1], text[match.end() :]) if match else (None, text)


def fields(block: str) -> Mapping[str, object]:
    """The front matter's fields; every value a string as written, a list or a mapping. Unreadable where it cannot be read safely.

    No tag is obeyed, no type guessed; aliases are refused, since a few lines of them can stand for gigabytes.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    if len(block) > MOST_CHARACTERS:
        raise Unreadable(f"longer than {MOST_CHARACTERS} characters")
    level = 0
    try:
        for event in yaml.parse(block, Loader=loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise Unreadable("anchors and aliases are not followed")
            level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if level > MOST_LEVELS:
                raise Unreadable(f"nested deeper than {MOST_LEVELS} levels")
        read = yaml.load(block, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise Unreadable(f"{getattr(error, 'problem', None) or 'malformed YAML'}{where}") from error
    if read in (None, ""):
        return {}
    if not isinstance(read, dict):
        raise Unreadable("not a list of fields")
    return {str(name): value for name, value in read.items()}
