"""No regular expression of the package takes more than linear time on what it is used for."""

import importlib
import inspect
import pkgutil
import re
import time

import pytest

import pipeline

# what makes a pattern try again and again: runs of what its parts share
UNITS = (
    *"a \n1([{|*=-'<á",
    *("a ", "1-", "1–0 ", "a vs ", ",- (", "(a", "a, ", "1 de ", "12 de ", "{{a|", "[[a|", "<a "),
    *("region i includes ", "champion promoted to ", "campeón ", "se jugó el ", "team1 "),
    *("a.", "__A"),
    *("\n|", "\n ", "rowspan=", "fecha ", "{{abbr|", "1/", "2-1 (", "grupo "),
)
LENGTH = 8_000
LINE_LENGTH = 2_000  # the readers of lines look at no longer line
TIMES_LONGER = 4  # of four times the text a quadratic pattern takes 16 times as long
MOST_TIMES_SLOWER = 8
UNNOTICED = 0.02  # seconds at the whole length; less than this is noise on a busy machine

_METHODS = "(search|match|fullmatch|finditer|sub|split)"

# patterns whose texts are never long runs of what makes them slow
BOUNDED = {
    "extract.text.line_form._BETWEEN": "no line of more than 250 characters is a match",
    "extract.text.line_form._BETWEEN_TEAMS": "no line of more than 250 characters is a match",
    "extract.text.line_form._GOALS_OF_EACH": "no line of more than 250 characters is a match",
    "extract.text.line_form._GOALS_WITHOUT_MARK": "no line of more than 250 characters is a match",
    "extract.text.line_form._LAST": "no line of more than 250 characters is a match",
    "extract.text.line_form._NOTE_AT_END": "no line of more than 250 characters is a match",
    "extract.text.prose._BETWEEN_NAMES": "no sentence of 600 characters is a statement",
    "normalise.corrections._HEADING": "no line with 200 equals signs is a heading",
    "values.dates._TAIL": "no text of 200 characters is a date",
}


def patterns():
    """Each pattern with the methods that its module calls on it."""
    for found in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        module = importlib.import_module(found.name)
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            where = f"{found.name}.{name}".removeprefix("pipeline.")
            if not isinstance(value, re.Pattern) or where in BOUNDED:
                continue
            methods = set(re.findall(rf"\b{name}\.{_METHODS}\b", source))
            if methods:
                length = LINE_LENGTH if where.startswith("extract.text.") else LENGTH
                yield pytest.param(value, sorted(methods), length, id=where)


@pytest.mark.slow
@pytest.mark.parametrize(("pattern", "methods", "length"), list(patterns()))
def test_a_pattern_is_linear(pattern, methods, length):
    calls = {
        "search": pattern.search,
        "match": pattern.match,
        "fullmatch": pattern.fullmatch,
        "finditer": lambda text: list(pattern.finditer(text)),
        "sub": lambda text: pattern.sub("", text),
        "split": pattern.split,
    }
    for unit in UNITS:
        for tail in ("", "!"):
            for method in methods:
                assert is_linear(calls[method], unit, tail, length), (unit, tail, method)


def is_linear(call, unit, tail, length):
    """Whether a text of the units takes about as much longer as it is longer than a quarter."""
    text = (unit * length)[:length] + tail
    if seconds_of(call, text) < UNNOTICED:
        return True
    quarter = text[: length // TIMES_LONGER] + tail
    fastest = min(seconds_of(call, text) for _ in range(3))
    fastest_of_quarter = min(seconds_of(call, quarter) for _ in range(3))
    return fastest < UNNOTICED or fastest < MOST_TIMES_SLOWER * fastest_of_quarter


def seconds_of(call, text):
    started = time.process_time()
    call(text)
    return time.process_time() - started
