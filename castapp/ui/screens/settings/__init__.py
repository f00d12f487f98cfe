"""Settings: the company's own choices, and one's own; no other screen in here."""
