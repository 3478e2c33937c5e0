"""The command line in words: what each command and argument does, how far it is, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.case import Case
from colocate.casefile.opened import Opened
from colocate.words.language import ENGLISH, Language, unsaid

DOES = {
    "compare": unsaid("compare the options of a case, with the odds of each"),
    "sensitivity": unsaid("which figures decide, and where each turns the answer"),
    "access": unsaid("how constituents reach each option, on this day or another"),
    "weigh": unsaid("weigh money, access, mandate and the government's wish in the open"),
    "diff": unsaid("compare two cases: which inputs differ, and how much each moves the expected cost"),
    "validate": unsaid("check a case and tell every fault"),
    "export": unsaid("write charts, tables, figures and papers of cases, with the cases themselves"),
    "reproduce": unsaid("work an export out again, and say that it is equal, or which file and figure is not"),
    "freeze": unsaid("keep a case as it was decided, with everything that was on the table, in one zip"),
    "new": unsaid("write a commented template of a case"),
    "form": unsaid("write a case, or an empty one, as a form to fill in with Excel or LibreOffice"),
    "import": unsaid("read a filled-in form back, and write its case with its tables"),
    "schema": unsaid("the JSON Schema of the case format"),
}
AS_JSON = {
    "compare": unsaid("all figures as JSON"),
    "sensitivity": unsaid("every figure's worth, swing and switching values as JSON"),
    "access": unsaid("every measure and every way as JSON"),
    "weigh": unsaid("values, shares of weights, turning weights and worths as JSON"),
    "diff": unsaid("every input that differs, and the bridge from one case to the other, as JSON"),
}
WORKING = {
    "compare": unsaid("Drawing possible futures"),
    "sensitivity": unsaid("Looking for what decides"),
    "access": unsaid("Drawing possible futures"),
    "weigh": unsaid("Drawing possible futures"),
    "diff": unsaid("Working out what each difference moves"),
    "export": unsaid("Drawing possible futures and looking for what decides"),
    "reproduce": unsaid("Working everything out again"),
}


def program_does(language: Language = ENGLISH) -> str:
    """Say what the program is for."""
    return language.say("Keep a country office, or move it into the common UN house: compare the options of a case.")


def command_does(command: str, language: Language = ENGLISH) -> str:
    """Say what a command does."""
    return language.say(DOES[command])


def as_json(command: str, language: Language = ENGLISH) -> str:
    """Say what a command gives as JSON."""
    return language.say(AS_JSON[command])


def page_instead(language: Language = ENGLISH) -> str:
    """Say what `schema --page` gives."""
    return language.say("the page on the format, as Markdown, instead")


def which_depth(language: Language = ENGLISH) -> str:
    """Say what `--depth` is."""
    return language.say(
        "short: some ten figures, all others are defaults of a kind of market; standard, as without it; "
        "full: with leases in detail, owning and figures by year"
    )


def place_to_write(language: Language = ENGLISH) -> str:
    """Say what `export --out` is."""
    return language.say("folder to write to, or a zip (a name that ends in .zip); of several cases each has a folder")


def which_formats(known: Sequence[str], usual: Sequence[str], language: Language = ENGLISH) -> str:
    """Say what `--formats` is."""
    return language.say("of {known}; {usual} unless told", known=", ".join(known), usual=",".join(usual))


def no_format(name: str, known: Sequence[str], language: Language = ENGLISH) -> str:
    """Say that a name is none of the formats."""
    return language.say('"{name}" is no format. Due: of {known}', name=name, known=", ".join(known))


def no_words(longest: int, language: Language = ENGLISH) -> str:
    """Say that words are due."""
    return language.say("Due: words, at most {longest} characters", longest=language.number(longest))


def what_raw_does(language: Language = ENGLISH) -> str:
    """Say what `--raw` is."""
    return language.say("every possible future with each figure drawn and each result as well, as parquet")


def what_replace_does(language: Language = ENGLISH) -> str:
    """Say what `--replace` is."""
    return language.say("write over files of the same names, which else are never touched")


def own_template(language: Language = ENGLISH) -> str:
    """Say what `--template` is."""
    return language.say(
        "the decision paper's template, changed in Word, in place of the one that comes with the program"
    )


def template_fault(reason: str, language: Language = ENGLISH) -> str:
    """Say that a template cannot be filled in, and what to do."""
    return language.say(
        "The template of the paper cannot be filled in: {reason}. Nothing was written of this case. Start anew from "
        "the template that comes with the program.",
        reason=reason,
    )


def there_already(name: str, language: Language = ENGLISH) -> str:
    """Say that something has the name that was to be written, and what to do."""
    return language.say(
        "{name}: is there already, and nothing was written. Choose another --out, or say --replace.", name=name
    )


def not_made(formats: Sequence[str], why: str, language: Language = ENGLISH) -> str:
    """Say that formats cannot be made on this machine, and that all else is."""
    return language.say("Not made: {formats}. {why} All else is made.", formats=", ".join(formats), why=why)


def working(command: str, language: Language = ENGLISH) -> str:
    """Say what a command is busy with."""
    return language.say(WORKING[command])


def part_done(busy: str, part: float, language: Language = ENGLISH) -> str:
    """Say how far the work is."""
    return language.say("{busy}: {part} done (Ctrl-C stops)", busy=busy, part=language.percent(part))


def stopped(language: Language = ENGLISH) -> str:
    """Say that the work was stopped."""
    return language.say("Stopped.")


def not_opened(name: str, reason: str, language: Language = ENGLISH) -> str:
    """Say that a file cannot be opened."""
    return language.say("{name}: cannot be opened ({reason}).", name=name, reason=reason)


def not_written(name: str, reason: str, language: Language = ENGLISH) -> str:
    """Say that a place cannot be written to: the case is not at fault."""
    return language.say(
        "{name}: cannot be written ({reason}). The case is not at fault, and no file is left half written.",
        name=name,
        reason=reason,
    )


def standard_output(language: Language = ENGLISH) -> str:
    """Name the stream that reports go to."""
    return language.say("standard output")


def exit_codes(language: Language = ENGLISH) -> str:
    """Say what each exit code means."""
    return language.say(
        "Exit code 0: fine; 1: the case is at fault, told in words; 2: wrong use; 3: the place to write to is at fault "
        "(no room, no folder, no right), and no file in it is half written; 4: a format cannot be made on this "
        "machine, and all else is; 5: a bundle is not what is worked out again; 130: stopped by Ctrl-C."
    )


def not_weighed(name: str, reason: str, language: Language = ENGLISH) -> str:
    """Say that a case cannot be weighed, and why."""
    return language.say("{name}: cannot be weighed: {reason}", name=name, reason=reason)


def no_fault(name: str, case: Case, language: Language = ENGLISH) -> str:
    """Say that a case is fine, and what it holds."""
    assumed = sum(quantity.quality == "assumed" for quantity in case.quantities.values())
    return language.say(
        "{name}: no fault. {options} options, {figures} figures, {assumed} assumed.",
        name=name,
        options=language.number(len(case.options)),
        figures=language.number(len(case.quantities)),
        assumed=language.number(assumed),
    )


def with_changes(name: str, called: str, changes: int, language: Language = ENGLISH) -> str:
    """Say that a saved case is taken with the changes that were saved in it."""
    if called:
        return language.say_many(
            '{name}: with {count} change saved in it, called "{called}".',
            '{name}: with {count} changes saved in it, called "{called}".',
            changes,
            name=name,
            called=called,
        )
    return language.say_many(
        "{name}: with {count} change saved in it.", "{name}: with {count} changes saved in it.", changes, name=name
    )


def with_weights(name: str, by: str, language: Language = ENGLISH) -> str:
    """Say that a case is weighed with the weights that were saved in it."""
    if by:
        return language.say("{name}: with the weights saved in it ({by}).", name=name, by=by)
    return language.say("{name}: with the weights saved in it.", name=name)


def as_it_stood(stood: Opened, language: Language = ENGLISH) -> str:
    """Say what a saved case holds beside the case itself."""
    return language.say(
        "Saved in it: changed figures and switches, which every command takes: {changes}; scenarios: {scenarios}; "
        "criteria with points: {points}.",
        changes=language.number(len(stood.changes)),
        scenarios=language.number(len(stood.scenarios)),
        points=language.number(len(stood.weights.swings)),
    )


def a_caution(words: str, language: Language = ENGLISH) -> str:
    """Say one caution on a line of its own."""
    return language.say("caution: {words}", words=words)


def faults_counted(name: str, faults: int, language: Language = ENGLISH) -> str:
    """Say how many faults a case has."""
    return language.say_many("{name}: {count} fault.", "{name}: {count} faults.", faults, name=name)


def more_faults(count: int, language: Language = ENGLISH) -> str:
    """Say how many faults are not told."""
    return language.say_many("and {count} more: mend these first.", "and {count} more: mend these first.", count)


def case_file(language: Language = ENGLISH) -> str:
    """Say what CASE is."""
    return language.say("a case file (TOML), or a saved case (.colocate)")


def which_other(language: Language = ENGLISH) -> str:
    """Say what `export --compared-with` is."""
    return language.say(
        "a case to compare with, an earlier version or another country: the paper has an annex on what differs and by "
        "how much each step moves the answer, and the case is kept in the bundle"
    )


def second_case(language: Language = ENGLISH) -> str:
    """Say what the second case of `diff` is."""
    return language.say("the case that it is compared with; each step leads from the first to this one")


def files_of_diff(language: Language = ENGLISH) -> str:
    """Say what `diff --out` is."""
    return language.say(
        "folder to write to: every step, every input, and how the options stand, as tables (CSV) and as a workbook "
        "(bridge.xlsx)"
    )


def empty_form(language: Language = ENGLISH) -> str:
    """Say what `form --empty` is."""
    return language.say("a form to be filled in, in place of the one of a case")


def form_to_write(language: Language = ENGLISH) -> str:
    """Say what `form --out` is."""
    return language.say("workbook to write; none that is there is written over")


def form_file(language: Language = ENGLISH) -> str:
    """Say what `import` reads."""
    return language.say("a filled-in form (.xlsx)")


def case_to_write(language: Language = ENGLISH) -> str:
    """Say what `import --out` is."""
    return language.say(
        "case to write: .colocate has its tables in it, .toml beside it; none that is there is written over"
    )


def case_or_empty(language: Language = ENGLISH) -> str:
    """Say that a form is of a case or empty."""
    return language.say("form: name a case, or say --empty: one of the two.")


def what_set_does(language: Language = ENGLISH) -> str:
    """Say what `--set` does."""
    return language.say(
        "hold a figure at a value in every future, for example options[move].move.delay=6, change its range "
        "(options[move].move.delay.low=2, .mode, .high), or let a held one vary again (=free); may be given more than "
        "once"
    )


def how_many_draws(most: int, usual: int, language: Language = ENGLISH) -> str:
    """Say what `--draws` is."""
    return language.say(
        "possible futures to draw, 1 to {most}; {usual} unless told",
        most=language.number(most),
        usual=language.number(usual),
    )


def which_seed(usual: int, language: Language = ENGLISH) -> str:
    """Say what `--seed` is."""
    return language.say(
        "a whole number from 0; the same seed gives the same futures; {usual} unless told", usual=str(usual)
    )


def on_which_day(language: Language = ENGLISH) -> str:
    """Say what `--on` is."""
    return language.say(
        "read the constituents' table as on this day, for example 2025-04-01; the decision date unless told"
    )


def who_moves(language: Language = ENGLISH) -> str:
    """Say what `--moved` is."""
    return language.say("with a constituent (its name or id) moved to a place in degrees; may be given more than once")


def which_weights(language: Language = ENGLISH) -> str:
    """Say what `--weights` is."""
    return language.say(
        "points for the swing of each criterion, for example money=40,access=30,mandate=20,government=10"
    )


def no_criterion(name: str, hint: str, language: Language = ENGLISH) -> str:
    """Say that a name is none of the case's criteria."""
    return language.say('--weights: "{name}" is no criterion of this case. {hint}', name=name, hint=hint)


def weights_missing(names: list[str], language: Language = ENGLISH) -> str:
    """Say which criteria have no weight."""
    return language.say_many(
        "--weights: {names} is missing. Write 0 for no weight.",
        "--weights: {names} are missing. Write 0 for no weight.",
        len(names),
        names=", ".join(names),
    )
