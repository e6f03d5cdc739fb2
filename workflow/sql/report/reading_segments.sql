-- row: one stretch of a document between two identifiers, both included
-- doc_id: The document.
-- start: Where it starts.
-- end: Where it ends.
-- role: What it is in the page.
-- rule: The rule that decided it.
-- language: Its language.
SELECT
    doc_id,
    start,
    "end",
    role,
    rule,
    language
FROM segments
WHERE doc_id BETWEEN $first AND $last
ORDER BY doc_id, segment
