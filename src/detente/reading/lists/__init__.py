"""Reports in other languages: names in lists, read by their form alone."""
