"""Starts Castapp: ``python -m castapp``."""

from __future__ import annotations

import sys

from castapp.app import main

if __name__ == "__main__":
    sys.exit(main())
