-- From version 1, in one transaction: its tables step aside, Tables.sql makes the new ones, the events are sealed one after the
-- other, and CarryVersion1Over.sql does the rest. A trigger's name is free again only once it is dropped.
DROP TRIGGER events_have_no_gap;
DROP TRIGGER events_are_never_changed;
DROP TRIGGER events_are_never_deleted;
DROP TRIGGER commands_are_never_changed;
DROP TRIGGER commands_are_never_deleted;
ALTER TABLE events RENAME TO events_1;
ALTER TABLE commands RENAME TO commands_1;
