-- row: one quote as evidence for one number; at most `$cap` (`$few` of a side) for each key, and one at least of each part, and where `$every`
--   of each part, kind and voice
-- grouped_by: What the number is of: `all`, `outlet`, `speaker`, `side` (of outlets, and the country of the speaker), `fidelity`.
-- key: The outlet, speaker, side or fidelity; NULL for `all` and for what is not known.
-- other: The speaker's country, of `side`.
-- part: What a block of evidence is divided by: voice and kind; of `outlet` the voice, of `speaker` the outlet; `copies` for what is not
--   counted; NULL where it is not divided.
-- doc_id: The document.
-- quote: The quote.
WITH spoken AS (
    SELECT
        told_quotes.*,
        quotes.kind,
        fidelity,
        published_earliest,
        row_number() OVER (PARTITION BY doc_id ORDER BY quote) AS in_document
    FROM told_quotes
    JOIN quotes USING (doc_id, quote)
    JOIN document_list USING (doc_id)
),

saying AS (
    SELECT spoken.*, entity_id, country
    FROM spoken
    JOIN spoken_for USING (doc_id, quote)
),

ranked AS (
    SELECT entity_id, outlet, row_number() OVER (PARTITION BY entity_id ORDER BY quotes DESC, outlet NULLS LAST) AS rank
    FROM voice_counts
    WHERE quotes > 0 AND entity_id IN (SELECT unnest($speakers))
),

grouped AS (
    SELECT
        'all' AS grouped_by,
        NULL::VARCHAR AS key,
        NULL::VARCHAR AS other,
        if(counted, concat(voice, '.', kind), 'copies') AS part,
        spoken.*
    FROM spoken
    UNION ALL
    SELECT 'outlet', outlet, NULL, if(counted, voice, 'copies'), spoken.*
    FROM spoken
    WHERE coalesce(outlet, '') IN (SELECT coalesce(unnest($outlets), ''))
    UNION ALL
    SELECT 'fidelity', fidelity, NULL, NULL, spoken.*
    FROM spoken
    WHERE counted AND fidelity IS NOT NULL
    UNION ALL
    SELECT
        'speaker',
        saying.entity_id,
        NULL,
        CASE
            WHEN NOT counted THEN 'copies'
            WHEN rank > $each THEN 'other'
            WHEN saying.outlet IS NULL THEN 'unknown'
            ELSE concat('named ', saying.outlet)
        END,
        saying.* EXCLUDE (entity_id, country)
    FROM saying
    LEFT JOIN ranked ON ranked.entity_id = saying.entity_id AND ranked.outlet IS NOT DISTINCT FROM saying.outlet
    WHERE saying.entity_id IN (SELECT unnest($speakers))
    UNION ALL
    SELECT DISTINCT
        'side',
        outlet_side,
        if(country IS NULL OR country IN (SELECT unnest($countries)), country, 'other'),
        NULL,
        saying.* EXCLUDE (entity_id, country)
    FROM saying
    WHERE counted
),

numbered AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY grouped_by, key, other, part, kind, voice
            ORDER BY in_document, published_earliest DESC NULLS LAST, doc_id, quote
        ) AS in_voice,
        row_number() OVER (
            PARTITION BY grouped_by, key, other, part
            ORDER BY in_document, published_earliest DESC NULLS LAST, doc_id, quote
        ) AS in_part
    FROM grouped
)

SELECT
    grouped_by,
    key,
    other,
    part,
    doc_id,
    quote
FROM numbered
QUALIFY
    in_part = 1
    OR ($every AND in_voice = 1)
    OR row_number() OVER (PARTITION BY grouped_by, key, other ORDER BY in_voice, in_part, part, kind, voice)
    <= if(grouped_by = 'side', $few, $cap)
ORDER BY grouped_by, key NULLS LAST, other NULLS LAST, part, published_earliest NULLS LAST, doc_id, quote
