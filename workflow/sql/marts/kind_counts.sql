-- row: the entities of one kind
-- kind: Kind of the thing named, as in `entities`.
-- entities: Number of entities that are named at least once.
-- mentions: Number of mentions of them.
SELECT
    kind,
    count(*) AS entities,
    sum(mentions)::BIGINT AS mentions
FROM entities
WHERE mentions > 0
GROUP BY kind
ORDER BY kind
