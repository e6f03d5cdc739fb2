-- row: one sentence that tells one of some acts, at most `$each` of each, from as many documents as can be
-- act: The act.
-- type: PLOVER's type of the event, or `STATE`.
-- mode: How those who met met.
-- status: Whether it is asserted, denied, planned or hypothetical.
-- tellings: Number of events that tell it.
-- earliest: First day on which it happened, as this sentence has it.
-- latest: Last day.
-- date_basis: What the days were told by.
-- claimant: Who is said to have said so.
-- doc_id: The document.
-- sentence: The sentence.
-- start: Where it starts in the document's text.
-- language: Its language.
-- outlet: Who published the document.
-- title: Title of the document.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that the document goes back to.
-- relation: How the document relates to it.
-- text: The sentence.
-- starts: Where in the document's text the words start that tell the event and its parties, in order.
-- ends: Where they end.
WITH ranked AS (
    SELECT
        event_acts.act,
        event_acts.doc_id,
        event_acts.event,
        first,
        row_number() OVER (PARTITION BY event_acts.act, event_acts.doc_id ORDER BY first DESC, event_acts.event) AS in_document,
        relation,
        published_earliest,
        published_latest,
        outlet,
        title,
        origin_id
    FROM event_acts
    JOIN document_list USING (doc_id)
    WHERE event_acts.act IN (SELECT unnest($acts))
),

chosen AS (
    SELECT *
    FROM ranked
    QUALIFY
        row_number() OVER (
            PARTITION BY act ORDER BY first DESC, in_document, relation <> 'origin', published_earliest NULLS LAST, doc_id, event
        ) <= $each
),

marks AS (
    SELECT act, doc_id, event, trigger_start AS start, trigger_end AS "end"
    FROM chosen
    JOIN events USING (doc_id, event)
    UNION ALL
    SELECT act, doc_id, event, start, "end"
    FROM chosen
    JOIN event_actors USING (doc_id, event)
),

marked AS (
    SELECT
        act,
        doc_id,
        event,
        list(start ORDER BY start, "end") AS starts,
        list("end" ORDER BY start, "end") AS ends
    FROM marks
    GROUP BY act, doc_id, event
)

SELECT
    chosen.act,
    acts.type,
    acts.mode,
    acts.status,
    acts.tellings,
    events.earliest,
    events.latest,
    events.date_basis,
    coalesce(entities.name, claimed_by) AS claimant,
    chosen.doc_id,
    events.sentence,
    sentences.start,
    sentences.language,
    chosen.outlet,
    chosen.title,
    chosen.published_earliest,
    chosen.published_latest,
    chosen.origin_id,
    chosen.relation,
    substring(text, sentences.start + 1, sentences."end" - sentences.start) AS text,
    starts,
    ends
FROM chosen
JOIN marked USING (act, doc_id, event)
JOIN events USING (doc_id, event)
JOIN acts ON acts.act = chosen.act
JOIN sentences ON sentences.doc_id = chosen.doc_id AND sentences.sentence = events.sentence
JOIN documents ON documents.doc_id = chosen.doc_id
LEFT JOIN entities ON entities.entity_id = claimed_by
ORDER BY chosen.act, first DESC, chosen.relation <> 'origin', chosen.published_earliest NULLS LAST, chosen.doc_id, chosen.event
