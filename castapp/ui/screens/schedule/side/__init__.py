"""The side list: sections, roles, casts and people to be put on the board or into a call."""
