"""What every page to take away begins and ends with: one file that fetches nothing, whatever is in it."""

from __future__ import annotations

from functools import partial
from string import Template

from colocate.safe import for_html

shown = partial(for_html, longest=None)
"""On a page to take away everything is told at its length."""


def framed(main: str, *, title: str, language: str, style: str, policy: str, after: str = "") -> str:
    """Write a page around its `main` part and the scripts `after` it, both HTML; title and language are plain text.

    `policy` says what the page may run and fetch, `language` is the code of the language that it is in.
    """
    return Template(FRAME).substitute(
        main=main, title=shown(title), language=shown(language), style=style, policy=policy, after=after
    )


FRAME = """<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="$policy">
<title>$title</title>
<style>$style</style>
</head>
<body>
<main>
$main</main>
$after</body>
</html>
"""
