"""The file of clubs: as we write it or as a spreadsheet gives it back, and what is wrong in it."""

import pytest
from data_files import CODES, REFERENCE, read_club_file

from pipeline.reference.club_problems import find_double_meanings, find_unused_lines
from pipeline.reference.clubs import find_wrong_lines, read_club_lines
from pipeline.reference.data_file import DataFileError

HEADER = "key,name,department,town,link,from,to,same_as,source"


@pytest.fixture
def written(tmp_path):
    def write(*lines, encoding="utf-8", mark=","):
        path = tmp_path / "clubs.csv"
        text = "\r\n".join([HEADER, *lines]).replace(",", mark)
        path.write_bytes(text.encode(encoding))
        return path

    return write


def found(path):
    lines = read_club_lines(path)
    wrong = [
        f"{line.number}: {column}: {text}" for line, column, text in find_wrong_lines(lines, CODES)
    ]
    return wrong + [f"{line.number}: {text}" for line, text in find_double_meanings(lines)]


def test_the_file_of_the_program_has_no_problem():
    assert list(find_wrong_lines(REFERENCE.clubs.lines, CODES)) == []
    assert list(find_double_meanings(REFERENCE.clubs.lines)) == []


def test_the_file_may_come_back_from_a_spreadsheet(written):
    path = written("peñarol,Peñarol,PE-LIM,,,,,,page", encoding="utf-8-sig", mark=";")
    assert read_club_file(path).clubs["peñarol"].name == "Peñarol"


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["a,Grau,PE-PIU,,,,,,p", "b,GRÁU,PE-PIU,,,,,,p"], "3: the name 'GRÁU' means 'a'"),
        (["a,Grau,any,,,,,,p", "b,Grau,PE-PUN,,,,,,p"], "3: the name 'Grau' means 'a'"),
        (["a,A,PE-PIU,,L,,,,p", "b,B,PE-PIU,,L,,,,p"], "3: the link 'L' means 'a'"),
        (["a,A,PE-PIU,,,,,b,p", "b,B,PE-PIU,,,,,a,p"], "2: same_as: a cycle through 'a'"),
        (["a,A,PE-PIU,,,,,c,p"], "2: same_as: 'c' is not a key in this file"),
        (["a,A,PE-PIU,,,,,,p", "a,B,PE-PIU,,,,,b,p"], "3: same_as: it belongs in the first line"),
        (["a,A,Piura,,,,,,p"], "2: department: no department 'Piura'"),
        (["a,A,PE-PIU,,,1990,1980,,p"], "2: to: the seasons end before they begin"),
        (["a,A,PE-PIU,,,,,,"], "2: source: no source"),
        (["a,,PE-PIU,,,,,,p"], "2: name: a line needs a name"),
    ],
)
def test_a_problem_is_told_with_its_line(written, lines, problem):
    assert any(text.startswith(problem) for text in found(written(*lines)))


@pytest.mark.parametrize(
    "lines",
    [
        ["a,Grau,PE-PIU,,,,,,p", "b,Grau,PE-PUN,,,,,,p"],
        ["a,Grau,PE-PIU,,,,1992,,p", "b,Grau,PE-PIU,,,1993,,,p"],
        ["a,Grau,PE-PIU,Piura,,,,,p", "b,Grau,PE-PIU,Sullana,,,,,p"],
        ["a,Grau,any,,,1982,1982,,p", "b,Grau,PE-PUN,,,,,,p"],
        ["a,Grau,PE-PIU,,,,,,p", "a,Grau,any,,,,,,p"],
    ],
    ids=["department", "seasons", "town", "anywhere in one season", "one club"],
)
def test_a_scope_parts_two_meanings(written, lines):
    assert found(written(*lines)) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"key,name\na,A", "clubs.csv:1: no column department"),
        (f"{HEADER}\na,A,PE-PIU,,,soon,,,p".encode(), "clubs.csv:2: from: 'soon' is not a season"),
        (
            f"{HEADER}\na,A,PE-PIU,,,19975,,,p".encode(),
            "clubs.csv:2: from: '19975' is not a season",
        ),
        (f"{HEADER}\na,A,PE-PIU,,,²,,,p".encode(), "clubs.csv:2: from: '²' is not a season"),
        (f"{HEADER}\na,A,PE-PIU,,,,,,p,,x".encode(), "clubs.csv:2: more cells than columns"),
        (f"{HEADER}\n\na,Ñ,PE-PIU,,,,,,p".encode("latin-1"), "clubs.csv:3: not UTF-8"),
        (f'{HEADER}\n\na,"A,PE-PIU,,,,,,p\nb,B,PE-PIU,,,,,,p'.encode(), "clubs.csv:3: unexpected"),
        (f"{HEADER}\na,{'A' * 200000},PE-PIU,,,,,,p".encode(), "clubs.csv:2: field larger"),
        (f"{HEADER}\na,A,PE-PIU,,,,,a,p".encode(), "clubs.csv:2: same_as: a cycle through 'a'"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, content, message):
    path = tmp_path / "clubs.csv"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match=message):
        read_club_file(path)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";"])
def test_trailing_cells_and_cells_of_two_lines_are_read(tmp_path, end, mark):
    path = tmp_path / "clubs.csv"
    lines = [f"\ufeff{HEADER},,", 'a,"A', 'B",PE-PIU,,,,,,p,,,', ",,,,,,,,,,", "b,C,PE-PIU,,,,,,p"]
    path.write_bytes(end.join(lines).replace(",", mark).encode())
    read = read_club_lines(path)
    assert [(line.number, line.name, line.source) for line in read] == [
        (2, "A B", "p"),
        (5, "C", "p"),
    ]


def test_two_keys_of_one_club_are_one(written):
    file = read_club_file(written("a,Ugarte,PE-PUN,,,,,b,p", "b,Alfonso Ugarte,PE-PUN,,,,,,p"))
    assert file.clubs["a"] is file.clubs["b"] or file.clubs["a"] == file.clubs["b"]


def test_a_line_that_no_page_needs_is_unused(written):
    path = written("a,Grau,PE-PIU,,,,,,p", "a,Atlético,any,,,1982,1982,,p")
    printed = [("1997", "GRAU"), ("1997", "Atlético")]
    unused = find_unused_lines(read_club_lines(path), printed)
    assert [line.number for line in unused] == [3]
