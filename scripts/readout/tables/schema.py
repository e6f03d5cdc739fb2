"""Every table that Readout writes, declared once: its row, its columns, their units, and the order of its rows.

Nothing here reads or writes; `store` does. `docs/tables.md` is held to this module by a test.
"""

from dataclasses import dataclass

import polars as pl

TEXT, COUNT, SCORE, DATE, FLAG = pl.String, pl.Int64, pl.Float64, pl.Date, pl.Boolean


@dataclass(frozen=True)
class Column:
    """One column: its type, its meaning with the unit, and whether NULL ("cannot be told") may stand in it."""

    name: str
    dtype: type[pl.DataType]
    meaning: str
    nullable: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table: what a row is, its columns, and the leading columns that identify and order the rows."""

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def schema(self) -> dict[str, type[pl.DataType]]:
        """Column names to polars types, in order."""
        return {column.name: column.dtype for column in self.columns}

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name}")


STATUSES = ("kept", "duplicate", "rejected")
ROLES = ("title", "byline", "dateline", "body", "teaser", "navigation", "credit", "stray")
SENTENCE_ROLES = ("title", "dateline", "body")
UNCOUNTED_RULES = ("title:repeated",)
"""Rules whose segments are titles, yet yield no sentences: what they say was already counted."""


def is_counted(role: str, rule: str) -> bool:
    """Whether a segment of this role and rule is told and counted, and not around what is told or a repetition of it."""
    return role in SENTENCE_ROLES and rule not in UNCOUNTED_RULES


KINDS = ("PER", "ORG", "LOC", "AGREEMENT")
RELATIONS = ("origin", "copy", "near_copy", "excerpt", "translation")
BASES = ("pack", "discovered")
PUBLISHED_BASES = ("metadata", "header", "dateline", "url", "text", "office")
GRAINS = ("day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century")
DATE_BASES = ("written", "publication", "text")
DATE_FLAGS = ("impossible", "later")
SIGNS = (
    "boilerplate",
    "impossible_date",
    "machine_translated",
    "mixed_script",
    "repeated_title",
    "spun",
    "stray_lead",
    "truncated",
)
RULINGS = ("same", "not_same", "is", "is_not_a_name")
EFFECTS = ("merged", "kept_apart", "changed", "dropped", "no_change", "not_found")
LINK_RULES = (
    "pack",
    "short",
    "generic",
    "context",
    "outlet",
    "same_name",
    "same_surname",
    "spelling",
    "acronym",
    "same_sound",
    "same_words",
    "completed",
    "only_bearer",
    "correction",
)

QUOTE_KINDS = ("direct", "indirect")
SPEAKER_BASES = ("name", "title", "pronoun", "group", "label", "continued", "unnamed")
FIDELITIES = ("verbatim", "shortened", "altered", "translated", "other_speaker", "only_here")
EVENT_TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"),
    *("SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CRIME", "RETREAT", "STATE"),
)
"""PLOVER's types, and `STATE` for plain statements, which it leaves out."""
MODES = ("call", "meeting", "visit", "summit", "mediation", "correspondence")
EVENT_STATUSES = ("asserted", "denied", "planned", "hypothetical")
ACTOR_ROLES = ("actor", "recipient")
EVENT_DATE_BASES = (*DATE_BASES, "document")

_DOC = Column("doc_id", TEXT, "The document, as in `documents`.")
_START = Column("start", COUNT, "First code point of the evidence in `documents.text`, counted from 0.")
_END = Column("end", COUNT, "One past the last code point of the evidence in `documents.text`.")
_LANGUAGE = Column("language", TEXT, "ISO 639-1 code; `und` where there is nothing to tell by.")
_LANGUAGE_SCORE = Column("language_score", SCORE, "Confidence in the language, 0 to 1; NULL for `und`.", nullable=True)

LEDGER = Table(
    "ledger",
    "one record that came in",
    (
        Column("source_path", TEXT, "The file, relative to the corpus folder, with `/` between folders."),
        Column(
            "record",
            COUNT,
            "Number of the record in its file, counted from 1 (lines of JSON Lines, rows of CSV and Parquet, records of WARC; "
            "1 for a file that is one record); 0 where the row speaks of the file as a whole.",
        ),
        Column(
            "bytes",
            COUNT,
            "Size of the record in bytes as it was read, after decompression; of a file that could not be read, its size on disk.",
            nullable=True,
        ),
        Column("sha256", TEXT, "SHA-256 of those bytes, in hexadecimal; NULL where they could not be read.", nullable=True),
        Column("status", TEXT, "`kept`; `duplicate`: the text is that of another document; `rejected`: not a document.", values=STATUSES),
        Column(
            "reason",
            TEXT,
            "Why it was rejected, which document it repeats, or what was mended when it was kept; NULL where there is nothing to say.",
            nullable=True,
        ),
        Column("doc_id", TEXT, "The document that was made of it; NULL when rejected.", nullable=True),
    ),
    key=("source_path", "record"),
)

DOCUMENTS = Table(
    "documents",
    "one kept or duplicate record",
    (
        Column(
            "doc_id",
            TEXT,
            "Twelve letters and digits made of the file's relative path and, in files of many records, the record's own identifier "
            "or content.",
        ),
        Column("source_path", TEXT, "The file it came from, as in `ledger`."),
        Column("record", COUNT, "Its number in that file, as in `ledger`."),
        Column("sha256", TEXT, "SHA-256 of the record's bytes, as in `ledger`."),
        Column(
            "url",
            TEXT,
            "Address it was published at, as given; never fetched, and a link in the report only where it is http or https.",
            nullable=True,
        ),
        Column(
            "outlet",
            TEXT,
            "Who published it: given in the record, or known from the host or folder in the list of outlets; NULL otherwise.",
            nullable=True,
        ),
        Column("title", TEXT, "Title as given in the record or read off the text's title segment.", nullable=True),
        Column("language", TEXT, "Language of most of its title and body, ISO 639-1; `und` where there is nothing to tell by."),
        _LANGUAGE_SCORE,
        Column("published_earliest", DATE, "First day on which it may have been published.", nullable=True),
        Column("published_latest", DATE, "Last day on which it may have been published.", nullable=True),
        Column(
            "published_basis",
            TEXT,
            "Where the date was read: `metadata`, `header`, `dateline`, `url`; `text` where it was inferred from the dates that the "
            "text tells, `office` from the terms of office of those it names with theirs; NULL when there is no date.",
            nullable=True,
            values=PUBLISHED_BASES,
        ),
        Column("origin_id", TEXT, "The group of documents with one origin that it belongs to, as in `origins`."),
        Column("words", COUNT, "Number of words in its title, dateline and body segments."),
        Column("text", TEXT, "The decoded text with line ends made `\\n`; all offsets of the document count in it."),
    ),
    key=("doc_id",),
)

SEGMENTS = Table(
    "segments",
    "one stretch of a document; together they cover all of its text",
    (
        _DOC,
        Column("segment", COUNT, "Its number in the document, counted from 0."),
        _START,
        _END,
        Column("role", TEXT, "What the stretch is in the page.", values=ROLES),
        Column("rule", TEXT, "The rule that decided the role, explained in `docs/stages.md`."),
        _LANGUAGE,
        _LANGUAGE_SCORE,
    ),
    key=("doc_id", "segment"),
)

SENTENCES = Table(
    "sentences",
    "one sentence of a title, dateline or body segment",
    (
        _DOC,
        Column("sentence", COUNT, "Its number in the document, counted from 0."),
        Column("segment", COUNT, "The segment it lies in, as in `segments`."),
        _START,
        _END,
        _LANGUAGE,
    ),
    key=("doc_id", "sentence"),
)

DATES = Table(
    "dates",
    "one date expression",
    (
        _DOC,
        _START,
        _END,
        Column("surface", TEXT, "The expression as written: `text[start:end]`."),
        Column("earliest", DATE, "First day that it may mean; NULL where that cannot be told.", nullable=True),
        Column("latest", DATE, "Last day that it may mean; NULL where that cannot be told.", nullable=True),
        Column("grain", TEXT, 'The unit of the calendar that it speaks in: "three weeks ago" has the grain `week`.', values=GRAINS),
        Column(
            "basis",
            TEXT,
            "What the days were told by. `written`: it holds its year; `publication`: the day of publication; `text`: another date of the "
            "same text; NULL where they cannot be told.",
            nullable=True,
            values=DATE_BASES,
        ),
        Column(
            "flag",
            TEXT,
            "Why it is not used. `impossible`: the calendar has no such day; `later`: it stands in the page around the story and lies "
            "after the day of publication; NULL for dates like others.",
            nullable=True,
            values=DATE_FLAGS,
        ),
    ),
    key=("doc_id", "start", "end"),
)

SIGNALS = Table(
    "signals",
    "one sign that a document is not what it seems",
    (
        _DOC,
        Column("signal", TEXT, "What the sign is of, as explained in `docs/stages.md`.", values=SIGNS),
        Column(
            "score",
            SCORE,
            "Confidence from 0 to 1; of `spun` and `machine_translated` that in all evidence together, which stands beside each piece.",
        ),
        _START,
        _END,
        Column("detail", TEXT, "What is odd about the stretch."),
    ),
    key=("doc_id", "signal", "start", "end", "detail"),
)

MENTIONS = Table(
    "mentions",
    "one name in a text",
    (
        _DOC,
        Column("mention", COUNT, "Its number in the document, in the order of the text, counted from 0."),
        Column("sentence", COUNT, "The sentence it stands in, as in `sentences`."),
        _START,
        _END,
        Column("surface", TEXT, "The name as written: `text[start:end]`."),
        Column("kind", TEXT, "Kind of the thing named.", values=KINDS),
        Column("entity_id", TEXT, "What it names, as in `entities`; NULL where that is not known.", nullable=True),
        Column(
            "method",
            TEXT,
            "Which tagger saw it: `pack`, `network` (the trained models), `agreements`, `slovnet`, `document` (a short form of a name "
            "given in full in the same document).",
        ),
        Column("score", SCORE, "Confidence from 0 to 1; measured precision of the method and kind where it gives none itself."),
        Column("language", TEXT, "Language of the sentence it stands in, ISO 639-1."),
        Column(
            "rule", TEXT, "Why it was taken for its entity, as in `aliases`; NULL where it names none.", nullable=True, values=LINK_RULES
        ),
        Column("spelling", TEXT, "The name on one line: `surface` with one blank wherever blanks or line breaks part its words."),
    ),
    key=("doc_id", "mention"),
)

ENTITIES = Table(
    "entities",
    "one person, organisation, place or agreement",
    (
        Column("entity_id", TEXT, "Identifier from the domain pack, or one made of kind and name for an entity found in the texts."),
        Column("kind", TEXT, "Kind of the thing.", values=KINDS),
        Column("name", TEXT, "Name shown in the report."),
        Column("country", TEXT, "ISO 3166-1 code of the country it belongs to, from the pack.", nullable=True),
        Column("basis", TEXT, "`pack`: described in the domain pack; `discovered`: found by a tagger.", values=BASES),
        Column("mentions", COUNT, "Number of rows in `mentions` that name it."),
        Column("documents", COUNT, "Number of documents that name it, copies included."),
        Column("origins", COUNT, "Number of origins that name it: copies counted once."),
    ),
    key=("entity_id",),
)

ALIASES = Table(
    "aliases",
    "one spelling of an entity",
    (
        Column("entity_id", TEXT, "The entity, as in `entities`."),
        Column("surface", TEXT, "The spelling as it stands in the texts, on one line: `spelling` of `mentions`."),
        Column("language", TEXT, "Language of the sentences it stands in, ISO 639-1."),
        Column(
            "rule",
            TEXT,
            "Why the spelling was taken for the entity. `pack`: a full spelling of the domain pack; `short`: a short spelling of the "
            "pack, and nobody else of that name in the document; `generic`: a body without its country, taken for the one named "
            "before; `context`: a spelling of several actors, one of which, or whose country, the document names otherwise; `outlet`: "
            "a body without its country in an official outlet, taken for that of the outlet's country; `same_name`: the same name "
            "outside the pack; `same_surname`: the surname of a person whom the document or its title names in full; "
            "`spelling`: another spelling of "
            "a person's name that the same document gives; `acronym`: letters that a document gives beside the full name, or that are "
            "its first letters; `same_sound`: a name that sounds the same, in another script, transliteration, inflection or "
            "language; `same_words`: a body's or place's name of the same words, in another order or language; `completed`: a name "
            "with an initial, or without the middle or father's name, and one bearer only who can be meant; `only_bearer`: a surname "
            "alone, which one person of the corpus bears; `correction`: a person ruled it.",
            values=LINK_RULES,
        ),
        Column(
            "score",
            SCORE,
            "Confidence in that, 0 to 1: the lowest among its mentions, or how alike the name is to what it was joined with, if lower.",
        ),
        Column("mentions", COUNT, "Number of mentions so spelled."),
    ),
    key=("entity_id", "surface", "language", "rule"),
)

DOUBTS = Table(
    "doubts",
    "two entities that may be one, and were not joined",
    (
        Column(
            "entity_a",
            TEXT,
            "The entity whose identifier comes first, as in `entities`, or an actor of the pack that no text names.",
        ),
        Column("entity_b", TEXT, "The other one."),
        Column("name_a", TEXT, "The spelling of the first that is nearest to the second; its identifier where only the pack knows it."),
        Column("name_b", TEXT, "The same of the other."),
        Column("score", SCORE, "How alike the two names are, 0 to 1."),
        Column("reason", TEXT, "What they have in common, or what kept them apart."),
    ),
    key=("entity_a", "entity_b"),
)

CORRECTIONS = Table(
    "corrections",
    "one entry of the file of corrections, and what came of it in this run",
    (
        Column("correction", COUNT, "Its number in the file, counted from 1."),
        Column(
            "ruling",
            TEXT,
            "What it says. `same`: the names are one; `not_same`: they are two; `is`: the name means an entity; `is_not_a_name`: so "
            "spelled, it names nothing.",
            values=RULINGS,
        ),
        Column(
            "names",
            TEXT,
            "The identifiers and spellings that it speaks of, in the file's order, joined by `; `; behind a spelling, in brackets, the "
            "kind that it is limited to.",
        ),
        Column("entity_id", TEXT, "What the name means, of an `is`; NULL otherwise.", nullable=True),
        Column("doc_id", TEXT, "The document that it is limited to; NULL for all.", nullable=True),
        Column("author", TEXT, "Who says so."),
        Column("reason", TEXT, "Why."),
        Column(
            "effect",
            TEXT,
            "What it did. `merged`, `kept_apart`, `changed`, `dropped`: mentions that would be something else without it; `no_change`: the "
            "names stand in the texts and would mean the same without it; `not_found`: no text has any of them.",
            values=EFFECTS,
        ),
        Column("mentions", COUNT, "Number of mentions that it changed, merged, kept apart or dropped: its rows in `corrected`."),
    ),
    key=("correction",),
)

CORRECTED = Table(
    "corrected",
    "one mention that a correction changed or dropped",
    (
        Column("correction", COUNT, "The correction, as in `corrections`."),
        _DOC,
        Column("sentence", COUNT, "The sentence it stands in, as in `sentences`."),
        _START,
        _END,
        Column("surface", TEXT, "The name as written: `text[start:end]`."),
        Column("kind", TEXT, "Kind of the thing named.", values=KINDS),
        Column("language", TEXT, "Language of the sentence it stands in, ISO 639-1."),
        Column("before", TEXT, "The entity that it would name without any correction; NULL for none.", nullable=True),
        Column("after", TEXT, "The entity that it names now; NULL for none, and of one that is no name and was dropped.", nullable=True),
    ),
    key=("correction", "doc_id", "start", "end"),
)

_SENTENCE = Column("sentence", COUNT, "The sentence it stands in, as in `sentences`.")
_SPOKEN_IN = Column("language", TEXT, "Language of the sentence it stands in, ISO 639-1.")

SPEECH = Table(
    "speech",
    "one stretch of quoted or reported speech, before other documents are known",
    (
        _DOC,
        Column("quote", COUNT, "Its number in the document, in the order of the text, counted from 0."),
        Column("sentence", COUNT, "The sentence it begins in, as in `sentences`."),
        Column("start", COUNT, "First code point of the words themselves in `documents.text`, without the mark that opens them."),
        Column("end", COUNT, "One past the last code point of the words themselves, without the mark that closes them."),
        Column(
            "kind",
            TEXT,
            "`direct`: words given as they were said, in quotation marks, behind a dash or behind a speaker's "
            "label; `indirect`: reported speech.",
            values=QUOTE_KINDS,
        ),
        Column(
            "speaker_id",
            TEXT,
            "Who said it, as in `entities`; of several speakers the one named first, all are in `speakers`; "
            "NULL where the text does not tell.",
            nullable=True,
        ),
        Column("speaker_start", COUNT, "First code point of the phrase that names the speaker; NULL where none does.", nullable=True),
        Column("speaker_end", COUNT, "One past its last code point; NULL where no phrase names the speaker.", nullable=True),
        Column(
            "speaker_basis",
            TEXT,
            'What the speaker was told by. `name`: a name, with its title or without; `title`: an office or role ("the spokeswoman"); '
            '`pronoun`; `group`: several in one phrase ("the two leaders"); `label`: a name before a colon, '
            "as in transcripts; `continued`: "
            'the words before are the same speaker\'s; `unnamed`: a phrase that means nobody the document names ("sources"); NULL where '
            "there is no such phrase.",
            nullable=True,
            values=SPEAKER_BASES,
        ),
        Column("cue", TEXT, "The words that say that something was said, as written; NULL where there are none.", nullable=True),
        Column("cue_start", COUNT, "First code point of the cue; NULL where there is none.", nullable=True),
        Column("cue_end", COUNT, "One past its last code point; NULL where there is none.", nullable=True),
        Column("score", SCORE, "Confidence from 0 to 1 that this is speech, and its speaker's."),
        _SPOKEN_IN,
    ),
    key=("doc_id", "quote"),
)

QUOTES = Table(
    "quotes",
    "one stretch of quoted or reported speech",
    (
        *SPEECH.columns,
        Column(
            "fidelity",
            TEXT,
            "What the other documents make of a direct quote, the most telling of its rows in `parallels`: `other_speaker`, `altered`, "
            "`shortened`, `translated`, `verbatim`, in this order; `only_here` where none has it; NULL for reported speech.",
            nullable=True,
            values=FIDELITIES,
        ),
    ),
    key=("doc_id", "quote"),
)

SPEAKERS = Table(
    "speakers",
    "one of those who said a quote",
    (
        _DOC,
        Column("quote", COUNT, "The quote, as in `quotes`."),
        Column("entity_id", TEXT, "Who said it, as in `entities`."),
    ),
    key=("doc_id", "quote", "entity_id"),
)

PARALLELS = Table(
    "parallels",
    "one direct quote, and the same words in another document",
    (
        _DOC,
        Column("quote", COUNT, "The quote, as in `quotes`."),
        Column("other_doc", TEXT, "The other document, as in `documents`."),
        Column("other_start", COUNT, "First code point of the words in the other document's text."),
        Column("other_end", COUNT, "One past their last code point."),
        Column("other_quote", COUNT, "The quote that they are there, as in `quotes`; NULL where they are none.", nullable=True),
        Column(
            "fidelity",
            TEXT,
            "What the other document has of the quote. `verbatim`: the same words; `shortened`: a part of them, or more than they; "
            "`altered`: other words; `translated`: the same in another language; `other_speaker`: in somebody else's mouth.",
            values=FIDELITIES[:-1],
        ),
        Column("similarity", SCORE, "How much the two have in common, 0 to 1; `docs/stages.md` says how it is measured."),
    ),
    key=("doc_id", "quote", "other_doc", "other_start", "other_end"),
)

EVENTS = Table(
    "events",
    "one coded event",
    (
        _DOC,
        Column("event", COUNT, "Its number in the document, in the order of the text, counted from 0."),
        _SENTENCE,
        Column("start", COUNT, "First code point of the clause that tells it, in `documents.text`."),
        Column("end", COUNT, "One past the last code point of the clause."),
        Column("type", TEXT, "PLOVER's type of the event, or `STATE`.", values=EVENT_TYPES),
        Column(
            "mode",
            TEXT,
            "How those who met met, of `CONSULT`; NULL for other types and where it cannot be told.",
            nullable=True,
            values=MODES,
        ),
        Column(
            "status",
            TEXT,
            "`asserted`: told as having happened; `denied`: told as not happening; `planned`: announced; "
            "`hypothetical`: a condition, a wish, "
            "or what somebody claims.",
            values=EVENT_STATUSES,
        ),
        Column(
            "claimed_by",
            TEXT,
            "Who is said to have said so, as in `entities`; NULL where the document itself tells it.",
            nullable=True,
        ),
        Column("earliest", DATE, "First day on which it may have happened; NULL where that cannot be told.", nullable=True),
        Column("latest", DATE, "Last day on which it may have happened; NULL where that cannot be told.", nullable=True),
        Column(
            "date_basis",
            TEXT,
            "What the days were told by: the basis of the date expression, as in `dates`, or `document` where the day of publication "
            "stands for them; NULL without days.",
            nullable=True,
            values=EVENT_DATE_BASES,
        ),
        Column("date_start", COUNT, "First code point of the date expression; NULL where none was used.", nullable=True),
        Column("date_end", COUNT, "One past its last code point; NULL where none was used.", nullable=True),
        Column("place_id", TEXT, "Where it happened, as in `entities`; NULL where that is not told.", nullable=True),
        Column("trigger_start", COUNT, "First code point of the words that tell what was done."),
        Column("trigger_end", COUNT, "One past their last code point."),
        Column("trigger", TEXT, "The entry of the domain pack's verbs that these words are of."),
        Column("main", FLAG, "Whether it is what the document as a whole is about, by its title and lead."),
        Column("score", SCORE, "Confidence from 0 to 1."),
        _SPOKEN_IN,
    ),
    key=("doc_id", "event"),
)

EVENT_ACTORS = Table(
    "event_actors",
    "one actor of an event",
    (
        _DOC,
        Column("event", COUNT, "The event, as in `events`."),
        Column(
            "entity_id",
            TEXT,
            "Who acted or was acted upon, as in `entities`; NULL where the phrase means nobody that has a name.",
            nullable=True,
        ),
        Column(
            "role",
            TEXT,
            "`actor`: who did it, or one of those who met as equals; `recipient`: to whom it was done.",
            values=ACTOR_ROLES,
        ),
        Column("start", COUNT, "First code point of the phrase that names the actor, in `documents.text`."),
        Column("end", COUNT, "One past its last code point."),
        Column(
            "basis",
            TEXT,
            "What the actor was told by, as `speaker_basis` in `quotes`; `document` where it is whom the document is about.",
            values=(*SPEAKER_BASES, "document"),
        ),
    ),
    key=("doc_id", "event", "role", "start", "end", "entity_id"),
)

TERMS = Table(
    "terms",
    "one use of a term or rival name from the pack",
    (
        _DOC,
        _START,
        _END,
        Column("surface", TEXT, "The term as written: `text[start:end]`."),
        Column("term_id", TEXT, "The term, as in the domain pack."),
        Column("frame", TEXT, "What the word makes of what it names, as in the domain pack."),
        Column("side", TEXT, "The side whose word it is, as in the domain pack; NULL for a word of no side.", nullable=True),
        Column("in_quote", FLAG, "Whether it stands in a direct quote: then the word is the speaker's, not the outlet's."),
        Column(
            "quote",
            COUNT,
            "The innermost quote or reported speech it stands in, as in `quotes`; NULL outside of all.",
            nullable=True,
        ),
        Column("speaker_id", TEXT, "Who said that; NULL outside of quotes and where the speaker is not known.", nullable=True),
        Column(
            "scare",
            FLAG,
            'Whether it stands alone in quotation marks, or behind "so-called": the writer keeps away from it.',
        ),
        Column("entity_id", TEXT, "What a rival name names, as in `entities`; NULL for other terms.", nullable=True),
        _SENTENCE,
        _SPOKEN_IN,
    ),
    key=("doc_id", "start", "end", "term_id"),
)

FIGURES = Table(
    "figures",
    "one number that somebody claims",
    (
        _DOC,
        Column("figure", COUNT, "Its number in the document, in the order of the text, counted from 0."),
        _SENTENCE,
        _START,
        _END,
        Column("surface", TEXT, "The number with its unit, as written: `text[start:end]`."),
        Column(
            "least",
            SCORE,
            "The value, or the smallest of a range; NULL of a deadline told as a date and where only an upper bound is told.",
            nullable=True,
        ),
        Column(
            "most",
            SCORE,
            "The value, or the largest of a range; NULL of a deadline told as a date and where only a lower bound is told.",
            nullable=True,
        ),
        Column("approximate", FLAG, 'Whether the text calls the number rough ("about", "some").'),
        Column(
            "unit",
            TEXT,
            "The unit: `persons`, `vehicles`, `km2`, `km`, `USD`, `days`, …, as in the domain pack; NULL for a deadline told as a date.",
            nullable=True,
        ),
        Column(
            "counts", TEXT, "What it counts, as in the domain pack: `killed`, `wounded`, `displaced`, `territory`, `deadline`, and others."
        ),
        Column("earliest", DATE, "First day that a deadline may mean; NULL for other numbers.", nullable=True),
        Column("latest", DATE, "Last day that a deadline may mean; NULL for other numbers.", nullable=True),
        Column(
            "quote",
            COUNT,
            "The innermost quote or reported speech it stands in, as in `quotes`; NULL outside of all.",
            nullable=True,
        ),
        Column(
            "claimed_by",
            TEXT,
            "Who says so: the speaker of that quote; NULL where the document itself does or the speaker is not known.",
            nullable=True,
        ),
        _SPOKEN_IN,
    ),
    key=("doc_id", "figure"),
)

OUTLETS = Table(
    "outlets",
    "one outlet of the lists of outlets",
    (
        Column("outlet", TEXT, "Its name, as in `documents`."),
        Column("country", TEXT, "ISO 3166-1 code of the country it is based in; NULL where the lists do not say.", nullable=True),
        Column(
            "side",
            TEXT,
            "Whose view it carries, officially or by habit: a country's code, or a word of the lists (`west`, `neutral`, `int` for none); "
            "NULL where they do not say.",
            nullable=True,
        ),
        Column("official", FLAG, "Whether it is the voice of that country's state."),
    ),
    key=("outlet",),
)

ORIGINS = Table(
    "origins",
    "one document in a group of documents with one origin",
    (
        Column("origin_id", TEXT, "The group: the `doc_id` of the document it goes back to."),
        _DOC,
        Column("relation", TEXT, "How the document relates to the origin.", values=RELATIONS),
        Column(
            "similarity",
            SCORE,
            "How much it has in common with the document it was joined to, 0 to 1; `docs/stages.md` says how it is measured.",
        ),
    ),
    key=("origin_id", "doc_id"),
)

SCORES = Table(
    "scores",
    "one measured accuracy",
    (
        Column("stage", TEXT, "The stage that was measured."),
        Column("language", TEXT, "Language of the documents measured; `all` for all together."),
        Column("dataset", TEXT, "The gold data measured on."),
        Column("measure", TEXT, "What was measured, as explained in `docs/accuracy.md`."),
        Column("value", SCORE, "The figure, 0 to 1."),
        Column("low", SCORE, "Lower end of its 95 % interval, as explained in `docs/accuracy.md`.", nullable=True),
        Column("high", SCORE, "Upper end of its 95 % interval, as explained in `docs/accuracy.md`.", nullable=True),
        Column("n", COUNT, "Number of cases that the figure rests on."),
    ),
    key=("stage", "language", "dataset", "measure"),
)

RUNS = Table(
    "runs",
    "one fact about this run",
    (
        Column("key", TEXT, "What the fact is about, with dots between its parts."),
        Column("value", TEXT, "The fact: a version, a setting, a digest."),
    ),
    key=("key",),
)

PARSED = Table(
    "parsed",
    "one record that was read as a document, before any other document is known",
    (
        Column("doc_id", TEXT, "As in `documents`."),
        Column("source_path", TEXT, "As in `documents`."),
        Column("record", COUNT, "As in `documents`."),
        Column("sha256", TEXT, "As in `documents`."),
        Column("url", TEXT, "As in `documents`.", nullable=True),
        Column("outlet", TEXT, "As in `documents`.", nullable=True),
        Column("title", TEXT, "Title given in the record.", nullable=True),
        Column("date", TEXT, "Date given in the record, as written there.", nullable=True),
        Column("format", TEXT, "How the text was laid out: `text`, `markdown`, `html`.", values=("text", "markdown", "html")),
        Column(
            "main",
            TEXT,
            "For HTML: which lines of `text` are the page's main text, as `start-end` pairs joined by spaces; NULL otherwise.",
            nullable=True,
        ),
        Column("text_sha256", TEXT, "SHA-256 of the text with white space folded: equal for copies."),
        Column("text", TEXT, "As in `documents`."),
    ),
    key=("source_path", "record"),
)

ABOUT = Table(
    "about",
    "what reading one document's segments tells about the document",
    (
        Column("doc_id", TEXT, "As in `documents`."),
        Column("title", TEXT, "As in `documents`.", nullable=True),
        Column("language", TEXT, "As in `documents`."),
        _LANGUAGE_SCORE,
        Column("words", COUNT, "As in `documents`."),
    ),
    key=("doc_id",),
)

PUBLISHED = Table(
    "published",
    "what is known about one document once it is dated",
    (
        Column("doc_id", TEXT, "As in `documents`."),
        Column("title", TEXT, "As in `documents`.", nullable=True),
        Column("language", TEXT, "As in `documents`."),
        _LANGUAGE_SCORE,
        Column("published_earliest", DATE, "As in `documents`.", nullable=True),
        Column("published_latest", DATE, "As in `documents`.", nullable=True),
        Column("published_basis", TEXT, "As in `documents`.", nullable=True, values=PUBLISHED_BASES),
        Column("words", COUNT, "As in `documents`."),
    ),
    key=("doc_id",),
)

NAMES = Table(
    "names",
    "one name in a text, before names are linked across documents",
    (
        *(column for column in MENTIONS.columns if column.name not in ("entity_id", "rule")),
        Column("pack_ids", TEXT, "Entities of the pack that the spelling may mean, joined by spaces; NULL for none.", nullable=True),
        Column("form", TEXT, "What the spelling is in the pack: `full`, `short`, `generic`; NULL for names outside it.", nullable=True),
        Column("key", TEXT, "The name with case, inflection and punctuation undone: equal for spellings of one name in one script."),
        Column(
            "title",
            TEXT,
            "The word right before the name, in lower case: its title, where it has one; NULL for none.",
            nullable=True,
        ),
    ),
    key=("doc_id", "mention"),
)

LINKED = Table(
    "linked",
    "one name in a text, linked within its document",
    (
        *MENTIONS.columns,
        Column("key", TEXT, "As in `names`."),
        Column("name_kind", TEXT, "Kind of the name outside the pack that it means in its document; NULL for none.", nullable=True),
        Column("name_key", TEXT, "Key of that name, as in `names`; NULL for none.", nullable=True),
    ),
    key=("doc_id", "mention"),
)

SPELLINGS = Table(
    "spellings",
    "one form of one spelling of an actor of the domain pack",
    (
        Column("language", TEXT, "Language the spelling belongs to, ISO 639-1."),
        Column("folded", TEXT, "The form in folded letters (lower case, no accents on Latin letters): what is looked for."),
        Column("written", TEXT, "The form as it is written, in one kind of apostrophe and dash."),
        Column("entity_id", TEXT, "The actor."),
        Column("kind", TEXT, "Kind of the actor.", values=KINDS),
        Column("form", TEXT, "What the spelling is.", values=("full", "short", "generic")),
        Column("exact", FLAG, "Whether it counts only in exactly these letters."),
        Column("suffixes", TEXT, "Pattern of what may follow up to the word's end; NULL where nothing may.", nullable=True),
    ),
    key=("language", "folded", "written", "entity_id", "form"),
)

ACTORS = Table(
    "actors",
    "one actor of the domain pack",
    (
        Column("entity_id", TEXT, "Identifier of the actor."),
        Column("kind", TEXT, "Kind of the actor.", values=KINDS),
        Column("name", TEXT, "Name shown in the report."),
        Column("country", TEXT, "ISO 3166-1 code of the country it belongs to.", nullable=True),
        Column("gender", TEXT, "`m` or `f`, of a person whose gender the pack gives; NULL otherwise.", nullable=True, values=("m", "f")),
    ),
    key=("entity_id",),
)

OFFICES = Table(
    "offices",
    "one term of office of a person of the domain pack",
    (
        Column("entity_id", TEXT, "The person."),
        Column("title", TEXT, "The office, in English."),
        Column("earliest", DATE, "Its first day."),
        Column("latest", DATE, "Its last day; NULL where it still runs.", nullable=True),
        Column("body", TEXT, "The body that it is an office of, as in `entities`, where the pack says so.", nullable=True),
        Column("country", TEXT, "ISO 3166-1 code of that body's country; NULL where it is of none or not known.", nullable=True),
    ),
    key=("entity_id", "earliest", "title"),
)

RESULTS = {
    table.name: table
    for table in (
        *(LEDGER, DOCUMENTS, OUTLETS, SEGMENTS, SENTENCES, DATES, SIGNALS, ORIGINS),
        *(MENTIONS, ENTITIES, ALIASES, DOUBTS, OFFICES, CORRECTIONS, CORRECTED),
        *(QUOTES, SPEAKERS, PARALLELS, EVENTS, EVENT_ACTORS, TERMS, FIGURES),
        *(SCORES, RUNS),
    )
}
"""The tables of `results/readout.duckdb`, in the order of the stages; the marts are declared in `workflow/sql/marts`."""

WORKING = {table.name: table for table in (SPELLINGS, ACTORS, PARSED, ABOUT, PUBLISHED, NAMES, LINKED, SPEECH)}
"""Tables that stages hand to each other and nobody else needs."""
