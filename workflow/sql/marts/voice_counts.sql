-- row: one speaker in the documents of one outlet
-- entity_id: Who is quoted, as in `entities`; a quote of several counts for each of them.
-- outlet: Who published the documents; NULL where that is not known.
-- outlet_side: Whose view the outlet carries; NULL where that is not known.
-- quotes: Number of quotes, each origin counted once for each side.
-- direct: Number of direct quotes among them.
-- reported: Number of stretches of reported speech among them.
-- by_name: Number of quotes whose speaker is told by name.
-- by_office: Number of quotes whose speaker is told by office, role or group.
-- by_pronoun: Number of quotes whose speaker is told by a pronoun, or goes on.
-- copies: Number of quotes in copies, which are not counted in the other columns but `documents`.
-- documents: Number of documents that quote the speaker, copies included.
SELECT
    entity_id,
    outlet,
    outlet_side,
    count(*) FILTER (WHERE counted) AS quotes,
    count(*) FILTER (WHERE counted AND kind = 'direct') AS direct,
    count(*) FILTER (WHERE counted AND kind = 'indirect') AS reported,
    count(*) FILTER (WHERE counted AND voice = 'name') AS by_name,
    count(*) FILTER (WHERE counted AND voice = 'office') AS by_office,
    count(*) FILTER (WHERE counted AND voice = 'pronoun') AS by_pronoun,
    count(*) FILTER (WHERE NOT counted) AS copies,
    count(DISTINCT told_quotes.doc_id) AS documents
FROM told_quotes
JOIN quotes USING (doc_id, quote)
JOIN speakers USING (doc_id, quote)
GROUP BY entity_id, outlet, outlet_side
ORDER BY entity_id, outlet NULLS LAST
