-- Version 1. "Live" in ASCII marks the file as ours; user_version numbers the schema.
PRAGMA application_id = 1281980005;
PRAGMA user_version = 1;

-- at: unix milliseconds, UTC. "by" and data: JSON in UTF-8, kept byte for byte and so not as TEXT.
CREATE TABLE events (
    stream     TEXT    NOT NULL,
    seq        INTEGER NOT NULL,
    command_id TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    "by"       BLOB    NOT NULL,
    type       TEXT    NOT NULL,
    data       BLOB    NOT NULL,
    PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;

-- Once a stream. Not an index over events, because one command may have many events.
CREATE TABLE commands (
    stream     TEXT NOT NULL,
    command_id TEXT NOT NULL,
    PRIMARY KEY (stream, command_id)
) STRICT, WITHOUT ROWID;

-- The first of these also stops INSERT OR REPLACE, which fires no delete trigger.
CREATE TRIGGER events_have_no_gap BEFORE INSERT ON events
WHEN NEW.seq IS NOT 1 + (SELECT coalesce(max(seq), 0) FROM events WHERE stream = NEW.stream)
BEGIN SELECT raise(ABORT, 'An event must take the next seq of its stream.'); END;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'Events are never changed.'); END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'Events are never deleted.'); END;

CREATE TRIGGER commands_are_never_changed BEFORE UPDATE ON commands
BEGIN SELECT raise(ABORT, 'Command ids are never changed.'); END;

CREATE TRIGGER commands_are_never_deleted BEFORE DELETE ON commands
BEGIN SELECT raise(ABORT, 'Command ids are never deleted.'); END;
