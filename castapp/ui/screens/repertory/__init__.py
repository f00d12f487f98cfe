"""Repertory: productions, their sections and roles, who knows them; no other screen in here."""
