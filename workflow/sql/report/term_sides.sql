-- row: one side of outlets with the loaded terms that it uses, the one that uses most first
-- outlet_side: The side; NULL for outlets of which it is not known.
-- own_words: Number of its own words, each origin counted once.
-- own: Number of uses of loaded terms in its own words.
-- quoted: Number of uses in direct quotes.
-- theirs: Number of uses of words that are this side's, by all outlets.
WITH written AS (
    SELECT outlet_side, sum(own_words) AS own_words
    FROM framed_documents
    GROUP BY outlet_side
),

used AS (
    SELECT outlet_side, sum(own) AS own, sum(quoted) AS quoted
    FROM term_counts
    GROUP BY outlet_side
),

owned AS (
    SELECT side, sum(own + quoted) AS uses
    FROM term_counts
    WHERE side IS NOT NULL
    GROUP BY side
)

SELECT
    written.outlet_side,
    own_words::BIGINT AS own_words,
    own::BIGINT AS own,
    quoted::BIGINT AS quoted,
    coalesce(owned.uses, 0)::BIGINT AS theirs
FROM used
JOIN written ON written.outlet_side IS NOT DISTINCT FROM used.outlet_side
LEFT JOIN owned ON owned.side = written.outlet_side
ORDER BY written.outlet_side IS NULL, own + quoted DESC, written.outlet_side
