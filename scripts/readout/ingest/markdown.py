"""Markdown to the text a reader sees: no marks, one line a paragraph, a blank line between blocks."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 20
"""Levels of nested quotes and lists that the parser reads; it drops what lies deeper, and more make hostile input slow."""


class TooDeep(ValueError):
    """The document is nested so deeply that a part of it would be dropped."""


def rendered(source: str) -> str:
    """The text of a Markdown document: links as their labels, hard-wrapped lines joined, HTML tags gone.

    Raises TooDeep where quotes and lists are nested more than about ten times.
    """
    blocks = _Blocks()
    for token in _parser().parse(source):
        if token.level >= DEEPEST - 1:
            raise TooDeep("nested too deeply to be rendered")
        blocks.take(token)
    return blocks.text()


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")


class _Blocks:
    """Blocks as they come, and how many line ends stand between each and the one before it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._gap = 0
        self._lead = ""
        self._cell = False
        self._numbers: list[int | None] = []

    def text(self) -> str:
        return "".join(self._parts)

    def take(self, token: "Token") -> None:
        kind = token.type
        if kind == "inline":
            self._add(_inline(token.children or ()))
        elif kind in ("code_block", "fence"):
            self._add(token.content.strip("\n"))
            self._gap = 2
        elif kind == "html_block":
            self._add(_without_tags(token.content))
            self._gap = 2
        elif kind == "ordered_list_open":
            self._numbers.append(int(token.attrGet("start") or 1))
        elif kind == "bullet_list_open":
            self._numbers.append(None)
        elif kind == "list_item_open":
            self._number()
        elif kind in ("th_open", "td_open"):
            self._cell = True
        elif token.nesting < 0:
            self._close(token)

    def _number(self) -> None:
        number = self._numbers[-1]
        self._lead = ""
        if number is not None:
            self._lead = f"{number}. "
            self._numbers[-1] = number + 1

    def _close(self, token: "Token") -> None:
        kind = token.type
        if kind in ("ordered_list_close", "bullet_list_close"):
            self._numbers.pop()
            self._gap = 2
        elif kind == "tr_close":
            self._gap, self._cell = 1, False
        elif kind in ("list_item_close", "paragraph_close"):
            # a paragraph of a tight list is hidden: its items are lines, not blocks
            self._gap = max(self._gap, 1 if token.hidden or kind == "list_item_close" else 2)
        elif kind in ("heading_close", "blockquote_close", "table_close"):
            self._gap = 2

    def _add(self, text: str) -> None:
        if not text.strip():
            return
        if self._parts:
            self._parts.append("\n" * self._gap if self._gap else "\t" if self._cell else "\n")
        self._parts.append(self._lead + text)
        self._gap, self._lead = 0, ""


def _inline(tokens: Sequence["Token"]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content[:3].lower() == "<br"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(_inline(token.children or ()))
    # a line of nothing but no-break spaces is how some editors write an empty one
    lines = (line.strip(" \t") if line.strip() else "" for line in "".join(parts).split("\n"))
    return "\n".join(lines).strip("\n")


def _without_tags(source: str) -> str:
    from readout.ingest.webpage import visible_text

    return visible_text(source)
