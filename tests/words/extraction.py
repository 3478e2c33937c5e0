"""Every message of the package, read off the code: where it is said, its text or texts, and the places it is given."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2] / "colocate"

TEXTS = {
    "say": (0,),
    "unsaid": (0,),
    "Message": (0,),
    "say_many": (0, 1),
    "Message.counted": (0, 1),
    "fault_at": (1, 2),
}
"""Which arguments of a call are texts."""

RECORDS = {"Measure": (0, 2), "Note": (0, 1)}
"""Which arguments of a record's description are texts: label and help."""

DOOR = "casefile/faults.py"
"""Where the texts of `fault_at` become messages: they are written out where it is called."""

WRITTEN_ELSEWHERE = {"label", "help", "description", "__doc__", "text", "one"}
"""Attributes whose texts stand in the records, in the models of the case format and in messages."""


class NotWrittenOutError(Exception):
    """A text that cannot be found in the code as it is said."""


@dataclass(frozen=True)
class Said:
    """A call that says something: its texts, and the names of the places that it is given.

    `shared`: some come in a dict that several calls share; `open`: some cannot be read off the code.
    """

    where: str
    function: str
    texts: tuple[str, ...]
    given: frozenset[str]
    shared: bool
    open: bool


@dataclass(frozen=True)
class Module:
    """A file of the package, parsed."""

    path: Path

    @property
    def name(self) -> str:
        """Return the path inside the package."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def tree(self) -> ast.Module:
        """Return what the file holds."""
        return ast.parse(self.path.read_text(encoding="utf-8"))

    @cached_property
    def constants(self) -> dict[str, ast.expr]:
        """Return what is assigned at the top of the file, by name."""
        found: dict[str, ast.expr] = {}
        for node in self.tree.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
                found[node.target.id] = node.value
            if isinstance(node, ast.Assign):
                found |= {name: value for target in node.targets for name, value in _pairs(target, node.value)}
        return found

    @cached_property
    def imported(self) -> dict[str, tuple[str, str]]:
        """Return module and name of everything imported from the package, by the name that it has here."""
        return {
            alias.asname or alias.name: (node.module or "", alias.name)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("colocate")
            for alias in node.names
        }

    @cached_property
    def calls(self) -> tuple[tuple[ast.Call, ast.AST], ...]:
        """Return every call with the function that it stands in, the innermost; the file itself where there is none."""
        return tuple(_calls(self.tree, self.tree))


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=True):
            yield from _pairs(one, other)


def _calls(node: ast.AST, inside: ast.AST) -> Iterator[tuple[ast.Call, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, inside
        inner = isinstance(child, (ast.FunctionDef, ast.ClassDef))
        yield from _calls(child, child if inner else inside)


@cache
def modules() -> tuple[Module, ...]:
    """Read every file of the package."""
    return tuple(Module(path) for path in sorted(ROOT.rglob("*.py")))


@cache
def _module(dotted: str) -> Module | None:
    path = ROOT.parent.joinpath(*dotted.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.exists():
            return Module(file)
    return None


def everything_said() -> Iterator[Said]:
    """Walk over every call that says a text; NotWrittenOutError for one whose text cannot be found."""
    for module in modules():
        for call, function in module.calls:
            name = _name(call)
            if name not in TEXTS:
                continue
            where = f"{module.name}:{call.lineno}"
            texts: list[str] = []
            for place in TEXTS[name]:
                if place < len(call.args):
                    texts += _texts_said(call.args[place], name, module, function, where)
            given = frozenset(keyword.arg for keyword in call.keywords if keyword.arg is not None)
            dicts = [_keys(keyword.value, function) for keyword in call.keywords if keyword.arg is None]
            given = given.union(*(keys for keys in dicts if keys is not None))
            yield Said(where, name, tuple(texts), given, shared=bool(dicts), open=None in dicts)


def texts_of_records() -> Iterator[tuple[str, str]]:
    """Walk over labels, helps and meanings of the records and of a figure's keys, with where they stand."""
    for module in modules():
        for call, _ in module.calls:
            arguments = [call.args[place] for place in RECORDS.get(_name(call), ()) if place < len(call.args)]
            if _name(call) == "ModelField":
                arguments = [one.value for one in call.keywords if one.arg == "description"]
            for one in arguments:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield f"{module.name}:{call.lineno}", one.value
        if module.name.startswith("case/"):
            for record in module.tree.body:
                if isinstance(record, ast.ClassDef):
                    yield f"{module.name}:{record.lineno}", (ast.get_docstring(record, clean=False) or "").strip()


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        of_message = isinstance(function.value, ast.Name) and function.value.id == "Message"
        return f"Message.{function.attr}" if of_message else function.attr
    return getattr(function, "id", "")


def _texts_said(argument: ast.expr, name: str, module: Module, function: ast.AST, where: str) -> Sequence[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return (argument.value,)
    if name == "fault_at" and not isinstance(argument, (ast.JoinedStr, ast.BinOp)):
        return ()  # a message already
    found = _found(argument, module, function, frozenset())
    if found is None and module.name == DOOR:
        return ()
    if found is None:
        raise NotWrittenOutError(f"{where}: {ast.unparse(argument)}")
    return found


def _found(node: ast.expr, module: Module, function: ast.AST, seen: frozenset[str]) -> tuple[str, ...] | None:
    """Find the texts that an expression can be; None where there is none to be found."""
    if isinstance(node, ast.Constant):
        return () if node.value == "" else None
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod))):
        return None  # glued
    if isinstance(node, ast.Call) and _name(node) == "unsaid":
        argument = node.args[0]
        return (argument.value,) if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None
    if isinstance(node, ast.Name):
        return _of_name(node.id, module, function, seen)
    if isinstance(node, ast.Attribute):
        if node.attr in WRITTEN_ELSEWHERE:
            return ()
        if isinstance(node.value, ast.Name) and node.value.id in module.imported:
            origin, name = module.imported[node.value.id]
            other = _module(f"{origin}.{name}")
            return None if other is None else _of_name(node.attr, other, other.tree, seen)
    parts = [_found(part, module, function, seen) for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
    known = [part for part in parts if part is not None]
    return tuple(text for part in known for text in part) if known else None


def _of_name(name: str, module: Module, function: ast.AST, seen: frozenset[str]) -> tuple[str, ...] | None:
    if name in seen:
        return None
    bound = [(value, function) for target, value in _bindings(function) if name in _names(target)]
    bound = bound or _handed(name, module, function)
    if not bound and name in module.constants:
        bound = [(module.constants[name], module.tree)]
    if not bound and name in module.imported:
        origin, original = module.imported[name]
        other = _module(origin)
        return None if other is None else _of_name(original, other, other.tree, seen)
    parts = [_found(value, module, there, seen | {name}) for value, there in bound]
    known = [part for part in parts if part is not None]
    return tuple(text for part in known for text in part) if known else None


def _handed(name: str, module: Module, function: ast.AST) -> list[tuple[ast.expr, ast.AST]]:
    """Give what the calls in a file hand to a function under a name, each with the function that it stands in."""
    if not isinstance(function, ast.FunctionDef):
        return []
    names = [one.arg for one in function.args.args]
    found = []
    for call, there in module.calls:
        if _name(call) == function.name:
            found += [(keyword.value, there) for keyword in call.keywords if keyword.arg == name]
            found += [(one, there) for known, one in zip(names, call.args, strict=False) if known == name]
    return found


def _bindings(function: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Give each target that is bound inside a function, with what it is bound to."""
    if isinstance(function, ast.Module):
        return
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield target, node.value
        elif isinstance(node, (ast.For, ast.comprehension)):
            yield node.target, node.iter
        elif (isinstance(node, ast.AnnAssign) and node.value is not None) or isinstance(node, ast.NamedExpr):
            yield node.target, node.value


def _names(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def _keys(node: ast.expr, function: ast.AST) -> frozenset[str] | None:
    """Give the keys of a dict that is written out where it is bound; None where they are worked out."""
    if isinstance(node, ast.Dict):
        keys = [key.value if isinstance(key, ast.Constant) else None for key in node.keys]
        return None if not keys or None in keys else frozenset(str(key) for key in keys)
    if isinstance(node, ast.Name):
        return _keys_of_name(node.id, function)
    return None


def _keys_of_name(name: str, function: ast.AST) -> frozenset[str] | None:
    """Give the keys of a local dict: those written out, those added to it, those set one by one."""
    found: list[frozenset[str] | None] = []
    for node in ast.walk(function):
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
            found.append(_keys(node.value, function))
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            if isinstance(target, ast.Name) and target.id == name:
                found.append(_keys(node.value, function) if isinstance(node, ast.Assign) else None)
            if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name) and target.value.id == name:
                key = target.slice
                found.append(frozenset([str(key.value)]) if isinstance(key, ast.Constant) else None)
    known = [keys for keys in found if keys is not None]
    return frozenset().union(*known) if known and len(known) == len(found) else None
