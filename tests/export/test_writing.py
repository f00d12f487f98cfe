from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from castapp.export.writing import Unwritten, file_word, save


def failing(code: int) -> object:
    def fail(*args: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    save(tmp_path / "a.pdf", b"one")
    save(tmp_path / "a.pdf", b"two")
    assert (tmp_path / "a.pdf").read_bytes() == b"two"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(
    ("step", "code", "said"),
    [
        ("fsync", errno.ENOSPC, "The disk is full"),
        ("fsync", errno.EIO, "was not written"),
        ("replace", errno.EACCES, "cannot be written to"),
    ],
)
def test_a_failure_leaves_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, said: str
) -> None:
    save(tmp_path / "a.pdf", b"one")
    where: object = os if step == "fsync" else Path
    monkeypatch.setattr(where, step, failing(code))
    with pytest.raises(Unwritten, match=said) as told:
        save(tmp_path / "a.pdf", b"two")
    monkeypatch.undo()
    assert "a.pdf" in str(told.value)
    assert str(told.value).count(". ") <= 1
    assert (tmp_path / "a.pdf").read_bytes() == b"one"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unwritten, match="is not there"):
        save(tmp_path / "gone" / "a.pdf", b"one")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unwritten):
        save(tmp_path / "file" / "a.pdf", b"one")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Iveta Popov", "iveta-popov"),
        ("Zoë Černá", "zoe-cerna"),
        ("../../etc/passwd", "etc-passwd"),
        ("שלום", "שלום"),
        ("王芳 …", "王芳"),
        ("Søren ß", "søren-ss"),
        ("\u202e../x", "x"),
        ("王" * 300, "王" * 20),
        ("...", "unnamed"),
        ("", "unnamed"),
        ("x" * 300, "x" * 60),
    ],
)
def test_names_of_files_are_safe_everywhere(text: str, word: str) -> None:
    assert file_word(text) == word
