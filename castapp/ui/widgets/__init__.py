"""Widgets every screen may use. They know no screen, no store and no service."""
