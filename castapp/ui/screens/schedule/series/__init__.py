"""Calls that come again: made in the inspector, and changed once or from one of them on."""
