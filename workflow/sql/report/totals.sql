-- row: the corpus as a whole; one row
-- documents: Number of documents, copies included.
-- outlets: Number of outlets known by name.
-- first: First day on which any document may have been published.
-- last: Last day on which any document may have been published.
-- doubts: Number of pairs of entities that may be one, and were not joined.
-- characters: Length of all texts, in Unicode code points.
-- stripped_characters: Length of what is not counted.
SELECT
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(outlet) FROM outlet_counts) AS outlets,
    (SELECT min(published_earliest) FROM document_list) AS first,
    (SELECT max(published_latest) FROM document_list) AS last,
    (SELECT count(*) FROM doubts) AS doubts,
    (SELECT coalesce(sum(characters), 0)::BIGINT FROM segment_roles) AS characters,
    (SELECT coalesce(sum(characters), 0)::BIGINT FROM segment_roles WHERE role NOT IN ('title', 'dateline', 'body')) AS stripped_characters
