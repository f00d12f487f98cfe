"""The People view of the schedule: a row for each dancer, the day on a time line, its sums."""
