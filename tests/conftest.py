"""What holds for every test: a time limit, after which it fails and shows where it hung; and no terminal of ours."""

from __future__ import annotations

import os

import pytest

from tests.examples import WHOLE

LONG = pytest.mark.timeout(600)
"""For tests that take long or drive a browser; all others have the limit that stands in pyproject.toml."""


@pytest.fixture(scope="session", autouse=True)
def no_terminal_of_ours() -> None:
    """Take away the width that the runner of the tests sets: what a command prints is for no terminal, unless told."""
    os.environ.pop("COLUMNS", None)


LARGE = ("regional-office", "headquarters")
"""Cases of `data/` whose tests are among the slow ones wherever a test goes through the cases by name."""


WHOLE_ONLY = {
    "test_a_case_of_fifty_years_agrees_as_well": ("",),
    "test_a_case_of_ones_own_is_not_lost_and_not_mixed": ("",),
    "test_a_decided_case_is_frozen_opens_again_and_its_change_is_the_next_version": ("",),
    "test_a_line_names_every_figure_that_moves_it": LARGE,
    "test_a_long_walk_loses_nothing": LARGE,
    "test_a_walk_in_the_browser_shows_no_error": ("",),
    "test_a_workbook_that_is_no_form_says_where_to_start": ("",),
    "test_all_pictures_of_a_case": ("hanoi",),
    "test_each_button_gives_a_file_that_opens": ("",),
    "test_every_lever_moves_to_both_ends_and_back": (*LARGE, "hanoi"),
    "test_every_line_can_be_followed_to_its_factors": LARGE,
    "test_every_page_looks_right": ("regional-office", "national-coordinator"),
    "test_every_page_with_every_lever_at_each_end": LARGE,
    "test_every_place_is_tried": ("",),
    "test_faults_details_and_the_table_look_right": ("1280",),
    "test_from_an_empty_browser_to_a_verdict": ("with a mouse",),
    "test_it_is_equal_in_another_process_folder_and_time_zone": ("hanoi",),
    "test_libreoffice_finds_what_the_program_finds": ("national-coordinator", "regional-office"),
    "test_libreoffice_finds_what_the_program_finds_of_published_cases": ("",),
    "test_libreoffice_finds_what_the_program_finds_of_random_cases": ("",),
    "test_many_kills_leave_no_half_file": ("over old files", "zip"),
    "test_many_random_cases": ("",),
    "test_memory_does_not_grow_with_constituents_times_draws": ("131072", "20000"),
    "test_no_interrupt_at_a_random_moment_hangs_or_takes_long": ("",),
    "test_no_line_is_wider_than_the_terminal": ("headquarters",),
    "test_one_finding_and_one_picture": LARGE,
    "test_so_it_is_for_every_figure_at_each_end": ("",),
    "test_the_page_shuts_nobody_out_and_keeps_its_choice": ("dark",),
    "test_the_result_looks_right": ("light-390", "dark"),
    "test_two_people_at_once_get_their_own": ("",),
    "test_what_is_folded_looks_right": ("Access", "How sure", "Weighing", "Figures", "Mandate", "What matters"),
    "test_what_is_not_good_yet_is_back_at_its_field_after_f5": ("not read",),
}
"""Tests, and which of their cases take so long that they run only where all is asked for (COLOCATE_WHOLE=1)."""


OUTSIDE = ("charts", "commands", "export", "ui")
"""Folders whose tests go through the largest case only where all is asked for: what shows and writes."""


def only_whole(item: pytest.Item) -> bool:
    """Whether this one is for a whole run alone."""
    name, _, case = item.name.partition("[")
    shows_the_largest = LARGE[-1] in case and any(folder in item.path.parts for folder in OUTSIDE)
    return shows_the_largest or any(part in case for part in WHOLE_ONLY.get(name, ()))


@pytest.hookimpl(tryfirst=True)  # before those that are slow are left out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not WHOLE:
        config.hook.pytest_deselected(items=[item for item in items if only_whole(item)])
        items[:] = [item for item in items if not only_whole(item)]
    for item in items:
        in_a_browser = item.get_closest_marker("browser") is not None  # these are run by themselves anyway
        if not in_a_browser and any(large in item.name.partition("[")[2] for large in LARGE):
            item.add_marker(pytest.mark.slow)
        takes_long = item.get_closest_marker("slow") or item.get_closest_marker("browser")
        if takes_long and item.get_closest_marker("timeout") is None:
            item.add_marker(LONG)
