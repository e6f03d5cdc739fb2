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
-- words: How the words begin.
SELECT
    doc_id,
    quote,
    start,
    "end",
    quotes.kind,
    coalesce(list(coalesce(name, entity_id) ORDER BY coalesce(name, entity_id)) FILTER (WHERE entity_id IS NOT NULL), []) AS speakers,
    any_value(speaker_basis) AS basis,
    any_value(cue) AS cue,
    any_value(fidelity) AS fidelity,
    any_value(substring(text, start + 1, least("end" - start, $length))) AS words
FROM quotes
JOIN documents USING (doc_id)
LEFT JOIN speakers USING (doc_id, quote)
LEFT JOIN entities USING (entity_id)
WHERE doc_id BETWEEN $first AND $last
GROUP BY doc_id, quote, start, "end", quotes.kind
ORDER BY doc_id, start, "end" DESC, quote
