"""Whose name is it: for every name in a piece of Python, the function, class or module in which it is bound."""

import ast
import itertools
from collections.abc import Iterator
from typing import Any

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


class Scope:
    """A module, a class, a function, a lambda or a comprehension.

    parameters: names of its parameters; bound: names it binds itself, parameters included; fixed: those that can't have
    another name; outer: {name: "global" or "nonlocal"}; mentions: {name: [Mention]} of all that it binds, those in functions
    within it too."""

    def __init__(self, node: ast.AST, parent: "Scope | None"):
        self.node, self.parent = node, parent
        self.parameters, self.bound, self.fixed = set[str](), set[str](), set[str]()
        self.outer: dict[str, str] = {}
        self.mentions: dict[str, list[Mention]] = {}
        self.children: list[Scope] = []
        if parent is not None:
            parent.children.append(self)

    @property
    def is_function(self) -> bool:
        return isinstance(self.node, (*FUNCTIONS, *COMPREHENSIONS))

    def home(self, name: str) -> "Scope":
        """The scope that `name`, read here, belongs to; the module's where nobody binds it."""
        module = self.module
        if self.outer.get(name) == "global":
            return module
        if name in self.bound:
            return self
        scope = self.parent
        while scope is not None and scope is not module:
            if scope.is_function and scope.outer.get(name) == "global":
                return module
            if scope.is_function and name in scope.bound:
                return scope
            scope = scope.parent
        return module

    @property
    def module(self) -> "Scope":
        return self if self.parent is None else self.parent.module

    def walk(self) -> Iterator["Scope"]:
        yield self
        for child in self.children:
            yield from child.walk()


class Mention:
    """One place where a name stands: an attribute of a node, or an item of a list that is one."""

    def __init__(self, scope: Scope, node: Any, field: str = "id", index: int | None = None):
        self.scope, self.node, self.field, self.index = scope, node, field, index

    @property
    def name(self) -> str:
        held = getattr(self.node, self.field)
        return held if self.index is None else held[self.index]

    @property
    def plain(self) -> bool:
        """Whether it is a name in an expression or an assignment, and nothing else's."""
        return isinstance(self.node, ast.Name)

    @property
    def binds(self) -> bool:
        return not self.plain or not isinstance(self.node.ctx, ast.Load)

    def rename(self, name: str) -> None:
        if self.index is None:
            setattr(self.node, self.field, name)
        else:
            getattr(self.node, self.field)[self.index] = name


def scopes(tree: ast.Module) -> Scope:
    """The module's Scope of a tree, with all within it."""
    reader = _Reader(tree)
    reader.read()
    return reader.module


class _Reader(ast.NodeVisitor):
    def __init__(self, tree):
        self.tree = tree
        self.module = self.scope = Scope(tree, None)
        self.found = []

    def read(self):
        self.generic_visit(self.tree)
        for mention in self.found:
            mention.scope.home(mention.name).mentions.setdefault(mention.name, []).append(mention)

    def note(self, node, field="id", index=None, binds=False, scope=None):
        mention = Mention(scope or self.scope, node, field, index)
        if binds and mention.name not in mention.scope.outer:
            mention.scope.bound.add(mention.name)
        self.found.append(mention)

    def within(self, scope, *nodes):
        before, self.scope = self.scope, scope
        for node in nodes:
            self.visit(node)
        self.scope = before

    def visit_Name(self, node):
        self.note(node, binds=not isinstance(node.ctx, ast.Load))

    def visit_FunctionDef(self, node):
        self.note(node, "name", binds=True)
        for outside in (*node.decorator_list, node.returns):
            if outside is not None:
                self.visit(outside)
        self.function(node, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node):
        self.function(node, [node.body])

    def function(self, node, body):
        arguments = node.args
        params = [
            *arguments.posonlyargs,
            *arguments.args,
            *arguments.kwonlyargs,
            *filter(None, (arguments.vararg, arguments.kwarg)),
        ]
        for outside in (
            *arguments.defaults,
            *filter(None, arguments.kw_defaults),
            *(p.annotation for p in params if p.annotation),
        ):
            self.visit(outside)
        scope = Scope(node, self.scope)
        scope.parameters = {p.arg for p in params}
        scope.bound |= scope.parameters
        _outer_names(body, scope)
        for p in params:
            self.note(p, "arg", scope=scope)
        self.within(scope, *body)

    def visit_ClassDef(self, node):
        self.note(node, "name", binds=True)
        for outside in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(outside)
        self.within(Scope(node, self.scope), *node.body)

    def visit_comprehension_of(self, node):
        first = node.generators[0]
        self.visit(first.iter)
        scope = Scope(node, self.scope)
        parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        targets = [first.target, *first.ifs]
        later = itertools.chain.from_iterable((g.target, g.iter, *g.ifs) for g in node.generators[1:])
        self.within(scope, *targets, *later, *parts)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_of

    def visit_NamedExpr(self, node):
        scope = self.scope
        while isinstance(scope.node, COMPREHENSIONS):
            scope = scope.parent
        before, self.scope = self.scope, scope
        self.visit(node.target)
        self.scope = before
        self.visit(node.value)

    def visit_ExceptHandler(self, node):
        if node.name:
            self.note(node, "name", binds=True)
        self.generic_visit(node)

    def visit_alias(self, node):
        if node.asname:
            self.note(node, "asname", binds=True)
        elif node.name != "*":
            self.scope.bound.add(node.name.split(".")[0])
            self.scope.fixed.add(node.name.split(".")[0])

    def _names_list(self, node):
        for n in range(len(node.names)):
            self.note(node, "names", n)

    visit_Global = visit_Nonlocal = _names_list

    def visit_MatchAs(self, node):
        if node.name:
            self.note(node, "name", binds=True)
        self.generic_visit(node)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node):
        if node.rest:
            self.note(node, "rest", binds=True)
        self.generic_visit(node)


def _outer_names(body, scope):
    """Note what a function's own `global` and `nonlocal` lines say."""
    todo = list(body)
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            scope.outer |= dict.fromkeys(node.names, "global" if isinstance(node, ast.Global) else "nonlocal")
        elif isinstance(node, (ast.stmt, ast.ExceptHandler, ast.match_case)) and not isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            todo += [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.expr)]
