"""The figures Castapp holds itself to, each as a ratio to a floor or beside a fixed loop."""
