"""A document in, an article out: text with exact offsets, and who published it when.

Every line of the text stays in it. What is no running text is marked: headings, captions,
boilerplate of the page, and furniture (byline, date, dateline), from which no claim is read.

>>> from detente.records import Document
>>> raw = "Varland frees two\\n\\nTwo men were freed on Tuesday.\\n\\nFollow us on Telegram".encode()
>>> article, issues = read(
...     Document(id="d1", sha256="", raw=raw, path="a.txt", retrieved="2026-03-01T12:00:00Z")
... )
>>> [span.exact for span in (*article.headings, *article.boilerplate)]
['Varland frees two', 'Follow us on Telegram']
>>> [issue.code for issue in issues]
['no-date']
"""

from __future__ import annotations

from detente.articles.article import read

__all__ = ["read"]
