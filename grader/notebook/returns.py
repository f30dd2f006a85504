"""A `return` that is missing: which functions of a cell lack one, and the cell with it put in."""

import ast


def put_in(text: str, reference: str) -> tuple[str, int]:
    """(the cell with each missing `return` put in, how many there were).

    A function lacks one where the reference's of that name returns something, and its own last line makes a value or names one
    and returns nothing."""
    try:
        tree, right = ast.parse(text), ast.parse(reference)
    except (SyntaxError, ValueError, RecursionError):
        return text, 0
    gives = {name for name, function in _functions(right) if _returned(function)}
    found = 0
    for name, function in _functions(tree):
        if name in gives and (value := _last_value(function.body[-1])) is not None:
            function.body.append(ast.Return(value))
            if isinstance(function.body[-2], ast.Expr):
                del function.body[-2]
            found += 1
    return (ast.unparse(ast.fix_missing_locations(tree)), found) if found else (text, 0)


def _functions(tree):
    """(name, with its class's in front of it, and the node) of the functions and methods at the top."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{inner.name}", inner) for inner in node.body if isinstance(inner, ast.FunctionDef))


def _returned(function):
    """The values that a function returns."""
    return [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None]


def _last_value(line):
    """What a function's last line gives a value to, or the value that it forgets; None where it is something else."""
    if isinstance(line, ast.Expr):
        return None if isinstance(line.value, (ast.Constant, ast.Yield, ast.YieldFrom, ast.Await)) else line.value
    target = line.targets[0] if isinstance(line, ast.Assign) and len(line.targets) == 1 else getattr(line, "target", None)
    if isinstance(line, (ast.Assign, ast.AnnAssign, ast.AugAssign)) and isinstance(target, (ast.Name, ast.Attribute, ast.Tuple)):
        return ast.parse(ast.unparse(target), mode="eval").body
    return None
