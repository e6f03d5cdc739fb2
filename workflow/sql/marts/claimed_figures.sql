-- row: one claimed number in a document that is counted for its outlet's side, with the place that it is told of
-- doc_id: The document, as in `documents`.
-- figure: Its number in the document, as in `figures`.
-- claim: Letters and digits that are the same for the same number of the same thing and place, claimed by the same.
-- counts: What it counts, as in `figures`.
-- unit: The unit; NULL for a deadline told as a date.
-- least: The value, or the smallest of a range; NULL where there is none.
-- most: The value, or the largest of a range; NULL where there is none.
-- approximate: Whether the text calls the number rough.
-- earliest: First day that a deadline may mean; NULL for other numbers.
-- latest: Last day that a deadline may mean; NULL for other numbers.
-- claimed_by: Who says so, as in `figures`; NULL where the document itself does.
-- place_id: The place named nearest to it in its sentence, as in `entities`; NULL where none is.
WITH counted AS (
    SELECT figures.*
    FROM figures
    JOIN framed_documents USING (doc_id)
),

near AS (
    SELECT
        doc_id,
        figure,
        arg_min(mentions.entity_id, (greatest(mentions.start - counted."end", counted.start - mentions."end"), mentions.start)) AS place_id
    FROM counted
    JOIN mentions USING (doc_id, sentence)
    WHERE mentions.kind = 'LOC' AND mentions.entity_id IS NOT NULL
    GROUP BY doc_id, figure
)

SELECT
    doc_id,
    figure,
    substring(
        md5(
            concat_ws(
                '|', counts, coalesce(unit, '-'), coalesce(least::VARCHAR, '-'), coalesce(most::VARCHAR, '-'), approximate::VARCHAR,
                coalesce(earliest::VARCHAR, '-'), coalesce(latest::VARCHAR, '-'), coalesce(claimed_by, '-'), coalesce(place_id, '-')
            )
        ),
        1,
        12
    ) AS claim,
    counts,
    unit,
    least,
    most,
    approximate,
    earliest,
    latest,
    claimed_by,
    place_id
FROM counted
LEFT JOIN near USING (doc_id, figure)
ORDER BY doc_id, figure
