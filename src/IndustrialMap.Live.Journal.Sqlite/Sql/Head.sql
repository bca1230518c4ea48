SELECT seq, seal FROM events WHERE stream = $stream ORDER BY seq DESC LIMIT 1;
