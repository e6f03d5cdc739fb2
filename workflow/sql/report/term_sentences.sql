-- row: one sentence with uses of one of the terms, at most about `$cap` of each term, side and voice, of each outlet one at least
-- term_id: The term.
-- outlet_side: Side of the outlet.
-- in_quote: Whether the uses are in direct quotes.
-- doc_id: The document.
-- sentence: The sentence.
-- start: Where it starts in the document's text.
-- language: Its language.
-- outlet: Who published the document.
-- title: Title of the document.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- origin_id: The origin that the document goes back to.
-- text: The sentence.
-- starts: Where in the document's text the uses start, in order.
-- ends: Where they end.
WITH using_it AS (
    SELECT
        term_id,
        in_quote,
        doc_id,
        sentence,
        any_value(framed_documents.origin_id) AS origin_id,
        any_value(outlet) AS outlet,
        any_value(outlet_side) AS outlet_side,
        list(start ORDER BY start) AS starts,
        list("end" ORDER BY start) AS ends
    FROM terms
    JOIN framed_documents USING (doc_id)
    WHERE term_id IN (SELECT unnest($terms))
    GROUP BY term_id, in_quote, doc_id, sentence
),

placed AS (
    SELECT
        using_it.*,
        published_earliest,
        published_latest,
        title,
        row_number() OVER (PARTITION BY term_id, in_quote, doc_id ORDER BY sentence) AS in_document
    FROM using_it
    JOIN document_list USING (doc_id)
),

ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY term_id, outlet_side, in_quote ORDER BY in_document, published_earliest NULLS LAST, doc_id, sentence
        ) AS in_side,
        row_number() OVER (
            PARTITION BY term_id, outlet_side, outlet, in_quote ORDER BY in_document, published_earliest NULLS LAST, doc_id, sentence
        ) AS in_outlet
    FROM placed
)

SELECT
    term_id,
    outlet_side,
    in_quote,
    doc_id,
    sentence,
    sentence_list.* EXCLUDE (doc_id, sentence),
    starts,
    ends
FROM ranked
JOIN sentence_list USING (doc_id, sentence)
WHERE in_side <= $cap OR in_outlet = 1
ORDER BY term_id, outlet_side NULLS LAST, in_quote, ranked.outlet NULLS LAST, sentence_list.published_earliest NULLS LAST, doc_id, sentence
