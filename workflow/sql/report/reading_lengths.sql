-- row: one document, in the order in which reading pages are made
-- doc_id: The document.
-- characters: Length of its text, in Unicode code points.
SELECT
    doc_id,
    length(text) AS characters
FROM documents
ORDER BY doc_id
