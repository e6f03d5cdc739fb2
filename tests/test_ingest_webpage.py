"""A page's visible text in its order, and the lines of it that are the main text."""

import re
from pathlib import Path

import pytest
from reading import read

from readout.ingest.maintext import main_lines
from readout.ingest.records import Rejected
from readout.ingest.webpage import Line, decoded_page, read_page, visible_text

PARAGRAPHS = [
    "The foreign ministers of Ruritania and Syldavia met in Streslau on Monday to discuss the border crossing at Zenda.",
    "They agreed that the working group would meet again before the end of the month, the ministry's readout said.",
    "The Syldavian side asked for observers at the crossing; the Ruritanian side said it would consider the request.",
]
PAGE = f"""<!DOCTYPE html><html><head><title>Ministers meet in Streslau - Zenda Gazette</title>
<meta property="og:site_name" content="Zenda Gazette"><meta property="article:published_time" content="2023-05-02T10:00:00+02:00">
<link rel="canonical" href="https://gazette.example/2023/05/02/meet"><style>p {{}}</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
<article><h1>Ministers meet in Streslau</h1>{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}</article>
<div style="display: none">Hidden words</div><script>var spoken = "never";</script>
<footer><p>Copyright Zenda Gazette</p></footer></body></html>"""


def main(page) -> str:
    return "\n".join(page.text[start:end] for start, end in page.main)


def test_visible_text_in_the_order_of_the_page() -> None:
    page = read_page(PAGE, None)
    assert page.text == "\n\n".join(["Home\nWorld", "Ministers meet in Streslau", *PARAGRAPHS, "Copyright Zenda Gazette"])


def test_main_text_is_the_heading_and_the_paragraphs_as_spans_of_whole_lines() -> None:
    page = read_page(PAGE, None)
    assert main(page) == "\n\n".join(["Ministers meet in Streslau", *PARAGRAPHS])
    starts, ends = {line.start for line in page.lines}, {line.end for line in page.lines}
    assert all(start in starts and end in ends for start, end in page.main)


def test_a_line_that_is_nothing_but_a_link_is_no_main_text() -> None:
    more = '<p><a href="/ferry">Ferry to Zenda runs again</a></p>'
    named = PAGE.replace(PARAGRAPHS[1], f'{PARAGRAPHS[1]} <a href="/zenda">Zenda</a>')
    assert main(read_page(named.replace("</article>", more + "</article>"), None)) == main(read_page(named, None))
    assert main(read_page(named, None)).count("Zenda") == 2


def test_what_the_page_says_about_itself() -> None:
    page = read_page(PAGE, None)
    assert page.title == "Ministers meet in Streslau"
    assert (page.date, page.site, page.url) == ("2023-05-02", "Zenda Gazette", "https://gazette.example/2023/05/02/meet")


def test_the_day_marked_as_published_goes_before_what_the_head_says_unless_the_page_gives_several() -> None:
    marked = '<time itemprop="datePublished" datetime="2023-08-30T16:45+0100">30 August</time>'
    assert read_page(PAGE.replace("</h1>", "</h1>" + marked), None).date == "2023-08-30"
    assert read_page(PAGE.replace("</h1>", "</h1>" + marked + marked.replace("08-30", "08-31")), None).date == "2023-05-02"


def test_a_page_without_main_text_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Short.")
    ledger, parsed = read(tmp_path)
    assert ledger[0].status == "kept"
    assert parsed[0].text == "Short."
    assert re.fullmatch(r"(\d+-\d+( |$))*", parsed[0].main)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<br>b<p>c<div>d<span>e</span></div>f", "a\nb\n\nc\n\nde\n\nf"),
        ("<p>a  \n b&nbsp;c&amp;<b>d</b> <i> e</i>", "a b\u00a0c&d e"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "a\nb\n\nc\n\nd"),
        ("<table><tr><th>a<td>b<tr><td>c<td> d</table>", "a\tb\nc\td"),
        ("<pre>a\n  b\n\nc</pre>d", "a\n  b\nc\n\nd"),
        ("<a>x</a><a>y</a><button>z</button>", "x y z"),
        ("<p hidden>a<p>b<noscript>c</noscript><template>d</template><dialog>e</dialog><svg><text>f</text></svg>g", "bg"),
        ("<!-- a --><?b c?>d<![CDATA[e]]>", "d"),
        ("<p>&#x202e;a &lt;script&gt;", "\u202ea <script>"),
        ("<div hidden id='S:1'>sent late</div>", "sent late"),
        ("", ""),
        ("<<<>>><p", "<<<>>>"),
        ("</p></div><frameset><frame>", ""),
    ],
)
def test_layout(source: str, text: str) -> None:
    assert visible_text(source) == text


def test_hostile_pages_raise_nothing_else_than_a_reason() -> None:
    for source in ("", "<", "<p>" * 3000, "<div>" * 9000 + "x", "&#0;&#xd800;&#99999999;a", "<a " + "b=c " * 9999, "<script>", "\x01\x02"):
        try:
            assert isinstance(read_page(source, None).text, str)
        except Rejected as reason:
            assert str(reason)


@pytest.mark.parametrize(
    ("head", "encoding", "charset"),
    [
        ('<meta charset="windows-1251">', "cp1251", None),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r", None),
        ("", "cp1251", "windows-1251"),
        ("", "koi8-r", None),
        ('<meta charset="windows-1251">', "utf-8", "iso-8859-1"),
        ('<meta charset="utf-8">', "cp1251", None),
        ('<meta charset="unicode_escape">', "utf-8", "zlib"),
        ("", "utf-16", None),
    ],
)
def test_pages_are_decoded_by_what_they_say_unless_it_is_wrong(head: str, encoding: str, charset: str | None) -> None:
    source = f"<html><head>{head}</head><p>Переговоры прошли в Стрельсау."
    assert decoded_page(source.encode(encoding), charset).text == source


def test_a_line_with_a_note_in_its_midst_is_found_in_pieces() -> None:
    first, second, third = PARAGRAPHS
    noted = second.replace("working group", "working group (a group of nine officials of both countries)")
    text = "\n".join(["Home and World", first, noted, third, "Copyright Zenda Gazette"])
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    page = [Line(start, start + len(text[start:].split("\n")[0]), False) for start in starts]
    assert main_lines(text, page, "\n".join(PARAGRAPHS)) == {1, 2, 3}
