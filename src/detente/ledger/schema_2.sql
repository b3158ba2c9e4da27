-- Version 2: the words of articles, to find them by. No part of the chain: it can be made anew from the entries.
-- One row a piece of an article's words; `seq` is the entry's, and rows are only ever added.
CREATE TABLE pieces (
    piece    INTEGER PRIMARY KEY,
    seq      INTEGER NOT NULL
);

-- The words alone, by piece. They come folded and parted by spaces: the tokenizer has nothing left to do.
CREATE VIRTUAL TABLE words USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 0');
