"""A day or a week copied to another: what would clash is told before anything is written."""
