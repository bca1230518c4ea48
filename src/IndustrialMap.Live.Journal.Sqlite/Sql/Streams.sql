-- Leaps from name to name in the key: as many steps as there are streams, however long they are.
WITH RECURSIVE names (stream) AS (
    SELECT min(stream) FROM events
    UNION ALL
    SELECT (SELECT min(stream) FROM events WHERE stream > names.stream) FROM names WHERE stream IS NOT NULL
)
SELECT newest.stream AS Stream, newest.seq AS Seq, newest.seal AS Seal, newest.at AS At, coalesce(later.sealed_from, 1) AS SealedFrom
FROM names
JOIN events AS newest
    ON newest.stream = names.stream AND newest.seq = (SELECT max(seq) FROM events WHERE stream = names.stream)
LEFT JOIN sealed_later AS later ON later.stream = names.stream
ORDER BY names.stream;
