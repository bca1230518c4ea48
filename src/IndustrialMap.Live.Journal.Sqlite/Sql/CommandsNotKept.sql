-- Each log that has an event whose command would be stored a second time, with the first such event.
SELECT stream AS Stream, min(seq) AS Seq
FROM events
WHERE NOT EXISTS (SELECT 1 FROM commands WHERE commands.stream = events.stream AND commands.command_id = events.command_id)
GROUP BY stream;
