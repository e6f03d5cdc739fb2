-- row: one quote for the list of words, at most `$quotes`: those that others tell otherwise first, then one of each speaker in turn,
--   the newest, and of sixty code points at least, first
-- doc_id: The document.
-- quote: The quote.
-- total: Number of quotes that are counted.
WITH spoken AS (
    SELECT
        doc_id,
        quote,
        quotes.kind,
        list_position(['other_speaker', 'altered', 'translated', 'shortened', 'verbatim'], fidelity) AS telling,
        published_earliest,
        -- "Thank you, Mr President" tells little
        quotes."end" - quotes.start < 60 AS short,
        row_number() OVER (
            PARTITION BY speaker_id, coalesce(fidelity, 'only_here') = 'only_here'
            ORDER BY short, quotes.kind, published_earliest DESC NULLS LAST, doc_id, quote
        ) AS of_speaker,
        row_number() OVER (PARTITION BY fidelity ORDER BY short, published_earliest DESC NULLS LAST, doc_id, quote) AS of_fidelity
    FROM told_quotes
    JOIN quotes USING (doc_id, quote)
    JOIN document_list USING (doc_id)
    WHERE counted AND quotes."end" > quotes.start
),

chosen AS (
    SELECT *, count(*) OVER () AS total
    FROM spoken
    QUALIFY
        row_number() OVER (
            -- half of the list at most is for what others tell too, dealt out over the ways in which they do
            ORDER BY
                coalesce(telling IS NOT NULL AND of_fidelity <= $quotes / 10, false) DESC,
                of_speaker,
                kind,
                published_earliest DESC NULLS LAST,
                doc_id,
                quote
        ) <= $quotes
)

SELECT
    doc_id,
    quote,
    total
FROM chosen
ORDER BY telling NULLS LAST, published_earliest DESC NULLS LAST, doc_id, quote
