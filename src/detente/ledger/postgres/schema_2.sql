-- Version 2: the words of articles, to find them by. No part of the chain: it can be made anew from the entries.
-- One row a piece of an article's words; `seq` is the entry's. The words come folded and parted by spaces.
CREATE TABLE detente.words (
    seq      bigint NOT NULL,
    words    tsvector NOT NULL
);

CREATE INDEX words_found ON detente.words USING gin (words) WITH (fastupdate = off);

-- Roles that were made for version 1 (roles.sql) may use it as they may the entries.
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'detente_reader') THEN
        GRANT SELECT ON detente.words TO detente_reader;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'detente_writer') THEN
        GRANT SELECT, INSERT ON detente.words TO detente_writer;
    END IF;
END $$;
