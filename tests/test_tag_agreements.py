"""Agreements beyond the pack: treaties, declarations, joint statements and resolutions, and what only looks like one."""

from pathlib import Path
from time import process_time

import pytest

from readout.pack.spellings import read_naming
from readout.tag.agreements import AgreementTagger
from readout.tag.choose import Taggers
from readout.tag.names import Sentence, names
from readout.tag.overlap import settle
from readout.tag.protocol import Name

NAMING = read_naming(str(path) for path in (Path(__file__).parent.parent / "config" / "languages" / "names").glob("*.yaml"))
LANGUAGES = ("en", "ru", "uk", "az", "hy", "ka", "tr")
TAGGERS = {language: AgreementTagger(NAMING[language]["agreements"]) for language in LANGUAGES}


def found(sentence, language="en"):
    return [sentence[name.start : name.end] for name in settle(TAGGERS[language].tag([sentence])[0])]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "UN Security Council resolution 2803 was adopted.", ["UN Security Council resolution 2803"]),
        ("en", "They recalled Resolution 2334 (2016) of the Security Council.", ["Resolution 2334 (2016) of the Security Council"]),
        ("en", "Security Council resolutions 822, 853 and 874 stand.", ["Security Council resolutions 822", "853", "874"]),
        ("en", "The Almaty Declaration and the Minsk agreements were named.", ["Almaty Declaration", "Minsk agreements"]),
        ("en", "The Treaty on the Non-Proliferation of Nuclear Weapons holds.", ["Treaty on the Non-Proliferation of Nuclear Weapons"]),
        ("en", "They signed a trilateral statement of 10 November 2020.", ["trilateral statement of 10 November 2020"]),
        ("en", "The Prague Joint Statement was read.", ["Prague Joint Statement"]),
        (
            "en",
            "The Joint Declaration of the Presidents of Norland and Sudria.",
            ["Joint Declaration of the Presidents of Norland and Sudria"],
        ),
        ("en", "A Treaty of Friendship, Trade and Mutual Aid is near.", ["Treaty of Friendship, Trade and Mutual Aid"]),
        ("en", "Ministers cited the Law of the Sella Sea Convention.", ["Law of the Sella Sea Convention"]),
        ("ru", "Принята резолюция 2803 Совета Безопасности ООН.", ["резолюция 2803 Совета Безопасности ООН"]),
        ("ru", "По резолюциям СБ ООН 822 и 853 решено.", ["резолюциям СБ ООН 822", "853"]),
        ("ru", "Карсский договор и Минские соглашения в силе.", ["Карсский договор", "Минские соглашения"]),
        ("ru", "Подписан Договор о нераспространении ядерного оружия, и он в силе.", ["Договор о нераспространении ядерного оружия"]),
        ("ru", "Это совместное заявление от 10 ноября 2020 года.", ["совместное заявление от 10 ноября 2020 года"]),
        ("uk", "Резолюція РБ ООН 2803 і Мінські угоди.", ["Резолюція РБ ООН 2803", "Мінські угоди"]),
        ("az", "BMT Təhlükəsizlik Şurasının 2803 saylı qətnaməsi qəbul edildi.", ["BMT Təhlükəsizlik Şurasının 2803 saylı qətnaməsi"]),
        ("az", "Budapeşt Memorandumu imzalandı.", ["Budapeşt Memorandumu"]),
        (
            "tr",
            "BM Güvenlik Konseyi'nin 2803 sayılı kararı ve Kars Antlaşması.",
            ["BM Güvenlik Konseyi'nin 2803 sayılı kararı", "Kars Antlaşması"],
        ),
        (
            "hy",
            "ՄԱԿ-ի Անվտանգության խորհրդի 2803 բանաձևը և Կարսի պայմանագիրը։",
            ["ՄԱԿ-ի Անվտանգության խորհրդի 2803 բանաձևը", "Կարսի պայմանագիրը"],
        ),
        (
            "ka",
            "გაეროს უშიშროების საბჭოს 2803 რეზოლუცია და ყარსის ხელშეკრულება.",
            ["გაეროს უშიშროების საბჭოს 2803 რეზოლუცია", "ყარსის ხელშეკრულება"],
        ),
    ],
)
def test_agreements_are_found_with_body_number_and_day(language, sentence, expected):
    assert found(sentence, language) == expected


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "This agreement is a joint statement, and a resolution of the conflict."),
        ("en", "A Joint Statement followed. The Agreement was signed. This Treaty enters into force."),
        ("en", "The Collective Security Treaty Organization met in the Convention Center."),
        ("en", "The President issued an Emergency Declaration and a National Security Memorandum."),
        ("en", "Joint Statement from President Brook and Prime Minister Vell on the Future of Norland"),
        ("en", "The resolution of 300 disputes took 2020 days."),
        ("ru", "Российское соглашение и договор о дружбе подписаны, резолюция принята."),
        ("ru", "Это заявление от имени министра."),
        ("az", "Bu saziş Azərbaycan müqaviləsidir."),
        ("tr", "Bu anlaşma yeni bir karardır."),
        ("hy", "Այս պայմանագիրը Հայաստանի պայմանագիրն է։"),
        ("ka", "ეს შეთანხმება და რეზოლუცია."),
    ],
)
def test_what_is_no_name_of_an_agreement_is_left_alone(language, sentence):
    assert found(sentence, language) == []


def test_a_resolution_has_one_key_in_every_language():
    said = {
        "en": "UNSC Resolution 822",
        "ru": "резолюция 822 Совета Безопасности ООН",
        "uk": "резолюція 822 Ради Безпеки ООН",
        "az": "BMT Təhlükəsizlik Şurasının 822 saylı qətnaməsi",
        "hy": "ՄԱԿ-ի Անվտանգության խորհրդի 822 բանաձև",
        "ka": "გაეროს უშიშროების საბჭოს 822 რეზოლუცია",
        "tr": "BMGK'nın 822 sayılı kararı",
    }
    documents = [[Sentence(f"doc-{language}", 0, 0, language, text)] for language, text in said.items()]
    rows = list(names(documents, Taggers({"taggers": {"default": ["agreements"]}, "overrule": []}, [], NAMING, Path("models"))))
    assert {(row["kind"], row["key"]) for row in rows} == {("AGREEMENT", "unsc resolution 822")}
    assert [row["surface"] for row in rows] == list(said.values())


def test_other_bodies_resolutions_are_others():
    keys = {TAGGERS["en"].tag([text])[0][0].key for text in ("PACE Resolution 1416 (2005)", "General Assembly resolution 62/243")}
    assert keys == {"pace resolution 1416", "unga resolution 62/243"}


def test_an_agreement_of_the_pack_stays_what_it_is():
    def pack(start, end):
        return Name(start, end, "AGREEMENT", "pack", 0.98, ("agreement:known",), "full")

    longer = Name(0, 30, "AGREEMENT", "agreements", 0.9, key="unsc resolution 822")
    assert settle([pack(20, 30), longer]) == [longer._replace(pack_ids=("agreement:known",), form="full")]
    protocol = Name(0, 30, "AGREEMENT", "agreements", 0.9)
    assert settle([pack(16, 30), protocol]) == [pack(16, 30)]
    assert settle([pack(16, 30), protocol._replace(start=20, end=60)]) == [pack(16, 30)]


def test_a_language_without_patterns_has_no_agreements():
    assert AgreementTagger({}).tag(["The Treaty of Kars holds."]) == [[]]


@pytest.mark.parametrize(
    "repeated", ["A-", "Abc-", "U.S.", "Абв-", "Абвск-", "Minsk-", "Minsk I ", "Աբգի-", "Treaty on Peace and ", "Договор о мире и "]
)
def test_no_text_makes_the_patterns_go_back_and_forth(repeated):
    # bounds on every repeat in the patterns: without them such a sentence takes minutes, for it is tried from each of its words on
    sentence = repeated * (20_000 // len(repeated))
    start = process_time()
    for tagger in TAGGERS.values():
        tagger.tag([sentence])
    assert process_time() - start < 20
