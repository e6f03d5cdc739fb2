-- row: one quote and one of those who said it
-- entity_id: Who said it, as in `entities`.
-- name: The name of that.
-- country: ISO 3166-1 code of the country it belongs to; NULL where it has none, as in `spoken_for`.
-- doc_id: The document, as in `documents`.
-- quote: The quote, as in `quotes`.
-- outlet: Who published the document.
-- outlet_side: Whose view the outlet carries.
-- published_earliest: First day on which it may have been published.
-- counted: Whether it is counted: false in copies.
-- kind: `direct` or `indirect`: reported.
-- voice: What the speaker is told by, as in `told_quotes`.
-- words: The words themselves.
SELECT
    entity_id,
    name,
    country,
    doc_id,
    quote,
    told_quotes.outlet,
    outlet_side,
    published_earliest,
    counted,
    quotes.kind,
    voice,
    substring(text, quotes.start + 1, quotes."end" - quotes.start) AS words
FROM told_quotes
JOIN quotes USING (doc_id, quote)
JOIN spoken_for USING (doc_id, quote)
JOIN documents USING (doc_id)
ORDER BY entity_id, published_earliest NULLS LAST, doc_id, quote
