-- The ledger in SQLite, version 1. What is written here is never changed or removed: the triggers
-- refuse it, the code has no statement for it, and the hash chain shows it where both were got round.
-- Text is UTF-8; days are 'YYYY-MM-DD'; clocks are UTC, 'YYYY-MM-DDTHH:MM:SSZ'; hashes are hex.
-- The types are checked by CHECK, not by STRICT, which SQLite has only from 3.37 on.

-- One line of the ledger. The body comes last: what is asked for by kind or day is found without
-- reading through long bodies.
CREATE TABLE entries (
    seq      INTEGER PRIMARY KEY,                            -- from 1, without gaps
    kind     TEXT NOT NULL CHECK (typeof(kind) = 'text'),    -- document, article, reading, …
    key      TEXT NOT NULL CHECK (typeof(key) = 'text'),     -- hash of the content
    valid    TEXT CHECK (typeof(valid) IN ('text', 'null')), -- the earliest day the content speaks of
    known    TEXT NOT NULL CHECK (typeof(known) = 'text'),   -- the day from which it could be known
    recorded TEXT NOT NULL CHECK (typeof(recorded) = 'text'),-- when this ledger took it in
    prev     TEXT NOT NULL CHECK (typeof(prev) = 'text'),    -- hash of the entry before
    hash     TEXT NOT NULL CHECK (typeof(hash) = 'text'),    -- of all the fields above and the body
    body     TEXT NOT NULL CHECK (typeof(body) = 'text'),    -- the record as JSON
    UNIQUE (key, kind)                                       -- the same content is appended once
);

-- The bytes of documents, as they were read. An entry of kind 'document' names them by their hash.
CREATE TABLE documents (
    sha256   TEXT NOT NULL PRIMARY KEY CHECK (typeof(sha256) = 'text'),
    size     INTEGER NOT NULL,
    raw      BLOB NOT NULL CHECK (typeof(raw) = 'blob')
);

-- What each append left: the number and the hash of its last entry. The last one shows a tail cut off.
CREATE TABLE seals (
    seq      INTEGER PRIMARY KEY,
    hash     TEXT NOT NULL CHECK (typeof(hash) = 'text'),
    recorded TEXT NOT NULL CHECK (typeof(recorded) = 'text')
);

-- INSERT OR REPLACE removes rows without asking the triggers on DELETE: hence those on INSERT.

CREATE TRIGGER entries_come_at_the_end BEFORE INSERT ON entries
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries)
  OR EXISTS (SELECT 1 FROM entries WHERE kind = NEW.kind AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a new entry comes at the end'); END;

CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: an entry is never changed'); END;

CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: an entry is never removed'); END;

CREATE TRIGGER documents_are_not_replaced BEFORE INSERT ON documents
WHEN EXISTS (SELECT 1 FROM documents WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a document is stored once'); END;

CREATE TRIGGER documents_are_not_changed BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a document is never changed'); END;

CREATE TRIGGER documents_are_not_removed BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a document is never removed'); END;

CREATE TRIGGER seals_come_at_the_end BEFORE INSERT ON seals
WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM seals)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a new seal comes at the end'); END;

CREATE TRIGGER seals_are_not_changed BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a seal is never changed'); END;

CREATE TRIGGER seals_are_not_removed BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a seal is never removed'); END;
