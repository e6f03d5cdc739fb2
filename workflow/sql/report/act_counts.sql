-- row: the acts of one kind and status
-- kind: The mode, or the type where there is no mode.
-- type: PLOVER's type of the event, or `STATE`.
-- mode: How those who met met.
-- status: Whether they are asserted, denied, planned or hypothetical.
-- acts: Number of acts.
-- tellings: Number of events that tell them.
-- documents: Number of documents with such events, copies included.
SELECT
    kind,
    any_value(acts.type) AS type,
    any_value(acts.mode) AS mode,
    acts.status,
    count(DISTINCT act) AS acts,
    count(*) AS tellings,
    count(DISTINCT event_acts.doc_id) AS documents
FROM acts
JOIN event_acts USING (act)
GROUP BY kind, acts.status
ORDER BY kind, acts.status
