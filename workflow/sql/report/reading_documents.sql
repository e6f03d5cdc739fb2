-- row: one document between two identifiers, both included
-- doc_id: The document.
-- source_path: The file it came from.
-- record: Its number in that file.
-- url: Address it was published at.
-- outlet: Who published it.
-- title: Its title.
-- language: Its language.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- published_basis: Where the date was read.
-- origin_id: The origin that it goes back to.
-- relation: How it relates to it.
-- words: Number of words in its title, dateline and body.
-- text: Its text.
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
    origin_id,
    relation,
    words,
    text
FROM documents
JOIN origins USING (origin_id, doc_id)
WHERE doc_id BETWEEN $first AND $last
ORDER BY doc_id
