"""When one name can be a short form of another; spelling never counts."""

import pytest

from pipeline.normalise.clubs.whole_page.name_fit import Fit, fit_names
from pipeline.normalise.clubs.whole_page.name_form import read_name_form


@pytest.mark.parametrize(
    ("first", "second", "fit"),
    [
        ("Minsa FBC", "Minsa", Fit.KIND_OF_CLUB),
        ("S. Lago", "Sport Lago", Fit.SHORT_FORM),
        ("Juan Pablo II", "Juan Pablo II College", Fit.SHORT_FORM),
        # second teams are clubs of their own
        ("Chalaco II", "Chalaco", None),
        ("Chalaco B", "Chalaco", None),
        ("Chalaco Reserva", "Chalaco", None),
        ("Sub-20 Chalaco", "Chalaco B", None),
        ("Octavio Espinosa", "Octavio Espinoza", None),
    ],
)
def test_names_fit_in_either_order(first, second, fit):
    forms = read_name_form(first), read_name_form(second)
    assert fit_names(*forms, (), ()) is fit
    assert fit_names(*reversed(forms), (), ()) is fit
