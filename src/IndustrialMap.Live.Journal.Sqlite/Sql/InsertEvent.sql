INSERT INTO events (stream, seq, command_id, at, "by", type, data)
VALUES ($stream, $seq, $command_id, $at, $by, $type, $data);
