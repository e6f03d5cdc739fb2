"""When and where, and which telling is the document's own."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from readout.coding import status as statuses
from readout.coding.frames import auxiliary, voice
from readout.coding.groups import place_of
from readout.coding.nouns import is_earlier
from readout.coding.parties import Parties
from readout.coding.telling import ACTOR, CONSULT, PLACES, RECIPIENT, STATE, Telling, same
from readout.coding.when import NEVER, Day, When, of, opens, told
from readout.coding.where import place
from readout.refer.document import Sentence

_LEAD = 2
"""Sentences of the body that say what a document is about."""
_NEWS_DAYS = timedelta(2)
"""How wide an interval of publication may be for its days to be those of the news."""
_SEASON = timedelta(92)
"""The longest stretch of days in which the event of a piece of news happened."""
_RECENT = timedelta(14)
"""How long before its publication news may have happened."""
_LONGEST = timedelta(366)
"""The longest stretch of days that says when something happened."""
_VERBAL = frozenset(("STATE", "ACCUSE", "REQUEST", "SUPPORT", "REJECT", "AGREE", "THREATEN"))
_ATTITUDES = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT"))
"""What is said of something else, which has a day of its own."""
_LATELY = timedelta(2)
"""How long before its publication it was said, at most, where the date stands behind it."""
_WEEK = timedelta(7)
"""How long before its publication the day lies, at most, with which news opens."""
_FIRST_WORDS = 4
"""Words among which a date stands that opens a sentence: "At a press conference on Tuesday"."""
_BESIDE = 25
"""Characters between a verb of saying and its day: "said in a statement on Tuesday"."""
_OPENING = 6
"""Sentences of the body in which that is told otherwise."""


class Circumstances:
    """The days of one document, and of its publication."""

    def __init__(self, parties: Parties, dates: Sequence[Day]) -> None:
        self.document = parties.document
        self.parties = parties
        told_days = (day for day in dates if day.earliest is not None and day.latest is not None)
        self.days = sorted((day for day in told_days if day.latest - day.earliest <= _LONGEST), key=lambda day: (day.start, day.end))
        self.starts = [day.start for day in self.days]

    def within(self, sentence: Sentence) -> list[Day]:
        """The dates of a sentence, in order."""
        first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        return [day for day in self.days[first:last] if day.end <= sentence.end]

    def _outside(self, telling: Telling, days: list[Day]) -> list[Day]:
        """The dates of a sentence without those of what is said in it: "recalled that the orders he signed in May"."""
        if not days or telling.entry.type not in _VERBAL:
            return days
        said = self.parties.speech.told_by(telling.trigger)
        outside = [day for day in days if not any(quote.start <= day.start < quote.end for quote in said)]
        if telling.entry.type != STATE or telling.reading is not None:
            return outside
        # a sentence that is not read tells the day of its words beside the verb, or where it begins
        start, end = telling.trigger
        words = telling.sentence.words
        return [
            day
            for day in outside
            if place_of(words, day.start) <= _FIRST_WORDS or 0 <= start - day.end <= _BESIDE or 0 <= day.start - end <= _BESIDE
        ]

    def settle(self, tellings: list[Telling]) -> None:
        """Tell of each event when and where it happened, and whether it is what the document is about."""
        lead = self._lead(tellings)
        if lead:
            for telling in tellings:
                telling.main = telling is lead or (same(lead, telling) and not telling.background)
        published = self.document.published
        for telling in tellings:
            reading = telling.reading or (self.parties.bare(telling.sentence) if self.days else None)
            days = self._outside(telling, self.within(telling.sentence))
            found = told(days, reading, *telling.span, telling.trigger[0], _verb_end(telling)) if days and reading else None
            telling.when = found or NEVER
            long = telling.when.earliest is not None and telling.when.latest - telling.when.earliest > _SEASON
            if long and (telling.main or (telling.hit.entry.kind == "talk" and telling.when.start > telling.trigger[0])):
                # "to discuss the budget in 2016"
                telling.when = NEVER
            if (
                published
                and telling.entry.type in _ATTITUDES
                and telling.when.start is not None
                and telling.when.start > telling.trigger[0]
                and telling.when.latest < published[0] - _LATELY
            ):
                # "condemned the attack of May 14"
                telling.when = NEVER
            if telling.reading is not None:
                telling.place = place(telling.reading, telling.hit, telling.own) or telling.place
            if published and telling.status == statuses.ASSERTED and telling.when.earliest and telling.when.earliest > published[1]:
                if telling.hit.form == "past" or telling.light is telling.hit:
                    # what has happened did not happen later: the date is of something else
                    telling.when = NEVER
                else:
                    telling.status = statuses.PLANNED
        self._places(tellings)
        self._visits(tellings)
        if lead is not None:
            self._acting(lead, tellings)
        held = (telling.when for telling in tellings if telling.main and telling.status == statuses.ASSERTED and self._fresh(telling.when))
        other = next(held, None)
        for telling in tellings:
            if telling.when is NEVER and telling.main and telling.status == statuses.ASSERTED:
                if other is not None:
                    telling.when = other
                elif (day := self._told_before(telling)) is not None and self._fresh(day):
                    telling.when = day
                elif published and published[1] - published[0] <= _NEWS_DAYS and not self._old(telling):
                    telling.when = When(*published, "document")
        main = next((telling.when for telling in tellings if telling.main and self._fresh(telling.when)), None)
        if main and published and main.latest < published[0] - _NEWS_DAYS:
            # what is said in the news is said on its day, not on that of an event before
            main = None
        main = main or self._opening_day()
        if main:
            for telling in tellings:
                if telling.when is NEVER and telling.status == statuses.ASSERTED and self._of_the_day(telling, lead):
                    telling.when = main
        elif published and published[1] - published[0] <= _NEWS_DAYS:
            for telling in tellings:
                untold = telling.when is NEVER and telling.status == statuses.ASSERTED
                if untold and self._of_the_day(telling, lead) and not telling.claimed_by:
                    telling.when = When(*published, "document")

    def _of_the_day(self, telling: Telling, lead: Telling | None) -> bool:
        """Whether an act without a date is one of the news: words, and talks of those whom the news is about."""
        if telling.entry.type in _VERBAL:
            return not self._lasting(telling)
        talks = telling.entry.type == CONSULT and telling.mode is None and not telling.background
        return talks and lead is not None and bool(telling.entities & lead.entities or not lead.entities) and not self._old(telling)

    def _lasting(self, telling: Telling) -> bool:
        """Whether an act went on for long, or was done before by those who are named behind it, and is none of one day: "over the past ten
        years the fund has supported", "agreements reached by the two"."""
        reading, hit = telling.reading, telling.hit
        if reading is None or reading.verbs.order != "svo" or hit.form != "past" or telling.sentence.role == "title":
            return False
        first = telling.light.first if telling.light is not None else hit.first
        lists = reading.verbs.lists
        if auxiliary(reading, first, lists.get("have", frozenset())):
            return any(word.folded in lists.get("lasting", frozenset()) for word in reading.words)
        return voice(reading, hit) == "passive" and not auxiliary(reading, first, reading.verbs.passive_by)

    def _visits(self, tellings: Sequence[Telling]) -> None:
        """A visit told more than once ("since May 17", "ended on May 24") lasts from the first of its days to the last."""
        by_visitor: dict[frozenset[str], list[Telling]] = {}
        for telling in tellings:
            if telling.mode == "visit" and telling.status == statuses.ASSERTED and telling.when is not NEVER and self._fresh(telling.when):
                persons = frozenset(entity for entity in telling.whom(ACTOR) if self.parties.kind(entity) == "person")
                by_visitor.setdefault(persons, []).append(telling)
        for visits in by_visitor.values():
            if len(visits) < 2 or not visits[0].whom(ACTOR):
                continue
            earliest = min(visit.when.earliest for visit in visits)
            latest = max(visit.when.latest for visit in visits)
            for visit in visits:
                visit.when = visit.when._replace(earliest=earliest, latest=latest)

    def _acting(self, lead: Telling, tellings: Sequence[Telling]) -> None:
        """Where a sentence says with whom and not who ("the meetings were held with A and B"), it is whom the document is about."""
        who = [actor._replace(basis="document") for actor in lead.actors if actor.role == ACTOR and actor.entity_id]
        for telling in tellings:
            if telling.entry.type == CONSULT and telling.hit.form == "noun" and telling.actors and not telling.whom(ACTOR):
                telling.actors = [actor for actor in who if actor.entity_id not in telling.entities] + telling.actors

    def _places(self, tellings: Sequence[Telling]) -> None:
        """A visit takes place where it goes; whom a visitor meets, the visit's sentence tells where."""
        visited: dict[int, str] = {}
        for telling in tellings:
            if telling.mode == "visit":
                there = [
                    actor.entity_id for actor in telling.actors if actor.role == RECIPIENT and self.parties.kind(actor.entity_id) in PLACES
                ]
                if there:
                    telling.place = there[0]
                    visited.setdefault(telling.sentence.number, there[0])
        for telling in tellings:
            if telling.place is None and telling.mode == "meeting":
                telling.place = visited.get(telling.sentence.number)

    def _fresh(self, when: When) -> bool:
        """Whether days are so near to those of publication that they may be those of the news."""
        if when.earliest is None or when.latest is None:
            return False
        published = self.document.published
        if when.latest - when.earliest > _RECENT:
            return False
        return published is None or (published[0] - _RECENT <= when.latest and when.earliest <= published[1])

    def _opening_day(self) -> When | None:
        """The day with which the text opens ("On Tuesday, June 21, …"), if it is one of the days before its publication."""
        first = next((sentence for sentence in self.document.sentences if sentence.role == "body"), None)
        days = [] if first is None else self.within(first)
        if not days or not opens(first.words, days[0]):
            return None
        day = of(days[0])
        published = self.document.published
        return day if published and self._fresh(day) and day.latest >= published[0] - _WEEK else None

    def _told_before(self, telling: Telling) -> When | None:
        number = telling.sentence.number
        if number == 0 or telling.entry.type != CONSULT:
            return None
        before = self.document.sentences[number - 1]
        if before.role == "dateline":
            return None
        inside = self.within(before)
        return of(inside[0]) if len(inside) == 1 else None

    def _old(self, telling: Telling) -> bool:
        reading = telling.reading
        if reading is None:
            return False
        first = telling.light.first if telling.light is not None else telling.hit.first
        if self._lasting(telling):
            return True
        had = reading.verbs.lists.get("pluperfect", frozenset())
        return is_earlier(reading, telling.hit) or any(word.folded in had for word in reading.words[max(0, first - 3) : first])

    def _lead(self, tellings: Sequence[Telling]) -> Telling | None:
        body = [sentence.number for sentence in self.document.sentences if sentence.role == "body"]
        titles = [sentence.number for sentence in self.document.sentences if sentence.role == "title"]
        for numbers in (set(titles), set(body[:_LEAD]), set(body[:_OPENING])):
            near = [telling for telling in tellings if telling.sentence.number in numbers]
            for wanted in (lambda telling: telling.entry.type == CONSULT, lambda telling: telling.entry.type != STATE):
                for telling in near:
                    if wanted(telling) and telling.status != statuses.HYPOTHETICAL and not telling.background:
                        return telling
        return next((telling for telling in tellings if telling.sentence.number in {*titles, *body[:_LEAD]}), None)


def _verb_end(telling: Telling) -> int:
    if telling.light is None or telling.reading is None:
        return telling.trigger[1]
    return max(telling.trigger[1], telling.reading.words[telling.light.last].end)
