-- row: one quote, one of those who said it, and for whom
-- doc_id: The document, as in `documents`.
-- quote: The quote, as in `quotes`.
-- entity_id: Who said it, as in `entities`.
-- name: The name of that; NULL where no text names it.
-- country: ISO 3166-1 code of the country it belongs to; NULL where it has none, and of a person who then served a body of several countries.
SELECT
    doc_id,
    quote,
    speakers.entity_id,
    name,
    CASE
        WHEN
            NOT EXISTS (
                SELECT 1
                FROM served
                WHERE
                    served.entity_id = speakers.entity_id
                    AND published_latest >= served.earliest
                    AND published_earliest <= served.latest
            )
            THEN entities.country
    END AS country
FROM speakers
JOIN documents USING (doc_id)
LEFT JOIN entities ON entities.entity_id = speakers.entity_id
ORDER BY doc_id, quote, speakers.entity_id
