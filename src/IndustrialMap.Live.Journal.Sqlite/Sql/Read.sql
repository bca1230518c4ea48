SELECT stream AS Stream, seq AS Seq, command_id AS CommandId, at AS At, "by" AS "By", type AS Type, data AS Data
FROM events
WHERE stream = $stream AND seq > $afterSeq
ORDER BY seq
LIMIT $limit;
