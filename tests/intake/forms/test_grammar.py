"""The grammar of expressions: what is written parses back to the same tree; what is no XPath says where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.forms.xpath import ExpressionError, parse, unparse
from intake.forms.xpath.errors import ExpressionLimit, ExpressionSyntaxError
from intake.forms.xpath.syntax import (
    Call,
    Chain,
    Expression,
    Literal,
    NameTest,
    Negation,
    Number,
    Path,
    Rooted,
    Step,
    TypeTest,
    Union,
)

names = st.sampled_from(
    ["a", "amount", "div", "and", "mod", "or", "text", "node", "jina-la", "数量", "a.b", "_x"]
)
prefixes = st.sampled_from([None, None, None, "jr", "h"])
tests = st.one_of(
    st.builds(NameTest, prefixes, names),
    st.builds(NameTest, prefixes, st.just("*")),
    st.sampled_from(
        [TypeTest("node"), TypeTest("text"), TypeTest("comment"), TypeTest("processing-instruction", "x")]
    ),
)
axes = st.sampled_from(
    ["child", "parent", "self", "descendant-or-self", "attribute", "preceding-sibling", "ancestor"]
)
literals = st.text("ab 中'é[]()/", max_size=6).map(Literal)
numbers = st.sampled_from(["0", "1", "3.25", ".5", "10."]).map(Number)
functions = st.sampled_from(["count", "if", "jr:choice-name", "selected-at", "not"])
LEVELS = [["or"], ["and"], ["=", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "div", "mod"]]


def chains(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.sampled_from(LEVELS).flatmap(
        lambda operators: st.builds(
            Chain,
            inner,
            st.lists(st.tuples(st.sampled_from(operators), inner), min_size=1, max_size=3).map(tuple),
        )
    )


def larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    predicates = st.lists(inner, max_size=2).map(tuple)
    steps = st.builds(Step, axes, tests, predicates)
    paths = st.builds(Path, st.booleans(), st.lists(steps, min_size=1, max_size=3).map(tuple))
    calls = st.builds(Call, functions, st.lists(inner, max_size=3).map(tuple))
    rooted = st.builds(Rooted, calls, predicates, st.lists(steps, max_size=2).map(tuple)).filter(
        lambda each: bool(each.predicates or each.steps)
    )
    unions = st.builds(Union, st.lists(st.one_of(paths, calls), min_size=2, max_size=3).map(tuple))
    return st.one_of(
        paths, calls, rooted, unions, chains(inner), st.builds(Negation, calls, st.integers(1, 3))
    )


expressions = st.recursive(st.one_of(literals, numbers), larger, max_leaves=6)


@given(expressions)
def test_what_is_written_parses_to_the_same_tree(expression: Expression) -> None:
    assert parse(unparse(expression)) == expression


@given(st.text(max_size=60))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        parse(text)
    except ExpressionError as error:
        assert str(error)


@given(st.text("abc/.*[]()@:'\"<>=!+-,| 1$", max_size=40))
def test_anything_like_an_expression_is_parsed_or_refused(text: str) -> None:
    try:
        expression = parse(text)
    except ExpressionSyntaxError as error:
        assert error.column >= 1
        return
    assert parse(unparse(expression)) == expression


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("//a", "/descendant-or-self::node()/child::a"),
        ("../@id", "parent::node()/attribute::id"),
        (".", "self::node()"),
        ("a-b - c", "child::a-b - child::c"),
        ("* * *", "child::* * child::*"),
        ("div div div", "child::div div child::div"),
        ("1and 2or 3", "1 and 2 or 3"),
        ("text", "child::text"),
    ],
)
def test_abbreviations(short: str, long: str) -> None:
    assert unparse(parse(short)) == long


@pytest.mark.parametrize(
    ("text", "column"), [("1 +", 4), ("a b", 3), ("concat('a'", 11), ("a[1", 4), ("", 1), ("a::b", 2)]
)
def test_the_column_where_it_goes_wrong(text: str, column: int) -> None:
    with pytest.raises(ExpressionSyntaxError) as caught:
        parse(text)
    assert caught.value.column == column


def test_long_chains_are_fine_and_deep_nests_are_refused() -> None:
    assert parse(" + ".join(["1"] * 3000))
    assert parse("(" * 90 + "1" + ")" * 90) == Number("1")
    with pytest.raises(ExpressionLimit):
        parse("(" * 5000 + "1" + ")" * 5000)
    with pytest.raises(ExpressionLimit):
        parse("'" + "a" * 60_000 + "'")
