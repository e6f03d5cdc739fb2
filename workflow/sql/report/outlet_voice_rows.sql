-- row: one outlet in whose documents somebody is quoted, at most `$outlets`, the one with most quotes first
-- outlet: The outlet; NULL where it is not known.
-- outlet_side: Its side.
-- quotes: Number of quotes that are counted.
-- direct: Number of direct quotes among them.
-- reported: Number of stretches of reported speech among them.
-- by_name: Number of quotes whose speaker is told by name.
-- by_office: Number of quotes whose speaker is told by office, role or group.
-- by_pronoun: Number of quotes whose speaker is told by a pronoun, or goes on.
-- sources: Number of quotes of somebody who has no name.
-- unknown: Number of quotes of which it cannot be told who speaks.
-- copies: Number of quotes in copies.
-- total: Number of such outlets.
SELECT
    outlet,
    outlet_side,
    quotes,
    direct,
    reported,
    by_name,
    by_office,
    by_pronoun,
    sources,
    unknown,
    copies,
    count(*) OVER () AS total
FROM outlet_voices
ORDER BY quotes DESC, copies DESC, outlet NULLS LAST
LIMIT $outlets
