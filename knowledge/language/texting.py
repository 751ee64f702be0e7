"""Words as thumbs write them ("wat", "ur", "mths"), written out where a question is held against set words.

Search and reader hear a question as it was typed: both have learnt from such words, and answered two of 35 golden
questions less when they were written out.
"""

# ruff: noqa: E501 - a table is read whole

from __future__ import annotations

from functools import cache

import regex

# Only what means nothing else; single letters and figures that stand for words ("y", "4") may be what they are.
_WRITTEN = {
    "en": """
        wat=what wht=what wot=what whut=what wats=what_is whts=what_is wots=what_is wen=when whn=when wich=which whch=which
        wer=where whr=where hw=how hwmuch=how_much howmuch=how_much u=you yu=you ur=your urs=yours ure=you_are r=are
        pls=please plz=please plse=please thru=through bcoz=because coz=because cuz=because bcos=because becos=because
        dis=this dat=that da=the dey=they wil=will shud=should shld=should cud=could wud=would hav=have hve=have hv=have giv=give gv=give
        b4=before abt=about frm=from wid=with wth=with nd=and jus=just mch=much muc=much mutch=much moch=much meny=many intrst=interest intrest=interest interst=interest intrast=interest gots=goats gaots=goats lon=loan loen=loan chickn=chicken cheken=chicken chiken=chicken knw=know cn=can mk=make tym=time tyme=time
        yr=year yrs=years mth=month mths=months mnth=month mnths=months wk=week wks=weeks ppl=people mony=money munny=money
        wanna=want_to gonna=going_to gotta=have_to lemme=let_me gimme=give_me dunno=do_not_know amt=amount
        ned=need nead=need nede=need neeed=need paprs=papers pepers=papers papars=papers borow=borrow borro=borrow boro=borrow
    """,
}


def plainly(text: str, language: str) -> str:
    """The text with such words written out; every other word, and every figure, stays as it is."""
    meant, pattern = _table(language)
    return pattern.sub(lambda found: meant[found.group().lower()], text) if meant else text


@cache
def _table(language: str) -> tuple[dict[str, str], regex.Pattern[str]]:
    pairs = (pair.split("=") for pair in _WRITTEN.get(language, "").split())
    meant = {written: said.replace("_", " ") for written, said in pairs}
    listed = "|".join(sorted(meant, key=len, reverse=True))
    return meant, regex.compile(
        rf"(?<![\p{{L}}\p{{M}}\p{{N}}'’])(?:{listed})(?![\p{{L}}\p{{M}}\p{{N}}'’])", regex.IGNORECASE
    )
