-- Version 2. "Live" in ASCII marks the file as ours; user_version numbers the schema.
PRAGMA application_id = 1281980005;
PRAGMA user_version = 2;

-- at: unix milliseconds, UTC. "by" and data: JSON in UTF-8, kept byte for byte and so not as TEXT. command_hash: SHA-256 of
-- the whole command, or empty. seal: SHA-256 over the seal before and all of this row, see ops/log-format.md.
CREATE TABLE events (
    stream       TEXT    NOT NULL,
    seq          INTEGER NOT NULL,
    command_id   TEXT    NOT NULL,
    command_hash BLOB    NOT NULL CHECK (length(command_hash) IN (0, 32)),
    at           INTEGER NOT NULL,
    "by"         BLOB    NOT NULL,
    type         TEXT    NOT NULL,
    data         BLOB    NOT NULL,
    seal         BLOB    NOT NULL CHECK (length(seal) = 32),
    PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;

-- Once a stream. Not an index over events, because one command may have many events.
CREATE TABLE commands (
    stream     TEXT NOT NULL,
    command_id TEXT NOT NULL,
    PRIMARY KEY (stream, command_id)
) STRICT, WITHOUT ROWID;

-- Logs that are older than seals: the seq from which their seals are as old as their events. Others were sealed from 1.
CREATE TABLE sealed_later (
    stream      TEXT    NOT NULL PRIMARY KEY,
    sealed_from INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
