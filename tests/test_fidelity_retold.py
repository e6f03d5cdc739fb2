"""Which quotes say the same in another language, or in a machine's synonyms, and which only speak of the same."""

from datetime import date, timedelta
from itertools import combinations, permutations
from pathlib import Path

import pytest
import yaml

from readout.fidelity.meaning import Meaning, likeness
from readout.fidelity.quotes import Place
from readout.fidelity.retold import ALIKE, ALIKE_ANCHORED, ALIKE_APART, ALIKE_REWRITTEN, COMPARED, Said, rewritten, translations
from readout.fidelity.texts import Speech
from readout.fidelity.wording import small, words
from readout.tag.network import Models

PAIRS = yaml.safe_load((Path(__file__).parent / "quote_pairs.yaml").read_text(encoding="utf-8"))
DAY = date(2024, 5, 6)


@pytest.fixture(scope="module")
def meaning(root):
    models = Models(root / "models" / "names")
    return Meaning(models.pieces, models.embeddings)


def cut(text):
    found = words(text, [(0, len(text))])
    return tuple(small(text[start:end]) for start, end in zip(found.starts, found.ends, strict=True))


def said(document, text, language, speakers=("x:arran",), day=DAY, anchors=(), number=0):
    quote = Speech(number, 0, len(text), True, speakers, language)
    return Said(Place(document, quote), language, day and (day, day), cut(text), anchors)


def measured(split, meaning):
    """Likeness of all pairs in two languages: translations, other statements of the topic, and statements of other topics."""
    read = [
        (topic["topic"], number, language, meaning.read(cut(text)))
        for topic in PAIRS[split]
        for number, statement in enumerate(topic["statements"])
        for language, text in statement.items()
    ]
    found = {"same": [], "topic": [], "other": []}
    for one, other in combinations(read, 2):
        if one[2] != other[2]:
            kind = "same" if one[:2] == other[:2] else "topic" if one[0] == other[0] else "other"
            found[kind].append(likeness(one[3], other[3]))
    return found


@pytest.mark.parametrize("split", ["tuned", "fresh"])
def test_translations_are_told_from_other_statements_on_the_topic(split, meaning):
    found = measured(split, meaning)
    assert len(found["same"]) == len(found["topic"]) == 48
    assert sum(alike >= ALIKE for alike in found["same"]) >= 27
    assert not any(alike >= ALIKE for alike in found["topic"] + found["other"])


@pytest.mark.parametrize("split", ["tuned", "fresh"])
def test_words_replaced_by_synonyms_are_told_from_other_statements(split, meaning):
    pairs = [[meaning.read(cut(pair[key])) for key in ("said", "spun")] for pair in PAIRS[f"rewritten_{split}"]]
    assert sum(likeness(*pair) >= ALIKE_REWRITTEN for pair in pairs) >= len(pairs) - 2
    english = [meaning.read(cut(statement["en"])) for topic in PAIRS["tuned"] + PAIRS["fresh"] for statement in topic["statements"]]
    assert not any(likeness(*pair) >= ALIKE_REWRITTEN for pair in combinations(english, 2))


ROAD = PAIRS["tuned"][0]["statements"][0]
OTHER = PAIRS["tuned"][0]["statements"][1]


def test_a_translation_is_the_best_match_of_both(meaning):
    texts = [
        said(0, ROAD["en"], "en"),
        said(0, OTHER["en"], "en", number=1),
        said(1, OTHER["ru"], "ru"),
        said(1, ROAD["ru"], "ru", number=1),
    ]
    found = translations(texts, meaning)
    assert [(pair.one.quote.number, pair.other.quote.number) for pair in found] == [(0, 1), (1, 0)]
    assert sorted(pair.alike for pair in translations(texts[::-1], meaning)) == pytest.approx(sorted(pair.alike for pair in found))


@pytest.mark.parametrize(
    "other",
    [
        said(1, ROAD["ru"], "ru", speakers=("x:velding",)),
        said(1, ROAD["ru"], "ru", speakers=()),
        said(1, ROAD["ru"], "ru", day=DAY + timedelta(days=6)),
        said(0, ROAD["ru"], "ru"),
        said(1, ROAD["ru"].split(",")[0], "ru"),
        said(1, "Да, мы откроем дорогу", "ru"),
        said(1, OTHER["ru"], "ru"),
    ],
    ids=["another speaker", "no speaker", "a week later", "the same document", "half as long", "too short", "another statement"],
)
def test_no_translation(other, meaning):
    assert not translations([said(0, ROAD["en"], "en"), other], meaning)


def test_undated_quotes_may_be_translations(meaning):
    assert translations([said(0, ROAD["en"], "en"), said(1, ROAD["ru"], "ru", day=None)], meaning)


def test_what_is_named_counts(meaning):
    one, other = (said(number, PAIRS["tuned"][2]["statements"][0][code], code) for number, code in enumerate(("en", "tr")))
    plain = likeness(*(meaning.read(quote.words) for quote in (one, other)))
    assert ALIKE_ANCHORED < plain < ALIKE
    assert not translations([one, other], meaning)
    same = [quote._replace(anchors=("country:RU", "#4")) for quote in (one, other)]
    assert translations(same, meaning)


def test_naming_other_things_counts_against_it(meaning):
    one, other = (said(number, ROAD[code], code) for number, code in enumerate(("en", "ru")))
    assert ALIKE < translations([one, other], meaning)[0].alike < ALIKE_APART
    assert not translations([one._replace(anchors=("country:RU", "#4")), other._replace(anchors=("country:SY", "#9"))], meaning)


def test_only_spun_documents_are_searched_for_synonyms(meaning):
    pair = PAIRS["rewritten_tuned"][3]
    texts = [said(0, pair["said"], "en"), said(1, pair["spun"], "en", speakers=("x:aran",)), said(2, OTHER["en"], "en")]
    assert not rewritten(texts, frozenset(), meaning)
    (found,) = rewritten(texts, frozenset({1}), meaning)
    assert (found.one.document, found.other.document) == (0, 1)


def test_of_many_quotes_the_nearest_are_compared(meaning):
    topics = [
        statement["ru"] for split in ("tuned", "fresh") for topic in PAIRS[split] for statement in topic["statements"] if "ru" in statement
    ]
    crowd = [
        said(9, f"{one} {other}"[: len(ROAD["ru"])], "ru", number=number) for number, (one, other) in enumerate(permutations(topics, 2))
    ]
    crowd = [quote for quote in crowd if quote.words[:4] != cut(ROAD["ru"])[:4]]
    assert len(crowd) > 2 * COMPARED
    found = translations([said(0, ROAD["en"], "en"), *crowd, said(12, ROAD["ru"], "ru")], meaning)
    assert (0, 12) in {(pair.one.document, pair.other.document) for pair in found}
