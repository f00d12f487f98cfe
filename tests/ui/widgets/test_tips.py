from __future__ import annotations

from castapp.ui.widgets.tips import plain_tip


def test_plain_words_stay_as_they_are() -> None:
    assert plain_tip("Romeo & Juliet") == "Romeo & Juliet"
    assert not plain_tip("Romeo & Juliet").startswith("<")


def test_markup_is_shown_not_obeyed() -> None:
    tip = plain_tip("Anna <b>Petrova</b> & <img src=x>")
    assert tip.startswith("<p")
    assert "&lt;b&gt;Petrova&lt;/b&gt; &amp; &lt;img src=x&gt;" in tip
