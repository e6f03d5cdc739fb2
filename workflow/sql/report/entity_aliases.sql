-- row: one spelling of one of the entities in a language, at most `$lines` of each, the commonest first
-- entity_id: The entity.
-- surface: The spelling.
-- language: The language of the sentences it stands in.
-- mentions: Number of mentions so spelled.
-- rules: Why these were taken for the entity, the rule of most mentions first.
-- scores: How sure each of these rules is.
SELECT
    entity_id,
    surface,
    language,
    sum(mentions)::BIGINT AS mentions,
    list(rule ORDER BY mentions DESC, rule) AS rules,
    list(score ORDER BY mentions DESC, rule) AS scores
FROM aliases
WHERE entity_id IN (SELECT unnest($ids))
GROUP BY entity_id, surface, language
QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY sum(aliases.mentions) DESC, surface, language) <= $lines
ORDER BY entity_id, mentions DESC, surface, language
