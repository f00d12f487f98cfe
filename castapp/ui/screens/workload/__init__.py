"""The Workload screen: everybody's days against their own usual, and what a role would add."""
