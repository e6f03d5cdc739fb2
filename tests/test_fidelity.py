"""What other documents make of a quote: the same words, a part of them, other words, another mouth."""

import random
import time
from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fidelity import fidelity
from readout.dedupe.sketch import hashed
from readout.fidelity.alignment import align
from readout.fidelity.candidates import SPREAD, Index
from readout.fidelity.voices import Speaker, apart
from readout.fidelity.wording import letters, omissions, words
from readout.tables import store
from readout.tables.schema import ENTITIES, MENTIONS, PARALLELS, PARSED, PUBLISHED, SENTENCES, SIGNALS, SPEAKERS, SPEECH

DAY = date(2024, 5, 6)
KNOWN = {
    "x:arran": ("PER", "Tovik Arran", "XR"),
    "x:velding": ("PER", "Mara Velding", "XS"),
    "x:ministry": ("ORG", "Foreign Ministry of Ruritania", "XR"),
    "x:wire": ("ORG", "Elsin Wire", None),
    "x:council": ("ORG", "Council of Syldavia", "XS"),
}
QUOTE = "Lorries will cross the old bridge near the mill again before the harvest is brought in, and nobody will have to pay a toll"


def document(text, speaker=None, day=DAY, language="en", signal=None):
    """A text in which direct quotes stand in “” and reported speech in {}, which are taken away."""
    plain, spans, start = "", [], None
    for char in text:
        if char in "“{":
            start = len(plain) + (char == "“")
        elif char in "”}":
            spans.append((start, len(plain), "direct" if char == "”" else "indirect"))
        if char not in "{}":
            plain += char
    return plain, spans, speaker, day, language, signal


def column(table, **given):
    """A row of a table: what is given, and NULL or something harmless for the rest."""
    fill = {pl.String: "en", pl.Int64: 0, pl.Float64: 0.9, pl.Date: None, pl.Boolean: False}
    row = {}
    for one in table.columns:
        row[one.name] = given[one.name] if one.name in given else None if one.nullable else one.values[0] if one.values else fill[one.dtype]
    return row


@pytest.fixture(scope="session")
def look(root, tmp_path_factory):
    """Run the stage on documents; its rows as (document, quote, other document, text there, its quote, fidelity, similarity)."""

    def run(*documents):
        folder = tmp_path_factory.mktemp("fidelity")
        rows = {table: [] for table in (PARSED, SENTENCES, PUBLISHED, SPEECH, SPEAKERS, SIGNALS)}
        for number, (text, spans, speaker, day, language, signal) in enumerate(documents):
            doc_id = f"d{number:05}"
            rows[PARSED].append(column(PARSED, doc_id=doc_id, source_path=doc_id, record=1, text=text, format="text"))
            rows[SENTENCES].append(column(SENTENCES, doc_id=doc_id, start=0, end=len(text), language=language))
            rows[PUBLISHED].append(column(PUBLISHED, doc_id=doc_id, published_earliest=day, published_latest=day))
            for quote, (start, end, kind) in enumerate(spans):
                rows[SPEECH].append(column(SPEECH, doc_id=doc_id, quote=quote, start=start, end=end, kind=kind, language=language))
                if speaker:
                    rows[SPEAKERS].append((doc_id, quote, speaker))
            if signal:
                rows[SIGNALS].append(column(SIGNALS, doc_id=doc_id, signal=signal))
        paths = {table: str(folder / f"{table.name}.parquet") for table in rows}
        for table, made in rows.items():
            store.write(table, store.frame(table, made), paths[table])
        entities = [column(ENTITIES, entity_id=key, kind=kind, name=name, country=where) for key, (kind, name, where) in KNOWN.items()]
        store.write(ENTITIES, store.frame(ENTITIES, entities), folder / "entities.parquet")
        store.write(MENTIONS, store.frame(MENTIONS, []), folder / "mentions.parquet")
        fidelity(
            speech=[paths[SPEECH]],
            speakers=[paths[SPEAKERS]],
            parsed=[paths[PARSED]],
            sentences=[paths[SENTENCES]],
            published=[paths[PUBLISHED]],
            signals=[paths[SIGNALS]],
            mentions=str(folder / "mentions.parquet"),
            entities=str(folder / "entities.parquet"),
            language_files=sorted(map(str, (root / "config" / "languages").glob("*.yaml"))),
            models=str(root / "models" / "names" / "pieces.json"),
            target=str(folder / "parallels.parquet"),
        )
        found = store.read(PARALLELS, folder / "parallels.parquet")
        texts = [text for text, *_ in documents]
        return [
            (int(doc_id[1:]), quote, int(other[1:]), texts[int(other[1:])][start:end], other_quote, told, similarity)
            for doc_id, quote, other, start, end, other_quote, told, similarity in found.iter_rows()
        ]

    return run


def told(look, quote, other, one="x:arran", another="x:arran", days=0):
    """What the second document makes of the first one's quote, and how similar it is; None where it has nothing of it."""
    found = look(document(f"He said: “{quote}”.", one), document(other, another, DAY + timedelta(days=days)))
    rows = [(kind, similarity) for number, _, _, _, _, kind, similarity in found if number == 0]
    assert len(rows) <= 1
    return rows[0] if rows else None


def test_the_same_words_in_other_dress(look):
    dressed = QUOTE.upper().replace(" ", "\n ", 3).replace(",", " —").replace("BRIDGE", "BR\u00adIDGE\u200b")
    assert told(look, QUOTE, f"« {dressed} », said the minister.") == ("verbatim", 1.0)
    assert told(look, QUOTE, f"The minister wrote in his letter that {QUOTE}.") == ("verbatim", 1.0)
    assert told(look, QUOTE, f"“{QUOTE}”") == ("verbatim", 1.0)


def test_the_place_in_the_other_document_is_exact(look):
    first, second = document(f"“{QUOTE}”", "x:arran"), document(f"Hear, hear! “{QUOTE}!” he cried.", "x:arran")
    assert look(first, second) == [
        (0, 0, 1, QUOTE, 0, "verbatim", 1.0),
        (1, 0, 0, QUOTE, 0, "verbatim", 1.0),
    ]


def test_speech_broken_by_its_cue_is_whole(look):
    start, end = QUOTE[:42], QUOTE[42:]
    assert told(look, QUOTE, f"“{start},” said the minister on Tuesday, “{end}.”") == ("verbatim", 1.0)


def test_what_an_editor_adds_in_brackets_is_none_of_the_words(look):
    assert told(look, QUOTE, f"“{QUOTE.replace('near the mill', 'near the mill [in Sarn]')}”") == ("verbatim", 1.0)


@pytest.mark.parametrize(
    "other",
    [
        QUOTE[:89],
        QUOTE[34:],
        QUOTE.replace(" before the harvest is brought in", " …"),
        QUOTE.replace(" near the mill", ""),
        "Listen to me, all of you who live here. " + QUOTE.replace(" near the mill", ""),
        QUOTE.replace("toll", "toll of any kind at the bridge").replace("again", "again and again"),
    ],
)
def test_less_or_more_of_the_same_words_is_shortened(look, other):
    kind, similarity = told(look, QUOTE, f"“{other}”")
    assert kind == "shortened"
    assert 0.5 < similarity < 1


def test_an_omission_is_shortened_in_both_directions(look):
    short = QUOTE.replace(" before the harvest is brought in", " […]")
    found = look(document(f"“{QUOTE}”", "x:arran"), document(f"“{short}”", "x:arran"))
    assert [row[5] for row in found] == ["shortened", "shortened"]


@pytest.mark.parametrize(
    "other",
    [
        QUOTE.replace("old bridge", "new bridge"),
        QUOTE.replace("harvest is brought in", "crop is gathered").replace("have to pay", "be asked for"),
        QUOTE.replace("will cross", "will not cross"),
        QUOTE.replace("Lorries will cross", "The lorries may pass over"),
        QUOTE.replace(" near the mill", "").replace("nobody will", "nobody in the land will"),
        QUOTE.replace("toll", "fee"),
    ],
)
def test_other_words_are_altered(look, other):
    kind, similarity = told(look, QUOTE, f"“{other}”")
    assert kind == "altered"
    assert 0.5 < similarity < 1


def test_a_denial_left_out_without_a_mark_alters(look):
    denied = QUOTE.replace("will cross", "will never cross")
    assert told(look, denied, f"“{QUOTE}”")[0] == "altered"
    assert told(look, denied, f"“{QUOTE.replace('will cross', 'will … cross')}”")[0] == "shortened"


@pytest.mark.parametrize(
    ("one", "another", "kind"),
    [
        ("x:arran", "x:velding", "other_speaker"),
        ("x:arran", "x:council", "other_speaker"),
        ("x:ministry", "x:council", "other_speaker"),
        ("x:ministry", "x:arran", "verbatim"),
        ("x:wire", "x:velding", "verbatim"),
        ("x:arran", None, "verbatim"),
        (None, "x:velding", "verbatim"),
    ],
)
def test_another_speaker_is_one_who_cannot_speak_for_the_first(look, one, another, kind):
    assert told(look, QUOTE, f"“{QUOTE}”", one, another)[0] == kind
    assert told(look, QUOTE, f"{QUOTE}.", one, another)[0] == "verbatim"


def test_reported_speech_has_a_speaker_too(look):
    assert told(look, QUOTE, f"She said that {{{QUOTE}}}.", "x:arran", "x:velding")[0] == "other_speaker"


def test_a_namesake_may_be_the_same_person():
    known = {"a": Speaker("PER", "Tovik Arran", None), "b": Speaker("PER", "T. ARRAN", None), "c": Speaker("PER", "Mara Velding", None)}
    assert not apart(["a"], ["b"], known)
    assert apart(["a", "b"], ["c"], known)
    assert not apart(["a", "c"], ["c"], known)
    assert not apart([], ["c"], known)
    assert not apart(["a"], ["unknown"], known)


@pytest.mark.parametrize(
    "quote",
    ["Thank you very much.", "Thank you very much, Mr President.", "Good afternoon, colleagues.", "No comment.", ""],
)
def test_turns_of_phrase_are_not_looked_up(look, quote):
    assert told(look, quote, f"“{quote} The floor is yours.”") is None


def test_what_is_said_again_a_year_later_must_be_the_same_and_rare(look):
    assert told(look, QUOTE, f"“{QUOTE}”", days=400) == ("verbatim", 1.0)
    assert told(look, QUOTE, f"“{QUOTE.replace('old', 'new')}”", days=400) is None
    assert told(look, QUOTE[:40], f"“{QUOTE[:40]}”", days=400) is None
    every_year = [document(f"“{QUOTE}”", "x:arran", DAY + timedelta(days=365 * year)) for year in range(6)]
    assert look(*every_year) == []


def test_names_alone_tell_nothing(look):
    names = "The Permanent Council of the Lower Valley of Upper Syldavia"
    assert told(look, names, f"A meeting of {names} is planned.") is None


def test_a_form_filled_in_again_is_no_altered_quote(look):
    form = "I have decided that the emergency over {} that was declared in Order {} of {} shall last for one more year from today"
    assert told(look, form.format("Orlin", 1204, "May"), f"“{form.format('Sarn', 3311, 'June')}”") is None


def test_other_statements_on_the_topic_are_none(look):
    other = "The bridge near the mill is old, and before lorries are let across it again somebody will have to pay for new beams"
    assert told(look, QUOTE, f"“{other}”") is None


def test_a_quote_of_its_own_document_only_has_no_rows(look):
    assert look(document(f"“{QUOTE}” And again: “{QUOTE}”"), document("Nothing of the kind was said here.")) == []


def test_rows_do_not_depend_on_the_order_of_documents(look):
    made = [
        document(f"“{text}”", speaker) for text in (QUOTE, QUOTE[:80], QUOTE.replace("old", "new")) for speaker in ("x:arran", "x:velding")
    ]
    forward, backward = look(*made), look(*made[::-1])
    last = len(made) - 1
    assert len(forward) > 10
    key = [(one, quote, other, kind, similarity) for one, quote, other, _, _, kind, similarity in forward]
    turned = [(last - one, quote, last - other, kind, similarity) for one, quote, other, _, _, kind, similarity in backward]
    assert sorted(key) == sorted(turned)


def test_a_statement_in_very_many_documents_is_bounded(look):
    crowd = [document(f"{number}: “{QUOTE}”", "x:arran") for number in range(SPREAD + 40)]
    found = look(*crowd)
    assert {row[5] for row in found} == {"verbatim"}
    assert len({row[0] for row in found}) == len(crowd)
    assert max(sum(row[0] == number for row in found) for number in range(len(crowd))) <= SPREAD


def test_hostile_text_is_read_in_time(look):
    chance = random.Random(3)
    long = " ".join(chance.choice(["war", "and", "peace", "the", "[", "]", "…", "\u202e", "ա՞", "word"]) for _ in range(150_000))
    start = time.monotonic()
    look(document(f"“{long}”"), document(long), document("[" * 200_000), document(f"“{QUOTE}” {QUOTE} “{QUOTE[:30]}"), document(""))
    assert time.monotonic() - start < 30


def test_a_spun_rewrite_is_found_by_its_meaning(look):
    said = "The upcoming meeting will show whether both sides want peace or only want to be seen wanting it."
    spun = "The approaching gathering will display whether each facets need peace or simplest need to be visible needing it."
    found = look(document(f"“{said}”", "x:arran"), document(f"“{spun}”", "x:velding", signal="spun"))
    assert [(row[0], row[2], row[5]) for row in found] == [(0, 1, "altered"), (1, 0, "altered")]
    assert look(document(f"“{said}”", "x:arran"), document(f"“{spun}”", "x:velding")) == []


def test_a_translation_is_found_in_both_directions(look):
    english = (
        "We will open the road over the pass as soon as the snow has melted, and lorries will be able to cross it by day and by night."
    )
    russian = "Мы откроем дорогу через перевал, как только растает снег, и грузовики смогут проезжать по ней днём и ночью."
    found = look(document(f"“{english}”", "x:arran"), document(f"“{russian}”", "x:arran", language="ru"))
    assert [(row[0], row[2], row[5]) for row in found] == [(0, 1, "translated"), (1, 0, "translated")]
    assert 0.19 <= found[0][6] == found[1][6] <= 1
    assert look(document(f"“{english}”", "x:arran"), document(f"“{russian}”", "x:velding", language="ru")) == []


def test_words_and_their_places():
    text = "Ի՞նչ «է» [so] սա… Don’t co\u00adoperate!"
    found = words(text, [(0, len(text))])
    assert [letters(text[start:end]) for start, end in zip(found.starts, found.ends, strict=True)] == [
        *("ինչ", "է", "սա", "don", "t", "cooperate")
    ]
    assert omissions(text, found) == {2}
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)][-1] == "co\u00adoperate"


@given(st.lists(st.integers(0, 5), max_size=30), st.lists(st.integers(0, 5), max_size=30))
def test_aligned_words_are_equal_and_in_order(quote, other):
    mine, theirs = align(quote, other, [True] * len(other))
    assert [quote[at] for at in mine] == [other[at] for at in theirs]
    assert mine == sorted(set(mine))
    assert theirs == sorted(set(theirs))


def test_stray_words_far_off_are_not_aligned():
    quote = ["a", "b", "c", "d", "e", "f"]
    other = ["a", "x", "x", "x", "x", "x", "x", "x", "x", "b", "c", "d", "e", "f"]
    assert align(quote, other, [True] * len(other)) == ([1, 2, 3, 4, 5], [9, 10, 11, 12, 13])


def test_common_runs_lead_nowhere_and_long_ones_to_the_first():
    quote = hashed(["we", "shall", "meet", "again", "in", "the", "autumn", "when", "the", "roads", "are", "dry"])
    index = Index([quote])
    for number in range(2 * SPREAD):
        index.look(number, quote if number % 2 else hashed(["we", "shall", "meet", "again", "in", "the"]), (DAY, DAY))
    found = [document for _, document in index.candidates()]
    assert found == sorted(found)
    assert all(document % 2 for document in found)
    assert len(found) == SPREAD
    assert list(Index([]).candidates()) == []
    assert np.array_equal(index.uses(quote)[0][:2], [2 * SPREAD, 2 * SPREAD])
