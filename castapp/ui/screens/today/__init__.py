"""The Today screen: what a person opens in the morning; every line leads to where it is done."""
