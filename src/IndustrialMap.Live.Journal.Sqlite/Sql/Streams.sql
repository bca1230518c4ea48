-- Leaps from name to name in the key: as many steps as there are streams, however long they are.
WITH RECURSIVE names (stream) AS (
    SELECT min(stream) FROM events
    UNION ALL
    SELECT (SELECT min(stream) FROM events WHERE stream > names.stream) FROM names WHERE stream IS NOT NULL
)
SELECT stream AS Stream, (SELECT max(seq) FROM events WHERE events.stream = names.stream) AS Seq
FROM names
WHERE stream IS NOT NULL
ORDER BY stream;
