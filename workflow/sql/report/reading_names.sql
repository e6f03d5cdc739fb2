-- row: one name in a document between two identifiers, both included
-- doc_id: The document.
-- start: Where it starts.
-- end: Where it ends.
-- kind: Kind of the thing named.
-- entity_id: What it names.
-- name: The name of that.
SELECT
    doc_id,
    start,
    "end",
    mentions.kind,
    entity_id,
    name
FROM mentions
LEFT JOIN entities USING (entity_id)
WHERE doc_id BETWEEN $first AND $last
ORDER BY doc_id, start
