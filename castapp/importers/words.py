"""The words of headings, in the languages companies write them, and how words are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

FIELDS: dict[str, tuple[str, ...]] = {
    "performance": ("performance", "show", "vorstellung", "représentation", "función"),
    "date": ("date", "day", "datum", "tag", "jour", "fecha", "día"),
    "time": (
        "time", "start", "start time", "starts", "begin", "begins", "curtain", "curtain up",
        "uhrzeit", "zeit", "beginn", "anfang", "heure", "horaire", "hora", "inicio", "comienzo",
    ),
    "end": ("end", "ends", "end time", "finish", "ende", "fin", "heure de fin", "hora de fin"),
    "minutes": (
        "minutes", "min", "mins", "length", "duration", "dauer", "minuten", "durée", "duración",
        "minutos",
    ),
    "production": (
        "production", "ballet", "work", "title", "programme", "program", "piece", "stück", "werk",
        "produktion", "titel", "oeuvre", "œuvre", "pièce", "spectacle", "titre", "obra",
        "producción", "título",
    ),
    "venue": (
        "venue", "theatre", "theater", "house", "place", "location", "stage", "ort",
        "spielstätte", "spielort", "bühne", "lieu", "théâtre", "scène", "lugar", "teatro",
        "recinto",
    ),
    "studio": ("studio", "room", "saal", "raum", "probenraum", "salle", "sala", "estudio"),
    "role": ("role", "part", "character", "rolle", "rôle", "personnage", "papel", "personaje"),
    "spot": ("spot", "number", "no", "nr", "position", "platz", "numéro", "place no", "puesto"),
    "dancer": (
        "dancer", "artist", "danced by", "tänzer", "tänzerin", "künstler", "danseur", "danseuse",
        "interprète", "artiste", "bailarín", "bailarina", "intérprete", "artista",
    ),
    "name": ("name", "full name", "person", "nom", "nom complet", "nombre", "nombre completo"),
    "given": ("given", "given name", "first name", "first", "forename", "vorname", "prénom"),
    "family": (
        "family", "family name", "last name", "last", "surname", "nachname", "familienname",
        "nom de famille", "apellido", "apellidos",
    ),
    "stage_name": ("stage name", "künstlername", "nom de scène", "nombre artístico"),
    "rank": ("rank", "grade", "rang", "rango", "categoría", "catégorie", "category"),
    "duties": (
        "duty", "duties", "job", "function", "funktion", "aufgabe", "fonction", "cargo",
        "función en la compañía",
    ),
    "gender": ("gender", "sex", "geschlecht", "sexe", "genre", "sexo", "género"),
    "height": ("height", "height cm", "größe", "grösse", "taille", "altura", "estatura"),
    "born": (
        "born", "birthday", "birth date", "date of birth", "geburtsdatum", "geboren",
        "date de naissance", "fecha de nacimiento",
    ),
    "email": ("email", "e mail", "mail", "courriel", "correo", "correo electrónico"),
    "phone": ("phone", "telephone", "mobile", "telefon", "téléphone", "teléfono", "móvil"),
    "coach": ("coach", "mentor"),
    "from": (
        "from", "first day", "since", "start date", "engaged from", "von", "ab", "seit",
        "du", "depuis", "à partir de", "desde",
    ),
    "to": (
        "to", "until", "till", "last day", "end date", "engaged to", "bis", "au",
        "jusqu au", "hasta",
    ),
    "guest": ("guest", "gast", "invité", "invitée", "invitado", "invitada"),
    "cast": ("cast", "cast name", "besetzung", "distribution", "reparto", "elenco"),
    "cover": (
        "cover", "covers", "understudy", "zweitbesetzung", "ersatz", "doublure", "remplaçant",
        "suplente",
    ),
    "section": ("section", "from section", "abschnitt", "sección"),
    "conductor": (
        "conductor", "dirigent", "dirigentin", "chef", "chef d orchestre", "director musical",
        "director de orquesta",
    ),
    "state": ("state", "status", "stand", "état", "estado"),
    "kind": (
        "kind", "type", "reason", "art", "typ", "grund", "motif", "tipo", "motivo",
    ),
    "what": ("what", "activity", "actividad", "activité"),
    "lead": (
        "lead", "teacher", "taken by", "taught by", "rehearsed by", "répétiteur", "répétitrice",
        "ballet master", "ballet mistress", "rehearsal director", "led by", "leitung", "lehrer",
        "lehrerin", "professeur", "profesor", "profesora", "ballettmeister", "probenleiter",
        "maître de ballet", "maestro repetidor", "maestro de ballet",
    ),
    "pianist": ("pianist", "piano", "pianistin", "korrepetitor", "pianiste", "pianista"),
    "who": (
        "who", "called", "people", "dancers", "artists", "wer", "qui", "quién", "quiénes",
        "appelés", "convocados", "tänzer innen", "danseurs", "bailarines",
    ),
    "where": ("where", "wo", "où", "dónde"),
    "first_danced": (
        "first danced", "first performed", "zuerst getanzt", "erstmals", "première fois",
        "primera vez",
    ),
    "last_danced": (
        "last danced", "last performed", "when", "year", "zuletzt getanzt", "zuletzt",
        "dernière fois", "última vez", "jahr", "année", "año",
    ),
    "times": (
        "times", "how often", "number of shows", "anzahl", "wie oft", "fois", "nombre de fois",
        "veces",
    ),
    "partner": ("partner", "partners", "danced with", "partnerin", "partenaire", "pareja"),
    "note": (
        "note", "notes", "remark", "remarks", "comment", "comments", "bemerkung", "bemerkungen",
        "anmerkung", "notiz", "remarque", "remarques", "nota", "notas", "observaciones",
    ),
    "uid": ("uid",),
    "our_own": ("override", "debut", "zone", "productions"),
}  # fmt: skip
ROLES_TOO = frozenset({"lead", "teacher", "partner"})
BLANKS = frozenset({"", "tba", "tbc", "tbd", "n a", "nn", "n n"})
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text as it is compared: no accents, no capitals, words parted by single blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", bare))


def field_of(heading: str) -> str | None:
    """The field a heading stands for, or None (which may be a role's column)."""
    known = _known()
    return known.get(fold(heading)) or known.get(fold(re.sub(r"\(.*?\)", " ", heading)))


def is_role_heading(heading: str) -> bool:
    """Whether a heading may be a role's: it is no known one, or a word ballets have roles for."""
    return field_of(heading) is None or fold(heading) in ROLES_TOO


def is_blank(text: str) -> bool:
    """Whether a cell says nothing, or says that it is not known yet."""
    return fold(text) in BLANKS


def nearest(text: str, choices: Iterable[str], cutoff: float = 0.6) -> list[str]:
    """Up to three of the choices that are spelled most like the text, the nearest first."""
    by_fold = {fold(choice): choice for choice in choices}
    return [by_fold[one] for one in get_close_matches(fold(text), list(by_fold), 3, cutoff)]


def offer(found: Iterable[str]) -> str:
    """The end of a sentence that names what may have been meant; empty if nothing is near."""
    named = ", ".join(found)
    return f"; nearest: {named}" if named else ""


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return {fold(word): field for field, words in FIELDS.items() for word in words}
