-- row: one act with the names of those who had a part in it
-- act: The act, as in `acts`.
-- type: PLOVER's type of the event, or `STATE`.
-- mode: How those who met met.
-- kind: The mode, or the type where there is no mode.
-- status: Whether it is `asserted`, `denied`, `planned` or `hypothetical`.
-- earliest: First day on which it may have happened.
-- latest: Last day on which it may have happened.
-- month: First day of the month it happened in, as in `acts`.
-- year: First day of the year it happened in, as in `acts`.
-- date_basis: What the days were told by.
-- actors: Names of those who did it, or met.
-- recipients: Names of those to whom it was done.
-- place: Name of the place; NULL where none is told.
-- tellings: Number of events that tell it.
-- documents: Number of documents that tell it, copies included.
-- origins: Number of origins of these documents.
-- title: Title of the document of the event that stands for it.
SELECT
    acts.act,
    acts.type,
    acts.mode,
    acts.kind,
    acts.status,
    acts.earliest,
    acts.latest,
    month,
    year,
    acts.date_basis,
    actors,
    recipients,
    place,
    tellings,
    documents,
    origins,
    title
FROM acts
JOIN telling_list ON telling_list.doc_id = acts.doc_id AND telling_list.event = acts.event
ORDER BY acts.earliest NULLS LAST, acts.latest, acts.act
