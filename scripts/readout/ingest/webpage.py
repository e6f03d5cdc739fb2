"""A web page: the text a reader sees, in the order of the page, and what of it is the page's main text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readout.ingest.decoding import BOMS, Decoded, as_text, decoded, with_line_feeds
from readout.ingest.records import Rejected

if TYPE_CHECKING:
    from lxml.etree import _Element

UNSEEN = frozenset(
    (
        "head", "title", "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
        "map", "select", "datalist", "textarea", "input",
    )
)  # fmt: skip
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
        "legend", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "caption", "tbody", "tfoot", "thead", "ul",
    )
)  # fmt: skip
LINES = frozenset(("li", "tr", "br"))
CELLS = frozenset(("td", "th"))

_FOLDED = re.compile(r"[ \t\n\r\f]+")
_STREAMED = re.compile(r"S:[0-9a-f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_CODEC = re.compile(
    r"utf-?(?:8|16)|(?:windows-|cp)125\d|iso-?8859-\d{1,2}|latin-?1|koi8-?[ru]|(?:ibm|cp)866|us-ascii"
    r"|gbk|gb2312|gb18030|big5|euc-jp|euc-kr|shift_jis"
)
_LATIN_1 = re.compile(r"iso-?8859-1|latin-?1|us-ascii")


@dataclass
class Line:
    """One line of a page's text: its code points, whether it is the page's heading, and whether all its words are links."""

    start: int
    end: int
    heading: bool
    linked: bool = False


@dataclass
class Page:
    """A page's visible text, its lines, and what it says about itself; `main` are spans of `text`, whole lines each."""

    text: str
    lines: list[Line]
    main: list[tuple[int, int]] = field(default_factory=list)
    title: str | None = None
    date: str | None = None
    url: str | None = None
    site: str | None = None


def decoded_page(data: bytes, charset: str | None) -> Decoded:
    """A page's source, by its byte order mark, the encoding its carrier declared, its own, or what its bytes look like."""
    if not data.startswith(tuple(mark for mark, _ in BOMS)):
        found = _META.search(data[:4096])
        for label in (charset, found[1].decode() if found else None):
            read = _declared(data, label) if label else None
            if read:
                return read
    return decoded(data)


def _declared(data: bytes, label: str) -> Decoded | None:
    label = label.strip().lower()
    if not _CODEC.fullmatch(label) or label.startswith("utf") or b"\0" in data:
        return None  # UTF-8 and UTF-16 show by themselves, more surely than pages say
    try:
        if not data.isascii():
            data.decode()
            return None  # valid UTF-8 is UTF-8, whatever the page says
    except UnicodeDecodeError:
        pass
    # HTML reads Latin-1 as Windows-1252 (WHATWG Encoding, section 4.2)
    encoding = "cp1252" if _LATIN_1.fullmatch(label) else label
    try:
        text, replaced = as_text(data, encoding)
    except (Rejected, LookupError):
        return None
    return Decoded(with_line_feeds(text), encoding, replaced)


def visible_text(source: str) -> str:
    """The text of a page or a piece of one; empty where there is none."""
    try:
        return _visible(_tree(source)).text
    except Rejected:
        return ""


def read_page(source: str, url: str | None) -> Page:
    """A page's text and what it says about itself; Rejected where it has no text, or is nested deeper than can be read."""
    from readout.ingest.maintext import extract

    tree = _tree(source)
    page = _visible(tree)
    if not page.text:
        raise Rejected("empty: no visible text")
    extract(tree, page, url)
    return page


def _tree(source: str) -> "_Element":
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Rejected("empty: no visible text") from error
    if any(entry.type_name in ("ERR_NAME_TOO_LONG", "ERR_RESOURCE_LIMIT") or "depth" in entry.message for entry in parser.error_log):
        raise Rejected("nested too deeply to be read whole")
    return tree


def _visible(tree: "_Element") -> Page:
    text = _Text()
    for event, element in _walk(tree):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            text.open(tag)
            text.add(element.text)
        elif event == "skip":
            text.add(element.tail)
        else:
            text.close(tag)
            if element is not tree:
                text.add(element.tail)
    return text.page()


def _walk(tree: "_Element") -> Iterator[tuple[str, "_Element"]]:
    """Start and end of every element that is seen, in order; one event `skip` for each that is not."""
    from lxml import etree

    walker = etree.iterwalk(tree, events=("start", "end"))
    skipped = None
    for event, element in walker:
        if event == "start" and _is_unseen(element):
            walker.skip_subtree()
            skipped = element
        elif event == "end" and element is skipped:
            skipped = None
            yield "skip", element
        else:
            yield event, element


def _is_unseen(element: "_Element") -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in UNSEEN:
        return True
    if tag in ("html", "body"):  # pages hide themselves until their scripts have run
        return False
    # React sends late parts of a page hidden under such an id, and a script moves them into place
    if tag == "div" and _STREAMED.fullmatch(element.get("id") or ""):
        return False
    if "hidden" in element.attrib or _HIDDEN.search(element.get("style") or ""):
        return True
    return tag == "dialog" and "open" not in element.attrib


class _Text:
    """Text in the making: folds white space, ends lines at blocks, leaves a blank line between blocks."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._line: list[str] = []
        self._gap = 0
        self._lines: list[Line] = []
        self._preformatted = 0
        self._heading = 0
        self._in_heading = False
        self._link_closed = False
        self._link = 0
        self._linked = self._unlinked = False

    def open(self, tag: str) -> None:
        if tag in BLOCKS:
            self._break(2)
        elif tag in LINES:
            self._break(1)
        elif tag in CELLS and self._line:
            self._line.append("\t")
        elif tag in ("a", "button") and self._link_closed:
            self._line.append(" ")  # links side by side are apart on the screen
        self._preformatted += tag == "pre"
        self._heading += tag == "h1"
        self._link += tag == "a"

    def close(self, tag: str) -> None:
        if tag in BLOCKS:
            self._break(2)
        elif tag in LINES:
            self._break(1)
        self._preformatted -= tag == "pre"
        self._heading -= tag == "h1"
        self._link -= tag == "a"
        self._link_closed = tag in ("a", "button")

    def add(self, text: str | None) -> None:
        if not text:
            return
        self._link_closed = False
        self._in_heading = self._in_heading or self._heading > 0
        if any(map(str.isalnum, text)):
            self._linked = self._linked or self._link > 0
            self._unlinked = self._unlinked or self._link == 0
        if not self._preformatted:
            self._line.append(_FOLDED.sub(" ", text))
            return
        first, *others = with_line_feeds(text).split("\n")
        self._line.append(first)
        for other in others:
            self._break(1)
            self._line.append(other)

    def _break(self, gap: int) -> None:
        line = "".join(self._line)
        if not self._preformatted:
            line = re.sub(r" *\t[ \t]*", "\t", re.sub(" {2,}", " ", line))
        line = line.strip(" \t\n") if not self._preformatted else line.rstrip()
        if line.strip():
            if self._lines:
                self._put("\n" * self._gap)
            start = self._length
            self._put(line)
            self._lines.append(Line(start, self._length, self._in_heading, self._linked and not self._unlinked))
            self._gap = 0
        self._gap = max(self._gap, gap)
        self._line, self._in_heading = [], False
        self._linked = self._unlinked = False

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def page(self) -> Page:
        self._break(2)
        return Page("".join(self._parts), self._lines)
