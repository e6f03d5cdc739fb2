-- row: the corpus as a whole; one row
-- records: Number of records that came in.
-- documents: Number of documents made of them, copies included.
-- origins: Number of origins they go back to.
-- first: First day on which any of them may have been published.
-- last: Last day on which any of them may have been published.
-- undated: Number of documents without a date.
-- characters: Length of all texts, in Unicode code points.
-- stripped: Number of stretches of text that are not counted.
-- stripped_characters: Length of these stretches.
-- mentions: Number of names in the texts.
-- linked: Number of names that are linked to an entity.
SELECT
    (SELECT count(*) FROM ledger) AS records,
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(DISTINCT origin_id) FROM origins) AS origins,
    (SELECT min(published_earliest) FROM document_list) AS first,
    (SELECT max(published_latest) FROM document_list) AS last,
    (SELECT count(*) FROM document_list WHERE published_earliest IS NULL) AS undated,
    (SELECT coalesce(sum(characters), 0)::BIGINT FROM segment_roles) AS characters,
    (SELECT coalesce(sum(segments), 0)::BIGINT FROM segment_roles WHERE role NOT IN ('title', 'dateline', 'body')) AS stripped,
    (SELECT coalesce(sum(characters), 0)::BIGINT FROM segment_roles WHERE role NOT IN ('title', 'dateline', 'body')) AS stripped_characters,
    (SELECT count(*) FROM mentions) AS mentions,
    (SELECT count(entity_id) FROM mentions) AS linked
