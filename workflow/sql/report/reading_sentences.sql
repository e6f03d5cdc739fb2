-- row: one sentence of a document between two identifiers, both included
-- doc_id: The document.
-- sentence: Its number.
-- start: Where it starts.
-- end: Where it ends.
-- language: Its language.
SELECT
    doc_id,
    sentence,
    start,
    "end",
    language
FROM sentences
WHERE doc_id BETWEEN $first AND $last
ORDER BY doc_id, start
