"""Doors to one room: the command line, the dossier it prints, exports. They call the workspace."""
