"""What can be wrong with an expression."""

from __future__ import annotations

from intake.errors import IntakeError


class ExpressionError(IntakeError):
    """An expression cannot be used; `expression` is its text."""

    def __init__(self, message: str, *, expression: str = "") -> None:
        super().__init__(message)
        self.expression = expression


class ExpressionSyntaxError(ExpressionError):
    """The text is not XPath; `column` (1-based) is where it stops making sense."""

    def __init__(self, message: str, *, expression: str, column: int) -> None:
        super().__init__(message, expression=expression)
        self.column = column


class UnknownFunction(ExpressionError):
    """A function that neither XPath 1.0 nor OpenRosa knows."""

    def __init__(self, name: str, *, expression: str = "") -> None:
        super().__init__(f"unknown function {name}()", expression=expression)
        self.name = name


class WrongArguments(ExpressionError):
    """A known function with too few, too many or the wrong kind of arguments."""


class ExpressionLimit(ExpressionError):
    """The expression is too long, too deep, or did not finish within its budget."""
