"""The window: the only package that draws with Qt widgets. It may not import the store."""
