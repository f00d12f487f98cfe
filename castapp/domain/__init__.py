"""What a ballet company is, in plain values: standard library only, no storage, no screen."""
