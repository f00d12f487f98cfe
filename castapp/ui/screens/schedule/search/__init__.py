"""Places for a call and people for a place: found, offered on the board, told in the inspector."""
