"""What Azerbaijani news tells: agencies' words for acts, and words that look like them. Persons and countries are invented."""

import pytest
from named_events import told

NAMES = {
    "Valdora": "LOC",
    "Kestriya": "LOC",
    "Tarseniya": "LOC",
    "Tolm": "LOC",
    "Selm": "LOC",
    "Marren": "PER",
    "Brann": "PER",
    "Heyl": "PER",
    "Orlin": "PER",
}
"""Kind and entity of a name, by its first letters."""


@pytest.mark.parametrize(
    ("text", "kind", "mode", "status", "actors", "recipients"),
    [
        ("Orlin Marrenlə bir masa arxasına əyləşib.", "CONSULT", "meeting", "asserted", "orlin", "marren"),
        ("Marrenin gələn həftə Tarseniyaya səfər etməsi gözlənilir.", "CONSULT", "visit", "planned", "marren", "tarseniya"),
        ("Orlin Marrenlə görüşə bilməyib.", "CONSULT", "meeting", "denied", "orlin", "marren"),
        ("Marren ilə Brann arasında nəzərdə tutulan görüş baş tutmadı.", "CONSULT", "meeting", "denied", "marren brann", ""),
        (
            "Heyl Valdora ilə Kestriya arasında vasitəçilik missiyasını öz üzərinə götürüb.",
            "CONSULT",
            "mediation",
            "asserted",
            "heyl",
            "valdora kestriya",
        ),
        ("Marren Branna başsağlığı məktubu ünvanlayıb.", "CONSULT", "correspondence", "asserted", "marren", "brann"),
        ("Valdora ilə Kestriya arasında sərhəd sazişi imzalanıb.", "AGREE", None, "asserted", "valdora kestriya", ""),
        ("Valdora və Kestriya razılığa gələ bilməyib.", "AGREE", None, "denied", "valdora kestriya", ""),
        ("Valdora Kestriyanın müstəqilliyini tanıyıb.", "SUPPORT", None, "asserted", "valdora", "kestriya"),
        ("Valdora Kestriyaya kömək əli uzadıb.", "AID", None, "asserted", "valdora", "kestriya"),
        ("Kestriya Valdoraya qarşı embarqonu götürüb.", "YIELD", None, "asserted", "kestriya", ""),
        ("Marren Kestriyanı danışıqlara qayıtmağa səsləyib.", "REQUEST", None, "asserted", "marren", "kestriya"),
        ("Valdora Kestriyanın hücumunu kəskin qınayıb.", "ACCUSE", None, "asserted", "valdora", "kestriya"),
        ("Valdora Kestriyanın təklifini qəbul etməyib.", "REJECT", None, "asserted", "valdora", "kestriya"),
        ("Kestriya Valdoranı hərbi güc tətbiq etməklə hədələyib.", "THREATEN", None, "asserted", "kestriya", "valdora"),
        ("Valdora Kestriya ilə diplomatik əlaqələri kəsib.", "SANCTION", None, "asserted", "valdora", ""),
        ("Kestriya sərhədə tanklar yerləşdirib.", "MOBILIZE", None, "asserted", "kestriya", ""),
        ("Kestriya ordusu Tolm qəsəbəsinə raket zərbələri endirib.", "ASSAULT", None, "asserted", "kestriya", "tolm"),
        ("Jurnalist Brann azadlığa buraxılıb.", "YIELD", None, "asserted", "", "brann"),
        ("Kestriya hərbçiləri Tolm kəndini tərk edib.", "RETREAT", None, "asserted", "kestriya", ""),
        ("Valdora Kestriyaya silah göndərməyib.", "AID", None, "denied", "valdora", "kestriya"),
    ],
)
def test_an_act_is_told(text, kind, mode, status, actors, recipients):
    assert told(text, "az", NAMES) == [(kind, mode, status, set(actors.split()), set(recipients.split()))]


@pytest.mark.parametrize(
    "text",
    [
        "Valdora millisi qalibiyyəti əldən verib.",
        "Selmi dünən gecə güclü külək vurub.",
        "Selm beynəlxalq film festivalına ev sahibliyi edib.",
        "Brann oxucular üçün kitabını imzalayıb.",
        "Brann dağın zirvəsinə qalxıb.",
        "Selmdəki görüş otağı təmir olunub.",
        "Brann dissertasiya müdafiə edib.",
        "Brann titulunu qoruyub saxlayıb.",
        "Sazişin müddəti Valdorada iyunda başa çatır.",
        "Gələn il Selmdə yeni məktəb açılacaq.",
    ],
)
def test_no_act_is_told(text):
    assert not told(text, "az", NAMES)
