"""The sentences of pyxform's that are known: where they mean, the fix, and how to try on without the fault."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Mend(Enum):
    """What is done to a copy of the form so that whatever else is wrong with it comes to light too."""

    NOTHING = auto()
    BLANK = auto()
    DROP = auto()
    TEXT = auto()
    NAME = auto()
    LABEL = auto()
    CALCULATION = auto()
    UNREFER = auto()
    UNSPACE = auto()
    BEGIN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """A sentence of pyxform's by how it is recognised; `what` in it is the thing it complains of."""

    says: str
    column: str
    fix: str
    mend: Mend
    sheet: str = "survey"


_NAME = "begin the name with a letter; letters, digits, _ - . may follow"
KINDS = (
    Kind(
        r"column headers were not found: (?P<what>[^.]*)",
        "",
        "add the column {what} to the first row",
        Mend.NOTHING,
    ),
    Kind(r"Invalid headers provided", "", "rename one of these columns, or take it out", Mend.NOTHING),
    Kind(r"column names are invalid", "", "rename this column, or take it out", Mend.NOTHING, "entities"),
    Kind(
        r"language declarations do not contain",
        "",
        "write the language with its code, such as label::English (en)",
        Mend.NOTHING,
    ),
    Kind(r"must have a sheet named", "", "name the sheet with the questions survey", Mend.NOTHING),
    Kind(r"Could not find the name '(?P<what>[^']*)'", "", "name a question of the form", Mend.UNREFER),
    Kind(
        r"The name '(?P<what>[^']*)' appears more than once",
        "",
        "give each of these questions a name of its own",
        Mend.UNREFER,
    ),
    Kind(r"trying to replace \$\{(?P<what>[^}]*)\}", "", "name a question of the form", Mend.UNREFER),
    Kind(r"Reference variables must start with", "", "write ${name}, with both braces", Mend.BLANK),
    Kind(r"Reference variable lists must", "", "put a comma between the names", Mend.BLANK),
    Kind(r"The name 'meta' is reserved", "name", "give it another name: meta is the form's own", Mend.NAME),
    Kind(
        r"must be unique within|Repeat names must",
        "name",
        "give it another name: it is used already",
        Mend.NAME,
    ),
    Kind(r"On the 'survey' sheet, the 'name' value is invalid\. Names must begin", "name", _NAME, Mend.NAME),
    Kind(r"Names must begin with", "", _NAME, Mend.BLANK),
    Kind(r"Unknown question type '(?P<what>.*)'\.?$", "type", "use a type of XLSForm", Mend.TEXT),
    Kind(
        r"List name not in (?:external )?choices sheet: (?P<what>.+)",
        "type",
        "write this list on the choices sheet, or name one that is there",
        Mend.TEXT,
    ),
    Kind(
        r"There should be an? (?P<what>external_choices|choices) sheet",
        "type",
        "add a sheet {what} with the columns list_name, name and label",
        Mend.TEXT,
    ),
    Kind(
        r"Choice names must be unique",
        "name",
        "give each choice of the list its own name, or set allow_choice_duplicates to yes on the settings sheet",
        Mend.DROP,
        "choices",
    ),
    Kind(r"Choices must have a name", "name", "give the choice a name", Mend.NAME, "choices"),
    Kind(
        r"Choice names with spaces.*See \[(?P<what>[^]]*)\]",
        "name",
        "write the name without spaces; the label may have them",
        Mend.UNSPACE,
        "choices",
    ),
    Kind(
        r"Choices should have a label",
        "label",
        "write in label what the button says",
        Mend.NOTHING,
        "choices",
    ),
    Kind(
        r"Unmatched 'end_(?P<what>\w+)'",
        "type",
        "add the row 'begin {what}' it belongs to, or take it out",
        Mend.BEGIN,
    ),
    Kind(
        r"Unmatched 'begin_(?P<what>\w+)'", "type", "add a row 'end {what}' after its last question", Mend.END
    ),
    Kind(r"Question or group with no name", "name", f"give it a name: {_NAME}", Mend.NAME),
    Kind(r"Question with no type", "type", "give it a type, such as text", Mend.TEXT),
    Kind(
        r"survey element named '(?P<what>[^']*)' has no label or hint",
        "label",
        "write in label what is asked",
        Mend.LABEL,
    ),
    Kind(r"Missing calculation", "calculation", "write what is to be worked out", Mend.CALCULATION),
    Kind(
        r"Choice filter not supported with or_other",
        "choice_filter",
        "write a choice 'other' into the list and take or_other out of the type, or take the filter out",
        Mend.BLANK,
    ),
    Kind(
        r"Choice filter not supported",
        "choice_filter",
        "take the filter out, or the appearance table-list",
        Mend.BLANK,
    ),
    Kind(r"Please specify choices for this", "type", "write this list on the choices sheet", Mend.TEXT),
    Kind(r"should end with one of", "type", "name a file that ends in .csv, .xml or .geojson", Mend.TEXT),
    Kind(
        r"Language '(?P<what>[^']*)' is missing the (?:survey|choices) column",
        "",
        "add these columns in {what}, such as label::{what}",
        Mend.NOTHING,
    ),
    Kind(r"Column headers must not", "", "write the header without spaces", Mend.NOTHING, "choices"),
    Kind(r"max-pixels", "parameters", "write max-pixels=1024", Mend.NOTHING),
    Kind(
        r"case-insensitive match",
        "name",
        "give it a name that differs in more than capitals",
        Mend.NOTHING,
    ),
    Kind(
        r"seed value must be",
        "parameters",
        "write a number, or ${name} of a question that holds one",
        Mend.BLANK,
    ),
    Kind(r"[Pp]arameters?\b", "parameters", "write the parameters as name=value", Mend.BLANK),
)
