"""XPath 1.0 with the OpenRosa functions: parse, compile, evaluate within limits."""

from intake.forms.xpath.environment import Context, Environment, Host
from intake.forms.xpath.errors import (
    ExpressionError,
    ExpressionLimit,
    ExpressionSyntaxError,
    UnknownFunction,
    WrongArguments,
)
from intake.forms.xpath.evaluate import Compiled, compiled
from intake.forms.xpath.parser import parse
from intake.forms.xpath.syntax import unparse
from intake.forms.xpath.tree import Kind, Node, string_value

__all__ = [
    "Compiled",
    "Context",
    "Environment",
    "ExpressionError",
    "ExpressionLimit",
    "ExpressionSyntaxError",
    "Host",
    "Kind",
    "Node",
    "UnknownFunction",
    "WrongArguments",
    "compiled",
    "parse",
    "string_value",
    "unparse",
]
