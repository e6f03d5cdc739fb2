"""What Turkish news tells: agencies' words for acts, and words that look like them. Persons and countries are invented."""

import pytest
from named_events import told

NAMES = {
    "Valdora": "LOC",
    "Kestriya": "LOC",
    "Tarsenya": "LOC",
    "Tolm": "LOC",
    "Selm": "LOC",
    "Marren": "PER",
    "Brann": "PER",
    "Hale": "PER",
    "Orlin": "PER",
}
"""Kind and entity of a name, by its first letters."""


@pytest.mark.parametrize(
    ("text", "kind", "mode", "status", "actors", "recipients"),
    [
        ("Marren, Brann ile aynı masaya oturdu.", "CONSULT", "meeting", "asserted", "marren", "brann"),
        ("Marren, Tarsenya'ya bir ziyaret gerçekleştirdi.", "CONSULT", "visit", "asserted", "marren", "tarsenya"),
        ("Marren'in Tarsenya'yı ziyaret etmesi bekleniyor.", "CONSULT", "visit", "planned", "marren", "tarsenya"),
        ("Marren, Brann ile görüşmekten vazgeçti.", "CONSULT", "meeting", "denied", "marren", "brann"),
        ("Marren ile Brann arasında yapılması planlanan toplantı suya düştü.", "CONSULT", "meeting", "denied", "marren brann", ""),
        (
            "Hale, Valdora ile Kestriya arasında arabuluculuk görevini üstlendi.",
            "CONSULT",
            "mediation",
            "asserted",
            "hale",
            "valdora kestriya",
        ),
        ("Valdora ile Kestriya sınır anlaşmasına imza attı.", "AGREE", None, "asserted", "valdora kestriya", ""),
        ("Valdora ile Kestriya'nın anlaşmayı imzalaması bekleniyor.", "AGREE", None, "planned", "valdora kestriya", ""),
        ("Valdora ile Kestriya arasında gümrük protokolü imzalandı.", "AGREE", None, "asserted", "valdora kestriya", ""),
        ("Valdora, Kestriya'nın bağımsızlığını tanıdı.", "SUPPORT", None, "asserted", "valdora", "kestriya"),
        ("Valdora, Kestriya'ya çadır ve battaniye gönderdi.", "AID", None, "asserted", "valdora", "kestriya"),
        ("Kestriya tutuklu 14 askeri salıverdi.", "YIELD", None, "asserted", "kestriya", ""),
        ("Marren, Kestriya'dan tazminat talep etti.", "REQUEST", None, "asserted", "marren", "kestriya"),
        ("Valdora, Kestriya'nın teklifini kabul etmedi.", "REJECT", None, "asserted", "valdora", "kestriya"),
        ("Kestriya, Valdora'yı askeri güç kullanmakla tehdit etti.", "THREATEN", None, "asserted", "kestriya", "valdora"),
        ("Valdora, Tarsenya ve Kestriya'ya tepki gösterdi.", "ACCUSE", None, "asserted", "valdora", "tarsenya kestriya"),
        ("Valdora, Kestriya ile diplomatik ilişkilerini askıya aldı.", "SANCTION", None, "asserted", "valdora", ""),
        ("Kestriya sınıra tank konuşlandırdı.", "MOBILIZE", None, "asserted", "kestriya", ""),
        ("Kestriya ordusu Tolm kasabasını top ateşine tuttu.", "ASSAULT", None, "asserted", "kestriya", "tolm"),
        ("Gazeteci Brann dün gece tutuklandı.", "COERCE", None, "asserted", "", "brann"),
        ("Kestriya birlikleri Tolm'dan çekildi.", "RETREAT", None, "asserted", "kestriya", "tolm"),
        ("Kestriya, Tolm köyünü bombalamadı.", "ASSAULT", None, "denied", "kestriya", "tolm"),
    ],
)
def test_an_act_is_told(text, kind, mode, status, actors, recipients):
    assert told(text, "tr", NAMES) == [(kind, mode, status, set(actors.split()), set(recipients.split()))]


@pytest.mark.parametrize(
    "text",
    [
        "Valdora millî takımı galibiyeti kaçırdı.",
        "Selm'i dün gece şiddetli bir fırtına vurdu.",
        "Selm belediyesi uluslararası film festivaline ev sahipliği yaptı.",
        "Brann son kitabını okurları için imzaladı.",
        "Brann ligde zirveye yerleşti.",
        "Selm'deki toplantı salonu yenilendi.",
        "Valdora Merkez Bankası faizi düşürdü.",
        "Valdora Meclisi bütçe kanununu kabul etti.",
        "Dolar Valdora lirası karşısında geri çekildi.",
        "Gelecek yıl Selm'de yeni bir okul açılacak.",
    ],
)
def test_no_act_is_told(text):
    assert not told(text, "tr", NAMES)
