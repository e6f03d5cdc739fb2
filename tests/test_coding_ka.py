"""Events in Georgian sentences: the words that tell them, and words that do not. Persons and countries are invented."""

import pytest
from marked_events import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "{ვალდორა|valdora} და {კესტრია|kestria} მოლაპარაკებების მაგიდას მიუსხდნენ.",
            ("CONSULT", "meeting", "asserted", {"kestria", "valdora"}, set()),
        ),
        ("{ლევან დარჩიელს|levan} {ილდა მარენთან|marren} შეხვედრა ჰქონდა.", ("CONSULT", "meeting", "asserted", {"levan"}, {"marren"})),
        ("{ლევან დარჩიელმა|levan} {ილდა მარენს|marren} უმასპინძლა.", ("CONSULT", "meeting", "asserted", {"levan"}, {"marren"})),
        ("{ლევან დარჩიელი|levan} {ილდა მარენს|marren} არ შეხვედრია.", ("CONSULT", "meeting", "denied", {"levan"}, {"marren"})),
        (
            "{ლევან დარჩიელისა|levan} და {ილდა მარენის|marren} შეხვედრა აღარ გაიმართება.",
            ("CONSULT", "meeting", "denied", {"levan", "marren"}, set()),
        ),
        ("{ლევან დარჩიელი|levan} შესაძლოა {ილდა მარენს|marren} შეხვდეს.", ("CONSULT", "meeting", "hypothetical", {"levan"}, {"marren"})),
        ("{ლევან დარჩიელი|levan} {ილდა მარენს|marren} ტელეფონით დაუკავშირდა.", ("CONSULT", "call", "asserted", {"levan"}, {"marren"})),
        ("{ჯონას ჰეილი|hale} {ვალდორაში|valdora} ვიზიტით იმყოფება.", ("CONSULT", "visit", "asserted", {"hale"}, {"valdora"})),
        ("{ჯონას ჰეილის|hale} ვიზიტი {ვალდორაში|valdora} დასრულდა.", ("CONSULT", "visit", "asserted", {"hale"}, {"valdora"})),
        (
            "{ჯონას ჰეილმა|hale} {ვალდორასა|valdora} და {კესტრიას|kestria} შორის შუამავლის როლი იკისრა.",
            ("CONSULT", "mediation", "asserted", {"hale"}, {"kestria", "valdora"}),
        ),
        (
            "{ლევან დარჩიელმა|levan} {ილდა მარენს|marren} მისალოცი დეპეშა გაუგზავნა.",
            ("CONSULT", "correspondence", "asserted", {"levan"}, {"marren"}),
        ),
        ("{ვალდორამ|valdora} და {კესტრიამ|kestria} შეთანხმებას მიაღწიეს.", ("AGREE", None, "asserted", {"kestria", "valdora"}, set())),
        ("{ვალდორამ|valdora} შეთანხმებას ხელი არ მოაწერა.", ("AGREE", None, "denied", {"valdora"}, set())),
        ("{კესტრია|kestria} მხარს უჭერს {ვალდორას|valdora}.", ("SUPPORT", None, "asserted", {"kestria"}, {"valdora"})),
        ("{ილდა მარენმა|marren} {ლევან დარჩიელს|levan} მიუსამძიმრა.", ("SUPPORT", None, "asserted", {"marren"}, {"levan"})),
        ("{ვალდორამ|valdora} და {კესტრიამ|kestria} ტყვეები გაცვალეს.", ("COOPERATE", None, "asserted", {"kestria", "valdora"}, set())),
        ("{კესტრიამ|kestria} {ვალდორას|valdora} ორი ჯარისკაცის ცხედარი გადასცა.", ("YIELD", None, "asserted", {"kestria"}, {"valdora"})),
        ("{კესტრიამ|kestria} სამი ტყვე გაათავისუფლა.", ("YIELD", None, "asserted", {"kestria"}, set())),
        ("{ვალდორამ|valdora} {კესტრიისგან|kestria} ტყვეების დაბრუნება მოითხოვა.", ("REQUEST", None, "asserted", {"valdora"}, {"kestria"})),
        ("{ვალდორამ|valdora} {კესტრიას|kestria} საპროტესტო ნოტა გადასცა.", ("ACCUSE", None, "asserted", {"valdora"}, {"kestria"})),
        ("{კესტრიამ|kestria} {ვალდორის|valdora} წინადადებაზე უარი თქვა.", ("REJECT", None, "asserted", {"kestria"}, {"valdora"})),
        ("{კესტრიამ|kestria} {ვალდორას|valdora} ულტიმატუმი წაუყენა.", ("THREATEN", None, "asserted", {"kestria"}, {"valdora"})),
        (
            "{ვალდორამ|valdora} {კესტრიასთან|kestria} დიპლომატიური ურთიერთობა გაწყვიტა.",
            ("SANCTION", None, "asserted", {"valdora"}, {"kestria"}),
        ),
        ("{კესტრიამ|kestria} საზღვართან სამხედრო ტექნიკა მიიყვანა.", ("MOBILIZE", None, "asserted", {"kestria"}, set())),
        ("{ოსკარ ბრანი|brann} {ლორვანში|lorvan} დაკავებულია.", ("COERCE", None, "asserted", set(), {"brann"})),
        ("{კესტრიამ|kestria} {ტოლმზე|tolm} იერიში მიიტანა.", ("ASSAULT", None, "asserted", {"kestria"}, {"tolm"})),
        ("{კესტრიას|kestria} {ტოლმი|tolm} არ დაუბომბია.", ("ASSAULT", None, "denied", {"kestria"}, {"tolm"})),
        ("{კესტრიამ|kestria} ჯარები {ტოლმიდან|tolm} გაიყვანა.", ("RETREAT", None, "asserted", {"kestria"}, {"tolm"})),
    ],
)
def test_what_is_told(text, event):
    assert told(text, "ka") == [event]


@pytest.mark.parametrize(
    "text",
    [
        "{ვალდორის|valdora} პარლამენტმა ბიუჯეტი მიიღო.",
        "{ლევან დარჩიელმა|levan} კანონს ხელი მოაწერა.",
        "{ლევან დარჩიელმა|levan} მინისტრი თანამდებობიდან გაათავისუფლა.",
        "{ვალდორის|valdora} ნაკრებმა მესამე ადგილი დაიკავა.",
        "{ვალდორას|valdora} გვალვა ემუქრება.",
        "{ლევან დარჩიელმა|levan} საუკეთესო სტუდენტებს მედალი გადასცა.",
        "{ლევან დარჩიელმა|levan} პირველი ნაბიჯი გადადგა.",
        "ავარიის შედეგად {ტოლმში|tolm} სამი ადამიანი დაიღუპა.",
        "მატჩი წვიმის გამო გადაიდო.",
        "{ლევან დარჩიელმა|levan} სატელევიზიო ინტერვიუ მისცა.",
        "{თამარ ქვალიანმა|tamar} დაიკავა მინისტრის თანამდებობა.",
        "{ვალდორის|valdora} წარმომადგენელმა ოქროს მედალი მოიპოვა.",
    ],
)
def test_what_is_no_event(text):
    assert told(text, "ka") == []
