"""Text that breaks programs, wherever a page has text: loaded alike by both engines."""

import json
import random
import shutil

import pytest
from test_cli import PAGE, run

from schema import database

RANDOM = random.Random(1997)  # noqa: S311  # text that no index can compress
TEXTS = {
    "an injection": "Robert'); DROP TABLE match;--",
    "10,000 characters": "".join(RANDOM.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=10_000)),
    "10,000 wide characters": "".join(map(chr, RANDOM.choices(range(0x4E00, 0x9FA5), k=10_000))),
    "from right to left": "نادي \u202eالأهلي",
    "NUL": "Juan\0 Aurich",
    "emoji": "😀👩‍👩‍👧🇵🇪",
    "half a character": "&#xD800;x",
    "a number for no column": "9" * 30,
}
FACTS = {  # what the page says: what it says instead
    "| team1 = Deportivo Universitario": "| team1 = {}",
    "| date = 7 December 1997": "| date = {}",
    "| score = 2–1": "| score = {}",
    "| stadium =\n": "| stadium = {}\n| referee = {}\n| time = 1 {}\n| attendance = {}\n"
    "| goals1 = {} 12', [[{}|{}]] {{goal|{}}}\n",
    "=== Round 3 ===": "=== {} ===",
    "== Final Stage ==": "== {} ==",
    "| Sachapuyos\n": "| {}\n",
    "| Amazonas\n| ": "| {}\n| ",
    "| winners = Juan Aurich": "| winners = {}",
    "| prevseason = 1996": "| prevseason = {}",
    "[[Colegio Nacional Iquitos|CNI]]": "[[{}|CNI]]",
    "[[1998 Torneo Descentralizado]]": "[[{}]]",
    "all 24 departments": "all {} departments",
}
PAGES = [
    FACTS,
    {"| season = ": "| season = {} "},
    {"| season = 1997\n": "| season = {}\n"},
    {"{{Short description": "= {} =\n{{Short description"},
]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_of_any_kind_is_loaded_alike(text, tmp_path, sqlite_template, new_postgresql):
    for year, places in enumerate(PAGES, start=1980):
        page = PAGE.read_text(encoding="utf-8")
        for old, new in places.items():
            assert old in page
            page = page.replace(old, new.replace("{}", text))
        file = tmp_path / f"{year} Copa Perú.wikitext"
        file.write_text(page.replace("1997", str(year)), encoding="utf-8", newline="")
    urls = [f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'a.sqlite')}", new_postgresql]

    first, again = ([ingested(tmp_path, url) for url in urls] for _ in range(2))

    assert first[0] == first[1]
    assert first[0]["refused"] == first[0]["held"] == []
    assert [(done["inserted"], done["updated"], done["deleted"]) for done in again] == [
        (0,) * 3
    ] * 2
    assert len({hashed(url) for url in urls}) == 1


def ingested(folder, url):
    done = run("ingest", folder, "--database-url", url, cwd=folder)
    return json.loads(done.stdout)


def hashed(url):
    engine = database.engine(url)
    try:
        assert database.differences(engine) == []
        return database.content_hash(engine)
    finally:
        engine.dispose()
