"""A fortnight or a month at a glance: how full each day is, its shows, how far it is posted."""
