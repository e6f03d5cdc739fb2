"""Quoted and reported speech in small documents of our own; persons and countries that speak are invented."""

from pathlib import Path
from time import process_time

import pytest
import yaml

from readout.quote.cues import KEYS, lexicon
from readout.quote.document import speech
from readout.refer.document import Document, Name, Sentence
from readout.refer.lexicon import read_lexicons
from readout.refer.resolve import Reader
from readout.score.text_cases import cases, quote_counts
from readout.segment.languages import languages
from readout.segment.sentences import sentences

HOME = Path(__file__).parent.parent
SPEECH = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((HOME / "config/languages/speech").glob("*.yaml"))}
LEXICONS = {code: lexicon(section) for code, section in SPEECH.items()}
FILES = {code: yaml.safe_load((HOME / f"config/languages/{code}.yaml").read_text(encoding="utf-8")) for code in SPEECH}
SPLITTING = languages(tuple(SPEECH), FILES).splitting
READER = Reader(read_lexicons((HOME / "config/languages/reference").glob("*.yaml")), [], [])
NAMES = {
    "Ilda Marren": ("PER", "marren"),
    "Marren": ("PER", "marren"),
    "Tomas Verrick": ("PER", "verrick"),
    "Verrick": ("PER", "verrick"),
    "Valdoran Foreign Ministry": ("ORG", "ministry"),
    "Kestria": ("LOC", "kestria"),
    "Karsa Wire": ("ORG", "wire"),
    "Ильда Маррен": ("PER", "marren"),
    "Маррен": ("PER", "marren"),
    "Томас Веррик": ("PER", "verrick"),
    "Արամ Սելվանյանը": ("PER", "aram"),
}


def document(text: str, language: str = "en", title: bool = False) -> Document:
    """A document of a paragraph a line, with the names that are known above, the longest first."""
    made = Document("d", text, language, None, None, None)
    place = 0
    for number, line in enumerate(text.split("\n")):
        role = "title" if title and not number else "body"
        for start, end in sentences(text, place, place + len(line), SPLITTING[language]):
            made.sentences.append(Sentence(text, len(made.sentences), number, start, end, role, language))
        place += len(line) + 1
    for sentence in made.sentences:
        found: list[Name] = []
        for surface in sorted(NAMES, key=len, reverse=True):
            at = text.find(surface, sentence.start, sentence.end)
            while at >= 0:
                if not any(name.start < at + len(surface) and at < name.end for name in found):
                    found.append(Name(at, at + len(surface), *NAMES[surface], surface, 0))
                at = text.find(surface, at + 1, sentence.end)
        sentence.names = sorted(found)
    return made


def said(text: str, language: str = "en", **about: bool) -> list[tuple]:
    """(kind, words, speakers, basis) of each quote."""
    found = speech(READER.open(document(text, language, **about)), LEXICONS)
    return [(quote.kind, text[quote.start : quote.end], quote.speakers, quote.speaker_basis) for quote in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will keep the road open,” Marren said. “It is not ours to close.”",
            [
                ("direct", "We will keep the road open,", ("marren",), "name"),
                ("direct", "It is not ours to close.", ("marren",), "continued"),
            ],
        ),
        (
            'Tomas Verrick told reporters on Friday: "We signed nothing."',
            [("direct", "We signed nothing.", ("verrick",), "name")],
        ),
        (
            "Marren said that the bridge would open and that the road would follow.",
            [("indirect", "the bridge would open and that the road would follow", ("marren",), "name")],
        ),
        ("The bridge will open in May, Marren said.", [("indirect", "The bridge will open in May", ("marren",), "name")]),
        (
            "According to Verrick, the lists have been exchanged.",
            [("indirect", "the lists have been exchanged", ("verrick",), "name")],
        ),
        (
            "Marren noted that Kestria had kept its word, Karsa Wire reports.",
            [("indirect", "Kestria had kept its word", ("marren",), "name")],
        ),
        (
            "Marren called the offer “a door without a house”.",
            [("direct", "a door without a house", ("marren",), "name")],
        ),
        (
            "Marren said that the offer was “a door without a house” and would be returned.",
            [
                ("indirect", "the offer was “a door without a house” and would be returned", ("marren",), "name"),
                ("direct", "a door without a house", ("marren",), "name"),
            ],
        ),
        ("Marren was quoted by Karsa Wire as saying that the talks were over.", [("indirect", "the talks were over", ("marren",), "name")]),
        ("Karsa Wire quoted Marren as saying that the talks were over.", [("indirect", "the talks were over", ("marren",), "name")]),
        (
            "“Why now?” Marren asked. Verrick did not answer.",
            [("direct", "Why now?", ("marren",), "name")],
        ),
        ("Marren asked whether the road was open.", [("indirect", "whether the road was open", ("marren",), "name")]),
    ],
)
def test_who_says_what(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “corridor” was closed, and nobody used the word “recognition”.",
        "Marren did not say that the talks were over.",
        "Marren declined to say whether the talks were over.",
        "Marren agreed to meet in Kestria.",
        "He reads the newspaper “The Evening Wire” and sails on the ship “Bright Morning Star”.",
        "The United States reports are published in May.",
        "If Marren says that the road is open, they will go.",
        "The leaders' talks ended at 6'2\" of snow.",
        "It is expected that the leaders will discuss the border.",
        "The votes underscore that the treaty is wanted.",
        "Marren backed measures that acknowledge the border is open.",
        "They found ways that would help both sides.",
        "The ministry was told to find the money and assure that the halls are completed in time.",
        "Earlier, in response to this, Marren asked the Government to review the matter.",
        "They “synchronised watches” on problems of stability, emphasizing the necessity of consultations.",
        "Marren toured an exhibition of drawings, called “A Future I Want to Live in”.",
        "The talks were attended by Marren, head of “Popular Union – “Rodina” faction Tomas Verrick, the judge and the clerk.",
        "On the square Marren told the guests about the town's history and its main landmarks.",
    ],
)
def test_what_is_no_speech(text):
    assert said(text) == []


def test_a_speaker_who_cannot_be_told_is_nobody():
    text = "Tomas Verrick met Ilda Marren.\nThe talks went on.\n“It was a long and cold evening for everybody.”"
    assert said(text) == [("direct", "It was a long and cold evening for everybody.", (), None)]


def test_a_quotation_over_paragraphs_is_one_row_each_and_has_one_speaker():
    assert said("“We came with an offer.\n“We leave with a question,” said Ilda Marren, who leads the talks.") == [
        ("direct", "We came with an offer.", ("marren",), "continued"),
        ("direct", "We leave with a question,", ("marren",), "name"),
    ]


def test_a_quotation_over_paragraphs_need_not_repeat_its_mark():
    assert said("Marren said: “We came with an offer.\nNobody read it.\nWe leave with a question.”") == [
        ("direct", "We came with an offer.", ("marren",), "name"),
        ("direct", "Nobody read it.", ("marren",), "continued"),
        ("direct", "We leave with a question.", ("marren",), "continued"),
    ]


def test_the_subject_may_be_set_apart():
    assert said("Ilda Marren, who leads the talks in Kestria, said that the road was open.")[0][1:3] == ("the road was open", ("marren",))
    assert said("A spokeswoman for the Valdoran Foreign Ministry, Ilda Marren, said the road was open.")[0][2] == ("marren",)
    assert said("After talks with Tomas Verrick, Marren said the road was open.")[0][2] == ("marren",)
    assert said("Marren arrived in Kestria and said that the road was open.")[0][2] == ("marren",)
    assert said("Marren thanked the hosts, adding that the road was open.")[0][2] == ("marren",)


def test_what_is_behind_a_name_belongs_to_it():
    assert said("Yesterday, Tomas Verrick, Jr. declared that the road was open.")[0][2] == ("verrick",)


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Marren stressed that Kestria shares the pain and wished a speedy recovery to the injured.", "Kestria shares the pain"),
        ("Marren noted that the lists were ready and thanked Verrick for his help.", "the lists were ready"),
        ("Marren said that Verrick had called her and asked for help.", "Verrick had called her and asked for help"),
        ("The treaty, Marren said, called for the consent of society.", "The treaty, Marren said, called for the consent of society"),
        ("Marren highly praised the leaders, and said that they were able to prevent the war.", "they were able to prevent the war"),
        (
            "It came a day after Ilda Marren, the secretary of state for roads and bridges, told a committee that the road was open.",
            "the road was open",
        ),
    ],
)
def test_where_a_reported_clause_ends(text, reported):
    assert said(text) == [("indirect", reported, ("marren",), "name")]


def test_a_label_may_be_long_and_stand_alone():
    text = (
        "Head of the Kestria faction in the State Duma Ilda Marren: Colleagues,\nWe have a question about the budget.\n"
        "Tomas Verrick: Please,"
    )
    assert [speakers for _, _, speakers, _ in said(text)] == [("marren",), ("marren",), ("verrick",)]


def test_a_list_of_deeds_is_no_speech():
    assert said("On Monday, Kestria reaffirmed its pledge to the region, through a new fund and a new road.") == []


def test_an_attribute_does_not_speak():
    assert [row[2] for row in said("Marren's campaign said that the road was open.")] == [()]


def test_transcripts_have_a_row_for_each_paragraph():
    text = "Ilda Marren: Good morning, and thank you all.\nThe road is open.\nQuestion: And the bridge?\nIlda Marren: Not yet, I am sorry."
    assert said(text) == [
        ("direct", "Good morning, and thank you all.", ("marren",), "label"),
        ("direct", "The road is open.", ("marren",), "continued"),
        ("direct", "And the bridge?", (), "unnamed"),
        ("direct", "Not yet, I am sorry.", ("marren",), "label"),
    ]


def test_a_headline_with_a_name_and_colon_reports():
    assert said("Marren: the bridge will open in May\nThe bridge was closed.", title=True) == [
        ("indirect", "the bridge will open in May", ("marren",), "label")
    ]


def test_a_statement_is_of_whoever_issued_it():
    text = "The Valdoran Foreign Ministry issued a statement on Monday.\n“The road is open to all who need it,” the statement said."
    assert said(text) == [("direct", "The road is open to all who need it,", ("ministry",), "title")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The road is open to all, and will stay so", Marren said.', "The road is open to all, and will stay so"),
        ("” Whether they come or not, we will be there,” Marren continued.", "Whether they come or not, we will be there,"),
        ("“We will be there. “We will wait. “We have time,” Marren said.", "We will be there. “We will wait. “We have time,"),
        ("“We will be there, said Marren. “We have time.”", "We will be there,"),
        ("Marren stated that the” road is as open as it ever was.”", "road is as open as it ever was."),
        ("``We will be there,'' Marren said.", "We will be there,"),
        ("'We will be there,' Marren said.", "We will be there,"),
        ("“He told me: ‘Never sign in the dark.’ I keep to that,” Marren said.", "He told me: ‘Never sign in the dark.’ I keep to that,"),
    ],
)
def test_marks_may_be_wrong(text, words):
    first = said(text)[0]
    assert first[:3] == ("direct", words, ("marren",))


def test_an_error_in_one_paragraph_stays_there():
    text = "Marren opened the talks. “They began at nine.\nThe hall was cold.\n“We have time,” Marren said."
    assert ("direct", "We have time,", ("marren",), "name") in said(text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "— Мы открыли дорогу, — сказала Ильда Маррен. — Она для всех.", ["Мы открыли дорогу", "Она для всех."]),
        ("ru", "«Мы открыли дорогу, — сказала Ильда Маррен, — и не закроем её».", ["Мы открыли дорогу", "и не закроем её"]),
        ("ru", "Ильда Маррен отметила, что дорога открыта.", ["дорога открыта"]),
        ("ru", "По словам Ильды Маррен, дорога открыта.", ["дорога открыта"]),
        ("hy", "Արամ Սելվանյանը ասել է, որ ճանապարհը բաց է։", ["ճանապարհը բաց է"]),
        ("az", "İlda Marren bildirib ki, yol açıqdır.", ["yol açıqdır"]),
        ("tr", "Ilda Marren yolun açık olduğunu söyledi.", ["yolun açık olduğunu"]),
        ("ka", "ილდა მარენმა განაცხადა, რომ გზა ღიაა.", ["გზა ღიაა"]),
        ("uk", "Ільда Маррен зазначила, що дорога відкрита.", ["дорога відкрита"]),
    ],
)
def test_other_languages(language, text, expected):
    assert [row[1] for row in said(text, language)] == expected


def test_the_writer_and_the_reader_are_not_reported():
    assert said("I believe that the road is open, as you said.") == []


@pytest.mark.parametrize("language", ["az", "en", "hy", "ka", "ru", "tr"])
def test_the_cases_that_were_developed_on(language):
    """Spans are held to; speakers depend on how titles and groups are read, and have a lower floor."""
    told = cases(yaml.safe_load((HOME / f"tests/quote_cases/{language}.yaml").read_text(encoding="utf-8")), language, SPLITTING[language])
    tally = quote_counts(told, lambda one: [_as_counted(quote) for quote in speech(READER.open(one), LEXICONS)])
    counts = {measure: counts for (_, _, measure), counts in tally.items()}
    for kind in ("direct", "indirect"):
        assert counts[kind].right == counts[kind].gold == counts[kind].found
        assert counts[f"{kind}_speaker"].right >= 0.7 * counts[f"{kind}_speaker"].gold


def _as_counted(quote):
    from readout.score.text_cases import Quote

    return Quote(quote.start, quote.end, quote.kind, quote.speakers)


@pytest.mark.parametrize(
    "text",
    [
        "“a " * 60_000,
        "a” " * 60_000,
        "“We agree,” he said. " * 4_000,
        "He said that she said. " * 4_000,
        "he said that " * 15_000,
        "Ann Marren: yes we do.\n" * 4_000,
        "a:" * 60_000,
        "'a " * 60_000,
        "\u202e“a\u202c” " * 20_000,
        "a, " * 60_000 + "he said",
        "<a " * 60_000,
    ],
    ids=["opened", "closed", "quoted", "told", "endless", "labels", "colons", "single", "bidi", "commas", "tags"],
)
def test_hostile_text_is_read_in_time(text):
    made = document(text)
    begun = process_time()
    quotes = speech(READER.open(made), LEXICONS)
    assert process_time() - begun < 5
    assert all(0 <= quote.start < quote.end <= len(text) for quote in quotes)


def test_quotes_come_in_order_and_the_same_each_time():
    text = "“We will be there,” Marren said. Verrick said that the road was “open to all” and wide.\n“Good,” said Marren."
    first = speech(READER.open(document(text)), LEXICONS)
    assert first == sorted(first, key=lambda quote: (quote.start, -quote.end))
    assert first == speech(READER.open(document(text)), LEXICONS)


def test_a_file_of_speech_is_checked():
    with pytest.raises(ValueError, match="unknown in a file of speech: verb"):
        lexicon({"verb": {}})
    with pytest.raises(ValueError, match="stance"):
        lexicon({"verbs": {"loud": ["shout"]}})
    with pytest.raises(ValueError, match="too short"):
        lexicon({"verbs": {"neutral": ["ab*"]}})
    with pytest.raises(ValueError, match="order"):
        lexicon({"order": ["upside-down"]})


def test_every_key_is_described():
    told = (HOME / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert [key for key in sorted(KEYS) if f"`{key}`" not in told] == []


@pytest.mark.parametrize("text", ["Ilda Marren", "President Ilda Marren", "Ilda Marren:", "the president"])
def test_a_title_that_is_a_name_and_nothing_else_is_read(text):
    assert said(text, title=True) == []
