-- row: one act of the list, at most `$acts`: encounters of known parties first and others too, statements last
-- act: The act.
-- doc_id: The document of the event that stands for it.
-- type: PLOVER's type of the event, or `STATE`.
-- mode: How those who met met.
-- status: Whether it is asserted, denied, planned or hypothetical.
-- earliest: First day on which it may have happened.
-- latest: Last day on which it may have happened.
-- date_basis: What the days were told by.
-- place: Name of the place.
-- actors: Identifiers of those who did it, or met; in the order in which they are named.
-- actor_names: Their names.
-- recipients: Identifiers of those to whom it was done.
-- recipient_names: Their names.
-- nameless: Number of its parties that have no name.
-- claimants: Names of those who are said to have told it.
-- tellings: Number of events that tell it.
-- documents: Number of documents that tell it, copies included.
-- outlets: Outlets of these documents.
-- languages: Languages of the sentences that tell it.
-- total: Number of acts.
WITH sorted AS (
    SELECT
        *,
        count(*) OVER () AS total,
        CASE WHEN type = 'STATE' THEN 3 WHEN mode IS NOT NULL AND parties > 1 THEN 1 ELSE 2 END AS class,
        row_number() OVER (
            PARTITION BY class
            ORDER BY parties = 0, parties < 2, main DESC, origins DESC, earliest DESC NULLS LAST, act
        ) AS rank
    FROM acts
),

chosen AS (
    SELECT *
    FROM sorted
    -- three in five are encounters of known parties, where there are so many of these and of others
    ORDER BY NOT (class = 1 AND rank <= 0.6 * $acts OR class = 2 AND rank <= 0.4 * $acts), class, rank
    LIMIT $acts
),

named AS (
    SELECT
        act,
        role,
        entity_id,
        coalesce(any_value(name), entity_id) AS name,
        min(start) AS begins
    FROM chosen
    JOIN event_actors USING (doc_id, event)
    LEFT JOIN entities USING (entity_id)
    WHERE entity_id IS NOT NULL
    GROUP BY act, role, entity_id
),

parties AS (
    SELECT
        act,
        list(entity_id ORDER BY begins, entity_id) FILTER (WHERE role = 'actor') AS actors,
        list(name ORDER BY begins, entity_id) FILTER (WHERE role = 'actor') AS actor_names,
        list(entity_id ORDER BY begins, entity_id) FILTER (WHERE role = 'recipient') AS recipients,
        list(name ORDER BY begins, entity_id) FILTER (WHERE role = 'recipient') AS recipient_names
    FROM named
    GROUP BY act
),

nameless AS (
    SELECT act, count(*) AS nameless
    FROM chosen
    JOIN event_actors USING (doc_id, event)
    WHERE entity_id IS NULL
    GROUP BY act
),

told AS (
    SELECT
        act,
        list(DISTINCT document_list.outlet ORDER BY document_list.outlet) AS outlets,
        list(DISTINCT events.language ORDER BY events.language) AS languages,
        list(DISTINCT coalesce(name, claimed_by) ORDER BY coalesce(name, claimed_by)) FILTER (WHERE claimed_by IS NOT NULL) AS claimants
    FROM chosen
    JOIN event_acts USING (act)
    JOIN events ON events.doc_id = event_acts.doc_id AND events.event = event_acts.event
    JOIN document_list ON document_list.doc_id = event_acts.doc_id
    LEFT JOIN entities ON entities.entity_id = claimed_by
    GROUP BY act
)

SELECT
    act,
    doc_id,
    type,
    mode,
    status,
    earliest,
    latest,
    date_basis,
    coalesce(places.name, place_id) AS place,
    coalesce(actors, []) AS actors,
    coalesce(actor_names, []) AS actor_names,
    coalesce(recipients, []) AS recipients,
    coalesce(recipient_names, []) AS recipient_names,
    coalesce(nameless.nameless, 0) AS nameless,
    coalesce(claimants, []) AS claimants,
    tellings,
    chosen.documents,
    coalesce(outlets, []) AS outlets,
    languages,
    total
FROM chosen
JOIN told USING (act)
LEFT JOIN parties USING (act)
LEFT JOIN nameless USING (act)
LEFT JOIN entities AS places ON places.entity_id = place_id
ORDER BY earliest DESC NULLS LAST, latest DESC, type = 'STATE', act
