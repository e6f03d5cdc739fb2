-- row: one quote with its words
-- doc_id: The document, as in `documents`.
-- quote: Its number in the document, as in `quotes`.
-- origin_id: The group of documents with one origin that the document belongs to.
-- outlet: Who published it.
-- outlet_side: Whose view the outlet carries.
-- published_earliest: First day on which it may have been published.
-- title: Title of the document.
-- counted: Whether it is counted: false in copies.
-- kind: `direct` or `indirect`: reported.
-- voice: What the speaker is told by, as in `told_quotes`.
-- speaker_id: Who said it, as in `entities`; of several the one named first.
-- speaker: The name of that.
-- said_by: The phrase that names the speaker, as written.
-- cue: The words that say that something was said.
-- fidelity: What other documents make of a direct quote, as in `quotes`.
-- language: Language of the quote, ISO 639-1.
-- words: The words themselves.
-- start: First code point of the words in `documents.text`, counted from 0.
-- end: One past their last code point.
SELECT
    doc_id,
    quote,
    told_quotes.origin_id,
    told_quotes.outlet,
    outlet_side,
    published_earliest,
    title,
    counted,
    quotes.kind,
    voice,
    speaker_id,
    entities.name AS speaker,
    substring(text, speaker_start + 1, speaker_end - speaker_start) AS said_by,
    cue,
    fidelity,
    quotes.language,
    substring(text, quotes.start + 1, quotes."end" - quotes.start) AS words,
    quotes.start,
    quotes."end"
FROM told_quotes
JOIN quotes USING (doc_id, quote)
JOIN documents USING (doc_id)
LEFT JOIN entities ON entities.entity_id = quotes.speaker_id
ORDER BY published_earliest NULLS LAST, doc_id, quote
