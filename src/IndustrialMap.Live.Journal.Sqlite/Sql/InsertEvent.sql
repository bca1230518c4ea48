INSERT INTO events (stream, seq, command_id, command_hash, at, "by", type, data, seal)
VALUES ($stream, $seq, $command_id, $command_hash, $at, $by, $type, $data, $seal);
