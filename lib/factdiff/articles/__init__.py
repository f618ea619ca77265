"""Files to articles: texts, sections, and what is known of each."""

from factdiff.articles.reader import Corpus, read_story

__all__ = ["Corpus", "read_story"]
