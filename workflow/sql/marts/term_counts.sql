-- row: one term in the documents of one outlet, each origin counted once for each side
-- term_id: The term, as in `terms`.
-- frame: What the word makes of what it names.
-- side: The side whose word it is; NULL for a word of no side.
-- entity_id: What a rival name names; NULL for other terms.
-- outlet: Who published the documents; NULL where that is not known.
-- outlet_side: Whose view the outlet carries; NULL where that is not known.
-- own: Number of uses in the outlet's own words.
-- quoted: Number of uses in direct quotes: the speakers' words.
-- scare: Number of uses in the outlet's own words that it keeps away from, as `scare` of `terms`.
-- documents: Number of documents that use it in their own words.
-- quoting: Number of documents that use it in direct quotes.
SELECT
    term_id,
    any_value(frame) AS frame,
    any_value(side) AS side,
    any_value(entity_id) AS entity_id,
    outlet,
    outlet_side,
    count(*) FILTER (WHERE NOT in_quote) AS own,
    count(*) FILTER (WHERE in_quote) AS quoted,
    count(*) FILTER (WHERE scare AND NOT in_quote) AS scare,
    count(DISTINCT doc_id) FILTER (WHERE NOT in_quote) AS documents,
    count(DISTINCT doc_id) FILTER (WHERE in_quote) AS quoting
FROM terms
JOIN framed_documents USING (doc_id)
GROUP BY term_id, outlet, outlet_side
ORDER BY term_id, outlet NULLS LAST, outlet_side NULLS LAST
