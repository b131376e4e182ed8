"""Files to revisions: titles, revision numbers, the manifest, what is no page."""

import hashlib

import pytest

from pipeline.snapshot import UnreadablePageError, line_to_paste, pages, read

MANIFEST = "title,site,revision_id,timestamp,sha256,licence,path,sources\n"


@pytest.fixture
def store(tmp_path):
    """Write a page below a manifest that knows it."""

    def write(text, title="1997 Copa Perú", number="", digest=None):
        (tmp_path / "wiki").mkdir(exist_ok=True)
        page = tmp_path / "wiki/page@7.wikitext"
        page.write_bytes(text.encode())
        digest = digest or hashlib.sha256(text.encode()).hexdigest()
        line = f"{title},en.wikipedia.org,{number},,{digest},CC BY-SA 4.0,wiki/page@7.wikitext,\n"
        (tmp_path / "manifest.csv").write_text(MANIFEST + line, encoding="utf-8")
        return page

    return write


@pytest.mark.parametrize(
    ("name", "text", "title", "number"),
    [
        ("1997_Copa_Perú@123.wikitext", "text", "1997 Copa Perú", 123),
        ("1997_Copa_Perú.wiki", "\n\n= Another title =\ntext", "Another title", None),
        ("a.txt", "== Level two ==\ntext", "a", None),
        ("a.txt", "\ufeff= Marked =\r\ntext", "Marked", None),
    ],
)
def test_title_and_revision_come_from_the_page_or_its_name(tmp_path, name, text, title, number):
    path = tmp_path / name
    path.write_bytes(text.encode())
    revision = read(path)
    assert (revision.title, revision.revision_id, revision.site) == (title, number, "")


def test_the_manifest_comes_first(store):
    revision = read(store("= Another title =", number="99"))
    assert (revision.title, revision.revision_id) == ("1997 Copa Perú", 99)
    assert (revision.site, revision.licence) == ("en.wikipedia.org", "CC BY-SA 4.0")


def test_line_ends_are_kept(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\r\n")
    revision = read(tmp_path / "a.txt")
    assert revision.text == "one\r\ntwo\r\n"
    assert revision.line(5) == 2


def test_a_page_that_is_not_what_was_stored_is_refused(store):
    with pytest.raises(UnreadablePageError, match="its manifest says 0000") as refused:
        read(store("text", digest="0000"))
    assert refused.value.title == "1997 Copa Perú"


def test_a_page_of_a_wiki_needs_its_checksum(store):
    with pytest.raises(UnreadablePageError, match="its manifest says none"):
        read(store("text", digest=" "))


def test_a_page_of_our_own_may_change_until_it_has_a_checksum(tmp_path):
    (tmp_path / "own").mkdir()
    page = tmp_path / "own/page.txt"
    page.write_text("text", encoding="utf-8")
    line = "1998 Copa Perú,own,,,,CC0-1.0,own/page.txt,\n"
    (tmp_path / "manifest.csv").write_text(MANIFEST + line, encoding="utf-8")
    assert (read(page).title, read(page).site) == ("1998 Copa Perú", "own")
    pasted = line_to_paste(read(page), "a newspaper, page 7")
    assert pasted == (
        "1998 Copa Perú,own,,,982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1,"
        'CC0-1.0,own/page.txt,"a newspaper, page 7"'
    )
    (tmp_path / "manifest.csv").write_text(f"{MANIFEST}{pasted}\n", encoding="utf-8")
    assert read(page).sha256 == pasted.split(",")[4]


def test_a_page_below_the_folder_of_a_wiki_is_listed_as_that_wikis(tmp_path):
    (tmp_path / "manifest.csv").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "en.wikipedia.org").mkdir()
    page = tmp_path / "en.wikipedia.org/1998_Copa_Perú@77.wikitext"
    page.write_text("text", encoding="utf-8")
    title, site, number, *_, licence, path, _ = line_to_paste(read(page)).split(",")
    assert (title, site, number) == ("1998 Copa Perú", "en.wikipedia.org", "77")
    assert (licence, path) == ("CC BY-SA 4.0", "en.wikipedia.org/1998_Copa_Perú@77.wikitext")


def test_an_empty_page_still_has_a_title(store):
    with pytest.raises(UnreadablePageError, match="is empty") as refused:
        read(store(" \n"))
    assert refused.value.title == "1997 Copa Perú"


def test_folders_give_their_page_files_in_order(tmp_path):
    for name in ("b.txt", "a.wiki", "c.md", "d/e.wikitext", "manifest.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in pages([tmp_path])]
    assert found == ["a.wiki", "b.txt", "d/e.wikitext"]


def test_a_number_that_no_wiki_has_reached_is_no_revision(tmp_path):
    file = tmp_path / "1997_Copa_Perú@99999999999.wikitext"
    file.write_text("x", encoding="utf-8")

    assert read(file).revision_id is None


def test_a_revision_that_is_no_number_is_told_with_the_manifest(store):
    with pytest.raises(UnreadablePageError, match=r"manifest.csv: revision_id '12x'"):
        read(store("words", number="12x"))
