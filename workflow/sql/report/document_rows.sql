-- row: one document, at most `$limit` from the `$skip`th on, the earliest first
-- doc_id: The document.
-- total: Number of documents.
-- outlet: Who published it.
-- title: Its title.
-- language: Its language.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- relation: How it relates to its origin.
-- words: Number of words in its title, dateline and body.
SELECT
    doc_id,
    count(*) OVER () AS total,
    outlet,
    title,
    language,
    published_earliest,
    published_latest,
    relation,
    words
FROM document_list
ORDER BY published_earliest NULLS LAST, doc_id
LIMIT $limit OFFSET $skip
