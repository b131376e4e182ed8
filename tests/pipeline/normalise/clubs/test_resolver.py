"""Who is meant: two clubs of one name stay two, one club of several names is one."""

from itertools import permutations

import pytest
from data_files import NO_CLUBS as EMPTY
from data_files import REFERENCE, read_club_file

from pipeline.facts import EntryFact, MatchFact, RegionFact
from pipeline.lineage import Span
from pipeline.normalise.clubs.candidates import describe_unresolved
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.resolver import Unresolved, build_resolver

FINAL = ("Final Stage", "Round 1")
NORTH, SOUTH = ("Regional Stage", "Region I"), ("Regional Stage", "Region II")


def entry(team, department, town=None, link=None, section=("Departmental Stage",)):
    return EntryFact(
        section=section, span=Span(0, 1), department=department, team=team, team_link=link,
        location=town, columns={},
    )  # fmt: skip


def match(home, away, home_link=None, away_link=None, section=FINAL):
    blank = "date date_text home_goals away_goals home_penalties away_penalties score_text"
    return MatchFact(
        section=section, span=Span(0, 1), home=home, home_link=home_link, away=away,
        away_link=away_link, status="unknown", extra_time=False,
        stadium=None, leg=None, round=None, **dict.fromkeys(blank.split()),
    )  # fmt: skip


def region(section, *departments):
    return RegionFact(section=section, span=Span(0, 1), region=section[-1], departments=departments)


def directory_of(season, facts, file):
    return build_resolver(season, facts, file, REFERENCE.departments)


def keys(facts, *mentions, file=EMPTY, season="2008"):
    clubs = directory_of(season, facts, file)
    found = [clubs.resolve(mention) for mention in mentions]
    return [one.club.key if isinstance(one, Unresolved) else one.key for one in found]


def written(tmp_path, *lines):
    path = tmp_path / "clubs.csv"
    path.write_text("\n".join(["key,name,department,town,link,from,to,same_as,source", *lines]))
    return read_club_file(path)


def test_one_club_by_link_full_name_and_short_name_is_one():
    facts = [entry("CNI", "Loreto", link="Colegio Nacional Iquitos")]
    mentions = [
        Mention("Colegio Nacional", "Colegio_Nacional_Iquitos", FINAL),
        Mention("Colegio Nacional Iquitos", None, FINAL),
        Mention("C.N.I.", None, FINAL),
    ]
    assert keys(facts, *mentions, file=REFERENCE.clubs) == ["cni"] * 3


def test_a_link_elsewhere_on_the_page_gives_the_listed_club_its_identity():
    facts = [entry("Espartanos", "Lima"), match("Espartanos", "X", home_link="Los Espartanos")]
    mentions = [Mention("Espartanos", link, FINAL) for link in (None, "Los Espartanos")]
    assert keys(facts, *mentions) == ["los-espartanos"] * 2
    assert directory_of("2008", facts, EMPTY).row_clubs[0].key == "los-espartanos"


def test_a_link_in_a_region_of_other_departments_is_not_the_listed_clubs():
    facts = [
        entry("Municipal", "Cusco", "Cusco"),
        region(NORTH, "Lima"),
        region(SOUTH, "Cusco"),
        match("Municipal", "X", home_link="Deportivo Municipal", section=NORTH),
    ]
    assert directory_of("2008", facts, EMPTY).row_clubs[0].key == "municipal-cusco"
    mentions = [
        Mention("Municipal", "Deportivo Municipal", NORTH),
        Mention("Municipal", None, SOUTH),
    ]
    assert keys(facts, *mentions) == ["deportivo-municipal", "municipal-cusco"]


@pytest.mark.parametrize("link", ["#Grupo A", "_", "?"])
def test_a_link_to_no_article_names_nobody(link):
    facts = [entry("Grau", "Piura", link=link), entry("Ugarte", "Puno"), match("Ugarte", "X", link)]
    mentions = [Mention(name, link, FINAL) for name in ("Grau", "Ugarte", "Boys")]
    found = keys(facts, *mentions)
    assert found == ["grau-piura", "ugarte-puno", "provisional-2008-boys"]


def test_one_link_in_lists_of_two_departments_merges_nobody():
    facts = [
        entry("Municipal", "Cusco", link="Deportivo Municipal"),
        entry("Municipal", "Junín", link="Deportivo Municipal"),
    ]
    assert [c.key for c in directory_of("2008", facts, EMPTY).row_clubs] == [
        "municipal-cusco",
        "municipal-junin",
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_two_clubs_of_one_name_in_a_department_are_parted_by_town_in_any_order(order):
    rows = [
        entry("Municipal (A)", "Huancavelica", "Acobamba"),
        entry("Municipal (A)", "Huancavelica", "Acoria"),
        entry("UNH", "Huancavelica", "Huancavelica"),
    ]
    clubs = directory_of("2008", [rows[place] for place in order], EMPTY).row_clubs
    assert {club.key for club in clubs} == {
        "municipal-a-huancavelica-acobamba",
        "municipal-a-huancavelica-acoria",
        "unh-huancavelica",
    }


def listed(*row, season="2008", file=EMPTY):
    return directory_of(season, [entry(*row)], file).row_clubs[0].key


@pytest.mark.parametrize(
    ("department", "town", "key"),
    [
        ("Huancavelica", "Acobamba", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "ACOBAMBA.", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "Acobamba, Huancavelica", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "Acobamba (Huancavelica)", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "Acobamba - Huancavelica", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "Acoria", "municipal-huancavelica-acoria"),
        ("Huancavelica", None, "municipal-huancavelica"),
        ("Huancavelica", "Huancavelica", "municipal-huancavelica"),
        ("Huancavelica", "Huancavelica, Huancavelica", "municipal-huancavelica"),
        ("Cusco", "Cuzco", "municipal-cusco"),
        ("Ancash", "Áncash", "municipal-ancash"),
        ("Pasco", "Cerro de Pasco", "municipal-pasco-cerro-de-pasco"),
        ("Lima", "Huacho / Huaral", "municipal-lima-huacho-huaral"),
        ("Lima", "Huaral, Callao", "municipal-lima-huaral-callao"),
        (None, "Talara", "municipal-piura-talara"),
        (None, "Sullana, Piura", "municipal-piura-sullana"),
        (None, None, "provisional-2008-listed-municipal"),
        (None, "Atlantis", "provisional-2008-listed-municipal-atlantis"),
        ("Atlantis", "Sea", "municipal-atlantis-sea"),
    ],
)
def test_a_listed_club_is_its_name_department_and_town(department, town, key):
    assert listed("Municipal", department, town) == key


def test_a_club_of_one_name_and_place_is_one_in_every_season_and_another_town_is_another():
    def keys_of(town):
        return {listed("Ugarte", "Puno", town, season=str(year)) for year in range(1967, 2026)}

    assert keys_of("Juliaca") == {"ugarte-puno-juliaca"}
    assert keys_of("Ilave") == {"ugarte-puno-ilave"}


@pytest.mark.parametrize(
    ("town", "key"),
    [
        ("Talara", "torino"),
        (None, "torino"),
        ("Sullana", "torino-piura-sullana"),
        ("Piura", "torino-piura"),
    ],
)
@pytest.mark.parametrize("more", ["", "torino,Torino,any,,,2008,2008,,page"])
def test_a_line_with_a_town_speaks_of_no_other_town(tmp_path, town, key, more):
    file = written(tmp_path, "torino,Torino,PE-PIU,Talara,,,,,page", more)
    assert listed("Torino", "Piura", town, file=file) == key


@pytest.mark.parametrize(
    ("town", "same_as", "found"),
    [
        ("Talara", "", "torino-piura-piura"),
        ("Piura", "", "torino-piura"),
        ("Piura", "torino-piura-talara", "torino-piura-talara"),
    ],
)
def test_a_key_of_the_file_is_not_taken_by_a_club_of_another_town(tmp_path, town, same_as, found):
    file = written(
        tmp_path,
        f"torino-piura,Torino,PE-PIU,{town},,2001,2001,{same_as},page",
        "torino-piura-talara,Torino,PE-PIU,Talara,,2001,2001,,page",
    )
    assert listed("Torino", "Piura", "Piura", file=file) == found


def test_a_line_without_a_town_speaks_of_the_whole_department(tmp_path):
    file = written(tmp_path, "torino,Torino,PE-PIU,,,,,,page")
    assert listed("Torino", "Piura", "Sullana", file=file) == "torino"


def test_a_list_that_repeats_a_club_with_less_is_of_one_club():
    facts = [entry("Ugarte", "Puno"), entry("Ugarte", "Puno", "Puno")]
    first, second = directory_of("2008", facts, EMPTY).row_clubs
    assert first == second
    assert keys(facts, Mention("Ugarte", None, FINAL)) == ["ugarte-puno"]


FINALISTS = ("Final Stage",)


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("Puno", "Juliaca"), (None, None, None, FINALISTS)], ["ugarte-puno-juliaca"]),
        ([("Puno", "Juliaca"), ("Puno", None, None, FINALISTS)], ["ugarte-puno-juliaca"]),
        ([("Junín", "Tarma"), ("Junín", "Junín", None, FINALISTS)], ["ugarte-junin-tarma"]),
        ([("Puno", "Juliaca", "Ugarte FC"), ("Puno", "Juliaca", None, FINALISTS)], ["ugarte-fc"]),
        ([("Puno", None, "Ugarte FC"), ("Puno", "Juliaca", None, FINALISTS)], ["ugarte-fc"]),
        ([("Puno", "Juliaca"), ("Puno", None)], ["ugarte-puno", "ugarte-puno-juliaca"]),
        (
            [("Puno", "Juliaca"), ("Puno", "Puno", None, FINALISTS)],
            ["ugarte-puno", "ugarte-puno-juliaca"],
        ),
        (
            [("Puno", "Juliaca"), ("Tacna", None, None, FINALISTS)],
            ["ugarte-puno-juliaca", "ugarte-tacna"],
        ),
        (
            [("Puno", "Juli"), ("Tacna", "Ite"), (None, None, None, FINALISTS)],
            ["provisional-2008-listed-ugarte", "ugarte-puno-juli", "ugarte-tacna-ite"],
        ),
        (
            [("Lma", "Juli"), ("Xyz", None, None, FINALISTS)],
            ["ugarte-lma-juli", "ugarte-xyz"],
        ),
        (
            [("Puno", "Juli", None, SOUTH), (None, None, None, NORTH)],
            ["provisional-2008-listed-ugarte", "ugarte-puno-juli"],
        ),
    ],
)
def test_another_list_of_the_season_that_says_less_repeats_its_club(rows, found, turn):
    facts = [
        entry("Ugarte", *row[:3], **({"section": row[3]} if row[3:] else {}))
        for row in rows[::turn]
    ]
    assert sorted({club.key for club in directory_of("2008", facts, EMPTY).row_clubs}) == found


def test_clubs_of_one_name_without_a_department_are_of_their_season():
    seasons = ("1982", "1983")
    found = [listed("Ugarte", None, season=season) for season in seasons]
    assert found == [f"provisional-{season}-listed-ugarte" for season in seasons]


@pytest.mark.parametrize(
    ("rows", "inside", "key"),
    [
        ([("Junín", "Tarma")], "Tarma", "universitario-junin-tarma"),
        ([("Junín", "Tarma")], "Junín", "universitario-junin-tarma"),
        ([("Junín", "Tarma")], "Huancayo", "provisional-2008-universitario-huancayo"),
        ([("Junín", None)], "Huancayo", "universitario-junin"),
        ([("Lima", "Sayán")], "SAYAN", "universitario-lima-sayan"),
        ([("Junín", "Tarma"), ("Junín", "Jauja")], "Jauja", "universitario-junin-jauja"),
        ([("Junín", "Tarma"), ("Junín", "Jauja")], "Junín", "provisional-2008-universitario-junin"),
        ([("Puno", "Puno"), ("Puno", "Juli")], "Puno", "universitario-puno"),
    ],
)
def test_a_town_in_brackets_is_the_town_of_the_list(rows, inside, key):
    facts = [entry("Universitario", *row) for row in rows]
    assert keys(facts, Mention(f"Universitario ({inside})", None, FINAL)) == [key]


@pytest.mark.parametrize(
    ("inside", "key"),
    [("Talara", "torino"), ("Piura", "provisional-2008-torino-piura"),
     ("Sullana", "provisional-2008-torino-sullana")],
)  # fmt: skip
def test_a_town_in_brackets_is_the_town_of_the_line(tmp_path, inside, key):
    file = written(tmp_path, "torino,Torino,PE-PIU,Talara,,,,,page")
    assert keys([], Mention(f"Torino ({inside})", None, FINAL), file=file) == [key]


def test_the_region_of_a_section_parts_clubs_of_one_name():
    facts = [
        entry("Alfonso Ugarte", "Puno"),
        entry("Alfonso Ugarte", "La Libertad"),
        region(NORTH, "La Libertad"),
        region(SOUTH, "Puno"),
    ]
    mentions = [Mention("Alfonso Ugarte", None, section) for section in (NORTH, SOUTH, FINAL)]
    assert keys(facts, *mentions) == [
        "alfonso-ugarte-la-libertad",
        "alfonso-ugarte-puno",
        "provisional-2008-alfonso-ugarte",
    ]


def test_a_listed_club_of_another_region_is_not_meant():
    facts = [entry("Grau", "Piura"), region(NORTH, "Piura"), region(SOUTH, "Puno")]
    assert keys(facts, Mention("Grau", None, SOUTH)) == ["provisional-2008-grau"]


def test_a_link_in_one_group_says_nothing_of_another_group():
    facts = [match("Municipal", "X", home_link="Deportivo Municipal", section=NORTH)]
    mentions = [Mention("Municipal", None, section) for section in (NORTH, FINAL, SOUTH)]
    assert keys(facts, *mentions) == [
        "deportivo-municipal",
        "deportivo-municipal",
        "provisional-2008-municipal",
    ]


@pytest.mark.parametrize(
    ("departments", "rows", "key"),
    [
        (["Piura"], [], "torino"),
        (["Piura", "Tumbes"], [], "provisional-2008-torino"),
        (["Piura"], [entry("Grau", "Piura")], "provisional-2008-torino"),
        (["Piura", "Tumbes"], [entry("Torino", "Piura")], "torino"),
    ],
    ids=["its department", "one of two departments", "not in its list", "listed"],
)
def test_a_club_of_the_file_is_meant_where_nothing_but_its_department_can_be(
    tmp_path, departments, rows, key
):
    file = written(tmp_path, "torino,Torino,PE-PIU,Talara,,,,,page")
    facts = [*rows, region(NORTH, *departments)]
    assert keys(facts, Mention("Torino", None, NORTH), file=file) == [key]


def test_a_place_in_brackets_is_evidence():
    facts = [entry("Universitario", "Puno"), entry("Universitario", "Junín", "Tarma")]
    mentions = [Mention(f"Universitario ({at})", None, FINAL) for at in ("Puno", "Tarma", "Lima")]
    assert keys(facts, *mentions) == [
        "universitario-puno",
        "universitario-junin-tarma",
        "provisional-2008-universitario-lima",
    ]


def test_a_status_is_told_from_a_part_of_the_name():
    facts = [entry("San Antonio (C)", "Cusco"), entry("Binacional", "Puno")]
    names = ("San Antonio (C)", "Binacional (C)")
    in_table = [Mention(name, None, FINAL, in_table=True) for name in names]
    assert keys(facts, *in_table) == ["san-antonio-c-cusco", "binacional-puno"]
    assert keys(facts, Mention("Binacional (C)", None, FINAL)) == ["provisional-2008-binacional-c"]


def test_likeness_settles_nothing_and_is_shown():
    facts = [entry("Octavio Espinosa", "Ica")]
    clubs = directory_of("2008", facts, EMPTY)
    mention = Mention("Octavio Espinoza", None, FINAL)
    found = clubs.resolve(mention)
    assert isinstance(found, Unresolved)
    assert "octavio-espinosa-ica (spelling 'Octavio Espinosa', 94 of 100)" in describe_unresolved(
        mention, found, clubs, "2008 Copa Perú"
    )


@pytest.mark.parametrize(
    ("mention", "key"),
    [
        (Mention("Espinoza", None, FINAL), "octavio-espinosa-ica"),
        (Mention("Desconocido FC", None, FINAL), "desconocido-fc-2008"),
        (Mention("Grau", None, FINAL), "grau-piura"),
        (Mention("Octavio Espinosa", "Club Octavio Espinoza", FINAL), "octavio-espinosa-ica"),
    ],
)
def test_the_line_of_a_finding_settles_the_name(tmp_path, mention, key):
    facts = [entry("Octavio Espinosa", "Ica", link="Octavio Espinosa (Ica)"),
             entry("Grau", "Piura"), entry("Grau", "Puno")]  # fmt: skip
    clubs = directory_of("2008", facts, EMPTY)
    said = describe_unresolved(mention, clubs.resolve(mention), clubs, "2008 Copa Perú")
    pasted = said.partition("clubs.csv: ")[2].split(" and ")
    file = written(tmp_path, *pasted)
    settled = directory_of("2008", facts, file)
    assert keys(facts, mention, file=file) == [key]
    assert {club.key for club in settled.row_clubs} == {club.key for club in clubs.row_clubs}
    in_next = directory_of("2009", [entry("Grau", "Piura", "Paita"), *facts[2:]], file)
    assert in_next.row_clubs[0].key == "grau-piura-paita"
    elsewhere = Mention(mention.printed, None, FINAL)
    assert keys([], elsewhere, file=file, season="2009")[0].startswith("provisional-2009")


def test_the_lines_for_lists_without_departments_keep_two_towns_apart(tmp_path):
    facts = [entry("Grau", None, "Nowhere"), entry("Grau", None, "Elsewhere")]
    clubs = directory_of("2008", facts, EMPTY)
    pasted = []
    for club in clubs.row_clubs:
        unsettled = Unresolved("unknown-club", club)
        said = describe_unresolved(Mention("Grau", None, FINAL), unsettled, clubs, "2008 Copa Perú")
        assert "candidates: provisional" not in said
        pasted.append(said.partition("clubs.csv: ")[2])
    settled = directory_of("2008", facts, written(tmp_path, *pasted)).row_clubs
    assert [club.key for club in settled] == ["grau-nowhere-2008", "grau-elsewhere-2008"]


def test_a_name_has_a_period(tmp_path):
    file = written(
        tmp_path,
        "old,Juan Aurich,PE-LAM,,,,1992,,page",
        "new,Juan Aurich,PE-LAM,,,1993,,,page",
    )
    row = [entry("Juan Aurich", "Lambayeque")]
    assert [directory_of(year, row, file).row_clubs[0].key for year in ("1967", "1997")] == [
        "old",
        "new",
    ]
