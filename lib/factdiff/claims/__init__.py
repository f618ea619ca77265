"""Passages to claims: every clause with the voices behind it, the cue, and how firmly it is said."""

from factdiff.claims.reader import Claim, claims_table, find_claims

__all__ = ["Claim", "claims_table", "find_claims"]
