-- row: one correction, at most `$lines`, in the order of the file
-- correction: Its number in the file.
-- ruling: What it says.
-- names: The names it speaks of.
-- entity_id: What the name means.
-- entity: Name of that entity.
-- doc_id: The document that it is limited to.
-- title: Title of that document.
-- author: Who says so.
-- reason: Why.
-- effect: What it did.
-- mentions: Number of mentions that it changed.
-- documents: Number of documents that they stand in.
-- total: Number of corrections.
-- idle: Number of corrections that did nothing.
WITH changed AS (
    SELECT correction, count(DISTINCT doc_id) AS documents
    FROM corrected
    GROUP BY correction
)

SELECT
    correction,
    ruling,
    names,
    corrections.entity_id,
    entities.name AS entity,
    corrections.doc_id,
    document_list.title,
    author,
    reason,
    effect,
    corrections.mentions,
    coalesce(changed.documents, 0) AS documents,
    count(*) OVER () AS total,
    count(*) FILTER (WHERE corrections.mentions = 0) OVER () AS idle
FROM corrections
LEFT JOIN changed USING (correction)
LEFT JOIN entities ON entities.entity_id = corrections.entity_id
LEFT JOIN document_list ON document_list.doc_id = corrections.doc_id
ORDER BY correction
LIMIT $lines
