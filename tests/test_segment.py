"""Segments: roles, rules, and offsets that cover the text."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readout.date.written import names
from readout.segment.document import Reading, read, rows, spans
from readout.segment.language import Detector
from readout.segment.languages import languages
from readout.segment.recurring import Recurring, outlet_of
from readout.tables.schema import ABOUT, ROLES, SEGMENTS, SENTENCE_ROLES, SENTENCES, UNCOUNTED_RULES
from readout.tables.store import frame

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared/data/seeds"
FILES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / "config/languages").glob("*.yaml")}
KNOWN = languages(["en", "ru", "az", "hy", "ka", "tr", "uk", "de", "fr"], FILES)
DETECTOR = Detector(KNOWN)

PARAGRAPH = "The two ministers met in Elsin on Tuesday and spoke about the opening of the road between the two valleys. "
BODY = [PARAGRAPH + f"They agreed to meet again in {month}." for month in ("June", "July", "August")]


def reading(text: str, layout: str = "text", main: list[tuple[int, int]] | None = None, **given_by_record: str) -> Reading:
    return read(text, layout, main, KNOWN, DETECTOR, **given_by_record)


def roles(text: str, *arguments: object, **given_by_record: str) -> list[tuple[str, str]]:
    """Rule and stripped text of each segment."""
    made = reading(text, *arguments, **given_by_record)
    return [(part.rule, text[part.start : part.end].strip()) for part in made.segments]


def rules(text: str, *arguments: object, **given_by_record: str) -> list[str]:
    return [rule for rule, _ in roles(text, *arguments, **given_by_record)]


def lines(*pieces: str) -> str:
    return "\n\n".join(pieces)


def covers(text: str, made: Reading) -> None:
    end = 0
    for part in made.segments:
        assert part.start == end < part.end
        assert part.role in ROLES
        end = part.end
    assert end == len(text)
    before = 0
    for sentence in made.sentences:
        part = made.segments[sentence.segment]
        assert part.role in SENTENCE_ROLES and part.rule not in UNCOUNTED_RULES
        assert max(part.start, before) <= sentence.start < sentence.end <= part.end
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        before = sentence.end


PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "\xa0",
        "A title",
        BODY[0],
        "14:47",
        "22 мая 2025",
        "...",
        "* * *",
        "By Ruth Ansel",
        "Source link",
        "BAKU, May 25. ",
        "“",
        "”",
        "<b>",
        "# H",
        "- item",
        "Read also:",
        "\u200b",
        "\u202e",
        "։",
        ":",
        "ա",
        "1.",
        "(",
        "©",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=200), st.sampled_from(["text", "markdown", "html"]))
def test_segments_cover_every_text_and_sentences_lie_in_them(text: str, layout: str) -> None:
    covers(text, reading(text, layout))


def test_white_space_belongs_to_the_segment_before_and_at_the_beginning_to_the_first() -> None:
    text = "  \n" + lines("A title of the day", *BODY) + "\n \n"
    made = reading(text)
    assert made.segments[0].start == 0
    assert all(text[part.start - 1].isspace() and not text[part.start].isspace() for part in made.segments[1:])


def test_a_first_line_without_a_full_stop_before_running_text_is_the_title() -> None:
    made = reading(lines("Ministers meet in Elsin", *BODY))
    assert [part.rule for part in made.segments] == ["title:first-line", *["body:paragraph"] * 3]
    assert made.title == "Ministers meet in Elsin"


def test_a_line_that_ends_as_a_sentence_a_salutation_or_a_speaker_is_no_title() -> None:
    for first in ("Ministers met in Elsin.", "Dear Mr President", "Ilda Maren: Good afternoon, colleagues", "The letter says in part:"):
        assert rules(lines(first, *BODY))[0].startswith("body:")


def test_a_repeated_title_is_labelled_and_counted_once() -> None:
    title = "Ministers meet in Elsin"
    made = reading(lines(title, title, *BODY))
    assert [part.rule for part in made.segments[:2]] == ["title:first-line", "title:repeated"]
    assert [sentence.segment for sentence in made.sentences[:2]] == [0, 2]
    assert made.words == reading(lines(title, *BODY)).words


def test_the_record_s_title_wins_over_the_shape_of_the_first_line() -> None:
    title = "Ministers meet in Elsin, the capital of Valdora"
    made = reading(lines("Ministers meet in Elsin, the capital of Valdora | Port Elsin Post", "A heading", *BODY), title=title)
    assert [part.rule for part in made.segments[:2]] == ["title:record", "body:heading"]
    assert made.title == title


def test_a_place_or_an_addressee_that_the_record_s_title_names_is_no_title() -> None:
    title = "Remarks by President Maren and Prime Minister Verrick in the East Hall of the Office of the President of Valdora"
    for line in (
        "Office of the President",
        "East Hall, Office of the President",
        "See https://valdora.example/remarks-by-president-maren-east-hall",
    ):
        assert rules(lines(line, *BODY), title=title)[0] == "body:heading"
    assert rules(lines("Remarks by President Maren and Prime Minister Verrick in the East Hall", *BODY), title=title)[0] == "title:record"


def test_times_of_day_over_and_under_a_transcript() -> None:
    text = lines(
        "Elsin Hall, Port Elsin, V.R.", "2:15 P.M. EST", "ILDA MAREN: Good afternoon.", *BODY, "ILDA MAREN: Thank you.", "END 2:53 P.M. EST"
    )
    assert (rules(text)[1], rules(text)[-1]) == ("dateline:header", "dateline:closing")
    assert rules(lines(*BODY, "2:15 P.M. EST", *BODY))[3] == "body:heading"


def test_headings_items_and_separators_stay_body() -> None:
    text = lines("Ministers meet in Elsin", BODY[0], "On the road", BODY[1], "* * *", "- one\n- two", "###")
    assert rules(text) == [
        "title:first-line",
        "body:paragraph",
        "body:heading",
        "body:paragraph",
        "body:separator",
        "body:item",
        "body:item",
        "body:separator",
    ]
    assert "* * *" not in [text[s.start : s.end] for s in reading(text).sentences]


@pytest.mark.parametrize(
    "line",
    [
        "30 июля 2023, 17:25",
        " date 2023-05-25 Details added, first version was published at 17:51",
        "Published: 9 November 2023 10:00 GMT",
        "15 Haziran 2021, 16:30",
        "9 noyabr 2020, 12:00",
        "8 ოქტომბერი, 2023",
        "2020 թ. նոյեմբերի 9",
        "12:09 P.M. EDT",
    ],
)
def test_a_line_with_little_but_a_date_or_time_heads_the_story(line: str) -> None:
    assert rules(lines("Ministers meet in Elsin", line, *BODY))[1] == "dateline:header"
    assert rules(lines(line, *BODY))[0] == "dateline:header"


@pytest.mark.parametrize(
    "dateline",
    [
        "BAKU, Azerbaijan, May 25.",
        "МОСКВА, 9 ноября. /Невская линия/.",
        "YEREVAN, NOVEMBER 9, ARAGATS LUR.",
        "BAKI, 9 noyabr, ODLAR.",
        "ԵՐԵՎԱՆ, 9 ՆՈՅԵՄԲԵՐԻ, ԱՐԱԳԱԾ ԼՈՒՐ։",
        "თბილისი, 9 ნოემბერი.",
        "WASHINGTON —",
        "WASHINGTON, Nov. 9 (Port Elsin Post) —",
        "Tbilisi (Rioni Today) –",
        "9 ноября, Минск.",
        "Moscow, Thursday, November 9, 2023 -",
    ],
)
def test_a_dateline_is_split_off_the_first_paragraph(dateline: str) -> None:
    text = lines("Ministers meet in Elsin", f"{dateline} {BODY[0]}", BODY[1])
    assert roles(text)[1:3] == [("dateline:opening", dateline), ("body:paragraph", BODY[0])]


@pytest.mark.parametrize(
    "opening",
    [
        "On May 25, the ministers met.",
        "Yesterday, September 5, 2021, President Joseph R. Biden spoke.",
        "In Yerevan, November 9, the ministers met.",
        "PRESIDENT MAREN: Thank you — thank you all.",
        "Today, May 9, we remember.",
    ],
)
def test_a_sentence_with_a_date_is_no_dateline(opening: str) -> None:
    assert rules(lines(f"{opening} {PARAGRAPH}", *BODY))[0] == "body:paragraph"


def test_bylines() -> None:
    for line in ("By Ruth Ansel", "Автор: Рут Ансель", "Müəllif: Rut Ansel", "Հեղինակ՝ Ռուտ Անսել"):
        assert rules(lines("Ministers meet in Elsin", line, *BODY))[1] == "byline:cue"
    assert rules(lines("By the President of Valdora", *BODY))[0] != "byline:cue"


def test_credits_at_the_end_and_nowhere_else() -> None:
    for line in ("Source link", "Источник: Невская линия", "Mənbə: Odlar Xəbər", "© 2023 Port Elsin Post"):
        assert rules(lines(*BODY, line))[-1] == "credit:cue"
    assert rules(lines(BODY[0], "Source: a table", *BODY, *BODY))[1] == "body:heading"


def test_navigation_glued_to_the_end_is_labelled_to_the_last_character() -> None:
    glued = (
        "ДОКУМЕНТЫ Распоряжения 14 мая 2025\n11:20\nО награждении группы работников\nЗа плодотворную деятельность наградить...\n"
        "14 мая 2025, 11:20\nДОКУМЕНТЫ Письма 13 мая 2025\n16:05\nОт президента Вальдоры\n\n"
        "Ваше превосходительство!\n\nПримите поздравления...\n\n13 мая 2025, 16:05"
    )
    text = lines("Ministers meet in Elsin", "30 июля 2023, 17:25", *BODY, glued)
    made = reading(text)
    assert text[made.segments[5].start :].startswith("ДОКУМЕНТЫ")
    assert {part.rule for part in made.segments[5:]} == {"navigation:list"}
    assert all(sentence.segment < 5 for sentence in made.sentences)


def test_a_chronology_with_whole_paragraphs_is_no_navigation() -> None:
    text = lines("How it came about", *(piece for year in (2020, 2021, 2022, 2023) for piece in (f"9 November {year}", BODY[0])))
    assert not {part.role for part in reading(text).segments} & {"navigation", "teaser", "stray"}


def test_a_transcript_is_all_body() -> None:
    text = lines(
        "ILDA MAREN: Good afternoon.",
        PARAGRAPH,
        "QUESTION: Will you meet again?",
        "ILDA MAREN: We will…",
        "ILDA MAREN: Yes.",
        "* * *",
        "END",
    )
    assert {part.role for part in reading(text).segments} == {"body"}


def test_lists_of_other_texts_after_the_last_paragraph() -> None:
    text = lines(*BODY, "Read also", "Ferry terminal to open", "Carpet weavers present collection", "Share", "Subscribe to our channel")
    assert rules(text)[3:5] == ["teaser:cue", "teaser:list"]
    assert {part.role for part in reading(text).segments[3:]} <= {"teaser", "navigation"}
    assert rules(lines(BODY[0], "Читайте также: Открыт новый паром", BODY[1]))[1] == "teaser:cue"


def test_page_words_count_only_outside_the_story() -> None:
    assert rules(lines("Home", "Ministers meet in Elsin", *BODY, "Share"))[::5] == ["navigation:page-line", "navigation:page-line"]
    assert rules(lines(BODY[0], "Topics", *BODY))[1] == "body:heading"


def test_a_first_sentence_of_another_story_is_stray() -> None:
    stray = "Aleksander Ferrando, once a municipal treasurer, joined Brenholm's injury list."
    story = [PARAGRAPH + f"The ministers of the valleys opened road number {number} between Elsin and the border." for number in range(8)]
    assert rules(lines(stray, *story))[0] == "stray:unrelated-lead"
    assert rules(lines("The ministers of two valleys have met in Elsin about the road.", *story))[0] == "body:paragraph"
    assert rules(lines(stray, *story[:3]))[0] == "body:paragraph"


def test_hard_wrapped_paragraphs_are_one_segment() -> None:
    wrapped = (
        "President Ilda Maren of Valdora met today with Prime Minister Tomas\n"
        "Verrick. They spoke about the road between the two valleys, the\n"
        "Elsin crossing and the return of people to their homes. The leaders\nagreed to meet again in June."
    )
    assert rules(lines(wrapped, wrapped)) == ["body:paragraph"] * 2
    uneven = "The two presidents\ndiscussed the road. President of the Republic of\nValdora Ilda Maren noted\nthat it is open."
    assert rules(lines(uneven, uneven)) == ["body:paragraph"] * 2


def test_a_paragraph_that_was_certainly_broken_off_goes_on_though_lines_begin_with_capitals() -> None:
    people = (
        "Those who met in Elsin were Prime Minister Tomas Verrick, Foreign Minister\n"
        "Ilda Maren, the envoys of the two valleys (Port Elsin and Ostravel, the\n"
        "Northern Province), and the Head of the Office of the President of\nValdora."
    )
    left = "The ministers signed the treaty on the road and the bridge in the office of the President of the\nRepublic."
    assert rules(lines(people, left)) == ["body:paragraph"] * 2
    assert rules("Ministers meet in Elsin\n" + people) == ["title:first-line", "body:paragraph"]
    assert rules("Ministers meet in Elsin\n" + BODY[0] + "\n" + BODY[1]) == ["title:first-line", *["body:paragraph"] * 2]


def test_lines_that_stand_alone_are_segments() -> None:
    assert rules("Ministers meet in Elsin\n" + "\n".join(BODY)) == ["title:first-line", *["body:paragraph"] * 3]


def test_markdown_headings_and_hard_breaks() -> None:
    assert rules(lines("# Ministers meet", *BODY), "markdown")[0] == "title:heading"
    assert reading(lines("# Ministers **meet**", *BODY), "markdown").title == "Ministers meet"
    assert rules("Valdora House  \nElsin  \n\xa0  \n" + PARAGRAPH, "markdown", title="x") == [
        "body:heading",
        "body:heading",
        "body:paragraph",
    ]
    assert rules(lines(BODY[0], '<figure>\n<img src="a.png" alt="' + "b" * 900 + '" />\n</figure>', "<…>"), "markdown")[1:] == [
        "navigation:markup",
        "body:separator",
    ]


def test_html_lines_outside_the_main_text_are_navigation_save_its_head() -> None:
    parts = [
        "Home Politics",
        "Ministers meet in Elsin",
        "By Ruth Ansel",
        "8 December 2023 10:15",
        BODY[0],
        BODY[1],
        "Read also",
        "18 May 2025 Ferry opens",
    ]
    text = "\n".join(parts)
    start = text.index(BODY[0])
    main = [(start, start + len(BODY[0])), (text.index(BODY[1]), text.index(BODY[1]) + len(BODY[1]))]
    made = reading(text, "html", main, title="Ministers meet in Elsin")
    assert [part.rule for part in made.segments] == [
        "html:outside-main-text",
        "title:record",
        "byline:cue",
        "dateline:header",
        "body:paragraph",
        "body:paragraph",
        "html:outside-main-text",
        "html:outside-main-text",
    ]


def test_a_web_page_s_lead_and_a_paragraph_it_lost_are_body_and_what_stands_above_its_title_is_not() -> None:
    lead = "The ministers of the two valleys have agreed on the road"
    lost = (
        "The two ministers of the valleys spoke in Elsin about the opening of the road and agreed on Tuesday that engineers "
        "will meet at the bridge in August, when the crossing between the valleys is to be measured once again."
    )
    foreign = "Carpet weavers from Ostravel present their newest collection of woollen shawls, scarves and mittens this weekend. " * 2
    parts = ["Home", "Ministers meet in Elsin", lead + " between Elsin and the border.", *BODY[:2], foreign.strip(), lost, BODY[2]]
    text = "\n".join(parts)

    def main(*inside: int) -> list[tuple[int, int]]:
        return [(text.index(parts[number]), text.index(parts[number]) + len(parts[number])) for number in inside]

    outside = "html:outside-main-text"
    title = "Ministers meet in Elsin"
    assert rules(text, "html", main(3, 4, 7), title=title) == [
        outside,
        "title:record",
        "body:lead",
        *["body:paragraph"] * 2,
        outside,
        "body:left-out",
        "body:paragraph",
    ]
    assert rules(text, "html", main(0, 1, 3, 4, 7), title=title)[:2] == ["navigation:above-title", "title:record"]


OF_OURSELVES = (
    "Port Elsin Post is an independent newspaper founded in 1912; its reporters and photographers work in eleven harbours "
    "and its archive is open to subscribers."
)


def outlet_pages(*closing: str, opening: tuple[str, ...] = (), count: int = 5) -> list[dict[str, str | None]]:
    """Pages of one outlet: different stories between the same lines."""
    towns = ["Elsin", "Ostravel", "Brenholm", "Verrick", "Marenburg", "Kallow", "Dunmere"]
    return [
        {
            "doc_id": town,
            "text": lines(
                *opening,
                f"Bridge to {town} opened",
                f"Engineers from {town} opened the bridge over the northern river after two years of work, the mayor of {town} said.",
                f"Ferries between {town} and the islands are to run until the end of the season, as the council of {town} decided.",
                *(line.format(town=town) for line in closing),
            ),
            "format": "text",
            "main": None,
            "title": None,
            "date": None,
            "url": None,
            "outlet": "Port Elsin Post",
            "source_path": f"{town}.txt",
        }
        for town in towns[:count]
    ]


def recurring_in(documents: list[dict[str, str | None]]) -> list[list[str]]:
    """For each document the stripped text of what comes again."""
    counted = Recurring()
    for document in documents:
        counted.add(document, None)
    made = [(document["text"], rows(document, KNOWN, DETECTOR, counted.of(document)).segments) for document in documents]
    return [[text[part[2] : part[3]].strip() for part in parts if part[5] == "navigation:recurring"] for text, parts in made]


def test_lines_around_the_stories_of_an_outlet_are_navigation() -> None:
    closing = (OF_OURSELVES, "Write to the newsroom at post@elsin.example.", "Fish prices and tides in the harbours")
    opening = ("The newspaper of the valleys",)
    assert recurring_in(outlet_pages(*closing, opening=opening)) == [[*opening, *closing]] * 5
    assert recurring_in(outlet_pages("Fish prices and tides in the harbours", count=3)) == [["Fish prices and tides in the harbours"]] * 3
    assert recurring_in(outlet_pages(OF_OURSELVES, count=2)) == [[], []]


@pytest.mark.parametrize(
    "closing",
    [
        ("The sides agreed to remain in touch.",),
        ("Thank you.",),
        ("PRESIDENT MAREN:", "Thank you all for coming here today."),
        ("Ilda Maren", "President of Valdora"),
        ("* * *",),
        ("The mayor and the engineers thanked all who had worked on the bridge over the northern river since Tuesday, and the council.",),
        (OF_OURSELVES, "The mayor of {town} said that the bridge was open."),
        ("Ilda Maren", "President of Valdora", "Tomas Verrick", "Prime Minister of Valdora", "Marika Holt", "Secretary of the Council"),
    ],
)
def test_what_officials_repeat_stays_body(closing: tuple[str, ...]) -> None:
    assert recurring_in(outlet_pages(*closing)) == [[]] * 5


def test_copies_and_forms_do_not_make_a_line_recur() -> None:
    pages = outlet_pages(OF_OURSELVES)
    copies = [{**page, "text": pages[0]["text"], "doc_id": str(number)} for number, page in enumerate(pages)]
    assert recurring_in(copies) == [[]] * 5
    stock = "Grants can cover temporary housing, home repairs and loans for what no insurance pays, as the decree provides."
    filled = [stock, *(f"{stock} This is what paragraph {letter} of it says." for letter in "abc")]
    assert recurring_in(outlet_pages(*filled, OF_OURSELVES)) == [[]] * 5


def test_a_title_that_comes_again_and_the_place_of_a_speech_are_no_navigation() -> None:
    pages = outlet_pages(opening=("Oval Hall, the Office of the President", "2:15 P.M. EST"))
    assert recurring_in([{**page, "title": "Remarks by President Maren"} for page in pages]) == [[]] * 5
    daily = [{**page, "text": lines("Daily briefing of the ministry", *page["text"].split("\n\n")[1:])} for page in outlet_pages()]
    assert recurring_in(daily) == [[]] * 5


def test_an_outlet_is_told_by_its_name_its_host_or_its_folder() -> None:
    record = {"outlet": None, "url": "https://post.elsin.example/a", "source_path": "elsin/2023/a.txt"}
    assert outlet_of({**record, "outlet": "Port Elsin Post"}) == "Port Elsin Post"
    assert outlet_of(record) == "post.elsin.example"
    assert outlet_of({**record, "url": "http://[bad"}) == outlet_of({**record, "url": None}) == "elsin/2023"


def test_a_text_of_nothing_is_one_separator_and_an_empty_one_has_no_segment() -> None:
    assert rules(" \n ") == ["body:separator"]
    assert reading("").segments == []


def test_rows_are_what_the_tables_declare() -> None:
    record = {
        "doc_id": "d1",
        "text": lines("Ministers meet", *BODY),
        "format": "text",
        "main": None,
        "title": None,
        "date": "2023-05-25",
        "url": None,
    }
    made = rows(record, KNOWN, DETECTOR)
    assert frame(SEGMENTS, made.segments).height == 4
    assert frame(SENTENCES, made.sentences).height == 7
    assert frame(ABOUT, [made.about])["words"].item() > 50
    assert spans("0-5 7-9") == [(0, 5), (7, 9)]
    assert spans(None) is None


def test_every_rule_is_explained() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "scripts/readout/segment").glob("*.py")))
    explained = (ROOT / "docs/stages.md").read_text(encoding="utf-8")
    found = set(re.findall(rf'"((?:{"|".join(ROLES)}|html):[a-z-]+)"', source))
    assert len(found) >= 20
    assert not [rule for rule in sorted(found) if f"`{rule}`" not in explained]


def test_languages_need_a_candidate_and_cldr_knows_the_months() -> None:
    with pytest.raises(ValueError, match="no languages"):
        languages([], FILES)
    assert names(["tr"]).lexicon.read("KASIM")[1] == {"M": 11}


@pytest.mark.skipif(not SEEDS.exists(), reason="the articles lie beside the repository")
def test_the_five_articles() -> None:
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    made = {name: reading(text) for name, text in texts.items()}
    for name, text in texts.items():
        covers(text, made[name])
    assert [made[name].language.language for name in sorted(made)] == ["en", "en", "ru", "en", "en"]
    navigation = [part for part in made["002"].segments if part.role == "navigation"]
    assert navigation[0].start == texts["002"].index("ДОКУМЕНТЫ")
    assert navigation[-1].end == len(texts["002"])
    assert max(sentence.end for sentence in made["002"].sentences) <= navigation[0].start
    assert made["003"].segments[0].role == "stray"
    assert [part.rule for part in made["004"].segments[:2]] == ["title:first-line", "title:repeated"]
    assert made["004"].segments[-1].role == "credit"
