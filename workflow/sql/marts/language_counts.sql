-- row: the documents in one language
-- language: Their language, ISO 639-1; `und` where there is nothing to tell by.
-- documents: Number of documents, copies included.
-- origins: Number of origins among them: copies counted once.
-- words: Number of words in their titles, datelines and bodies.
SELECT
    language,
    count(*) AS documents,
    count(DISTINCT origin_id) AS origins,
    sum(words)::BIGINT AS words
FROM document_list
GROUP BY language
ORDER BY language
