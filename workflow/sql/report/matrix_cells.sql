-- row: the acts of one type that one of the parties did to another
-- actor: Who did it, as in `act_pairs`.
-- recipient: To whom it was done.
-- type: PLOVER's type of the event, or `STATE`.
-- acts: Number of acts.
SELECT
    actor,
    recipient,
    type,
    count(*) AS acts
FROM act_pairs
WHERE actor IN (SELECT unnest($nodes)) AND recipient IN (SELECT unnest($nodes))
GROUP BY actor, recipient, type
ORDER BY actor, recipient, acts DESC, type
