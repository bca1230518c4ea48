SELECT stream AS Stream, seq AS Seq, command_id AS CommandId, x'' AS CommandHash, at AS At, "by" AS "By", type AS Type, data AS Data,
       x'' AS Seal
FROM events_1
ORDER BY stream, seq;
