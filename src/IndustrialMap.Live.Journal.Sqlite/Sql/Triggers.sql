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

CREATE TRIGGER sealed_later_is_never_added_to BEFORE INSERT ON sealed_later
BEGIN SELECT raise(ABORT, 'Every log is sealed from its start.'); END;

CREATE TRIGGER sealed_later_is_never_changed BEFORE UPDATE ON sealed_later
BEGIN SELECT raise(ABORT, 'When a log was sealed is never changed.'); END;

CREATE TRIGGER sealed_later_is_never_deleted BEFORE DELETE ON sealed_later
BEGIN SELECT raise(ABORT, 'When a log was sealed is never changed.'); END;
