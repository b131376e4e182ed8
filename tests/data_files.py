"""The data files of the program, read once for all tests, and small ones of their own."""

from pipeline.reference import read_reference
from pipeline.reference.clubs import ClubFile, read_clubs

REFERENCE = read_reference()
CODES = [department.code for department in REFERENCE.departments.all]
NO_CLUBS = ClubFile("clubs.csv", (), {}, {}, {})


def read_club_file(path):
    """Read a file of clubs that a test wrote."""
    return read_clubs(path, CODES, path.name)
