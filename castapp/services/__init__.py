"""The verbs: pure functions from a book to an edit, and the desk that commits them."""
