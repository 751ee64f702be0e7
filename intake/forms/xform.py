"""XForm XML read into a form (https://getodk.github.io/xforms-spec/)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from intake.forms.errors import Fault, FaultCode, FormRefused, Severity
from intake.forms.model import Action, Field, Repeat, Text
from intake.forms.xpath import Compiled, ExpressionError, Kind, Node, compiled
from intake.forms.xpath.errors import ExpressionSyntaxError, UnknownFunction, WrongArguments
from intake.forms.xpath.xml import XmlError, convert, parse_element

JR = "http://openrosa.org/javarosa"


@dataclass(slots=True)
class Reading:
    """What has been read so far of one XForm."""

    name: str
    root: Field
    template: Node
    faults: list[Fault] = field(default_factory=list)
    fields: dict[str, Field] = field(default_factory=dict)
    actions: list[Action] = field(default_factory=list)
    binds_by_id: dict[str, str] = field(default_factory=dict)

    def fault(
        self,
        code: FaultCode,
        message: str,
        fix: str = "",
        *,
        path: str = "",
        column: str = "",
        warning: bool = False,
    ) -> None:
        severity = Severity.WARNING if warning else Severity.ERROR
        self.faults.append(Fault(code, message, fix, path=path, column=column, severity=severity))

    def expression(self, text: str | None, path: str, column: str) -> Compiled | None:
        """Compile an expression; what is wrong with it becomes a fault."""
        if text is None or not text.strip():
            return None
        try:
            return compiled(text.strip())
        except ExpressionError as error:
            self.faults.append(expression_fault(error, text.strip(), path, column))
            return None


def expression_fault(error: ExpressionError, text: str, path: str, column: str) -> Fault:
    """The fault an expression error amounts to."""
    from intake.forms.suggest import closest_function

    shown = text if len(text) <= 200 else f"{text[:200]}…"
    if isinstance(error, UnknownFunction):
        near = closest_function(error.name)
        fix = f"did you mean {near}()?" if near else "use a function of the XForms specification"
        return Fault(FaultCode.UNKNOWN_FUNCTION, f"{error} in {shown!r}", fix, path=path, column=column)
    if isinstance(error, ExpressionSyntaxError):
        message = f"{error} (character {error.column}) in {shown!r}"
        return Fault(
            FaultCode.SYNTAX, message, "check brackets, quotes and operators", path=path, column=column
        )
    code, fix = FaultCode.TOO_COMPLEX, "work parts of it out in calculate rows of their own"
    if isinstance(error, WrongArguments):
        code, fix = FaultCode.ARGUMENTS, "give it what it takes, with commas between"
    return Fault(code, f"{error} in {shown!r}", fix, path=path, column=column)


def local(element: Any) -> str:
    """The local name of an lxml element; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attributes(element: Any) -> dict[str, str]:
    """The attributes by local name."""
    return {key.rpartition("}")[2]: value for key, value in element.attrib.items()}


def parse_document(data: str | bytes, name: str) -> Any:
    """The root element of an XForm, or `FormRefused`."""
    try:
        element = parse_element(data)
    except XmlError as error:
        raise FormRefused(
            name, [Fault(FaultCode.NOT_A_FORM, str(error), "give an XForm or an XLSForm")]
        ) from None
    if local(element) != "html" or find_model(element) is None:
        message = f"the XML is <{local(element)}>, not an XForm: it has no <model> in <h:head>"
        raise FormRefused(name, [Fault(FaultCode.NOT_A_FORM, message, "give an XForm or an XLSForm")])
    return element


def find_model(element: Any) -> Any:
    return next((inner for inner in element.iter() if local(inner) == "model"), None)


def child(element: Any, name: str) -> Any:
    return next((inner for inner in element if local(inner) == name), None)


def read_instance(model: Any, name: str) -> Reading:
    """The primary instance as a template tree and its fields."""
    instance = child(model, "instance")
    first = None if instance is None else next((inner for inner in instance if local(inner)), None)
    if first is None:
        raise FormRefused(
            name,
            [
                Fault(
                    FaultCode.NOT_A_FORM,
                    "the model has no primary <instance> with a root node",
                    "add the instance",
                )
            ],
        )
    template = convert(first, blanks=False)
    assert template is not None  # it is an element
    root = _fields(template, None, f"/{template.name}", 0)
    reading = Reading(name, root, template)
    for order, each in enumerate(root.subtree()):
        each.order = order
        reading.fields[each.path] = each
    return reading


def _fields(node: Node, parent: Field | None, path: str, depth: int) -> Field:
    """Fields of a template node; siblings of one name are instances of one field."""
    this = Field(node.name, path, parent, depth, default=node.text)
    node.definition = this
    _attribute_fields(node, this)
    for inner in node.elements():
        known = this.children.get(inner.name)
        if known is None:
            this.children[inner.name] = _fields(inner, this, f"{path}/{inner.name}", depth + 1)
        else:
            _merge(inner, known)
    return this


def _attribute_fields(node: Node, owner: Field) -> None:
    """Attributes are fields too: entities bind and set them."""
    for attribute in node.attributes:
        if attribute.uri != JR and owner.parent is not None:
            name = f"@{attribute.name}"
            known = owner.children.get(name) or Field(
                name, f"{owner.path}/{name}", owner, owner.depth + 1, default=attribute.text
            )
            owner.children[name] = known
            attribute.definition = known


def root_attribute(reading: Reading, path: str) -> Field | None:
    """The field of an attribute of the root; it is one only when it is bound or set."""
    outer, _, name = path.rpartition("/@")
    attribute = next((each for each in reading.template.attributes if each.name == name), None)
    if outer != reading.root.path or attribute is None or attribute.uri == JR:
        return None
    field = Field(f"@{name}", path, reading.root, 1, default=attribute.text)
    field.order = len(reading.fields)
    reading.fields[path] = reading.root.children[field.name] = attribute.definition = field
    return field


def _merge(node: Node, known: Field) -> None:
    node.definition = known
    _attribute_fields(node, known)
    for inner in node.elements():
        same = known.children.get(inner.name)
        if same is None:
            known.children[inner.name] = _fields(inner, known, f"{known.path}/{inner.name}", known.depth + 1)
        else:
            _merge(inner, same)


def set_repeat(
    reading: Reading, target: Field, count: str | None, fixed: str | None, label: Text | None
) -> None:
    """Make `target` a repeat: its template is the `jr:template` instance, else the first."""
    instances = _instances(reading.template, target)
    templates = [node for node in instances if is_template(node)]
    ordinary = [node for node in instances if not is_template(node)]
    template = (templates or ordinary)[0]
    expression = reading.expression(count, target.path, "repeat_count")
    target.repeat = Repeat(template, len(ordinary), expression, fixed in ("true", "true()"), label)


def is_template(node: Node) -> bool:
    return any(each.name == "template" and each.uri == JR for each in node.attributes)


def _instances(node: Node, target: Field) -> list[Node]:
    found = []
    for inner in node.elements():
        if inner.definition is target:
            found.append(inner)
        elif target.path.startswith(f"{inner.definition.path}/"):
            found.extend(_instances(inner, target))
            if found and is_template(inner):
                continue
    return found


def new_instance(node: Node) -> Node:
    """A copy of a template node as a new instance: nested repeats with as many instances as it shows."""
    copy = Node(Kind.ELEMENT, node.name, node.text, prefix=node.prefix, uri=node.uri)
    copy.definition = node.definition
    for each in node.attributes:
        if not (each.name == "template" and each.uri == JR):
            attribute = Node(
                Kind.ATTRIBUTE, each.name, each.text, prefix=each.prefix, uri=each.uri, parent=copy
            )
            attribute.definition = each.definition
            copy.attributes.append(attribute)
    for inner in node.children:
        if inner.kind is Kind.ELEMENT and not is_template(inner):
            copy.append(new_instance(inner))
    return copy
