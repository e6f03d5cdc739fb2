-- row: the same words in another document, at most `$each` for each of some quotes, the most telling first
-- doc_id: The document.
-- quote: The quote.
-- other_doc: The other document.
-- sentence: The sentence there that the words begin in; NULL where they begin in none.
-- outlet: Who published the other document.
-- title: Its title.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- same_origin: Whether both documents go back to one origin.
-- language: Language of the words there.
-- fidelity: What it has of the quote.
-- similarity: How much the two have in common.
-- quoted: Whether the words are a quote there.
-- speakers: Names of those who say them there.
-- before: What stands before the words.
-- words: How the words begin.
-- cut: Whether there are more of them.
-- after: What stands behind them.
-- others: Number of documents that have the words.
WITH asked AS (
    SELECT DISTINCT unnest($docs) AS doc_id, unnest($quotes) AS quote
),

ranked AS (
    SELECT
        parallels.*,
        count(*) OVER (PARTITION BY doc_id, quote) AS others,
        row_number() OVER (
            PARTITION BY doc_id, quote
            ORDER BY
                parallels.fidelity <> quotes.fidelity,
                list_position(['other_speaker', 'altered', 'shortened', 'translated', 'verbatim'], parallels.fidelity),
                similarity DESC,
                other_doc,
                other_start
        ) AS place
    FROM parallels
    JOIN asked USING (doc_id, quote)
    JOIN quotes USING (doc_id, quote)
),

chosen AS (
    SELECT *
    FROM ranked
    WHERE place <= $each
),

told AS (
    SELECT
        chosen.doc_id,
        chosen.quote,
        place,
        list(coalesce(name, entity_id) ORDER BY coalesce(name, entity_id)) AS speakers
    FROM chosen
    JOIN speakers ON speakers.doc_id = other_doc AND speakers.quote = other_quote
    LEFT JOIN entities USING (entity_id)
    GROUP BY chosen.doc_id, chosen.quote, place
),

begun AS (
    SELECT
        chosen.doc_id,
        chosen.quote,
        place,
        max(sentences.sentence) AS sentence,
        arg_max(sentences.language, sentences.sentence) AS language
    FROM chosen
    JOIN sentences ON sentences.doc_id = other_doc AND sentences.start <= other_start AND sentences."end" > other_start
    GROUP BY chosen.doc_id, chosen.quote, place
)

SELECT
    chosen.doc_id,
    chosen.quote,
    other_doc,
    begun.sentence,
    there.outlet,
    there.title,
    there.published_earliest,
    there.published_latest,
    there.origin_id = here.origin_id AS same_origin,
    coalesce(begun.language, there.language) AS language,
    fidelity,
    similarity,
    other_quote IS NOT NULL AS quoted,
    coalesce(speakers, []) AS speakers,
    substring(text, greatest(1, other_start + 1 - $around), least(other_start, $around)) AS before,
    substring(text, other_start + 1, least(other_end - other_start, $length)) AS words,
    other_end - other_start > $length AS cut,
    if(other_end - other_start > $length, '', substring(text, other_end + 1, $around)) AS after,
    others
FROM chosen
JOIN document_list AS here ON here.doc_id = chosen.doc_id
JOIN document_list AS there ON there.doc_id = other_doc
JOIN documents ON documents.doc_id = other_doc
LEFT JOIN told ON told.doc_id = chosen.doc_id AND told.quote = chosen.quote AND told.place = chosen.place
LEFT JOIN begun ON begun.doc_id = chosen.doc_id AND begun.quote = chosen.quote AND begun.place = chosen.place
ORDER BY chosen.doc_id, chosen.quote, chosen.place
