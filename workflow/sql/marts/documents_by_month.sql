-- row: the documents of one outlet in one language in one month
-- outlet: Who published them; NULL where that is not known.
-- language: Their language, ISO 639-1; `und` where there is nothing to tell by.
-- month: First day of the month; NULL for documents without a date, or whose date leaves more than one month open.
-- documents: Number of documents, copies included.
-- origins: Number of origins among them: copies counted once.
SELECT
    outlet,
    language,
    month,
    count(*) AS documents,
    count(DISTINCT origin_id) AS origins
FROM document_list
GROUP BY outlet, language, month
ORDER BY outlet NULLS LAST, language, month NULLS LAST
