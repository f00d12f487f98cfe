"""Where it is danced: venues found by name or made, and the time zone a city's name tells."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import available_timezones

from castapp.domain.book import Book
from castapp.domain.company import Site, Studio
from castapp.domain.draft import Draft
from castapp.domain.record import new_id
from castapp.importers.words import fold

REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
NO_CITIES = frozenset(
    "center west north south victoria queensland act nsw lhi yancowinna tasmania stanley knox"
    " easter rothera davis troll thule".split()
)
CITIES = {
    "Europe/London": "birmingham cardiff edinburgh glasgow leeds liverpool manchester bristol",
    "Europe/Berlin": "munich munchen hamburg stuttgart frankfurt dresden leipzig dusseldorf"
    " duisburg koln cologne karlsruhe mannheim hannover essen dortmund nurnberg wiesbaden",
    "Europe/Paris": "lyon bordeaux toulouse marseille nice strasbourg montpellier nancy rouen",
    "Europe/Madrid": "barcelona sevilla seville valencia bilbao zaragoza malaga granada oviedo",
    "Europe/Rome": "milan milano napoli naples torino turin firenze florence venezia venice"
    " verona palermo roma bologna",
    "Europe/Zurich": "geneva geneve genf basel bern lausanne",
    "Europe/Brussels": "antwerp antwerpen gent ghent liege",
    "Europe/Amsterdam": "rotterdam utrecht den_haag the_hague",
    "Europe/Vienna": "wien salzburg graz linz",
    "Europe/Stockholm": "goteborg gothenburg malmo",
    "Europe/Oslo": "bergen",
    "Europe/Copenhagen": "kobenhavn aarhus",
    "Europe/Lisbon": "lisboa porto",
    "Europe/Prague": "praha brno",
    "Europe/Warsaw": "warszawa krakow lodz poznan wroclaw",
    "Europe/Moscow": "st_petersburg saint_petersburg",
    "Europe/Athens": "athina thessaloniki",
    "America/New_York": "boston miami philadelphia pittsburgh atlanta washington cincinnati"
    " charlotte orlando tampa baltimore cleveland saratoga_springs brooklyn",
    "America/Chicago": "houston dallas austin minneapolis milwaukee st_louis kansas_city tulsa"
    " nashville memphis new_orleans",
    "America/Denver": "salt_lake_city colorado_springs",
    "America/Los_Angeles": "san_francisco seattle portland san_diego sacramento berkeley"
    " costa_mesa las_vegas",
    "America/Toronto": "montreal ottawa quebec",
    "America/Sao_Paulo": "rio_de_janeiro",
    "America/Mexico_City": "ciudad_de_mexico guadalajara",
    "America/Argentina/Buenos_Aires": "buenos_aires",
    "Asia/Tokyo": "osaka kyoto nagoya yokohama",
    "Asia/Shanghai": "beijing guangzhou shenzhen",
    "Africa/Johannesburg": "cape_town pretoria durban",
    "Pacific/Auckland": "wellington christchurch",
    "Australia/Sydney": "canberra",
}


def zone_in(text: str) -> str | None:
    """The time zone of the city a venue's name ends with or holds; None if it names none.

    What stands after the last comma counts first: “Teatro Real, Madrid”.
    """
    for part in dict.fromkeys((text.rpartition(",")[2], text)):
        words = fold(part).split()
        for size in (3, 2, 1):
            for start in range(len(words) - size, -1, -1):
                zone = _cities().get(" ".join(words[start : start + size]))
                if zone:
                    return zone
    return None


def find_venue(book: Book, text: str) -> Studio | None:
    """The stage or studio of that name, short name, or the one stage of the site of that name."""
    wanted = fold(text)
    for studio in book.all(Studio):
        site = book.find(Site, studio.site_id)
        names = {studio.name, studio.short, f"{studio.name} {site.name if site else ''}"}
        if wanted in {fold(name) for name in names if name.strip()}:
            return studio
    for site in book.all(Site):
        if fold(site.name) == wanted:
            stages = [one for one in book.where(Studio, "site_id", site.id) if one.kind == "stage"]
            return stages[0] if len(stages) == 1 else None
    return None


def put_venue(draft: Draft, text: str, order: int) -> tuple[Studio, str]:
    """A new site with one stage, its zone told by the city; the zone is empty if none is named."""
    zone = zone_in(text) or ""
    site = draft.put(Site(new_id(), text, zone))
    short = text.partition(",")[0].strip()
    return draft.put(Studio(new_id(), site.id, text, short, "stage", order)), zone


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    known: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        region, _, city = zone.partition("/")
        name = fold(city.replace("_", " "))
        if region in REGIONS and "/" not in city and name not in NO_CITIES:
            known[name] = zone
    for zone, cities in CITIES.items():
        for city in cities.split():
            known[city.replace("_", " ")] = zone
    return known
