-- row: one claimed number with the sentence it stands in, in a document that is counted for its outlet's side
-- doc_id: The document, as in `documents`.
-- figure: Its number in the document, as in `figures`.
-- origin_id: The group of documents with one origin that it belongs to.
-- outlet: Who published it.
-- published_earliest: First day on which it may have been published.
-- title: Title of the document.
-- sentence: The sentence, as in `sentences`.
-- language: Language of the sentence, ISO 639-1.
-- surface: The number with its unit, as written.
-- claim: What it is grouped by, as in `claimed_figures`.
-- counts: What it counts.
-- unit: The unit; NULL for a deadline told as a date.
-- least: The value, or the smallest of a range; NULL where there is none.
-- most: The value, or the largest of a range; NULL where there is none.
-- approximate: Whether the text calls the number rough.
-- earliest: First day that a deadline may mean; NULL for other numbers.
-- latest: Last day that a deadline may mean; NULL for other numbers.
-- claimed_by: Who says so; NULL where the document itself does.
-- place_id: The place named nearest to it in its sentence; NULL where none is.
-- text: The sentence.
-- start: First code point of the number in `documents.text`, counted from 0.
-- end: One past the last code point of the number in `documents.text`.
SELECT
    doc_id,
    figure,
    origin_id,
    outlet,
    published_earliest,
    title,
    sentence,
    figures.language,
    surface,
    claim,
    claimed_figures.counts,
    claimed_figures.unit,
    claimed_figures.least,
    claimed_figures.most,
    claimed_figures.approximate,
    claimed_figures.earliest,
    claimed_figures.latest,
    claimed_figures.claimed_by,
    place_id,
    substring(documents.text, sentences.start + 1, sentences."end" - sentences.start) AS text,
    figures.start,
    figures."end"
FROM claimed_figures
JOIN figures USING (doc_id, figure)
JOIN sentences USING (doc_id, sentence)
JOIN documents USING (doc_id)
ORDER BY counts, published_earliest NULLS LAST, doc_id, figure
