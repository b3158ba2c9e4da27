-- The ledger in PostgreSQL, version 1: the same words as schema.sql. What is written here is never changed or removed:
-- the triggers refuse it, the writing role has no right to it (roles.sql), and the hash chain shows it where both were
-- got round. Days are 'YYYY-MM-DD'; clocks are UTC, 'YYYY-MM-DDTHH:MM:SSZ'; hashes are hex. Everything is text compared
-- byte by byte ("C"), so that an order is the same on every server.

CREATE TABLE detente.entries (
    seq      bigint PRIMARY KEY CHECK (seq > 0),  -- from 1, without gaps
    kind     text COLLATE "C" NOT NULL,           -- document, article, reading, …
    key      text COLLATE "C" NOT NULL,           -- hash of the content
    valid    text COLLATE "C",                    -- the earliest day the content speaks of
    known    text COLLATE "C" NOT NULL,           -- the day from which it could be known
    recorded text COLLATE "C" NOT NULL,           -- when this ledger took it in
    prev     text COLLATE "C" NOT NULL,           -- hash of the entry before
    hash     text COLLATE "C" NOT NULL,           -- of all the fields above and the body
    body     text COLLATE "C" NOT NULL,           -- the record as JSON
    UNIQUE (key, kind)                            -- the same content is appended once
);

-- The bytes of documents, as they were read. An entry of kind 'document' names them by their hash.
CREATE TABLE detente.documents (
    sha256   text COLLATE "C" PRIMARY KEY,
    size     bigint NOT NULL,
    raw      bytea NOT NULL
);

-- What each append left: the number and the hash of its last entry. The last one shows a tail cut off.
CREATE TABLE detente.seals (
    seq      bigint PRIMARY KEY,
    hash     text COLLATE "C" NOT NULL,
    recorded text COLLATE "C" NOT NULL
);

-- Which steps of the schema have been made.
CREATE TABLE detente.versions (
    version  integer PRIMARY KEY
);

CREATE FUNCTION detente.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON detente.entries
    FOR EACH STATEMENT EXECUTE FUNCTION detente.refuse();
CREATE TRIGGER documents_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON detente.documents
    FOR EACH STATEMENT EXECUTE FUNCTION detente.refuse();
CREATE TRIGGER seals_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON detente.seals
    FOR EACH STATEMENT EXECUTE FUNCTION detente.refuse();

-- New entries come at the end, without a gap. One look a statement, not a row.
CREATE FUNCTION detente.at_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    first bigint; last bigint; many bigint;
BEGIN
    SELECT min(seq), max(seq), count(*) INTO first, last, many FROM fresh;
    IF many > 0 AND (last - first + 1 <> many
        OR last <> (SELECT max(seq) FROM detente.entries)
        OR (first > 1 AND NOT EXISTS (SELECT FROM detente.entries WHERE seq = first - 1)))
    THEN
        RAISE EXCEPTION 'the ledger is append-only: a new entry comes at the end';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER entries_come_at_the_end AFTER INSERT ON detente.entries
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION detente.at_the_end();

-- A seal closes an append, and tells whoever listens on the channel "detente" how far the ledger is now.
CREATE FUNCTION detente.tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM detente.seals WHERE seq > NEW.seq) THEN
        RAISE EXCEPTION 'the ledger is append-only: a new seal comes at the end';
    END IF;
    PERFORM pg_notify('detente', NEW.seq::text);
    RETURN NULL;
END $$;

CREATE TRIGGER seals_come_at_the_end AFTER INSERT ON detente.seals
    FOR EACH ROW EXECUTE FUNCTION detente.tell();
