# ruff: noqa: E501
"""sources.csv."""

import pytest

from factdiff.articles import read_story
from factdiff.articles.manifest import read_manifest
from factdiff.errors import StoryError


def write(story, text, encoding="utf-8"):
    (story / "sources.csv").write_bytes(text.encode(encoding))


def row(story, article_id="a"):
    return read_story(story).articles.set_index("article_id").loc[article_id]


def test_the_manifest_goes_before_everything(story):
    write(
        story,
        "article_id,outlet,title,published,url,note\n"
        'a,The Gazette,"Bridge falls, 35 dead",2018-08-14T12:00+02:00,https://www.bbc.co.uk/2018/01/01/x,seen in print\n',
    )
    found = row(story)
    assert found.outlet == "The Gazette"
    assert found.title == "Bridge falls, 35 dead"
    assert (found.published, found.published_precision) == ("2018-08-14T12:00+02:00", "minute")
    assert found.published_from == "manifest"
    assert found.url == "https://www.bbc.co.uk/2018/01/01/x"


@pytest.mark.parametrize("name", ["a", "a.txt"])
def test_every_column_but_article_id_may_be_missing(story, name):
    write(story, f"outlet,article_id\nGazette,{name}\n")
    assert row(story).outlet == "Gazette"


def test_empty_cells_fall_back_on_the_page(story):
    write(story, "article_id,outlet,title,published,url,note\na,,,,,\n")
    assert row(story).title == "Bridge collapses in Genoa"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_spreadsheets_write_other_encodings(story, encoding):
    write(story, "article_id,outlet\r\na,Süddeutsche Zeitung – Ausland\r\n", encoding)
    assert row(story).outlet == "Süddeutsche Zeitung – Ausland"


def test_an_empty_manifest_says_nothing(story):
    write(story, "\n\n")
    assert row(story).outlet == ""


def test_no_manifest(story):
    assert read_manifest(story) == {}


def test_a_file_without_a_row_is_no_error(story):
    (story / "b.txt").write_text("Ten people died when a ferry sank off Kirva on Monday, police said.")
    write(story, "article_id,outlet\na,Gazette\n")
    assert row(story, "b").set_aside == ""


def test_a_row_without_a_file_is_set_aside(story):
    write(story, "article_id,outlet,published\na,Gazette,\nmissing,Courier,2018-08\n")
    found = row(story, "missing")
    assert found.set_aside == "line 3 of sources.csv names it, but there is no such file: add it, or delete the line"
    assert (found.path, found.outlet, found.published) == ("sources.csv", "Courier", "2018-08")
    assert row(story).set_aside == ""


@pytest.mark.parametrize(
    "name", ["../x", "/etc/passwd", "..", "sub/a", r"..\x", r"C:\x", "C:x", "../../story/a", ".", "a/../../x"]
)
def test_a_path_that_leaves_the_folder(story, name):
    write(story, f"article_id,outlet\n{name},Gazette\n")
    with pytest.raises(StoryError, match=r"sources\.csv, line 2: article_id .* leaves the folder\. Give the name"):
        read_story(story)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("outlet,title\nGazette,x\n", "line 1: no column article_id"),
        ("article_id;outlet\na;Gazette\n", "Separate the cells with commas"),
        ("article_id,author\na,x\n", "line 1: unknown column 'author'"),
        ("article_id,path\na,../../x\n", "line 1: unknown column 'path'"),
        ("article_id,outlet,outlet\na,x,y\n", "line 1: column 'outlet' stands twice"),
        ("article_id,outlet\na,Bridges, falling\n", "line 2: 3 cells, but 2 columns. Quote cells"),
        ("article_id,outlet\na,x\n\na,y\n", "line 4: 'a' has a row on line 2 already. Delete one"),
        ("article_id,outlet\n,x\n", "line 2: no article_id"),
        (
            "article_id,published\na,yesterday\n",
            "line 2: published 'yesterday' is no ISO 8601 time. Write 2026-01",
        ),
        ("article_id,published\na,2026-02-30\n", "line 2: published '2026-02-30'"),
        ("article_id,published\na,2026\n", "line 2: published '2026'"),
    ],
)
def test_a_wrong_manifest_names_the_line_and_the_cure(story, text, message):
    write(story, text)
    with pytest.raises(StoryError) as error:
        read_story(story)
    assert message in str(error.value)
    assert "sources.csv" in str(error.value)


def test_a_manifest_that_is_no_text(story):
    (story / "sources.csv").write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(StoryError, match="Save it as a CSV file in UTF-8"):
        read_story(story)


def test_a_quoted_cell_may_have_line_breaks(story):
    write(story, 'article_id,note,outlet\na,"first\nsecond",Gazette\nb,,x\n')
    assert row(story).outlet == "Gazette"
    assert "line 4" in row(story, "b").set_aside
