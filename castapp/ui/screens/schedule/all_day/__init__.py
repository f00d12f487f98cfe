"""What concerns a whole day: shows, travel, a free day, the list of fittings."""
