-- row: one country whose voices are quoted, at most `$countries`, the most quoted first
-- country: Its ISO 3166-1 code.
-- quotes: Number of quotes of its voices that are counted.
-- total: Number of such countries.
SELECT
    country,
    count(DISTINCT (doc_id, quote)) AS quotes,
    count(*) OVER () AS total
FROM told_quotes
JOIN spoken_for USING (doc_id, quote)
WHERE counted AND country IS NOT NULL
GROUP BY country
ORDER BY quotes DESC, country
LIMIT $countries
