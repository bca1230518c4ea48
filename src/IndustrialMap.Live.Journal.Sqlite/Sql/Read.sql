SELECT stream AS Stream, seq AS Seq, command_id AS CommandId, command_hash AS CommandHash, at AS At, "by" AS "By", type AS Type,
       data AS Data, seal AS Seal
FROM events
WHERE stream = $stream AND seq > $afterSeq
ORDER BY seq
LIMIT $limit;
