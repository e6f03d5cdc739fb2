-- row: the quotes in the documents of one outlet
-- outlet: Who published them; NULL where that is not known.
-- outlet_side: Whose view the outlet carries; NULL where that is not known.
-- quotes: Number of quotes, each origin counted once for each side.
-- direct: Number of direct quotes among them.
-- reported: Number of stretches of reported speech among them.
-- by_name: Number of quotes whose speaker is told by name.
-- by_office: Number of quotes whose speaker is told by office, role or group.
-- by_pronoun: Number of quotes whose speaker is told by a pronoun, or goes on.
-- sources: Number of quotes of somebody who has no name.
-- unknown: Number of quotes of which it cannot be told who speaks.
-- copies: Number of quotes in copies, which are not counted in the other columns.
SELECT
    outlet,
    outlet_side,
    count(*) FILTER (WHERE counted) AS quotes,
    count(*) FILTER (WHERE counted AND kind = 'direct') AS direct,
    count(*) FILTER (WHERE counted AND kind = 'indirect') AS reported,
    count(*) FILTER (WHERE counted AND voice = 'name') AS by_name,
    count(*) FILTER (WHERE counted AND voice = 'office') AS by_office,
    count(*) FILTER (WHERE counted AND voice = 'pronoun') AS by_pronoun,
    count(*) FILTER (WHERE counted AND voice = 'sources') AS sources,
    count(*) FILTER (WHERE counted AND voice = 'unknown') AS unknown,
    count(*) FILTER (WHERE NOT counted) AS copies
FROM told_quotes
JOIN quotes USING (doc_id, quote)
GROUP BY outlet, outlet_side
ORDER BY outlet NULLS LAST
