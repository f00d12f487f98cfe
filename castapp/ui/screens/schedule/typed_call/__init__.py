"""A call typed straight onto the board: where it goes, what was read, the field at the place."""
