"""Story folders, good and bad."""

import hashlib
import os
import sys

import pandas as pd
import pytest

from factdiff.articles import Corpus, read_story
from factdiff.articles.files import make_article_id
from factdiff.errors import StoryError
from factdiff.tables import SCHEMAS

ARTICLE = (
    "Bridge collapses in Genoa\n\n"
    "At least 35 people were killed when a bridge collapsed in Genoa on Tuesday, police said.\n\n"
    "The mayor said the bridge had been inspected in May.\n"
)
OTHER = "Ten people died when a ferry sank off Kirva on Monday, police said. The captain was arrested.\n"


def reasons(corpus: Corpus) -> dict[str, str]:
    return dict(zip(corpus.articles.article_id, corpus.articles.set_aside, strict=True))


def test_a_story_of_one_article(story, show):
    corpus = read_story(story)
    assert list(corpus.texts) == ["a"]
    assert show(corpus, "a") == [
        ("headline", 0, "Bridge collapses in Genoa"),
        (
            "body",
            0,
            "At least 35 people were killed when a bridge collapsed in Genoa on Tuesday, police said.",
        ),
        ("body", 0, "The mayor said the bridge had been inspected in May."),
    ]
    row = corpus.articles.iloc[0]
    assert (row.path, row.lang, row.n_words, row.set_aside, row.origin_id) == ("a.txt", "en", 30, "", "")
    assert (row.published, row.published_precision, row.published_from) == ("", "unknown", "unknown")
    assert row.sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()


def test_the_tables_have_their_columns(story):
    corpus = read_story(str(story))
    assert list(corpus.articles.columns) == list(SCHEMAS["articles"].columns)
    assert list(corpus.sections.columns) == ["article_id", "start", "end", "section", "item"]
    assert corpus.sections.start.dtype == "int64"


def test_a_missing_folder(tmp_path):
    with pytest.raises(StoryError, match=r"nowhere: there is no such folder\. Check the path"):
        read_story(tmp_path / "nowhere")


def test_a_file_for_a_folder(story):
    with pytest.raises(StoryError, match=r"a\.txt: is a file, not a folder\. Give the folder"):
        read_story(story / "a.txt")


def test_an_empty_folder(tmp_path):
    with pytest.raises(StoryError, match=r"holds no articles\. Put one file per article into it \(\.txt, \.md"):
        read_story(tmp_path)


def test_a_folder_of_folders(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text(ARTICLE)
    with pytest.raises(StoryError, match="subfolders aren't read"):
        read_story(tmp_path)


def test_what_lies_beside_the_articles_is_no_article(read):
    beside = [
        "README.md",
        "readme.txt",
        "gold.json",
        "decisions.toml",
        "decisions.yaml",
        ".hidden.txt",
        "LICENSE",
    ]
    corpus = read({"a.txt": ARTICLE, **dict.fromkeys(beside, "x: 1")})
    assert list(corpus.articles.article_id) == ["a"]


def test_subfolders_are_not_read(story):
    (story / "old.txt").mkdir()
    (story / "more").mkdir()
    (story / "more" / "b.txt").write_text(OTHER)
    assert list(read_story(story).texts) == ["a"]


@pytest.mark.parametrize("content", ["", " \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "* * *\n---\n"])
@pytest.mark.parametrize("name", ["e.txt", "e.md"])
def test_an_empty_file_is_set_aside(read, content, name):
    corpus = read({"a.txt": ARTICLE, name: content})
    assert "put the article's text into it, or delete it" in reasons(corpus)["e"]
    assert "e" not in corpus.texts
    assert set(corpus.sections.article_id) == {"a"}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("p.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG picture"),
        ("p.txt", bytes(range(32)) * 30, "no text"),
        ("p.html", b"%PDF-1.4\n" + bytes(50), "a PDF"),
        ("p.pdf", b"%PDF-1.4\n" + bytes(50), ".pdf files are not read: save the article as .txt"),
        ("p.docx", b"PK\x03\x04", ".docx files are not read"),
        ("p", OTHER.encode(), "files without a suffix are not read"),
        ("p.csv", b"a,b", ".csv files are not read"),
    ],
)
def test_what_is_no_text_is_set_aside(read, name, content, reason):
    corpus = read({"a.txt": ARTICLE, name: content})
    assert reason in next(r for i, r in reasons(corpus).items() if i != "a")
    assert list(corpus.texts) == ["a"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "windows-1252"])
def test_other_encodings_read_alike(read, encoding):
    text = ARTICLE.replace("police said", "“police” said – no more").replace("Genoa", "Génova")
    corpus = read({"a.txt": text.encode(encoding), "b.txt": text + "\n"})
    assert corpus.texts["a"] == text
    assert reasons(corpus) == {"a": "", "b": ""}


def test_crlf_is_no_difference(read):
    corpus = read({"a.txt": ARTICLE.replace("\n", "\r\n"), "b.txt": ARTICLE.replace("\n", "\r")})
    assert corpus.texts["a"] == corpus.texts["b"] == ARTICLE


def test_a_nul_never_survives(read):
    corpus = read({"a.txt": ARTICLE * 5 + "\x00"})
    assert "\x00" not in corpus.texts["a"]


def test_when_nothing_can_be_used_every_reason_is_named(read):
    with pytest.raises(StoryError) as error:
        read({"a.txt": "", "b.pdf": "x", "c.txt": b"\x89PNG\r\n"})
    for part in (
        "no article in it can be used",
        "a.txt: the file is empty",
        "b.pdf: .pdf files",
        "c.txt: it is a PNG",
    ):
        assert part in str(error.value)


def test_two_identical_files(read):
    corpus = read({"a.txt": ARTICLE, "b.txt": ARTICLE, "c.txt": OTHER})
    assert reasons(corpus)["a"] == ""
    assert reasons(corpus)["b"].startswith("same bytes as a.txt: delete it, or name the two outlets in sources.csv")
    assert list(corpus.texts) == ["a", "c"]


def test_two_outlets_may_print_the_same(read):
    corpus = read({"a.txt": ARTICLE, "b.txt": ARTICLE, "sources.csv": "article_id,outlet\na,Gazette\nb,Courier\n"})
    assert list(corpus.texts) == ["a", "b"]


def test_one_outlet_prints_it_once(read):
    corpus = read({"a.txt": ARTICLE, "b.txt": ARTICLE, "sources.csv": "article_id,outlet\na,Gazette\nb,gazette\n"})
    assert list(corpus.texts) == ["a"]


def test_two_files_of_one_name(read):
    corpus = read({"a.txt": ARTICLE, "a.md": OTHER, "b.txt": OTHER + "x"})
    assert reasons(corpus)["a"] == ""
    assert reasons(corpus)["a.md"].startswith("same name as a.txt: rename it if it is another article")
    assert list(corpus.texts) == ["a", "b"]


def test_another_language_is_set_aside(read):
    french = "Le ministre a déclaré mardi que personne n'avait été blessé dans l'incendie de la gare du Nord.\n" * 3
    corpus = read({"a.txt": ARTICLE, "f.txt": french})
    row = corpus.articles.set_index("article_id").loc["f"]
    assert (row.lang, row.n_words) == ("fr", 0)
    assert row.set_aside.startswith("it is in another language (fr), and only English is analysed")


def test_html_without_an_article_is_set_aside(read):
    page = "<html><head><title>Gate</title></head><body><script>var x = 1</script></body></html>"
    corpus = read({"a.txt": ARTICLE, "h.html": page})
    assert reasons(corpus)["h"].startswith("trafilatura finds no article text in the HTML")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_unsafe_names(read):
    corpus = read({"a\nb.txt": ARTICLE, "c:d?.txt": OTHER, "..e.txt": OTHER, "f; g > h.txt": OTHER + "x"})
    assert list(corpus.articles.article_id) == ["a_b", "c_d_", "f_ g _ h"]
    assert not any(c < " " for path in corpus.articles.path for c in path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps such names")
def test_a_name_that_is_no_utf8(story):
    with open(os.fsencode(story) + b"/caf\xe9.txt", "wb") as file:
        file.write(OTHER.encode())
    corpus = read_story(story)
    assert list(corpus.texts) == ["a", "caf_"]
    corpus.articles.to_csv(story / "out.csv", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "article_id"),
    [
        ("a.txt", "a"),
        ("A.B.html", "A.B"),
        ("x.HTM", "x"),
        ("notes", "notes"),
        ("scan.pdf", "scan.pdf"),
        ("../x.txt", "_x"),
        ("con.txt", "con_"),
        ("cafe\u0301.txt", "café"),
        ("   .txt", "_"),
        ("a" * 300 + ".txt", "a" * 120),
    ],
)
def test_article_ids(name, article_id):
    assert make_article_id(name) == article_id


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_broken_link_is_set_aside(story):
    (story / "b.txt").symlink_to(story / "gone.txt")
    assert reasons(read_story(story))["b"].startswith("can't be opened")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_folder_is_no_article(story, tmp_path):
    (story / "latest.txt").symlink_to(tmp_path)
    assert list(read_story(story).articles.article_id) == ["a"]


def test_a_huge_file_is_set_aside(story):
    with open(story / "b.txt", "wb") as file:
        file.truncate(30_000_000)
    assert reasons(read_story(story))["b"].startswith("larger than 20 MB")


def test_file_times_and_order_change_nothing(story, tmp_path):
    (story / "b.txt").write_text(OTHER)
    first = read_story(story)
    again = tmp_path / "again"
    again.mkdir()
    for name in ("b.txt", "a.txt"):
        (again / name).write_bytes((story / name).read_bytes())
        os.utime(again / name, (0, 0))
    second = read_story(again)
    pd.testing.assert_frame_equal(first.articles, second.articles)
    pd.testing.assert_frame_equal(first.sections, second.sections)
    assert first.texts == second.texts


def test_sections_cover_the_words_in_order(story):
    corpus = read_story(story)
    rows = corpus.sections
    assert (rows.start < rows.end).all()
    assert (rows.start.iloc[1:].to_numpy() >= rows.end.iloc[:-1].to_numpy()).all()


def test_metadata_header_url_and_dateline_in_order_of_trust(read):
    html = (
        '<html><head><meta property="article:published_time" content="2018-08-14T12:00:00Z"></head><body><article>'
        + "<p>At least 35 people were killed when a bridge collapsed in Genoa on Tuesday, police said.</p>" * 4
        + "</article></body></html>"
    )
    header = "https://example.com/2018/08/16/x\nBridge collapses in Genoa\nAugust 15, 2018\n"
    corpus = read(
        {
            "a.html": html,
            "b.txt": header + ARTICLE[27:],
            "c.txt": "https://example.com/2018/08/16/x\n" + ARTICLE,
            "d.txt": "Bridge falls\n\nGENOA, Aug 14 (Reuters) - " + ARTICLE[27:],
            "e.txt": OTHER.replace("Monday", "Wednesday"),
        }
    )
    found = corpus.articles.set_index("article_id")
    assert list(found.published) == [
        "2018-08-14T12:00:00Z",
        "2018-08-15",
        "2018-08-16",
        "2018-08-14",
        "2018-08-15",
    ]
    assert list(found.published_from) == ["metadata", "header", "url", "dateline", "inferred"]
