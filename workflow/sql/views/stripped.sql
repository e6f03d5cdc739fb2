-- row: one stretch of a document that is not counted: all roles but title, dateline and body
-- doc_id: The document, as in `documents`.
-- segment: The stretch, as in `segments`.
-- role: What it is in the page.
-- rule: The rule that decided the role.
-- outlet: Who published the document.
-- title: Title of the document.
-- text: The stretch.
SELECT
    doc_id,
    segment,
    role,
    rule,
    outlet,
    title,
    substring(documents.text, start + 1, "end" - start) AS text
FROM segments
JOIN documents USING (doc_id)
WHERE role NOT IN ('title', 'dateline', 'body')
ORDER BY role, rule, doc_id, segment
