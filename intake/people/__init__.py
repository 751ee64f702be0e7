"""People: one file for each household, consent, and a person's rights over his data.

`intake.people.data_rights` (export, erasure) and `intake.people.rekeying` stand apart: they look into every
table of the package.
"""

from intake.people.consent import Consent, Consents
from intake.people.household import KnownPerson, People

__all__ = ["Consent", "Consents", "KnownPerson", "People"]
