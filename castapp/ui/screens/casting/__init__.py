"""Casting: roles by act against performances or casts; no rule and no other screen in here."""
