"""Language primitives, one subject per file; they know nothing of prisoners or sanctions.

In: plain text. Out: exact offsets and plain values. :mod:`~detente.language.sentences` finds
sentences, :mod:`~detente.language.scripts` scripts and folded keys,
:mod:`~detente.language.gazetteer` states, cities and bodies, :mod:`~detente.language.names` says
how far two written names agree, and numbers and dates have modules of their own.

>>> from detente.language.sentences import sentences
>>> sentences("Gen. Holt left. Nine stayed.")
[(0, 15), (16, 28)]
"""
