"""Reading what a company already has: files into an edit and a list of doubts. Writes nothing."""
