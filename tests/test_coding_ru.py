"""Russian verbs, nouns and phrases of news, and the same words where they tell no event. Persons and countries are invented."""

import pytest
import test_coding
from test_coding import one, read, who

PEOPLE = {"Ильде Маррен": "marren", "Веры Орлиной": "orlin"}
PLACES = dict.fromkeys(("Вальдору", "Вальдоре", "Вальдорой"), "valdora") | dict.fromkeys(("Кестрию", "Кестрией"), "kestria")


@pytest.fixture(autouse=True)
def cases(monkeypatch):
    """The names of the tests of coding in more cases."""
    for known, more in ((test_coding.PEOPLE, PEOPLE), (test_coding.PLACES, PLACES)):
        for surface, entity in more.items():
            monkeypatch.setitem(known, surface, entity)


@pytest.mark.parametrize(
    ("text", "kind", "mode", "actors", "recipients"),
    [
        ("Томас Веррик и Вера Орлина сели за стол переговоров.", "CONSULT", "meeting", {"verrick", "orlin"}, set()),
        ("Вера Орлина созвонилась с Томасом Верриком.", "CONSULT", "call", {"orlin"}, {"verrick"}),
        ("По телефону Вера Орлина поговорила с Томасом Верриком.", "CONSULT", "call", {"orlin"}, {"verrick"}),
        ("Вера Орлина и Томас Веррик пообщались с глазу на глаз.", "CONSULT", "meeting", {"orlin", "verrick"}, set()),
        ("Томас Веррик приземлился в Лорване.", "CONSULT", "visit", {"verrick"}, {"lorvan"}),
        ("Томас Веррик принял участие в саммите Вальдоры и Кестрии.", "CONSULT", "summit", {"verrick"}, None),
        ("Томас Веррик выступил посредником между Вальдорой и Кестрией.", "CONSULT", "mediation", {"verrick"}, None),
        ("Томас Веррик написал письмо Ильде Маррен.", "CONSULT", "correspondence", {"verrick"}, {"marren"}),
        ("Вальдора и Кестрия пришли к соглашению о границе.", "AGREE", None, {"valdora", "kestria"}, set()),
        ("Томас Веррик поставил подпись под договором с Кестрией.", "AGREE", None, {"verrick"}, {"kestria"}),
        ("Кестрия встала на сторону Вальдоры.", "SUPPORT", None, {"kestria"}, {"valdora"}),
        ("Вальдора и Кестрия приступили к совместному патрулированию границы.", "COOPERATE", None, {"valdora", "kestria"}, set()),
        ("Кестрия протянула Вальдоре руку помощи.", "AID", None, {"kestria"}, {"valdora"}),
        ("Кестрия пошла на уступки Вальдоре.", "YIELD", None, {"kestria"}, {"valdora"}),
        ("С призывом прекратить огонь выступил Томас Веррик.", "REQUEST", None, {"verrick"}, set()),
        ("Вальдора обрушилась с критикой на Кестрию.", "ACCUSE", None, {"valdora"}, {"kestria"}),
        ("Кестрия денонсировала договор с Вальдорой.", "REJECT", None, {"kestria"}, None),
        ("Кестрия предупредила, что ответит на удары Вальдоры.", "THREATEN", None, {"kestria"}, None),
        ("Санкции против Вальдоры ввела и Кестрия.", "SANCTION", None, {"kestria"}, {"valdora"}),
        ("Кестрия ввела войска в Вальдору.", "MOBILIZE", None, {"kestria"}, {"valdora"}),
        ("Томаса Веррика взяли под стражу.", "COERCE", None, set(), {"verrick"}),
        ("Войска Кестрии перешли в наступление на Лорван.", "ASSAULT", None, {"kestria"}, {"lorvan"}),
        ("Войска Кестрии покинули Лорван.", "RETREAT", None, {"kestria"}, {"lorvan"}),
    ],
)
def test_acts_in_russian(text, kind, mode, actors, recipients):
    event = one(text, "ru")
    assert (event.type, event.mode, event.status) == (kind, mode, "asserted")
    assert who(event, "actor") == actors
    assert recipients is None or who(event, "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Переговоры между Верой Орлиной и Томасом Верриком зашли в тупик.", "denied"),
        ("Визит Веры Орлиной в Вальдору откладывается.", "denied"),
        ("Томас Веррик уклонился от встречи с Верой Орлиной.", "denied"),
        ("Встреча Веры Орлиной с Томасом Верриком намечена на май.", "planned"),
        ("Ожидается визит Веры Орлиной в Вальдору.", "planned"),
        ("Вера Орлина не исключает встречи с Томасом Верриком.", "hypothetical"),
        ("Кестрия намерена ввести санкции против Вальдоры.", "planned"),
    ],
)
def test_whether_it_is_so_in_russian(text, status):
    assert one(text, "ru").status == status


@pytest.mark.parametrize(
    "text",
    [
        "Соглашение между Вальдорой и Кестрией истекает в мае.",
        "Сборная Вальдоры разгромила команду Кестрии.",
        "Ураган разрушил десять домов в Лорване.",
        "Центробанк Вальдоры поддержал курс валюты.",
        "Зал заседаний парламента Вальдоры закрыт.",
        "Томас Веррик раздает визитные карточки в Лорване.",
        "Вера Орлина приняла роды в больнице Лорвана.",
        "Томас Веррик вышел на пенсию.",
        "Рейс из Лорвана задержали на три часа.",
        "Вера Орлина освободила место в автобусе.",
    ],
)
def test_the_same_words_tell_no_event(text):
    assert [event for event in read(text, "ru") if event.type != "STATE"] == []


@pytest.mark.parametrize("text", ["Неизвестные ранили Томаса Веррика.", "Неизвестный ранил Томаса Веррика."])
def test_a_verb_agrees_with_its_subject(text):
    event = one(text, "ru")
    assert (who(event, "actor"), who(event, "recipient")) == (set(), {"verrick"})
