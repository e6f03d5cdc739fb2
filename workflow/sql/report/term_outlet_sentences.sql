-- row: one sentence with loaded terms in documents of one of the outlets, at most `$cap` of each outlet and voice
-- outlet: Who published the document.
-- in_quote: Whether the uses are in direct quotes.
-- doc_id: The document.
-- sentence: The sentence.
-- start: Where it starts in the document's text.
-- language: Its language.
-- title: Title of the document.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that the document goes back to.
-- text: The sentence.
-- starts: Where in the document's text the uses start, in order.
-- ends: Where they end.
WITH using_it AS (
    SELECT
        outlet,
        in_quote,
        doc_id,
        sentence,
        any_value(framed_documents.origin_id) AS origin_id,
        list(start ORDER BY start) AS starts,
        list("end" ORDER BY start) AS ends
    FROM terms
    JOIN framed_documents USING (doc_id)
    WHERE entity_id IS NULL
    GROUP BY outlet, in_quote, doc_id, sentence
),

placed AS (
    SELECT
        using_it.*,
        published_earliest,
        published_latest,
        title,
        row_number() OVER (PARTITION BY using_it.outlet, in_quote, doc_id ORDER BY sentence) AS in_document
    FROM using_it
    JOIN document_list USING (doc_id)
),

chosen AS (
    SELECT *
    FROM placed
    QUALIFY
        row_number() OVER (PARTITION BY outlet, in_quote ORDER BY in_document, published_earliest NULLS LAST, doc_id, sentence) <= $cap
)

SELECT
    chosen.outlet,
    in_quote,
    doc_id,
    sentence,
    sentence_list.* EXCLUDE (doc_id, sentence, outlet),
    starts,
    ends
FROM chosen
JOIN sentence_list USING (doc_id, sentence)
ORDER BY chosen.outlet NULLS LAST, in_quote, sentence_list.published_earliest NULLS LAST, doc_id, sentence
