-- row: one direct quote with the same words in another document
-- doc_id: The document, as in `documents`.
-- quote: The quote, as in `quotes`.
-- outlet: Who published the document.
-- words: The words of the quote.
-- fidelity: What the other document has of them, as in `parallels`.
-- similarity: How much the two have in common, 0 to 1.
-- other_doc: The other document.
-- other_outlet: Who published that.
-- other_words: The words there.
SELECT
    parallels.doc_id,
    parallels.quote,
    documents.outlet,
    substring(documents.text, quotes.start + 1, quotes."end" - quotes.start) AS words,
    parallels.fidelity,
    similarity,
    other_doc,
    others.outlet AS other_outlet,
    substring(others.text, other_start + 1, other_end - other_start) AS other_words
FROM parallels
JOIN quotes ON quotes.doc_id = parallels.doc_id AND quotes.quote = parallels.quote
JOIN documents ON documents.doc_id = parallels.doc_id
JOIN documents AS others ON others.doc_id = other_doc
ORDER BY parallels.doc_id, parallels.quote, other_doc, other_start
