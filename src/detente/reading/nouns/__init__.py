"""Noun phrases that know what they are: person, state, body, place, group with its number."""
