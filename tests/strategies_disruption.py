"""What random moves do to people: days, posts and trips, each as cash or efficiency."""

from __future__ import annotations

from tests.strategies_premises import (
    Draft,
    Record,
    figure,
    money_of,
    money_over_time,
    month_figure,
    one_of,
    some_of,
    whole,
)

COUNTED = ("efficiency", "cash")


def draw_disruption(draft: Draft, *, overlaps: bool) -> Record:
    """Any parts of what a move does to people; `overlaps` where the new lease starts before the move."""
    wanted = some_of(
        draft, "days", "slower", "leave", "replace", "vacant", "trips", "minutes", "both", "currency", "fund",
        "working", "counted",
    )  # fmt: skip
    said: Record = {"driver": one_of(draft, draft.drivers)}
    money = money_of(draft, said, wanted)
    said["cost_per_person"] = money_over_time(draft, 60_000, f"{money}/person")
    if "working" in wanted:
        said["working_days"] = figure(draft, 180, 260, "day/year")
        said["hours_a_day"] = figure(draft, 6, 9, "hour/day")
    if "days" in wanted:
        said["days_lost"] = figure(draft, 0, 20, "day/person")
    if "slower" in wanted:
        said["slower_start"] = figure(draft, 0, 100, "%")
        said["slower_months"] = month_figure(draft, 0, 30)
    if "leave" in wanted:
        said["leave"] = figure(draft, 0, 100, "%")
        if "vacant" in wanted:
            said["vacant_months"] = month_figure(draft, 0, 30)
        if "replace" in wanted or "vacant" not in wanted:
            said["cost_to_replace"] = figure(draft, 0, 40_000, f"{money}/person")
    if "trips" in wanted:
        said["trips_a_week"] = figure(draft, 0, 60, "trip/week")
        said["fare_a_trip"] = figure(draft, 0, 30, f"{money}/trip")
        if "minutes" in wanted:
            said["minutes_a_trip"] = figure(draft, 0, 120, "minute")
        if "both" in wanted or not overlaps:
            said["months_at_both"] = month_figure(draft, 0, 30)
    if "counted" in wanted:
        for name in ("time_counts_as", "saved_pay_counts_as", "replacing_counts_as", "fares_count_as"):
            if whole(draft, 0, 2):
                said[name] = one_of(draft, COUNTED)
    if "fund" in wanted:
        said["fund"] = one_of(draft, draft.funds)
    return said
