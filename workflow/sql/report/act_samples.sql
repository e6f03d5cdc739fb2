-- row: one act as evidence for one number; one at least of each part, and at most `$cap` (`$few` of the cells of the matrix) of each key
-- grouped_by: What the number is of: `kind` (and status), `status`, `period` (and kind), `unplaced` (in no
--   period), `pair` (and type).
-- key: The kind, the status, the first day of the period, or the actor; NULL of `unplaced`.
-- other: The recipient, of `pair`.
-- part: The status, kind or type; NULL of `status` and `unplaced`.
-- act: The act.
WITH grouped AS (
    SELECT 'kind' AS grouped_by, kind AS key, NULL AS other, status AS part, act
    FROM acts
    UNION ALL
    SELECT 'status', status, NULL, NULL, act
    FROM acts
    WHERE type <> 'STATE'
    UNION ALL
    SELECT 'period', if($unit = 'month', month, year)::VARCHAR, NULL, kind, act
    FROM acts
    WHERE status = 'asserted' AND kind IN (SELECT unnest($kinds)) AND if($unit = 'month', month, year) BETWEEN $first AND $last
    UNION ALL
    SELECT 'unplaced', NULL, NULL, NULL, act
    FROM acts
    WHERE
        status = 'asserted'
        AND type <> 'STATE'
        AND NOT coalesce(if($unit = 'month', month, year) BETWEEN $first AND $last, false)
    UNION ALL
    SELECT 'pair', actor, recipient, type, act
    FROM act_pairs
    WHERE actor IN (SELECT unnest($nodes)) AND recipient IN (SELECT unnest($nodes))
),

numbered AS (
    SELECT
        grouped.*,
        earliest,
        row_number() OVER (
            PARTITION BY grouped_by, grouped.key, other, part
            ORDER BY main DESC, origins DESC, earliest DESC NULLS LAST, act
        ) AS in_part
    FROM grouped
    JOIN acts USING (act)
)

SELECT
    grouped_by,
    key,
    other,
    part,
    act
FROM numbered
QUALIFY
    in_part = 1
    OR row_number() OVER (PARTITION BY grouped_by, key, other ORDER BY in_part, part) <= if(grouped_by IN ('kind', 'status', 'unplaced'), $cap, $few)
ORDER BY grouped_by, key, other, part, earliest NULLS LAST, act
