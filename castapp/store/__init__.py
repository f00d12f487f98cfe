"""The company file and the shared database: the only SQL. No rules, no screens, no verbs."""
