"""Templates of days and weeks: kept from what stands, laid out after a look at what clashes."""
