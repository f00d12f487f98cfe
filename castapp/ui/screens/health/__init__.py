"""The Health screen: who may do what, by status; medical records only in its unlocked part."""
