"""Posting the day from the board: what is still open, the reason to post all the same."""
