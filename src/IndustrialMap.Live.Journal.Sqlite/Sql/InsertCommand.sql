INSERT INTO commands (stream, command_id) VALUES ($stream, $command_id) ON CONFLICT DO NOTHING;
