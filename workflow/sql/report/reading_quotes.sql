-- row: one quote in a document between two identifiers, both included
-- doc_id: The document.
-- quote: The quote.
-- start: Where its words start.
-- end: Where they end.
-- kind: `direct` or `indirect`.
-- speakers: Names of those who said it, in alphabetical order.
-- basis: What the speaker was told by, as `speaker_basis` of `quotes`.
-- cue: The words that say that something was said.
-- fidelity: What other documents make of it.
WITH told AS (
    SELECT doc_id, quote, list(coalesce(name, entity_id) ORDER BY coalesce(name, entity_id)) AS speakers
    FROM speakers
    LEFT JOIN entities USING (entity_id)
    WHERE doc_id BETWEEN $first AND $last
    GROUP BY doc_id, quote
)

SELECT
    doc_id,
    quote,
    start,
    "end",
    kind,
    coalesce(speakers, []) AS speakers,
    speaker_basis AS basis,
    cue,
    fidelity
FROM quotes
LEFT JOIN told USING (doc_id, quote)
WHERE doc_id BETWEEN $first AND $last
ORDER BY doc_id, start, "end" DESC, quote
