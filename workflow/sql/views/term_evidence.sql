-- row: one use of a term with the sentence it stands in, in a document that is counted for its outlet's side
-- term_id: The term, as in `terms`.
-- doc_id: The document, as in `documents`.
-- origin_id: The group of documents with one origin that it belongs to.
-- outlet: Who published it.
-- outlet_side: Whose view the outlet carries.
-- published_earliest: First day on which it may have been published.
-- title: Title of the document.
-- sentence: The sentence, as in `sentences`.
-- language: Language of the sentence, ISO 639-1.
-- surface: The term as written.
-- in_quote: Whether it stands in a direct quote.
-- speaker_id: Who said that; NULL outside of quotes and where the speaker is not known.
-- scare: Whether the writer keeps away from it.
-- entity_id: What a rival name names; NULL for other terms.
-- text: The sentence.
-- start: First code point of the term in `documents.text`, counted from 0.
-- end: One past the last code point of the term in `documents.text`.
SELECT
    term_id,
    doc_id,
    framed_documents.origin_id,
    framed_documents.outlet,
    outlet_side,
    published_earliest,
    title,
    sentence,
    terms.language,
    surface,
    in_quote,
    speaker_id,
    scare,
    entity_id,
    substring(documents.text, sentences.start + 1, sentences."end" - sentences.start) AS text,
    terms.start,
    terms."end"
FROM terms
JOIN framed_documents USING (doc_id)
JOIN sentences USING (doc_id, sentence)
JOIN documents USING (doc_id)
ORDER BY term_id, published_earliest NULLS LAST, doc_id, terms.start
