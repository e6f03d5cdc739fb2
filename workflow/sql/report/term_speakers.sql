-- row: one speaker who uses terms in direct quotes, at most `$speakers`, the one that uses most first
-- speaker_id: The speaker.
-- name: The speaker's name.
-- uses: Number of uses.
-- documents: Number of documents with them.
-- words: The terms, the most used first, at most twelve.
-- total: Number of such speakers.
WITH used AS (
    SELECT speaker_id, term_id, any_value(frame) AS frame, count(*) AS uses
    FROM terms
    JOIN framed_documents USING (doc_id)
    WHERE in_quote AND speaker_id IS NOT NULL
    GROUP BY speaker_id, term_id
),

speaking AS (
    SELECT speaker_id, sum(uses)::BIGINT AS uses, list(term_id ORDER BY uses DESC, term_id)[:12] AS words
    FROM used
    GROUP BY speaker_id
),

told AS (
    SELECT speaker_id, count(DISTINCT doc_id) AS documents
    FROM terms
    JOIN framed_documents USING (doc_id)
    WHERE in_quote AND speaker_id IS NOT NULL
    GROUP BY speaker_id
)

SELECT
    speaker_id,
    coalesce(entities.name, speaker_id) AS name,
    uses,
    told.documents,
    words,
    count(*) OVER () AS total
FROM speaking
JOIN told USING (speaker_id)
LEFT JOIN entities ON entities.entity_id = speaker_id
ORDER BY uses DESC, speaker_id
LIMIT $speakers
