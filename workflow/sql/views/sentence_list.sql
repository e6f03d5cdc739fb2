-- row: one sentence with its words and what lists say of its document
-- doc_id: The document, as in `documents`.
-- sentence: Its number in the document, as in `sentences`.
-- start: First code point of the sentence in `documents.text`.
-- language: Its language, ISO 639-1.
-- outlet: Who published the document; NULL where that is not known.
-- title: The document's title; NULL where it has none.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The group of documents with one origin that it belongs to.
-- text: The words of the sentence.
SELECT
    doc_id,
    sentence,
    sentences.start,
    sentences.language,
    outlet,
    title,
    published_earliest,
    published_latest,
    origin_id,
    substring(text, sentences.start + 1, sentences."end" - sentences.start) AS text
FROM sentences
JOIN documents USING (doc_id)
