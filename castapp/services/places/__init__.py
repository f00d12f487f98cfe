"""Where a call could go and who is free when. Pure: nothing is moved, places are only told."""

from __future__ import annotations

from castapp.services.places.free import Free, who_is_free
from castapp.services.places.place import Cost, Place, Search, Spot
from castapp.services.places.search import find_places, moved_to
from castapp.services.places.tray import Placing, place_all

__all__ = [
    "Cost",
    "Free",
    "Place",
    "Placing",
    "Search",
    "Spot",
    "find_places",
    "moved_to",
    "place_all",
    "who_is_free",
]
