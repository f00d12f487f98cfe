"""The Callboard screen: each paper as it will be printed, how far it is posted, and posting it."""
