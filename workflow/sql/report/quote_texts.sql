-- row: one of some quotes, given by documents and numbers that stand at one place in two lists, with its words and what stands around them
-- doc_id: The document.
-- quote: The quote.
-- sentence: The sentence it begins in.
-- kind: `direct` or `indirect`.
-- voice: What the speaker is told by, as in `told_quotes`.
-- speakers: Names of those who said it, in alphabetical order.
-- said_by: The phrase that names the speaker, as written; NULL where none does.
-- cue: The words that say that something was said.
-- fidelity: What other documents make of it.
-- language: Its language.
-- outlet: Who published the document.
-- title: Title of the document.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- relation: How the document relates to its origin.
-- before: What stands before the words, from the start of the sentence.
-- words: How the words begin.
-- cut: Whether there are more of them.
-- after: What stands behind them.
WITH asked AS (
    SELECT DISTINCT unnest($docs) AS doc_id, unnest($quotes) AS quote
),

texts AS (
    SELECT doc_id, text
    FROM documents
    WHERE doc_id IN (SELECT unnest($docs))
),

told AS (
    SELECT doc_id, quote, list(coalesce(name, entity_id) ORDER BY coalesce(name, entity_id)) AS speakers
    FROM speakers
    JOIN asked USING (doc_id, quote)
    LEFT JOIN entities USING (entity_id)
    GROUP BY doc_id, quote
)

SELECT
    doc_id,
    quote,
    quotes.sentence,
    quotes.kind,
    voice,
    coalesce(speakers, []) AS speakers,
    substring(text, speaker_start + 1, least(speaker_end - speaker_start, 120)) AS said_by,
    cue,
    fidelity,
    quotes.language,
    document_list.outlet,
    document_list.title,
    document_list.published_earliest,
    document_list.published_latest,
    relation,
    substring(
        text,
        greatest(sentences.start, quotes.start - $around) + 1,
        quotes.start - greatest(sentences.start, quotes.start - $around)
    ) AS before,
    substring(text, quotes.start + 1, least(quotes."end" - quotes.start, $length)) AS words,
    quotes."end" - quotes.start > $length AS cut,
    if(quotes."end" - quotes.start > $length, '', substring(text, quotes."end" + 1, $around)) AS after
FROM asked
JOIN quotes USING (doc_id, quote)
JOIN told_quotes USING (doc_id, quote)
JOIN sentences USING (doc_id, sentence)
JOIN document_list USING (doc_id)
JOIN texts USING (doc_id)
LEFT JOIN told USING (doc_id, quote)
ORDER BY doc_id, quote
