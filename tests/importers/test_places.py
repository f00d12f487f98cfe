from __future__ import annotations

import pytest

from castapp.importers.places import find_venue, zone_in
from tests.builders import company_book


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Teatro Real, Madrid", "Europe/Madrid"),
        ("War Memorial Opera House, San Francisco", "America/Los_Angeles"),
        ("Royal Opera House, London", "Europe/London"),
        ("Sydney Opera House", "Australia/Sydney"),
        ("Palais Garnier, Paris", "Europe/Paris"),
        ("Teatro Colón, Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Victoria Theatre, Singapore", "Asia/Singapore"),
        ("Opernhaus Zürich", "Europe/Zurich"),
        ("New York City Center", "America/New_York"),
        ("Stanley Theatre", None),
        ("Stage", None),
    ],
)
def test_a_city_tells_the_zone(text: str, zone: str | None) -> None:
    assert zone_in(text) == zone


@pytest.mark.parametrize("text", ["S1", "studio 1", "Studio 1, Opera house", "opera house"])
def test_venues_are_found(text: str) -> None:
    venue = find_venue(company_book(), text)
    assert venue is not None
    assert venue.id == ("stage" if text == "opera house" else "studio-1")
