"""What is passed over by name, and what never is, whatever its name holds."""

import pytest
from reading import read


def dispositions(text):
    return {claim.disposition for claim in read(text).claims}


@pytest.mark.parametrize(
    "call",
    [
        "{{2011 Copa Perú Region I table}}",
        "{{2011 Copa Perú Region I table|showteam=A}}",
        "{{Copa Perú 2011 Final}}",
        "{{Copa Perú 2011/Grupo A}}",
        "{{2011 Copa Perú}}",
        "{{Copa_Perú_2011_tabla}}",
        "{{Template:2011 Copa Perú Group B}}",
        "{{Plantilla:Resultados Copa Perú 2011}}",
        "{{2011–12 in Peruvian football table}}",
        "{{2011 in Peruvian football results}}",
        "{{Football in Peru standings}}",
        "{{Fútbol en Perú tabla}}",
        "{{Peru national football team matches group A}}",
        "{{/Región I}}",
        "{{Anexo:Copa Perú 2011}}",
        "{{Usuario:Alguien/Taller}}",
        # the text of another page, or of a section of one
        "{{:2011 Copa Perú Region I}}",
        "{{:Copa Perú 2011|a=b}}",
        "{{#lst:Copa Perú 2011|final}}",
    ],
)
def test_a_template_that_may_hold_results_is_reported(call):
    facts = read(f"== Final ==\n{call}\n").facts
    assert [(fact.fact, fact.kind, fact.text) for fact in facts] == [
        ("unrecognised", "template", call)
    ]


@pytest.mark.parametrize(
    "call",
    [
        "{{Control de autoridades}}",
        "{{Sucesión|título=Copa Perú|período=2011|predecesor=A|sucesor=B}}",
        "{{Campeón|fútbol|nombre=Alfa}}",
        "{{Esbozo de fútbol}}",
        "{{Véase también|Primera División}}",
        "{{Evento deportivo futuro}}",
        "{{Copa Perú}}",
        "{{2011 in Peruvian football}}",
        "{{2011–12 in Peruvian football}}",
        "{{Football in Peru}}",
        "{{Fútbol en Perú}}",
        "{{Copa Perú seasons}}",
        "{{ORDENAR:Copa Peru 2011}}",
        "{{DEFAULTSORT:2011 Copa Peru table}}",
    ],
)
def test_furniture_is_passed_over_by_name(call):
    assert dispositions(call) == {"ignored"}


@pytest.mark.parametrize(
    "header",
    [
        "Etapa!!Inicio!!Fin",
        "Fase!!Fecha de inicio!!Finalización",
        "Stage!!Start!!End",
        "Round!!From!!Until",
    ],
)
def test_a_table_of_when_stages_begin_and_end_is_passed_over(header):
    table = f'{{| class="wikitable"\n!{header}\n|-\n|Distrital||2 de febrero||30 de marzo\n|}}'
    assert dispositions(table) == {"ignored"}


def test_a_table_of_stages_with_results_is_not_passed_over():
    table = (
        "{|\n!Etapa!!Inicio!!Fin!!Resultado\n|-\n|Final||2 de mayo||3 de mayo||Alfa 2–1 Beta\n|}"
    )
    assert "ignored" not in dispositions(table)
