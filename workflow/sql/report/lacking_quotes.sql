-- row: one counted quote of one of the speakers in outlets of a side, at most `$cap` of each
-- entity_id: The speaker.
-- doc_id: The document.
-- quote: The quote.
SELECT
    entity_id,
    doc_id,
    quote
FROM told_quotes
JOIN speakers USING (doc_id, quote)
JOIN document_list USING (doc_id)
WHERE counted AND outlet_side IS NOT NULL AND entity_id IN (SELECT unnest($speakers))
QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY published_earliest DESC NULLS LAST, doc_id, quote) <= $cap
ORDER BY entity_id, published_earliest NULLS LAST, doc_id, quote
