"""Text → parsed sentences: pieces, words with tags and heads, the mends of what the parser gets wrong."""
