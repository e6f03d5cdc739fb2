-- row: one record of the ledger, at most `$lines` of each status
-- status: What became of it.
-- total: Number of records of that status.
-- source_path: The file it came from.
-- record: Its number in that file.
-- bytes: Its size.
-- reason: Why it was rejected, or what there is to say about it.
-- doc_id: The document made of it.
-- title: Title of that document.
SELECT
    status,
    count(*) OVER (PARTITION BY status) AS total,
    ledger.source_path,
    ledger.record,
    bytes,
    reason,
    ledger.doc_id,
    title
FROM ledger
LEFT JOIN document_list USING (doc_id)
QUALIFY row_number() OVER (PARTITION BY status ORDER BY ledger.source_path, ledger.record) <= $lines
ORDER BY status, ledger.source_path, ledger.record
