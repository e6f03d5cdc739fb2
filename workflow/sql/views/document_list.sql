-- row: one document without its text, with what lists and counts need
-- doc_id: The document, as in `documents`.
-- source_path: The file it came from, as in `ledger`.
-- record: Its number in that file, as in `ledger`.
-- url: Address it was published at, as given.
-- outlet: Who published it; NULL where that is not known.
-- title: Its title; NULL where it has none.
-- language: Its language, ISO 639-1; `und` where there is nothing to tell by.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- published_basis: Where the date was read.
-- month: First day of the month it was published in; NULL where the date leaves more than one month open, or is missing.
-- year: First day of the year it was published in; NULL where the date leaves more than one year open, or is missing.
-- origin_id: The group of documents with one origin that it belongs to.
-- relation: How it relates to that origin.
-- words: Number of words in its title, dateline and body.
SELECT
    doc_id,
    source_path,
    record,
    url,
    outlet,
    title,
    language,
    published_earliest,
    published_latest,
    published_basis,
    if(
        date_trunc('month', published_earliest) = date_trunc('month', published_latest),
        date_trunc('month', published_earliest)::DATE,
        NULL
    ) AS month,
    if(
        date_trunc('year', published_earliest) = date_trunc('year', published_latest),
        date_trunc('year', published_earliest)::DATE,
        NULL
    ) AS year,
    origin_id,
    relation,
    words
FROM documents
JOIN origins USING (origin_id, doc_id)
ORDER BY published_earliest NULLS LAST, doc_id
