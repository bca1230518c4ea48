INSERT INTO commands SELECT stream, command_id FROM commands_1;
INSERT INTO sealed_later SELECT stream, max(seq) + 1 FROM events_1 GROUP BY stream;
DROP TABLE events_1;
DROP TABLE commands_1;
