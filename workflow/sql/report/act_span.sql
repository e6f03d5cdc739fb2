-- row: the asserted acts that are no statements, and the days they happened on; one row
-- acts: Number of these acts.
-- first: First month of those that happened no more than a year before the first document or behind the last; NULL where none did.
-- last: Last month of these.
-- from_year: First year of those that happened no more than a year before the first document or behind the last.
-- to_year: Last year of these.
-- unplaced: Number of acts without a month, or in another.
-- unplaced_years: Number of acts without a year, or in another.
WITH around AS (
    SELECT
        date_trunc('year', min(published_earliest))::DATE - INTERVAL 1 YEAR AS first,
        date_trunc('year', max(published_latest))::DATE + INTERVAL 1 YEAR AS last
    FROM document_list
),

placed AS (
    SELECT
        if(month BETWEEN first AND last, month, NULL) AS month,
        if(year BETWEEN first AND last, year, NULL) AS year
    FROM acts
    CROSS JOIN around
    WHERE status = 'asserted' AND type <> 'STATE'
)

SELECT
    count(*) AS acts,
    min(month) AS first,
    max(month) AS last,
    min(year) AS from_year,
    max(year) AS to_year,
    count(*) FILTER (WHERE month IS NULL) AS unplaced,
    count(*) FILTER (WHERE year IS NULL) AS unplaced_years
FROM placed
