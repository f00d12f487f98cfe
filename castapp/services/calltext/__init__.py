"""Typed text read as a call. Pure: no Qt, nothing is written; what is not understood is told."""

from __future__ import annotations

from castapp.services.calltext.completing import Completion
from castapp.services.calltext.pieces import Piece
from castapp.services.calltext.reading import LONGEST, Reading, Unread, reading

__all__ = ["LONGEST", "Completion", "Piece", "Reading", "Unread", "reading"]
