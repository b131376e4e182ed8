"""Keys can be read, are short enough for an index, and are given once."""

import pytest

from pipeline.domain.keys import KeyRegistry, join_key, shorten, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unión Huaral (Lima)", "union-huaral-lima"),
        ("  Group_A – 1ª fecha ", "group-a-1a-fecha"),
        ("C.N.I.", "c-n-i"),
        ("–", ""),
    ],
)
def test_a_slug_has_letters_digits_and_single_hyphens(text, expected):
    assert slug(text) == expected


def test_a_very_long_text_keeps_its_beginning_and_stays_apart():
    first, second = "a" * 100 + "b", "a" * 100 + "c"
    assert shorten("a" * 80) == "a" * 80
    assert shorten(first).startswith("a" * 80 + "-")
    assert len(slug(first)) == 89
    assert slug(first) != slug(second)


def test_a_key_leaves_out_what_is_missing():
    key = join_key("2016–17", "Final Stage", None, "", "Aurora Grau")
    assert key == "2016-17/final-stage/aurora-grau"


def test_a_second_of_the_same_key_is_numbered():
    keys = KeyRegistry()
    given = [keys.register(key) for key in ("a", "b", "a", "a", "b")]
    assert given == ["a", "b", "a-2", "a-3", "b-2"]
