-- row: one stretch that is a sign, at most `$spans` in each of at most `$lines` documents of each signal
-- signal: What the sign is of.
-- documents: Number of documents with the sign.
-- doc_id: The document.
-- score: Confidence in the sign, 0 to 1.
-- outlet: Who published the document.
-- title: Its title.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that it goes back to.
-- detail: What is odd about the stretch.
-- before: What stands before the stretch.
-- text: How the stretch begins.
-- after: What stands behind it.
WITH ranked AS (
    SELECT
        *,
        count(*) OVER (PARTITION BY signal) AS documents,
        row_number() OVER (PARTITION BY signal ORDER BY score DESC, doc_id) AS place
    FROM signal_documents
),

spans AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY signal, doc_id ORDER BY start, "end", detail) AS span
    FROM signals
)

SELECT
    ranked.signal,
    ranked.documents,
    ranked.doc_id,
    ranked.score,
    document_list.outlet,
    document_list.title,
    document_list.published_earliest,
    document_list.published_latest,
    document_list.origin_id,
    detail,
    substring(text, greatest(1, start + 1 - $around), least(start, $around)) AS before,
    substring(text, start + 1, least("end" - start, $length)) AS text,
    substring(text, "end" + 1, $around) AS after
FROM ranked
JOIN spans USING (signal, doc_id)
JOIN document_list USING (doc_id)
JOIN documents USING (doc_id)
WHERE place <= $lines AND span <= $spans
ORDER BY documents DESC, signal, place, span
