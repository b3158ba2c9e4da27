"""Who is who, and which claims tell one happening.

In come readings (claims with names as the text has them) and, where they are at hand, the articles
they were read from and people's judgements. Out goes a :class:`~detente.records.Resolution`: the same
claims with entities filled in, entities, events, and the groups of reports that are one voice.
Nothing is decided for good: every link is a view over claims. A :class:`Resolver` keeps what a new
report does not touch, and gives what resolving everything anew gives.
"""

from detente.resolution.resolve import Resolver, resolve

__all__ = ["Resolver", "resolve"]
