"""What names mean within their document, and what must not be merged."""

from readout.link.resolve import Setting, found_id, resolve


def name(surface, kind="PER", ids="", form=None, start=0, end=0):
    return {"surface": surface, "kind": kind, "pack_ids": ids or None, "form": form, "key": surface.lower(), "start": start, "end": end}


def ids(*names):
    return [link.entity_id for link in resolve(names)]


ALIYEV = "person:ilham-aliyev"


def test_a_surname_means_the_pack_s_person_unless_the_document_names_another():
    assert ids(name("Aliyev", ids=ALIYEV, form="short")) == [ALIYEV]
    other = found_id("PER", "natig aliyev")
    assert ids(name("Natig Aliyev"), name("Aliyev", ids=ALIYEV, form="short")) == [other, other]


def test_the_bearer_named_last_is_meant():
    first, second = found_id("PER", "anna brook"), found_id("PER", "ben brook")
    assert ids(name("Anna Brook"), name("Brook"), name("Ben Brook"), name("Brook")) == [first, first, second, second]


def test_two_full_names_with_one_surname_stay_apart():
    a, b = ids(name("Anna Brook"), name("Ben Brook"))
    assert a != b


def test_a_body_without_its_country_is_the_one_named_last():
    both = "org:am-foreign-ministry org:az-foreign-ministry"
    names = [
        name("Foreign Ministry", "ORG", both, "generic"),
        name("Azerbaijani Foreign Ministry", "ORG", "org:az-foreign-ministry", "full"),
        name("Foreign Ministry", "ORG", both, "generic"),
    ]
    assert ids(*names) == ["org:az-foreign-ministry"] * 3
    assert [link.rule for link in resolve(names)] == ["context", "pack", "generic"]
    assert ids(names[0]) == [None]


def test_a_spelling_of_two_actors_is_told_by_what_else_is_named():
    names = [name("Red Bridge", "LOC", "place:a place:b", "full"), name("Old Red Bridge", "LOC", "place:b", "full")]
    assert ids(*names) == ["place:b", "place:b"]
    assert ids(names[0]) == [None]


def test_a_body_without_its_country_is_the_outlet_s_own():
    both = "org:am-foreign-ministry org:az-foreign-ministry"
    countries = {"org:am-foreign-ministry": "AM", "org:az-foreign-ministry": "AZ"}
    names = [name("Foreign Ministry", "ORG", both, "generic")]
    assert resolve(names, Setting(countries, "AZ")) == [("org:az-foreign-ministry", "outlet")]
    assert resolve(names, Setting(countries, "TR")) == [(None, None)]
    before = [name("Armenian Foreign Ministry", "ORG", "org:am-foreign-ministry", "full"), *names]
    assert resolve(before, Setting(countries, "AZ"))[1] == ("org:am-foreign-ministry", "generic")


def test_the_country_beside_a_body_tells_which_it_is():
    both = "org:am-border-service org:az-border-service"
    setting = Setting({"org:am-border-service": "AM", "org:az-border-service": "AZ"}, "AM")
    names = [name("Azerbaijan", "LOC", "country:AZ", "full", 0, 10), name("Border Service", "ORG", both, "generic", 13, 27)]
    assert resolve(names, setting)[1] == ("org:az-border-service", "context")


def test_a_chamber_of_two_countries_is_that_of_the_country_named():
    names = [name("Senate", "ORG", "org:fr-senate org:us-senate", "full"), name("France", "LOC", "country:FR", "full")]
    setting = Setting({"org:fr-senate": "FR", "org:us-senate": "US"})
    assert resolve(names, setting)[0] == ("org:fr-senate", "context")
    assert resolve([*names, name("US", "LOC", "country:US", "full")], setting)[0] == (None, None)


def test_found_entities_do_not_depend_on_other_documents():
    assert ids(name("Orlin Fund", "ORG")) == [found_id("ORG", "orlin fund")] == ids(name("X Y"), name("Orlin Fund", "ORG"))[1:]
