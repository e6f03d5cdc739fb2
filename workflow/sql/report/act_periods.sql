-- row: the asserted acts of one kind in one month or year (`$unit`) that begins between two days
-- period: Its first day.
-- kind: The mode, or the type where there is no mode.
-- acts: Number of acts.
SELECT
    if($unit = 'month', month, year) AS period,
    kind,
    count(*) AS acts
FROM acts
WHERE status = 'asserted' AND if($unit = 'month', month, year) BETWEEN $first AND $last
GROUP BY period, kind
ORDER BY period, kind
