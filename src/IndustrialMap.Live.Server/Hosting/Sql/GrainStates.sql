-- Where Orleans keeps the states of grains, and the statements by which it does: its relational storage reads them from here.
PRAGMA journal_mode = WAL;

CREATE TABLE IF NOT EXISTS grain_states (
    service TEXT NOT NULL,
    type TEXT NOT NULL,
    n0 INTEGER NOT NULL,
    n1 INTEGER NOT NULL,
    key TEXT NOT NULL,
    payload BLOB,
    version INTEGER NOT NULL,
    PRIMARY KEY (service, type, n0, n1, key)
) WITHOUT ROWID, STRICT;

CREATE TABLE IF NOT EXISTS OrleansQuery (QueryKey TEXT PRIMARY KEY, QueryText TEXT NOT NULL) WITHOUT ROWID, STRICT;

INSERT OR REPLACE INTO OrleansQuery VALUES
('ReadFromStorageKey', '
    SELECT payload AS PayloadBinary, version AS Version FROM grain_states
    WHERE service = @ServiceId AND type = @GrainTypeString AND n0 = @GrainIdN0 AND n1 = @GrainIdN1
        AND key = coalesce(@GrainIdExtensionString, '''')'),
-- A row comes back only if it was written: of two who saw the same version, or none, one writes.
('WriteToStorageKey', '
    INSERT INTO grain_states VALUES
        (@ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''), @PayloadBinary, 1)
    ON CONFLICT DO UPDATE SET payload = @PayloadBinary, version = version + 1 WHERE version = @GrainStateVersion
    RETURNING version AS NewGrainStateVersion'),
('ClearStorageKey', '
    UPDATE grain_states SET payload = NULL, version = version + 1
    WHERE service = @ServiceId AND type = @GrainTypeString AND n0 = @GrainIdN0 AND n1 = @GrainIdN1
        AND key = coalesce(@GrainIdExtensionString, '''') AND version = @GrainStateVersion
    RETURNING version AS NewGrainStateVersion');
