"""The part of an origin_id that is made from a name."""

import re
import unicodedata

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Return a name in plain lower-case letters, digits and hyphens; "unnamed" if none is left."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode("ascii")
    return _NOT_SLUG.sub("-", plain).strip("-") or "unnamed"
