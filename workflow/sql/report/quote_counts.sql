-- row: the quotes of one kind whose speaker is told in one way
-- counted: Whether they are counted: false for those in copies.
-- voice: What the speaker is told by, as in `told_quotes`.
-- kind: `direct` or `indirect`.
-- quotes: Number of them.
SELECT
    counted,
    voice,
    kind,
    count(*) AS quotes
FROM told_quotes
JOIN quotes USING (doc_id, quote)
GROUP BY counted, voice, kind
ORDER BY counted DESC, voice, kind
