-- Version 3: new words wait in a list, and go into the index many at a time: appending takes half the server's time.
-- The list is short, so that a question, which looks through it, does not notice.
ALTER INDEX detente.words_found SET (fastupdate = on, gin_pending_list_limit = 256);
