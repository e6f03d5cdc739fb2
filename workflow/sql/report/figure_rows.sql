-- row: one number that is claimed, at most `$figures`: people first, then what several documents tell or of what several numbers are told
-- claim: What the row is one of, as in `claimed_figures`.
-- counts: What it counts.
-- unit: Its unit.
-- least: The value, or the smallest of a range.
-- most: The value, or the largest of a range.
-- approximate: Whether the number is called rough.
-- earliest: First day of a deadline.
-- latest: Last day of a deadline.
-- claimed_by: Who says so.
-- claimant: Name of who says so.
-- place_id: The place that it is told of.
-- place: Name of that place.
-- figures: How often it is told.
-- documents: Number of documents that tell it.
-- outlets: The outlets, in alphabetical order, at most five.
-- rivals: Number of different numbers for the same people or things and place; 1 where they are not compared.
-- total: Number of such rows.
WITH told AS (
    SELECT
        claim,
        counts,
        unit,
        least,
        most,
        approximate,
        earliest,
        latest,
        claimed_by,
        place_id,
        count(*) AS figures,
        count(DISTINCT doc_id) AS documents,
        list(DISTINCT outlet ORDER BY outlet)[:5] AS outlets
    FROM claimed_figures
    JOIN framed_documents USING (doc_id)
    GROUP BY ALL
),

compared AS (
    SELECT
        counts,
        unit,
        place_id,
        count(DISTINCT coalesce(least, most)) AS rivals
    FROM told
    -- money, land and days of one place are seldom of one thing: they are not held against each other
    WHERE place_id IS NOT NULL AND unit IN ('persons', counts)
    GROUP BY counts, unit, place_id
)

SELECT
    claim,
    told.counts,
    told.unit,
    least,
    most,
    approximate,
    earliest,
    latest,
    claimed_by,
    claimants.name AS claimant,
    told.place_id,
    places.name AS place,
    figures,
    told.documents,
    outlets,
    coalesce(rivals, 1)::BIGINT AS rivals,
    count(*) OVER () AS total
FROM told
LEFT JOIN compared
    ON compared.counts = told.counts AND compared.unit IS NOT DISTINCT FROM told.unit AND compared.place_id = told.place_id
LEFT JOIN entities AS claimants ON claimants.entity_id = claimed_by
LEFT JOIN entities AS places ON places.entity_id = told.place_id
ORDER BY
    told.unit IS NULL OR told.unit <> 'persons',
    told.unit IS NULL OR told.unit <> told.counts,
    rivals > 1 AND told.documents > 1 DESC,
    told.documents DESC,
    rivals > 1 DESC,
    told.counts,
    place NULLS LAST,
    coalesce(least, most),
    claim
LIMIT $figures
