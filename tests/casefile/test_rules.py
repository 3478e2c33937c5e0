"""What contradicts itself or points to nothing, told by path with a suggestion."""

from __future__ import annotations

import pytest

from tests.documents import MOVE, STAY, Spoil, both, faults_after, put, rent, take_out, template_document, twice

LEASE, NEW_LEASE = (*STAY, "lease"), (*MOVE, "lease")
GIVEN = {"name": "Gift", "kind": "allowance", "amount": 9, "month": 3}
REAL = {"rate": 4, "rates": "real"}

NAMES: list[tuple[str, Spoil, str, str]] = [
    (
        "driver",
        put(*MOVE, "running", 0, "driver", "inflatoin"),
        "options[1].running[0].driver",
        'Did you mean "inflation"?',
    ),
    (
        "driver of a house",
        put("houses", 0, "costs", 0, "driver", "x"),
        "houses[0].costs[0].driver",
        "Known: inflation, rents.",
    ),
    (
        "driver of a service charge",
        put(*LEASE, "service_charge_driver", "rent"),
        "options[0].lease.service_charge_driver",
        'Did you mean "rents"?',
    ),
    (
        "currency",
        put(*STAY, "running", 1, "currency", "EUR"),
        "options[0].running[1].currency",
        'there is no currency "EUR"',
    ),
    ("fund", put(*LEASE, "fund", "Project"), "options[0].lease.fund", 'Did you mean "Projects"?'),
    ("driver of a rent", put(*LEASE, "rent_driver", "rent"), "options[0].lease.rent_driver", 'Did you mean "rents"?'),
    ("house", put(*MOVE, "house", "un-hause"), "options[1].house", 'Did you mean "un-house"?'),
    ("option", put(*MOVE, "move", "leaves", "stai"), "options[1].move.leaves", 'Did you mean "stay"?'),
    ("item", put(*MOVE, "mandate", 0, "item", "own-sing"), "options[1].mandate[0].item", 'Did you mean "own-sign"?'),
    (
        "group",
        put("access", "group_weights", {"worker": 2}),
        "access.group_weights.worker",
        "The groups are: employers, government, workers",
    ),
    ("shared figure unused", put("shared", "spare", 3), "shared.spare", "is not used by anything"),
    (
        "shared figure used by an unused one",
        both(put("shared", "spare", "shared.more"), put("shared", "more", 3)),
        "shared.more",
        "is not used",
    ),
    ("no drivers", put("drivers", []), "drivers", "has no driver"),
    (
        "own currency among the others",
        put("currencies", [{"code": "USD", "rate": 1}]),
        "currencies[0].code",
        "the case's own",
    ),
    ("currency code", put("currency", "usd"), "currency", "three capital letters"),
    (
        "other currency's code",
        put("currencies", [{"code": "dong", "rate": 1}]),
        "currencies[0].code",
        "three capital letters",
    ),
    ("short name", put(*MOVE, "id", "a[b]"), "options[1].id", "is not a short name"),
    (
        "name with brackets",
        put(*STAY, "running", 0, "name", "a[0]"),
        "options[0].running[0].name",
        "without square brackets",
    ),
]

TWICE: list[tuple[Spoil, str]] = [
    (twice("options"), "options[2].id"),
    (put(*MOVE, "id", "stay"), "options[1].id"),
    (twice("drivers"), "drivers[2].id"),
    (twice("houses"), "houses[1].id"),
    (twice("houses", 0, "tenants"), "houses[0].tenants[1].name"),
    (twice("houses", 0, "costs"), "houses[0].costs[1].name"),
    (twice("back_office"), "back_office[1].service"),
    (twice("access", "modes"), "access.modes[1].name"),
    (twice("checklist"), "checklist[12].id"),
    (twice(*STAY, "running"), "options[0].running[2].name"),
    (twice(*MOVE, "one_offs"), "options[1].one_offs[2].name"),
    (
        put(*STAY, "income", [{"name": "Roof", "kind": "other", "amount": 1, "driver": "rents"}] * 2),
        "options[0].income[1].name",
    ),
    (twice(*STAY, "mandate"), "options[0].mandate[12].item"),
    (twice(*STAY, "gates"), "options[0].gates[3].name"),
    (
        put(*MOVE, "contributions", [{"name": "Gift", "giver": "host", "amount": 1, "month": 1}] * 2),
        "options[1].contributions[1].name",
    ),
    (put("currencies", [{"code": "VND", "rate": 1}] * 2), "currencies[1].code"),
    (put("funds", ["One", "Two", "One"]), "funds[2]"),
]

TIMES: list[tuple[str, Spoil, str, str]] = [
    ("horizon 0", put("horizon_years", 0), "horizon_years", "Due: 1 to 60"),
    ("horizon 1000", put("horizon_years", 1000), "horizon_years", "Due: 1 to 60"),
    ("horizon below 0", put("horizon_years", -3), "horizon_years", "Due: 1 to 60"),
    (
        "lease over before it starts",
        put(*LEASE, "expiry", 0),
        "options[0].lease.expiry",
        "is not after the lease's start",
    ),
    (
        "new lease over before it starts",
        put(*NEW_LEASE, "expiry", 5),
        "options[1].lease.expiry",
        "expires in month 5, before moving in",
    ),
    ("new lease over before the move", put(*NEW_LEASE, "expiry", 8), "options[1].lease.expiry", "before moving in"),
    ("new lease after the move", put(*NEW_LEASE, "start", 20), "options[1].lease.start", "after moving in"),
    ("new lease before the decision", put(*NEW_LEASE, "start", -1), "options[1].lease.start", "before the decision"),
    ("no premises at first", put(*LEASE, "start", 3), "options[0].lease.start", "has no premises before"),
    (
        "running cost over before it starts",
        both(put(*STAY, "running", 1, "start", 24), put(*STAY, "running", 1, "end", 12)),
        "options[0].running[1].end",
        "is not after its start",
    ),
    (
        "running cost over as it starts",
        both(put(*STAY, "running", 1, "start", 12), put(*STAY, "running", 1, "end", 12)),
        "options[0].running[1].end",
        "is not after its start",
    ),
    (
        "income over before it starts",
        put(*STAY, "income", [{"name": "Roof", "kind": "other", "amount": 1, "driver": "rents", "start": 9, "end": 9}]),
        "options[0].income[0].end",
        "is not after its start",
    ),
    (
        "steps not rising",
        put(*LEASE, "steps", [{"after_months": 24, "rent": 1}, {"after_months": 12, "rent": 1}]),
        "options[0].lease.steps[1].after_months",
        "in order of time",
    ),
    (
        "steps at once",
        put(*LEASE, "steps", [{"after_months": 24, "rent": 1}, {"after_months": 24, "rent": 1}]),
        "options[0].lease.steps[1].after_months",
        "in order of time",
    ),
    (
        "step on the first day",
        put(*LEASE, "steps", [{"after_months": 0, "rent": 1}]),
        "options[0].lease.steps[0].after_months",
        "in order of time",
    ),
    (
        "break after the end",
        put(*LEASE, "break_option", {"month": 30}),
        "options[0].lease.break_option.month",
        "after the expiry",
    ),
    (
        "one-off beyond the horizon",
        put(*MOVE, "one_offs", 0, "month", 121),
        "options[1].one_offs[0].month",
        "Due: 0 to 120",
    ),
    (
        "contribution beyond the horizon",
        put(*MOVE, "contributions", [{"name": "Gift", "giver": "host", "amount": 1, "month": 500}]),
        "options[1].contributions[0].month",
        "beyond the horizon",
    ),
    (
        "term of no years",
        put(*LEASE, "renewal", "term_years", 0),
        "options[0].lease.renewal.term_years",
        "Due: 1 to 99",
    ),
    ("renewal of what never ends", take_out(*LEASE, "expiry"), "options[0].lease.renewal", "has no expiry to follow"),
    ("a promise without end", take_out(*NEW_LEASE, "expiry"), "options[1].lease.expiry", "ends one day"),
]

TERMS: list[tuple[str, Spoil, str, str]] = [
    ("unknown format", put("format", 2), "format", "Due: 1"),
    ("no options", put("options", []), "options", "not even the baseline"),
    ("one option", take_out(*MOVE), "options", "has one option only"),
    ("leaves itself", put(*MOVE, "move", "leaves", "move"), "options[1].move.leaves", "goes round in a circle"),
    (
        "each leaves the other",
        put(*STAY, "move", {"leaves": "move", "month": 0}),
        "options[0].move.leaves",
        "goes round in a circle: each leaves the other",
    ),
    (
        "leaves one that moves",
        lambda document: document["options"].append(
            {**document["options"][1], "id": "third", "name": "Third", "move": {"leaves": "move", "month": 9}}
        ),
        "options[2].move.leaves",
        '"move" moves itself',
    ),
    ("indexation by nothing", put(*LEASE, "indexation", {}), "options[0].lease.indexation.driver", "or state amount"),
    (
        "cap of an amount",
        put(*LEASE, "indexation", {"amount": 1, "cap": 2}),
        "options[0].lease.indexation.cap",
        "has no growth to hold",
    ),
    (
        "part of no growth",
        put(*LEASE, "indexation", {"amount": 1, "share": 75}),
        "options[0].lease.indexation.share",
        "name the driver",
    ),
    (
        "more than the whole index",
        put(*LEASE, "indexation", {"driver": "rents", "share": 120}),
        "options[0].lease.indexation.share",
        "100",
    ),
    (
        "rent of a lease that has begun grows",
        put(*LEASE, "rent_driver", "rents"),
        "options[0].lease.rent_driver",
        "begun",
    ),
    ("interest on nothing", put(*LEASE, "deposit_interest", 2), "options[0].lease.deposit_interest", "has no deposit"),
    ("nothing was paid", put(*LEASE, "deposit_paid", True), "options[0].lease.deposit_paid", "has no deposit"),
    (
        "deposit paid and carried over",
        both(put(*LEASE, "deposit", 9), both(put(*LEASE, "deposit_paid", True), put(*LEASE, "deposit_carried", 5))),
        "options[0].lease.deposit_carried",
        "is paid already",
    ),
    (
        "deposit of the lease that is left",
        both(put(*NEW_LEASE, "deposit", 9), put(*NEW_LEASE, "deposit_carried", 5)),
        "options[1].lease.deposit_carried",
        "comes back by itself",
    ),
    (
        "rent of a later lease is paid",
        both(put(*NEW_LEASE, "tenure", "commercial"), put(*NEW_LEASE, "rent_paid_until", 9)),
        "options[1].lease.rent_paid_until",
        "has not begun",
    ),
    (
        "rent paid beyond the expiry",
        put(*LEASE, "rent_paid_until", 30),
        "options[0].lease.rent_paid_until",
        "after the expiry",
    ),
    (
        "break and surrender",
        both(put(*LEASE, "surrender_premium", 9), put(*LEASE, "break_option", {"month": 6})),
        "options[0].lease.surrender_premium",
        "by the one or by the other",
    ),
    (
        "surrender of what costs nothing",
        put(*NEW_LEASE, "surrender_premium", 9),
        "options[1].lease.surrender_premium",
        "a rent-free lease has none",
    ),
    (
        "a host's gift as an incentive",
        put(*NEW_LEASE, "incentives", [GIVEN]),
        "options[1].lease.incentives",
        "as a contribution",
    ),
    (
        "buy-out of nothing",
        put(*LEASE, "incentives", [GIVEN | {"kind": "buy-out"}]),
        "options[0].lease.incentives[0].kind",
        "no lease is bought out",
    ),
    (
        "works without fit-out",
        put(*LEASE, "incentives", [GIVEN | {"kind": "works"}]),
        "options[0].lease.incentives[0].kind",
        "there is no fit-out",
    ),
    (
        "works twice",
        put(*LEASE, "incentives", [GIVEN | {"kind": "works"}, GIVEN | {"kind": "works", "name": "More"}]),
        "options[0].lease.incentives[1].kind",
        "by another one already",
    ),
    (
        "incentive beyond the horizon",
        put(*LEASE, "incentives", [GIVEN | {"month": 700}]),
        "options[0].lease.incentives[0].month",
        "beyond the horizon",
    ),
    ("gross of what", put(*LEASE, "gross", True), "options[0].lease.includes", "is missing"),
    ("includes without gross", put(*LEASE, "includes", ["insurance"]), "options[0].lease.includes", "gross rent only"),
    (
        "includes no category",
        both(put(*LEASE, "gross", True), put(*LEASE, "includes", ["insurance", "clening"])),
        "options[0].lease.includes[1]",
        'Did you mean "cleaning"?',
    ),
    (
        "cleaning paid twice",
        both(put(*LEASE, "gross", True), put(*LEASE, "includes", ["cleaning"])),
        "options[0].running[0].category",
        "it would be paid twice",
    ),
    (
        "service charge paid twice",
        both(put(*LEASE, "gross", True), put(*LEASE, "includes", ["service charge"])),
        "options[0].lease.service_charge",
        "in the gross rent already",
    ),
    (
        "paid to the house as well",
        both(
            both(put(*NEW_LEASE, "tenure", "nominal"), put(*NEW_LEASE, "gross", True)),
            put(*NEW_LEASE, "includes", ["security", "common services", "utilities", "maintenance"]),
        ),
        "options[1].lease.includes",
        "the house charges",
    ),
    (
        "rent that is not there grows",
        put(*NEW_LEASE, "rent_driver", "rents"),
        "options[1].lease.rent_driver",
        "a rent-free lease has none",
    ),
    (
        "cap below floor",
        put(*LEASE, "indexation", {"driver": "rents", "cap": 1, "floor": 2}),
        "options[0].lease.indexation.cap",
        "is below the floor",
    ),
    ("rent of a free lease", put(*NEW_LEASE, "rent", 5), "options[1].lease.rent", "a rent-free lease has none"),
    ("hidden value in kind", take_out(*NEW_LEASE, "market_value"), "options[1].lease.market_value", "never hidden"),
    (
        "value in kind of a market rent",
        put(*LEASE, "market_value", {"rent": 1, "driver": "rents"}),
        "options[0].lease.market_value",
        "has no meaning",
    ),
    (
        "service charge without driver",
        take_out(*LEASE, "service_charge_driver"),
        "options[0].lease.service_charge_driver",
        "is missing",
    ),
    (
        "driver without service charge",
        take_out(*LEASE, "service_charge"),
        "options[0].lease.service_charge_driver",
        "has no service_charge",
    ),
    (
        "restoration without driver",
        take_out(*LEASE, "restoration_driver"),
        "options[0].lease.restoration_driver",
        "is missing",
    ),
    (
        "shares with nobody",
        put(*LEASE, "shared_by", "people"),
        "options[0].lease.shared_by",
        "shares the lease with nobody",
    ),
    ("real rates without inflation", put("discounting", REAL), "discounting.inflation", "is missing"),
    (
        "nominal rates with inflation",
        put("discounting", {"rate": 4, "inflation": 3}),
        "discounting.inflation",
        "nominal case",
    ),
    (
        "size of a tenant",
        take_out("houses", 0, "tenants", 0, "people"),
        "houses[0].tenants[0].people",
        "shared by people",
    ),
    ("use of the house", put("houses", 0, "costs", 0, "shared_by", "use"), "options[1].house_use", "shared by use"),
    ("tenant's cost without driver", put("houses", 0, "tenants", 0, "cost_today", 5), "houses[0].driver", "is missing"),
    ("no door", take_out(*STAY, "place"), "options[0].place", "latitude and longitude of the door"),
    ("ideal beyond limit", put("access", "ideal", 80), "access.limit", "is not above ideal"),
    ("half of the trips", put("access", "modes", 0, "share", 50), "access.modes", "the shares make 50 %"),
    ("no way to travel", put("access", "modes", []), "access.modes", "at least one"),
    (
        "weight of nothing",
        put("access", "group_weights", {"workers": 0}),
        "access.group_weights.workers",
        "is not a weight",
    ),
    (
        "weight of everything",
        put("access", "group_weights", {"workers": 1e308}),
        "access.group_weights.workers",
        "is not a weight",
    ),
    (
        "travel in money without driver",
        put("travel", {"shown_in": "money", "cost_per_hour": 9}),
        "travel.driver",
        "is missing",
    ),
    (
        "government off the scale",
        put(*STAY, "government", "step", 6),
        "options[0].government.step",
        "is not on the scale",
    ),
    (
        "coordinators that are not there",
        put(*STAY, "coordinators", {"arrangement": "house", "desk_cost": 9}),
        "options[0].coordinators",
        "there are none in this case",
    ),
]

ALL = [*NAMES, *TIMES, *TERMS]


@pytest.mark.parametrize(("spoil", "path", "words"), [row[1:] for row in ALL], ids=[row[0] for row in ALL])
def test_a_contradiction_is_told_by_its_path(spoil: Spoil, path: str, words: str) -> None:
    faults = faults_after(spoil)
    assert path in faults
    assert words in faults[path]


@pytest.mark.parametrize(("spoil", "path"), TWICE, ids=[row[1] for row in TWICE])
def test_no_name_stands_twice(spoil: Spoil, path: str) -> None:
    assert "stands twice" in faults_after(spoil)[path]


def test_two_options_may_not_look_the_same_on_screen() -> None:
    assert "stands twice" in faults_after(put(*MOVE, "name", "Stay"))["options[1].name"]


FINE: list[Spoil] = [
    put("horizon_years", 1),
    put("horizon_years", 60),
    both(put("shared", "office_area", "shared.other"), put("shared", "other", 300)),
    put("discounting", {"rate": 4, "rates": "real", "inflation": 3}),
    put(*LEASE, "steps", [{"after_months": 12, "rent": 1}, {"after_months": 13, "rent": 1}]),
    both(put(*LEASE, "steps", [{"after_months": 6, "rent": 1}]), put(*LEASE, "indexation", {"driver": "rents"})),
    put(*LEASE, "indexation", {"driver": "rents", "share": 75, "amount": 1}),
    put(*LEASE, "indexation", {"amount": 1}),
    put(*LEASE, "renewal", "upward_only", True),
    put(*LEASE, "incentives", [GIVEN]),
    put(*LEASE, "surrender_premium", -9),
    put(*LEASE, "rent_paid_until", 24),
    both(put(*LEASE, "deposit", 9), put(*LEASE, "deposit_carried", 12)),
    both(put(*LEASE, "gross", True), put(*LEASE, "includes", ["insurance", "utilities"])),
    put(*LEASE, "break_option", {"month": 24}),
    put(*LEASE, "indexation", {"driver": "rents", "cap": 2, "floor": 2}),
    put(*NEW_LEASE, "start", 9),
    put(*MOVE, "one_offs", 0, "month", 120),
    put(*LEASE, "rent", rent(low=1, high=2, shape="uniform")),
    put("access", "group_weights", {"workers": 2}),
    put("funds", ["Only one"]),
]


@pytest.mark.parametrize("spoil", FINE, ids=range(len(FINE)))
def test_what_lies_on_the_edge_is_fine(spoil: Spoil) -> None:
    assert faults_after(spoil) == {}


def test_the_template_is_fine_as_it_is() -> None:
    assert faults_after(lambda _document: None) == {}
    assert template_document()["format"] == 1
