"""Files as the stages leave them, made from invented texts in which names are written `{entity|KIND|name}`.

Only for tests: the tables hold what the texts say, so that what aggregate and the report make of them can be counted by hand.
"""

import hashlib
import re
from base64 import b32encode
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from readout.tables import schema, store

NAME = re.compile(r"\{([^|{}]*)\|([A-Z]+)\|([^{}]*)\}")
DAY = re.compile(r"3 March|Tuesday")
COUNTED = schema.SENTENCE_ROLES


@dataclass
class Segment:
    """One stretch: its role, its sentences (one for a stretch that is not counted), its language and rule."""

    role: str
    sentences: list[str]
    language: str = "en"
    rule: str = "default"


@dataclass
class Document:
    """One record that is kept; `copy_of` and `near` name the document that it goes back to by its number."""

    path: str
    segments: list[Segment]
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: tuple[date, date] | None = None
    copy_of: int | None = None
    near: int | None = None
    record: int = 1

    @property
    def doc_id(self) -> str:
        """Twelve letters and digits made of the path and the record's number."""
        return b32encode(hashlib.sha256(f"{self.path}#{self.record}".encode()).digest()).decode().lower()[:12]


@dataclass
class Rows:
    """The rows of all tables of the stages."""

    ledger: list = field(default_factory=list)
    parsed: list = field(default_factory=list)
    published: list = field(default_factory=list)
    segments: list = field(default_factory=list)
    sentences: list = field(default_factory=list)
    dates: list = field(default_factory=list)
    signals: list = field(default_factory=list)
    origins: list = field(default_factory=list)
    mentions: list = field(default_factory=list)
    entities: list = field(default_factory=list)
    aliases: list = field(default_factory=list)
    doubts: list = field(default_factory=list)
    offices: list = field(default_factory=list)
    corrections: list = field(default_factory=list)
    corrected: list = field(default_factory=list)
    scores: list = field(default_factory=list)
    outlets: list = field(default_factory=list)
    speech: list = field(default_factory=list)
    speakers: list = field(default_factory=list)
    parallels: list = field(default_factory=list)
    events: list = field(default_factory=list)
    event_actors: list = field(default_factory=list)
    terms: list = field(default_factory=list)
    figures: list = field(default_factory=list)


def rows(documents: list[Document], rejected: list[tuple[str, int, str]], names: dict[str, tuple[str, str | None]]) -> Rows:
    """All rows for some documents, rejected records (path, record, reason), and entities (name, country)."""
    made = Rows()
    surfaces: dict[tuple, list] = {}
    named: dict[str, dict] = {}
    for document in documents:
        text, language = _lay_out(document, made, surfaces, named)
        root = document.copy_of if document.copy_of is not None else document.near
        origin = document.doc_id if root is None else documents[root].doc_id
        relation = "copy" if document.copy_of is not None else "origin" if root is None else "near_copy"
        raw = text.encode()
        digest = hashlib.sha256(raw).hexdigest()
        made.ledger.append((document.path, document.record, len(raw), digest, "kept", None, document.doc_id))
        given = (document.url, document.outlet, document.title, None)
        made.parsed.append((document.doc_id, document.path, document.record, digest, *given, "text", None, digest, text))
        earliest, latest = document.published or (None, None)
        basis = "metadata" if document.published else None
        words = len(text.split())
        score = None if language == "und" else 0.9
        made.published.append((document.doc_id, document.title, language, score, earliest, latest, basis, words))
        made.origins.append((origin, document.doc_id, relation, 1.0 if relation != "near_copy" else 0.8))
    origin_of = {doc_id: origin for origin, doc_id, _, _ in made.origins}
    for entity, about in named.items():
        name, country = names.get(entity, (entity.partition(":")[2].replace("-", " ").title(), None))
        origins = len({origin_of[doc] for doc in about["documents"]})
        basis = "pack" if entity in names else "discovered"
        made.entities.append((entity, about["kind"], name, country, basis, about["mentions"], len(about["documents"]), origins))
    made.aliases = [(entity, surface, language, "pack", 1.0, count) for (entity, surface, language), count in surfaces.items()]
    for path, record, reason in rejected:
        made.ledger.append((path, record, 10, None, "rejected", reason, None))
    return made


def _lay_out(document: Document, made: Rows, surfaces: dict, named: dict) -> tuple[str, str]:
    """Add a document's segments, sentences and mentions; its text and its language."""
    text, numbers = "", {"sentence": 0, "mention": 0}
    languages: dict[str, int] = {}
    for number, segment in enumerate(document.segments):
        start = len(text)
        for index, sentence in enumerate(segment.sentences):
            at = len(text)
            plain, names = _names(sentence)
            text += plain
            if segment.role in COUNTED:
                made.sentences.append((document.doc_id, numbers["sentence"], number, at, len(text), segment.language))
                for first, last, entity, kind in names:
                    surface = text[at + first : at + last]
                    place = (numbers["mention"], numbers["sentence"], at + first, at + last, surface)
                    rule = "pack" if entity else None
                    made.mentions.append(
                        (document.doc_id, *place, kind, entity or None, "pack", 1.0, segment.language, rule, " ".join(surface.split()))
                    )
                    numbers["mention"] += 1
                    if entity:
                        about = named.setdefault(entity, {"kind": kind, "mentions": 0, "documents": set()})
                        about["mentions"] += 1
                        about["documents"].add(document.doc_id)
                        key = (entity, " ".join(surface.split()), segment.language)
                        surfaces[key] = surfaces.get(key, 0) + 1
                _dates(document, plain, at, made)
                numbers["sentence"] += 1
                languages[segment.language] = languages.get(segment.language, 0) + len(plain)
            text += " " if index + 1 < len(segment.sentences) else "\n\n"
        score = None if segment.language == "und" else 0.9
        made.segments.append((document.doc_id, number, start, len(text), segment.role, segment.rule, segment.language, score))
    return text, max(languages, key=lambda code: (languages[code], code)) if languages else "und"


def _dates(document: Document, plain: str, at: int, made: Rows) -> None:
    """A row for each "3 March" and "Tuesday" of the plain sentence at that place: the day before publication, where there is one."""
    day = document.published[0] - timedelta(1) if document.published else None
    for found in DAY.finditer(plain):
        basis = "publication" if day else None
        made.dates.append((document.doc_id, at + found.start(), at + found.end(), found[0], day, day, "day", basis, None))


def _names(sentence: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    plain, names, at = "", [], 0
    for found in NAME.finditer(sentence):
        plain += sentence[at : found.start()]
        names.append((len(plain), len(plain) + len(found[3]), found[1], found[2]))
        plain += found[3]
        at = found.end()
    return plain + sentence[at:], names


WHOLE = ("outlets", "speech", "speakers", "parallels", "events", "event_actors", "terms", "figures")
"""Tables of stages that work by shard, written here as one file."""


def place(made: Rows, document: int, words: str, after: int = 0) -> tuple[str, int, int, str, int, str]:
    """Where words stand in a document's counted text: its identifier, start, end, the words, sentence and language."""
    doc_id, text = made.parsed[document][0], made.parsed[document][-1]
    start = text.index(words, after)
    sentence = next(row for row in made.sentences if row[0] == doc_id and row[3] <= start < row[4])
    return doc_id, start, start + len(words), words, sentence[1], sentence[5]


def use(
    found: tuple, term: tuple[str, str, str | None], entity: str | None = None, quote: tuple[int, str | None] | None = None, **more: bool
) -> tuple:
    """A row of `terms` for words found by `place`; `quote`: number and speaker of the direct quote around it."""
    doc_id, start, end, words, sentence, language = found
    spoken = (quote is not None, *(quote or (None, None)))
    return (doc_id, start, end, words, *term, *spoken, more.get("scare", False), entity, sentence, language)


def figure(found: tuple, number: int, least: float | None, most: float | None, counts: str, unit: str | None, **more: object) -> tuple:
    """A row of `figures` for words found by `place`."""
    doc_id, start, end, words, sentence, language = found
    days = more.get("days", (None, None))
    rough = bool(more.get("approximate"))
    return (doc_id, number, sentence, start, end, words, least, most, rough, unit, counts, *days, None, more.get("by"), language)


def speak(made: Rows, found: tuple, kind: str, by: tuple[str, ...] = (), **more: object) -> int:
    """Add a quote of words found by `place`, said by some entities; its number. `basis`; `phrase` and `cue` of its sentence."""
    doc_id, start, end, _, sentence, language = found
    text, first = _sentence(made, doc_id, sentence)
    number = sum(row[0] == doc_id for row in made.speech)
    spans = []
    for words in (more.get("phrase"), more.get("cue")):
        at = first + text.index(str(words)) if words else None
        spans.append((at, at + len(str(words)) if words else None))
    (phrase, phrase_end), (cue, cue_end) = spans
    speaker = (by[0] if by else None, phrase, phrase_end, more.get("basis"))
    made.speech.append((doc_id, number, sentence, start, end, kind, *speaker, more.get("cue"), cue, cue_end, 0.9, language))
    made.speakers += [(doc_id, number, entity) for entity in by]
    return number


def act(made: Rows, found: tuple, kind: tuple[str, str | None, str], parties: dict[str, str], **more: object) -> int:
    """Add an event that words found by `place` tell, and tell its number.

    `kind`: type, mode, status; `parties`: phrases of the same sentence → role and entity ("actor person:x", "recipient" for nobody known);
    `days` with their `basis`, `place`, `claimed_by`, `main`.
    """
    doc_id, start, end, _, sentence, language = found
    text, first = _sentence(made, doc_id, sentence)
    number = sum(row[0] == doc_id for row in made.events)
    days = more.get("days", (None, None))
    told = (more.get("claimed_by"), *days, more.get("basis"), None, None, more.get("place"))
    made.events.append(
        (doc_id, number, sentence, first, first + len(text), *kind, *told, start, end, "entry", bool(more.get("main")), 0.8, language)
    )
    for phrase, whom in parties.items():
        role, _, entity = whom.partition(" ")
        at = first + text.index(phrase)
        basis = "name" if entity else "unnamed"
        made.event_actors.append((doc_id, number, entity or None, role, at, at + len(phrase), basis))
    return number


def _sentence(made: Rows, doc_id: str, number: int) -> tuple[str, int]:
    """A sentence's text and where it starts."""
    text = next(row[-1] for row in made.parsed if row[0] == doc_id)
    start, end = next((row[3], row[4]) for row in made.sentences if row[:2] == (doc_id, number))
    return text[start:end], start


def write(made: Rows, folder: Path, shards: int = 2) -> dict[str, list[str]]:
    """Write the rows as the stages do, documents dealt out over some shards; per table its files, as `aggregate` takes them."""
    files: dict[str, list[str]] = {}
    of = {row[0]: index % shards for index, row in enumerate(sorted(made.parsed, key=lambda row: (row[1], row[2])))}
    for name in ("ledger", "parsed", "published", "segments", "sentences", "dates", "signals"):
        table = {**schema.RESULTS, **schema.WORKING}[name]
        files[name] = []
        for shard in range(shards):
            part = [row for row in getattr(made, name) if of.get(row[6] if name == "ledger" else row[0], 0) == shard]
            files[name].append(_write(table, part, folder / str(shard)))
    for name in ("origins", "mentions", "entities", "aliases", "doubts", "offices", "corrections", "corrected", "scores", *WHOLE):
        table = {**schema.RESULTS, **schema.WORKING}[name]
        files[name] = [_write(table, getattr(made, name), folder / "all")]
    return files


def _write(table: schema.Table, part: list, folder: Path) -> str:
    path = folder / f"{table.name}.parquet"
    store.write(table, store.frame(table, part), path)
    return str(path)


NAMES = {
    "person:vera-lindqvist": ("Vera Lindqvist", "QA"),
    "person:ashot-bek": ("Ashot Bek", "QB"),
    "org:qa-foreign-ministry": ("Foreign Ministry of Norland", "QA"),
    "country:AM": ("Armenia", "AM"),
    "country:AZ": ("Azerbaijan", "AZ"),
    "place:port-sella": ("Port Sella", None),
    "agreement:sella-accord-2021": ("Sella Accord", None),
}
LINDQVIST, BEK = "{person:vera-lindqvist|PER|", "{person:ashot-bek|PER|"
MINISTRY, ACCORD = "{org:qa-foreign-ministry|ORG|", "{agreement:sella-accord-2021|AGREEMENT|"
ARMENIA, AZERBAIJAN, PORT_SELLA = "{country:AM|LOC|", "{country:AZ|LOC|", "{place:port-sella|LOC|"

CALL = [
    Segment("title", [f"{LINDQVIST}Lindqvist}} and {BEK}Bek}} speak by telephone"]),
    Segment("dateline", ["PORT SELLA, 3 March"], rule="place_date"),
    Segment(
        "body",
        [
            f"{LINDQVIST}Vera Lindqvist}} called {BEK}Ashot Bek}} on Tuesday.",
            f"{LINDQVIST}Lindqvist}} said that the {ACCORD}Sella Accord}} stands.",
            f"The {MINISTRY}Foreign Ministry}} named no date; {LINDQVIST}Ms Lindqvist}} and {LINDQVIST}Lindqvist}}'s aides will travel.",
        ],
    ),
    Segment("navigation", ["Home | News | Archive 2025 | Vera Lindqvist in pictures"], rule="link_list"),
]
MARKUP = "<script>alert('title')</script> & <b>bold</b>"

DOCUMENTS = [
    Document(
        "norland/call.txt",
        CALL,
        outlet="Norland Courier",
        title="Lindqvist and Bek speak by telephone",
        url="https://courier.example/call?a=1&b=2",
        published=(date(2021, 3, 3), date(2021, 3, 3)),
    ),
    Document(
        "norland/reprint.txt",
        CALL,
        outlet="Harbour Gazette",
        title="Lindqvist and Bek speak by telephone",
        url="javascript:alert(1)",
        published=(date(2021, 3, 4), date(2021, 3, 4)),
        copy_of=0,
    ),
    Document(
        "sudria/call.md",
        [
            Segment("title", ["Звонок из Норландии"], "ru"),
            Segment("body", [f"{BEK}Ашот Бек}} говорил с {LINDQVIST}Верой Линдквист}}.", f"Речь шла об {ARMENIA}Армении}}."], "ru"),
            Segment("credit", ["Фото: архив"], "ru", rule="credit_line"),
        ],
        outlet="Sudria Telegraph",
        title="Звонок из Норландии",
        published=(date(2021, 4, 1), date(2021, 4, 30)),
    ),
    Document(
        "sudria/line.html",
        [
            Segment("title", [MARKUP]),
            Segment("body", [f"{BEK}Bek}} wrote <img src=x onerror=alert(2)> to {AZERBAIJAN}Azerbaijan}} and {ARMENIA}Armenia}}."]),
            Segment("stray", ["</body></html>"], "und", rule="no_letters"),
        ],
        outlet="<i>Outlet</i>",
        title=MARKUP,
        published=(date(2020, 12, 30), date(2021, 1, 2)),
    ),
    Document(
        "armenian/\u202ertl.txt",
        [
            Segment("title", ["Վերա Լինդքվիստը \u202eժամանեց"], "hy"),
            Segment("body", [f"{LINDQVIST}Վերա Լինդքվիստը}} այցելեց {PORT_SELLA}Փորթ Սելլա}}։ \u200f"], "hy"),
            Segment("body", ["ვერა ლინდქვისტი ჩავიდა."], "ka"),
        ],
        title="Վերա Լինդքվիստը \u202eժամանեց",
        near=2,
    ),
    Document("empty/nameless.txt", [Segment("stray", ["14:47"], "und", rule="no_letters")]),
]

REJECTED = [
    ("broken/bytes.txt", 1, "undecodable: byte 0xff at 3"),
    ("broken/<b>list</b>.jsonl", 7, "malformed JSON line"),
    ("broken/cut.gz", 0, "truncated gzip"),
]
SCORES = [
    ("segment", "all", "example", "role_f1", 0.973, 0.95, 0.985, 310),
    ("tag", "en", "example", "f1", 0.912, 0.88, 0.94, 402),
    ("tag", "ru", "example", "f1", 0.871, None, None, 120),
]


def small(folder: Path) -> dict[str, list[str]]:
    """The stage files of six documents of invented outlets that hold every trap the report must survive."""
    made = rows(DOCUMENTS, REJECTED, NAMES)
    made.scores = list(SCORES)
    markup, reprint = made.parsed[3], made.parsed[1]
    made.signals = [
        (markup[0], "mixed_script", 1.0, 0, 8, "<b>"),
        (markup[0], "spun", 0.9, 0, 8, "term: <i>perfect</i> minister, not \u202eprime"),
        (reprint[0], "spun", 0.6, 0, 10, "office: twice"),
        (reprint[0], "spun", 0.6, 12, 20, "term: twice"),
    ]
    made.corrections = [
        (1, "is", "Ms <i>Lindqvist</i>; x\u202e", "person:vera-lindqvist", None, "<b>Ada</b>", "She signs so.", "changed", 2),
        (2, "is_not_a_name", "Courier (ORG)", None, markup[0], "Ada Reed", "A paper's title'); DROP TABLE mentions; --", "dropped", 1),
        (3, "not_same", "Bek; Ашот Бек", None, None, "Ada Reed", "Two brothers.", "no_change", 0),
        (4, "same", "org:none; Nobody's Office", None, None, "Ada Reed", "Renamed.", "not_found", 0),
    ]
    made.doubts = [
        ("person:ashot-bek", "person:tor-bek", "Bek", "person:tor-bek", 0.91, "one of <several>"),
        ("person:ashot-bek", "person:vera-lindqvist", "Ашот Бек", "Lindqvist", 0.8, "words left out"),
    ]
    made.offices = [
        ("person:vera-lindqvist", "Foreign Minister of Norland", date(2019, 1, 1), date(2020, 12, 31), None, None),
        ("person:vera-lindqvist", "Prime Minister of <Norland>", date(2021, 1, 1), None, None, None),
    ]
    named = [row for row in made.mentions if row[5] == "Ms Lindqvist"]
    who = "person:vera-lindqvist"
    made.corrected = [(1, row[0], row[2], row[3], row[4], row[5], "PER", "en", None, who) for row in named]
    first = next(row for row in made.sentences if row[0] == markup[0])
    made.outlets = [
        ("Norland Courier", "QA", "QA", True),
        ("Harbour Gazette", "QB", "west", False),
        ("Sudria Telegraph", "AM", "AM", False),
        ("<i>Outlet</i>", None, "AZ", False),
        ("Never Read", None, None, False),
    ]
    accord = ("accord_<i>x</i>", "<b>frame</b>", "AM")
    telephone, telegraph = ("telephone", "name: Telephone", None), ("telegraph", "name: <i>Telegraph</i>", "AZ")
    _speak_and_act(made)
    made.terms = [
        *(use(place(made, number, "Accord"), accord, quote=(0, who) if number == 0 else None) for number in (0, 1)),
        *(use(place(made, number, "date"), ("date\u202e", "distance", None), scare=True) for number in (0, 1)),
        use(place(made, 0, "aides"), accord),
        use(place(made, 2, "шла"), accord),
        use(place(made, 3, "wrote"), accord),
        *(use(place(made, number, "by telephone"), telephone, "place:port-sella") for number in (0, 1)),
        use(place(made, 2, "Речь"), telegraph, "place:port-sella"),
        use(place(made, 4, "այցելեց"), telegraph, "place:port-sella"),
    ]
    made.figures = [
        figure(place(made, 0, "aides"), 0, 12.0, None, "killed", "persons", by=who),
        figure(place(made, 1, "aides"), 0, 12.0, 15.5, "killed", "persons", approximate=True),
        figure(place(made, 3, "wrote"), 0, 3.0, 3.0, "killed", "persons"),
        figure(place(made, 3, "Armenia"), 1, None, None, "deadline", None, days=(date(2021, 3, 1), date(2021, 3, 31))),
        figure(place(made, 4, "այցելեց"), 0, None, 2e12, "money", "USD"),
    ]
    made.corrected.append((2, markup[0], first[1], first[3], first[3] + 4, markup[11][first[3] : first[3] + 4], "ORG", "en", None, None))
    return write(made, folder)


def _speak_and_act(made: Rows) -> None:
    """Quotes and events of the small corpus: nested, overlapping and hostile ones, copies, and one act that several tell."""
    who, bek, ministry = "person:vera-lindqvist", "person:ashot-bek", "org:qa-foreign-ministry"
    for number in (0, 1):
        speak(made, place(made, number, "Sella Accord stands"), "direct", (who,), basis="name", phrase="Lindqvist", cue="said")
        whole = place(made, number, "The Foreign Ministry named no date; Ms Lindqvist and Lindqvist's aides will travel")
        speak(made, whole, "indirect", (ministry, who), basis="group", phrase="Foreign Ministry", cue="named")
        speak(made, place(made, number, "Ms Lindqvist and Lindqvist"), "direct", basis="unnamed", phrase="aides")
        parties = {"Vera Lindqvist": f"actor {who}", "Ashot Bek": f"recipient {bek}"}
        day = (date(2021, 3, 2), date(2021, 3, 2))
        act(made, place(made, number, "called"), ("CONSULT", "call", "asserted"), parties, days=day, basis="publication", main=True)
        act(made, place(made, number, "will travel"), ("CONSULT", "visit", "planned"), {"Ms Lindqvist": f"actor {who}", "aides": "actor"})
    # another outlet's account of the call, from the other side, on days around it
    parties = {"Ашот Бек": f"actor {bek}", "Верой Линдквист": f"actor {who}"}
    act(
        made,
        place(made, 2, "говорил"),
        ("CONSULT", "call", "asserted"),
        parties,
        days=(date(2021, 2, 28), date(2021, 3, 4)),
        basis="written",
    )
    speak(made, place(made, 2, "Речь шла об Армении"), "indirect", (bek,), basis="pronoun")
    # words that run over the end of a stretch, and markup
    text = made.parsed[3][-1]
    long = (made.parsed[3][0], 0, text.index("Armenia") + 7, text, 0, "en")
    speak(made, long, "direct", (bek, "country:AZ"), basis="title")
    speak(made, place(made, 3, "<img src=x onerror=alert(2)>"), "direct", basis="unnamed", cue="wrote")
    hostile = {"Bek": f"actor {bek}", "Azerbaijan": "recipient country:AZ", "Armenia": "recipient country:AM"}
    kind = ("ACCUSE", None, "denied")
    act(
        made,
        place(made, 3, "wrote <img"),
        kind,
        hostile,
        days=(date(2020, 1, 1), date(2020, 12, 31)),
        basis="text",
        claimed_by="country:AM",
    )
    act(made, place(made, 3, "to Azerbaijan and"), ("ASSAULT", None, "asserted"), hostile, place="place:port-sella")
    arriving = {"Վերա Լինդքվիստը": f"actor {who}", "Փորթ Սելլա": "recipient place:port-sella"}
    act(made, place(made, 4, "այցելեց"), ("CONSULT", "visit", "hypothetical"), arriving)
    act(made, place(made, 4, "ვერა ლინდქვისტი"), ("STATE", None, "asserted"), {})
    copy, origin = made.parsed[1], made.parsed[0]
    at = copy[-1].index("aides will travel")
    made.parallels = [
        (origin[0], 0, copy[0], at, at + 17, None, "altered", 0.61),
        (origin[0], 2, made.parsed[3][0], 0, 30, 0, "other_speaker", 0.5),
    ]


def large(folder: Path, documents: int, people: int = 400, sentences: int = 25) -> dict[str, list[str]]:
    """The stage files of many documents, the same ones for the same numbers: for caps, byte budgets and memory."""
    towns = [f"place:town-{number}|LOC|Town {number}" for number in range(40)]
    made_documents = []
    for number in range(documents):
        body = []
        for index in range(sentences):
            first, second = (number * 7 + index * index * 3) % people, (number + index * 11) % (people // 10 + 1)
            said = f"{{person:name-{first}|PER|Name Surname{first}}} told {{person:name-{second}|PER|Surname{second}}}"
            body.append(f"{said} in {{{towns[(number + index) % 40]}}} that talks number {number} would go on in the spring.")
        day = date(2001 + number * 16 // documents, 1 + number % 12, 1 + number % 28)
        title = f"Talks number {number} between the two delegations"
        menu = Segment("navigation", [f"Home | Press | Item {number}"], rule="link_list")
        segments = [Segment("title", [title]), Segment("body", body), menu]
        path, outlet, url = f"archive/{number // 1000}.jsonl", f"Outlet {number % 15}", f"https://outlet.example/{number}"
        made_documents.append(Document(path, segments, outlet, title, url, (day, day), record=number + 1))
    made = rows(made_documents, [], {})
    made.outlets = [(f"Outlet {number}", None, ("AM", "AZ", "west", None)[number % 4], False) for number in range(14)]
    for number in range(documents):
        end = 0
        for index in range(min(sentences, 6)):
            words = place(made, number, "would go on", end)
            end = words[2]
            loaded, rival = f"word_{(number * index) % 70}", f"name-{(number + index) % 30}"
            made.terms.append(use(words, (loaded, f"frame {(number * index) % 9}", "AM" if index % 2 else None)))
            made.terms.append(use(place(made, number, "spring", end), (rival, f"name: Name {rival}", None), f"place:town-{index}"))
        told = place(made, number, f"number {number} would")
        made.figures.append(figure(told, 0, float(number % 25), float(number % 25), "killed", "persons"))
        speaker, other = f"person:name-{number * 7 % people}", f"person:name-{number % (people // 10 + 1)}"
        quote = place(made, number, f"talks number {number} would go on in the spring")
        speak(made, quote, "direct" if number % 3 else "indirect", (speaker,), basis="name" if number % 2 else "title", cue="told")
        speak(made, place(made, number, "the spring"), "indirect", basis="unnamed" if number % 2 else None)
        parties = {"Name": f"actor {speaker}", "Surname": f"recipient {other}"}
        kind, mode = (("CONSULT", schema.MODES[number % 6]), (schema.EVENT_TYPES[number % 18], None))[number % 2]
        day = made.published[number][4]
        status = schema.EVENT_STATUSES[0 if number % 5 else number % 4]
        act(made, place(made, number, "told"), (kind, mode, status), parties, days=(day, day), basis="document", main=True)
    return write(made, folder, shards=4)
