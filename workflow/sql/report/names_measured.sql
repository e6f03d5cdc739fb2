-- row: one language of the documents, with how well names in it are found
-- language: The language.
-- documents: Number of documents in it.
-- low: Lowest F1 of names on public gold in that language; NULL where there is none.
-- high: Highest such F1; NULL where there is none.
WITH measured AS (
    SELECT
        language,
        min(value) AS low,
        max(value) AS high
    FROM scores
    WHERE stage = 'tag' AND measure = 'f1' AND dataset NOT IN ('this corpus', 'example corpus')
    GROUP BY language
)

SELECT
    language,
    count(*) AS documents,
    any_value(low) AS low,
    any_value(high) AS high
FROM document_list
LEFT JOIN measured USING (language)
WHERE language <> 'und'
GROUP BY language
ORDER BY documents DESC, language
