-- row: the records of one status
-- status: What became of them, as in `ledger`.
-- records: Number of records.
-- bytes: Their size in bytes, where it is known.
SELECT
    status,
    count(*) AS records,
    coalesce(sum(bytes), 0)::BIGINT AS bytes
FROM ledger
GROUP BY status
ORDER BY status
