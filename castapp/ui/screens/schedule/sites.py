"""Which studios are at another site than the company's main one, in words. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from castapp.domain.book import Book
from castapp.domain.company import Site, Studio


def away(book: Book) -> Mapping[str | None, str]:
    """The site's name of each studio that is not at the main site.

    That is the one with the most studios; of as many, the one of the first studio in order.
    """
    studios = sorted(book.all(Studio), key=lambda one: (one.order, one.name))
    counts = Counter(one.site_id for one in studios)
    if len(counts) < 2:
        return {}
    main = counts.most_common(1)[0][0]
    named = ((one.id, book.find(Site, one.site_id)) for one in studios if one.site_id != main)
    return {studio_id: site.name for studio_id, site in named if site is not None}
