"""Events in Armenian sentences: the words that tell them, and words that do not. Persons and countries are invented."""

import pytest
from marked_events import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("{Արամ Սելվանյանն|aram} այսօր հանդիպեց {Իլդա Մարենի|marren} հետ։", ("CONSULT", "meeting", "asserted", {"aram"}, {"marren"})),
        (
            "{Արամ Սելվանյանը|aram} առանձնազրույց է ունեցել {Իլդա Մարենի|marren} հետ։",
            ("CONSULT", "meeting", "asserted", {"aram"}, {"marren"}),
        ),
        (
            "{Վալդորան|valdora} և {Կեստրիան|kestria} բանակցությունների սեղանի շուրջ են նստել։",
            ("CONSULT", "meeting", "asserted", {"kestria", "valdora"}, set()),
        ),
        ("{Արամ Սելվանյանը|aram} մտադիր է հանդիպել {Իլդա Մարենի|marren} հետ։", ("CONSULT", "meeting", "planned", {"aram"}, {"marren"})),
        (
            "{Արամ Սելվանյանը|aram} պատրաստ է հանդիպել {Իլդա Մարենի|marren} հետ։",
            ("CONSULT", "meeting", "hypothetical", {"aram"}, {"marren"}),
        ),
        ("{Արամ Սելվանյանը|aram} վաղը կհանդիպի {Իլդա Մարենի|marren} հետ։", ("CONSULT", "meeting", "planned", {"aram"}, {"marren"})),
        ("{Արամ Սելվանյանի|aram} և {Իլդա Մարենի|marren} հանդիպումը չկայացավ։", ("CONSULT", "meeting", "denied", {"aram", "marren"}, set())),
        ("{Արամ Սելվանյանը|aram} հեռախոսով խոսել է {Իլդա Մարենի|marren} հետ։", ("CONSULT", "call", "asserted", {"aram"}, {"marren"})),
        ("{Ջոնաս Հեյլը|hale} ժամանել է {Վալդորա|valdora}։", ("CONSULT", "visit", "asserted", {"hale"}, {"valdora"})),
        (
            "{Արամ Սելվանյանը|aram} շնորհավորական ուղերձ է հղել {Իլդա Մարենին|marren}։",
            ("CONSULT", "correspondence", "asserted", {"aram"}, {"marren"}),
        ),
        ("{Արամ Սելվանյանը|aram} նամակ է ստացել {Իլդա Մարենից|marren}։", ("CONSULT", "correspondence", "asserted", {"marren"}, {"aram"})),
        (
            "{Վալդորան|valdora} և {Կեստրիան|kestria} պայմանավորվել են բացել սահմանը։",
            ("AGREE", None, "asserted", {"kestria", "valdora"}, set()),
        ),
        ("{Իլդա Մարենը|marren} ցավակցություն է հայտնել {Արամ Սելվանյանին|aram}։", ("SUPPORT", None, "asserted", {"marren"}, {"aram"})),
        ("{Կեստրիան|kestria} սատար է կանգնել {Վալդորային|valdora}։", ("SUPPORT", None, "asserted", {"kestria"}, {"valdora"})),
        ("{Կեստրիան|kestria} օգնություն կտրամադրի {Վալդորային|valdora}։", ("AID", None, "planned", {"kestria"}, {"valdora"})),
        ("{Կեստրիան|kestria} վերացրել է {Տարսենիայի|tarsenia} դեմ պատժամիջոցները։", ("YIELD", None, "asserted", {"kestria"}, {"tarsenia"})),
        (
            "{Վալդորան|valdora} {Կեստրիայից|kestria} պահանջում է վերադարձնել գերիներին։",
            ("REQUEST", None, "asserted", {"valdora"}, {"kestria"}),
        ),
        ("{Կեստրիան|kestria} մերժեց {Վալդորայի|valdora} առաջարկը։", ("REJECT", None, "asserted", {"kestria"}, {"valdora"})),
        ("{Կեստրիան|kestria} վերջնագիր է ներկայացրել {Վալդորային|valdora}։", ("THREATEN", None, "asserted", {"kestria"}, {"valdora"})),
        ("Ընդդիմությունը {Լորվանում|lorvan} հանրահավաք է անցկացրել։", ("PROTEST", None, "asserted", set(), set())),
        (
            "{Վալդորան|valdora} խզել է դիվանագիտական հարաբերությունները {Կեստրիայի|kestria} հետ։",
            ("SANCTION", None, "asserted", {"valdora"}, {"kestria"}),
        ),
        ("{Վալդորան|valdora} փակել է սահմանը {Կեստրիայի|kestria} հետ։", ("SANCTION", None, "asserted", {"valdora"}, {"kestria"})),
        ("{Կեստրիան|kestria} պարետային ժամ է հայտարարել։", ("COERCE", None, "asserted", {"kestria"}, set())),
        ("{Կեստրիան|kestria} զորքերը դուրս է բերել {Տոլմից|tolm}։", ("RETREAT", None, "asserted", {"kestria"}, {"tolm"})),
        ("{Կեստրիայի|kestria} զորքերը լքել են դիրքերը։", ("RETREAT", None, "asserted", {"kestria"}, set())),
    ],
)
def test_what_is_told(text, event):
    assert told(text, "hy") == [event]


@pytest.mark.parametrize(
    "text",
    [
        "{Վալդորայի|valdora} խորհրդարանն ընդունել է բյուջեի մասին օրենքը։",
        "{Արամ Սելվանյանը|aram} ստորագրել է հրամանագիր նոր տոնի մասին։",
        "{Վալդորայի|valdora} հավաքականը գրավել է երրորդ տեղը։",
        "{Արամ Սելվանյանը|aram} պաշտպանել է դոկտորական ատենախոսություն։",
        "{Վալդորային|valdora} երաշտ է սպառնում։",
        "{Արամ Սելվանյանը|aram} մրցանակներ է հանձնել լավագույն ուսանողներին։",
        "Հանդիպումների սենյակը վերանորոգվել է։",
        "Թիմի հարձակվողը խոցել է մրցակցի դարպասը։",
        "Երկրաշարժի հետևանքով {Տոլմում|tolm} զոհվել է երեք մարդ։",
        "{Արամ Սելվանյանը|aram} հարցազրույց է տվել հեռուստաընկերությանը։",
        "{Անահիտ Վերդունյանը|anahit} փաստաթղթերը հանձնել է արխիվին։",
        "Երեխաները ցույց տվեցին իրենց նկարները։",
        "Այս դեպքը ցույց է տալիս խնդրի լրջությունը։",
    ],
)
def test_what_is_no_event(text):
    assert told(text, "hy") == []
