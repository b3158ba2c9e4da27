"""What only the whole text tells: who *he* is, whose list it is, what was said before, what was no deed."""
