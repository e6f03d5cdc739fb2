-- row: one date expression in the story of a document: in what is counted, and not in the page around it
-- doc_id: The document, as in `documents`.
-- start: First code point of the expression, as in `dates`.
-- end: One past its last code point.
-- surface: The expression as written.
-- earliest: First day that it may mean.
-- latest: Last day that it may mean.
-- grain: The unit of the calendar that it speaks in.
-- basis: What the days were told by.
SELECT
    dates.doc_id,
    dates.start,
    dates."end",
    surface,
    earliest,
    latest,
    grain,
    basis
FROM dates
JOIN segments
    ON dates.doc_id = segments.doc_id AND dates.start >= segments.start AND dates.start < segments."end"
WHERE role IN ('title', 'dateline', 'body') AND rule <> 'title:repeated' AND flag IS NULL
ORDER BY dates.doc_id, dates.start
