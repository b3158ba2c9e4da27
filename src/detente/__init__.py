"""Detente: a sourced ledger of detentions, releases, sanctions and talks, read from the news.

>>> import detente
>>> detente.__version__
'0.1.0'
"""

__version__ = "0.1.0"
