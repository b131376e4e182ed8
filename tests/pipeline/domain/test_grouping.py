"""Things put together by what they share."""

import pytest

from pipeline.domain.grouping import group_by, only_one


def test_groups_stand_in_the_order_of_their_first_items():
    groups = group_by(len, ["Boca", "Grau", "UTC", "Ugarte", "ADT"])
    assert list(groups.items()) == [(4, ["Boca", "Grau"]), (3, ["UTC", "ADT"]), (6, ["Ugarte"])]


@pytest.mark.parametrize(
    ("items", "expected"), [([], None), ({"Boca"}, "Boca"), (["Boca", "Grau"], None)]
)
def test_only_one_item_is_an_answer(items, expected):
    assert only_one(items) == expected
