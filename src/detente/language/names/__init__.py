"""How far two written names agree, across scripts and romanisations, and why.

In: two names as somebody wrote them. Out: a :class:`Comparison` with a score, a verdict (*same*,
*different*, *unsure*) and the reasons that made it. A name alone never proves identity: *same*
means that the two writings can be of one name and nothing in them speaks against it; whether it is
one person is for resolution to say (CODEBOOK §8.15).

Three steps: :mod:`~detente.language.names.parts` takes a name apart, :mod:`~detente.language.names.words` and
:mod:`~detente.language.names.letters` read each part under the romanisations it may be in,
:mod:`~detente.language.names.compare` weighs how the parts agree.

>>> compare("Siarhiej Dornaŭ", "Sergei Dornov").verdict
'same'
>>> compare("Lena Marr", "Lena Mark").verdict
'different'
>>> parse("Gen. Ivan P. Dornov").surname
('Dornov',)
"""

from detente.language.names.compare import (
    Prepared,
    compare,
    compare_prepared,
    differ,
    keys,
    prepare,
    surname_key,
)
from detente.language.names.parts import NameParts, parse
from detente.language.names.weights import START, Comparison, Reason, Verdict

__all__ = [
    "START",
    "Comparison",
    "NameParts",
    "Prepared",
    "Reason",
    "Verdict",
    "compare",
    "compare_prepared",
    "differ",
    "keys",
    "parse",
    "prepare",
    "surname_key",
]
