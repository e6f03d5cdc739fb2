-- row: one event with the act that it tells and the sentence that tells it
-- act: The act, as in `acts`.
-- doc_id: The document, as in `documents`.
-- event: The event, as in `events`.
-- outlet: Who published the document.
-- published_earliest: First day on which it may have been published.
-- title: Title of the document.
-- language: Language of the sentence, ISO 639-1.
-- type: PLOVER's type of the event, or `STATE`.
-- mode: How those who met met.
-- status: Whether it is `asserted`, `denied`, `planned` or `hypothetical`.
-- earliest: First day on which it may have happened.
-- latest: Last day on which it may have happened.
-- date_basis: What the days were told by.
-- actors: Names of those who did it, or met.
-- recipients: Names of those to whom it was done.
-- place: Name of the place; NULL where none is told.
-- claimed_by: Name of who is said to have said so; NULL where the document itself tells it.
-- text: The sentence.
WITH parties AS (
    SELECT
        doc_id,
        event,
        string_agg(DISTINCT coalesce(name, entity_id), ', ' ORDER BY coalesce(name, entity_id)) FILTER (WHERE role = 'actor') AS actors,
        string_agg(DISTINCT coalesce(name, entity_id), ', ' ORDER BY coalesce(name, entity_id))
            FILTER (WHERE role = 'recipient') AS recipients
    FROM event_actors
    LEFT JOIN entities USING (entity_id)
    GROUP BY doc_id, event
)

SELECT
    act,
    doc_id,
    event,
    outlet,
    published_earliest,
    title,
    events.language,
    type,
    mode,
    status,
    earliest,
    latest,
    date_basis,
    actors,
    recipients,
    places.name AS place,
    claimants.name AS claimed_by,
    substring(text, sentences.start + 1, sentences."end" - sentences.start) AS text
FROM event_acts
JOIN events USING (doc_id, event)
JOIN sentences USING (doc_id, sentence)
JOIN documents USING (doc_id)
LEFT JOIN parties USING (doc_id, event)
LEFT JOIN entities AS places ON places.entity_id = place_id
LEFT JOIN entities AS claimants ON claimants.entity_id = events.claimed_by
ORDER BY act, published_earliest NULLS LAST, doc_id, event
