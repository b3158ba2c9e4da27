"""``python -m detente`` is the command ``detente``."""

from detente.views.cli import main

if __name__ == "__main__":
    main()
