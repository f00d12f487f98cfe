"""The History screen: who changed what and when, found by person, and taken back one by one."""
