-- row: the quotes of voices of one country in outlets of one side
-- outlet_side: The side of the outlets; NULL where it is not known.
-- country: The country of those quoted, if it is one of `$countries`; `other` for other countries; NULL for those without one.
-- quotes: Number of quotes that are counted; one of several voices of a country counts once.
-- of_side: Number of quotes in outlets of the side.
WITH placed AS (
    SELECT
        doc_id,
        quote,
        outlet_side,
        if(country IS NULL OR country IN (SELECT unnest($countries)), country, 'other') AS country
    FROM told_quotes
    JOIN spoken_for USING (doc_id, quote)
    WHERE counted
),

sides AS (
    SELECT outlet_side, sum(quotes)::BIGINT AS of_side
    FROM outlet_voices
    GROUP BY outlet_side
)

SELECT
    placed.outlet_side,
    country,
    count(DISTINCT (doc_id, quote)) AS quotes,
    any_value(of_side) AS of_side
FROM placed
JOIN sides ON sides.outlet_side IS NOT DISTINCT FROM placed.outlet_side
GROUP BY placed.outlet_side, country
ORDER BY of_side DESC, placed.outlet_side NULLS LAST, country NULLS LAST
