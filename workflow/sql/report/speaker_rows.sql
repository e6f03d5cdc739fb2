-- row: one who is quoted, at most `$voices`, whom most quotes are of first
-- entity_id: Who it is.
-- name: The name.
-- country: ISO 3166-1 code of the country it belongs to.
-- quotes: Number of quotes that are counted.
-- direct: Number of direct quotes among them.
-- reported: Number of stretches of reported speech among them.
-- by_name: Number of quotes of which the speaker is told by name.
-- by_office: Number of quotes of which the speaker is told by office, role or group.
-- by_pronoun: Number of quotes of which the speaker is told by a pronoun, or goes on.
-- copies: Number of quotes in copies.
-- total: Number of such speakers.
SELECT
    entity_id,
    coalesce(any_value(name), entity_id) AS name,
    any_value(country) AS country,
    sum(quotes)::BIGINT AS quotes,
    sum(direct)::BIGINT AS direct,
    sum(reported)::BIGINT AS reported,
    sum(by_name)::BIGINT AS by_name,
    sum(by_office)::BIGINT AS by_office,
    sum(by_pronoun)::BIGINT AS by_pronoun,
    sum(copies)::BIGINT AS copies,
    count(*) OVER () AS total
FROM voice_counts
LEFT JOIN entities USING (entity_id)
GROUP BY entity_id
HAVING sum(quotes) > 0
ORDER BY quotes DESC, direct DESC, entity_id
LIMIT $voices
