-- row: one quote with what its speaker is told by, and whether it is counted: of documents with one origin, one is for each side of outlets
-- doc_id: The document, as in `documents`.
-- quote: The quote, as in `quotes`.
-- origin_id: The group of documents with one origin that the document belongs to.
-- outlet: Who published it; NULL where that is not known.
-- outlet_side: Whose view the outlet carries, as `side` of `outlets`; NULL where that is not known.
-- voice: What the speaker is told by: `name`; `office` (a title, a role, or a group: "the spokeswoman", "the two leaders"); `pronoun` (or
--   nothing, where the same speaker goes on); `sources`: somebody who has no name in the document; `unknown`: it cannot be told who.
-- counted: Whether the document is the one that is counted, as in `framed_documents`; false for copies, translations and excerpts.
SELECT
    quotes.doc_id,
    quote,
    document_list.origin_id,
    document_list.outlet,
    outlets.side AS outlet_side,
    CASE
        WHEN speaker_id IS NULL AND speaker_basis = 'unnamed' THEN 'sources'
        WHEN speaker_id IS NULL THEN 'unknown'
        WHEN speaker_basis IN ('name', 'label') THEN 'name'
        WHEN speaker_basis IN ('title', 'group') THEN 'office'
        ELSE 'pronoun'
    END AS voice,
    framed_documents.doc_id IS NOT NULL AS counted
FROM quotes
JOIN document_list USING (doc_id)
LEFT JOIN outlets USING (outlet)
LEFT JOIN framed_documents ON framed_documents.doc_id = quotes.doc_id
ORDER BY quotes.doc_id, quote
