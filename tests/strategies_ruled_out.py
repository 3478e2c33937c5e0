"""What random cases ruled out beforehand: it enters no figure, whatever it says."""

from __future__ import annotations

from tests.strategies_premises import Draft, Record, one_of, some_of, whole

CRITERIA = ("money", "access", "mandate", "government", "gate", "other")
GATES = ("security", "legal", "accessibility", "parking")
STATUSES = ("unknown", "pass", "fail")


def draw_ruled_out(draft: Draft) -> list[Record]:
    """Up to two options that were ruled out, each by any criterion, with any gates answered."""
    return [_ruled_out(draft, place) for place in range(whole(draft, 0, 2))]


def _ruled_out(draft: Draft, place: int) -> Record:
    wanted = some_of(draft, "evidence", *GATES)
    said: Record = {
        "id": f"ruled-out-{place}",
        "name": f"Ruled out {place}",
        "criterion": one_of(draft, CRITERIA),
        "reason": "Drawn at random.",
    }
    if "evidence" in wanted:
        said["evidence"] = "Drawn at random."
    answers = {name: one_of(draft, STATUSES) for name in GATES if name in wanted}
    if said["criterion"] == "other":
        said["other"] = "noise"
    if said["criterion"] == "gate":
        said["gate"] = one_of(draft, GATES)
        answers |= {said["gate"]: "fail"}
    if answers:
        said["gates"] = [{"name": name, "status": status, "evidence": "seen"} for name, status in answers.items()]
    return said
