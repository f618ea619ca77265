"""The measures as lines of text."""

from collections.abc import Mapping

from factdiff.score.measures import Score, Share


def _sum(shares: Mapping[str, Share]) -> Share:
    return Share(sum(share.hits for share in shares.values()), sum(share.total for share in shares.values()))


def _percent(share: Share) -> str:
    return "  n/a" if share.ratio is None else f"{100 * share.ratio:5.1f}"


def render_score(score: Score) -> str:
    """Return the measures as lines of text, the headline figure (facts right) third."""
    readings, facts = _sum(score.readings), _sum(score.facts)
    confusion = {f"{want}->{got}": n for (want, got), n in score.confusion.items()}
    precision, recall = score.contradiction_precision, score.contradiction_recall
    counts = f"run {precision.total}, gold {recall.total}"
    lines = [
        score.story,
        f"  readings found      {_percent(readings)} %   {_render(score.readings)}",
        f"  facts aligned       {_percent(facts)} %   {facts}  {_render(score.facts)}",
        f"  facts right         {_percent(score.facts_right)} %   aligned, with the gold verdict",
        f"  alignment P / R     {_percent(score.alignment_precision)} / {_percent(score.alignment_recall)}",
        f"  relations right     {_percent(score.relations)} % of {score.relations.total} pairs   {confusion}",
        f"  verdicts right      {_percent(score.verdicts)} %",
        f"  contradictions P/R  {_percent(precision)} / {_percent(recall)}   {counts}",
        f"  missed facts        {' '.join(score.missed_facts)}",
        f"  missed contradictions {' '.join(score.missed_contradictions)}",
        f"  false contradictions  {' '.join(score.false_contradictions)}",
    ]
    return "\n".join(lines)


def _render(shares: Mapping[str, Share]) -> dict[str, str]:
    return {kind: str(share) for kind, share in shares.items()}
