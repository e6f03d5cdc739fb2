-- row: the stretches that are not counted of one role and rule
-- role: What they are in the page.
-- rule: The rule that decided it.
-- segments: Number of stretches.
-- in_role: Number of stretches of the role.
-- characters: Their length together.
SELECT
    role,
    rule,
    segments,
    sum(segments) OVER (PARTITION BY role)::BIGINT AS in_role,
    characters
FROM segment_roles
WHERE role NOT IN ('title', 'dateline', 'body')
ORDER BY in_role DESC, role, segments DESC, rule
