"""JSON over HTTP: typed arguments in, records out, errors as problems that say what to do.

Every record and every question has a route; what a route answers is the record's own JSON. The table
of collections is :data:`~detente.views.api.collections.COLLECTIONS`.
"""
