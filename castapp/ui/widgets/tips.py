"""Tool tips that show what was typed as it was typed, never as markup."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """The text for `setToolTip` or ToolTipRole. Names may hold "<b>"; tips would obey it."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if "<" in text else text
