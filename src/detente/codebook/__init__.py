"""The ontology as data: event types, roles, modes, statuses, linkage, quantities, grading.

In comes a folder of TOML files, out comes one frozen :class:`~detente.codebook.shapes.Codebook`.
The sixteen event types and the three record types each have a file of their own under
``events/``, with the same headings, and every example in them is run against the default reader.

>>> from detente.codebook import codebook
>>> codebook().types["RELEASE"].title
'Release'
"""

from detente.codebook.load import codebook
from detente.codebook.shapes import Codebook, EventType, Example, Expect

__all__ = ["Codebook", "EventType", "Example", "Expect", "codebook"]
