"""Company: everybody by rank, and a page for each; no other screen in here."""
