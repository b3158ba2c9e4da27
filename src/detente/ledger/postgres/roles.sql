-- Least privilege on a shared ledger. Run once by the ledger's owner, after the ledger was made:
--     psql "$OWNER_URL" -f roles.sql      (`detente ledger roles` prints this file)
-- Then give each desk a login of its own and one of the two roles:
--     CREATE ROLE desk_a LOGIN PASSWORD '…' IN ROLE detente_writer;
-- A writer can add and read; neither role can change, remove, truncate, or touch a trigger: only the owner of a table can.

DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'detente_reader') THEN CREATE ROLE detente_reader NOLOGIN; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'detente_writer') THEN CREATE ROLE detente_writer NOLOGIN; END IF;
END $$;

REVOKE ALL ON SCHEMA detente FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA detente FROM PUBLIC;
GRANT USAGE ON SCHEMA detente TO detente_reader, detente_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA detente TO detente_reader, detente_writer;
GRANT INSERT ON detente.entries, detente.documents, detente.seals, detente.words TO detente_writer;
