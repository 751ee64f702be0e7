"""XLSForm files, the form model and its expressions."""

from intake.forms.answers import RefusalCode
from intake.forms.errors import Fault, FaultCode, FormRefused, Severity, UnknownPath
from intake.forms.form import Form
from intake.forms.loading import load_form, read_form
from intake.forms.model import Choice, Question, QuestionKind
from intake.forms.results import Accepted, Refused
from intake.forms.session import FormSession

__all__ = [
    "Accepted",
    "Choice",
    "Fault",
    "FaultCode",
    "Form",
    "FormRefused",
    "FormSession",
    "Question",
    "QuestionKind",
    "RefusalCode",
    "Refused",
    "Severity",
    "UnknownPath",
    "load_form",
    "read_form",
]
