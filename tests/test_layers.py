"""Data flows one way: no module imports one above it, and only the top knows Streamlit or Plotly."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]

LAYERS = (
    {"units", "quantity", "message", "earth", "stopping", "version", "safe", "writing"},
    {"case"},
    {"casefile", "draws"},
    {"model"},
    {"analysis"},
    {"words"},
    {"charts"},
    {"export"},
    {"ui", "commands"},
    {"__main__", "__init__"},
)
"""The parts of the package from bottom to top; a part may import its own layer's parts and those below."""

WITHIN_THE_MODEL = (
    {"finance", "payments", "recording", "timeline", "tracing"},
    {"prices"},
    {"costs", "ways"},
    {"access", "bundles"},
    {"criteria", "totals"},
    {"options"},
    {"finite", "outcome", "worked"},
    {"expected"},
    {"futures", "workers"},
    {"evaluate"},
    {"influence"},
)
"""The parts of the model from bottom to top."""

MAY_KNOW = {
    "streamlit": {"ui"},
    "plotly": {"charts", "export"},
    "pydantic": {"casefile"},
    "tomlkit": {"casefile"},
    "xlsxwriter": {"casefile", "export"},
    "openpyxl": {"casefile"},
    "babel": {"words"},
    "pyarrow": {"export"},
}
LEVEL = {part: level for level, layer in enumerate(LAYERS) for part in layer}


def modules() -> list[Path]:
    return sorted((ROOT / "colocate").rglob("*.py"))


def part_of(path: Path) -> str:
    inside = path.relative_to(ROOT / "colocate")
    return inside.parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module that a file imports, wherever in the file the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the layer"
            base = node.module or ""
            found |= {f"{base}.{alias.name}" if base == "colocate" else base for alias in node.names}
    return frozenset(found)


def test_every_part_of_the_package_has_a_layer() -> None:
    assert {part_of(path) for path in modules()} == set(LEVEL)


def test_no_module_imports_one_above_it() -> None:
    upwards = []
    for path in modules():
        for name in imports(path):
            target = name.split(".")[1] if name.startswith("colocate.") else ""
            if target in LEVEL and LEVEL[target] > LEVEL[part_of(path)]:
                upwards.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not upwards, upwards


def test_the_model_is_built_from_the_bottom_up() -> None:
    level = {part: place for place, layer in enumerate(WITHIN_THE_MODEL) for part in layer}
    found = [path.relative_to(ROOT / "colocate" / "model") for path in modules() if "model" in path.parts[-3:]]
    assert {path.parts[0].removesuffix(".py") for path in found} == {*level, "__init__"}
    upwards = [
        f"{path} imports {name}"
        for path in found
        if path.name != "__init__.py" or len(path.parts) > 1
        for name in imports(ROOT / "colocate" / "model" / path)
        if name.startswith("colocate.model.") and level[name.split(".")[2]] > level[path.parts[0].removesuffix(".py")]
    ]
    assert not upwards, upwards


def test_a_folder_of_the_analysis_can_be_taken_in_at_a_glance() -> None:
    folders = [
        path
        for path in (ROOT / "colocate" / "analysis").rglob("*")
        if path.is_dir() and "__pycache__" not in path.parts
    ]
    crowded = {folder.name: len(list(folder.glob("*.py"))) for folder in folders if len(list(folder.glob("*.py"))) > 12}
    assert not crowded, crowded


def test_only_the_top_knows_the_screen() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules()
        for name in imports(path)
        if part_of(path) not in MAY_KNOW.get(name.split(".")[0], {part_of(path)})
    ]
    assert not wrong, wrong


def test_screens_and_charts_do_not_compute() -> None:
    """A page or a chart that needs numpy, scipy or the cost functions computes something that belongs below it."""
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules()
        if part_of(path) in ("ui", "charts")
        for name in imports(path)
        if name.split(".")[0] in ("numpy", "scipy", "math", "statistics") or name.startswith("colocate.model.finance")
    ]
    assert not wrong, wrong


def test_the_core_reads_no_file_and_holds_no_state() -> None:
    core = ("quantity", "units", "message", "case", "draws", "model", "analysis")
    forbidden = {"open", "print", "input", "eval", "exec"}
    for path in modules():
        if part_of(path) not in core:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        calls = {function.id for function in called if isinstance(function, ast.Name)}
        assert not calls & forbidden, path
        assert not any(isinstance(node, (ast.Global, ast.Nonlocal)) for node in ast.walk(tree)), path
        assert not imports(path) & {"os", "pathlib", "io", "random", "time", "pickle"}, path
