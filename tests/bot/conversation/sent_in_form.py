"""A lender's form that asks for a photo, a recording, a film, a paper and the outline of a field."""

from __future__ import annotations

import pytest

from bot.services import Services
from intake.forms import Form, load_form

FORM = """
| survey   |                    |             |                      |                  |          |
|          | type               | name        | label::English (en)  | label::中文 (zh) | required |
|          | audio              | song        | Tell us of your work | 说说您的活儿     | yes      |
|          | video              | herd        | Show your animals    | 给我们看看牲畜   | yes      |
|          | file               | deed        | The deed of the land | 土地证           | yes      |
|          | image              | pen         | The pen              | 羊圈             |          |
|          | geotrace           | path        | The path to it       | 去那里的路       |          |
|          | geoshape           | field       | The edge of the field | 地的边界        | yes      |
|          | select_one trade   | trade       | Which trade?         | 哪一行？         | yes      |
|          | select_one village | village     | Which village?       | 哪个村？         | yes      |
|          | decimal            | amount      | How much?            | 多少钱？         | yes      |
|          | integer            | term_months | How many months?     | 几个月？         | yes      |
|          | decimal            | own_funds   | Your own money?      | 自己的钱？       | yes      |
| choices  |                    |             |                      |                  |          |
|          | list_name          | name        | label::English (en)  | label::中文 (zh) |          |
|          | trade              | livestock   | Animals              | 牲畜             |          |
|          | village            | willow-bend | Willow Bend          | 柳湾             |          |
| settings |                    |             |                      |                  |          |
|          | form_title         | form_id     | version              |                  |          |
|          | Sent in            | microloan   | 2                    |                  |          |
"""


def sent_in_form() -> Form:
    return load_form(FORM.encode(), "sent-in.md")


def use_form(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these services ask this form."""
    form = sent_in_form()
    monkeypatch.setattr(services, "current_form", lambda: form)
