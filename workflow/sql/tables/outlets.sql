-- row: one outlet of the lists of outlets
SELECT
    outlet,
    country,
    side,
    official
FROM read_parquet($outlets)
ORDER BY outlet
