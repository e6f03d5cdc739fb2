-- row: one mention, with what it would name without corrections and what it names with them
-- doc_id: The document.
-- sentence: The sentence it stands in.
-- start: First code point in the document's text.
-- end: One past its last code point.
-- surface: The name as written.
-- kind: Kind of the thing named.
-- language: Language of the sentence.
-- before: The entity without corrections.
-- after: The entity with them.
-- dropped: Whether it is missing with them.
SELECT
    uncorrected.doc_id,
    uncorrected.sentence,
    uncorrected.start,
    uncorrected."end",
    uncorrected.surface,
    uncorrected.kind,
    uncorrected.language,
    uncorrected.entity_id AS before,
    mentions.entity_id AS after,
    mentions.doc_id IS NULL AS dropped
FROM read_parquet($uncorrected) AS uncorrected
LEFT JOIN read_parquet($mentions) AS mentions
    ON
        uncorrected.doc_id = mentions.doc_id
        AND uncorrected.start = mentions.start
        AND uncorrected."end" = mentions."end"
