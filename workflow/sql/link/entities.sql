-- row: one entity that some document names, with its name from the pack, or the spelling that stands for it best
WITH counted AS (
    SELECT
        m.entity_id,
        min(m.kind) AS kind,
        count(*) AS mentions,
        count(DISTINCT m.doc_id) AS documents,
        count(DISTINCT o.origin_id) AS origins
    FROM read_parquet($mentions) AS m
    JOIN read_parquet($origins) AS o USING (doc_id)
    WHERE m.entity_id IS NOT NULL
    GROUP BY m.entity_id
),

spelled AS (
    SELECT
        entity_id,
        spelling AS surface,
        min(rule <> 'same_name') AS joined,
        min(language IN ('ru', 'uk', 'pl')) AS inflected,
        count(*) AS mentions
    FROM read_parquet($mentions)
    WHERE entity_id IS NOT NULL AND rule NOT IN ('same_surname', 'only_bearer', 'acronym')
    GROUP BY ALL
),

-- a heading's capitals stand for a name only where it has no other spelling; an inflected name is shortest in the nominative;
-- elsewhere the commonest spelling stands for it
shown AS (
    SELECT entity_id, surface
    FROM spelled
    QUALIFY row_number() OVER (
        PARTITION BY entity_id
        ORDER BY
            joined,
            length(surface) > 6 AND surface = upper(surface),
            if(inflected, length(surface), 0),
            mentions DESC,
            length(surface),
            surface
    ) = 1
)

SELECT
    counted.entity_id,
    coalesce(actors.kind, counted.kind) AS kind,
    coalesce(actors.name, shown.surface) AS name,
    actors.country,
    if(actors.entity_id IS NULL, 'discovered', 'pack') AS basis,
    counted.mentions,
    counted.documents,
    counted.origins
FROM counted
LEFT JOIN read_parquet($actors) AS actors USING (entity_id)
LEFT JOIN shown USING (entity_id)
ORDER BY counted.entity_id
