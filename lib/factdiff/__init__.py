"""factdiff: a diff for facts. What several news articles report about one event, side by side."""
