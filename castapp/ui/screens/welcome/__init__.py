"""Welcome: what a person meets without a company file open."""
