-- FULL syncs the write-ahead log at every commit; fullfsync reaches the disk's own cache on macOS and is nothing elsewhere.
PRAGMA synchronous = FULL;
PRAGMA fullfsync = ON;
PRAGMA checkpoint_fullfsync = ON;
