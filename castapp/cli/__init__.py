"""The command line: the services without a window. Opens none itself, and knows no SQL."""
