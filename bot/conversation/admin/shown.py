"""What was read from a file, in the admin's words: its facts, its warnings, what it changes."""

from __future__ import annotations

from itertools import islice

from bot.conversation.admin.warnings import worded
from bot.conversation.turn import Turn
from bot.conversation.wording import Html, Wording, bold, lines, native_name, paragraphs, quoted
from knowledge.library import Diff, Draft, SectionChange

SHOWN_CHANGES, SHOWN_WARNINGS, SHOWN_NUMBERS = 6, 5, 5


def what_was_read(turn: Turn, draft: Draft) -> Html:
    """The draft on one screen."""
    version = draft.version
    facts = lines(
        bold(version.title[:200]),
        turn.say("File: {name}", name=quoted(version.filename, 120)),
        turn.say("Language: {language}", language=native_name(version.language)),
        turn.wording.count("{n} page", "{n} pages", version.pages) if version.pages else "",
        turn.wording.count("{n} piece to answer from", "{n} pieces to answer from", draft.chunk_count),
        turn.wording.count("{n} word", "{n} words", draft.word_count),
    )
    told = islice(worded(turn.wording, version.warnings), SHOWN_WARNINGS)
    warnings = lines(*(turn.say("⚠ {warning}", warning=warning) for warning in told))
    foreign = _not_spoken(turn, version.language)
    same = draft.duplicate_of
    known = (
        turn.say("⚠ This very file is here already: {title}.", title=same.title[:200])
        if same
        else _alike(turn, draft)
    )
    return paragraphs(facts, foreign, warnings, known, changes(turn.wording, draft.diff))


def _not_spoken(turn: Turn, language: str) -> Html:
    """A word of warning where the document's language is none of the lender's."""
    languages = turn.services.lender.languages
    if language in languages:
        return Html("")
    return turn.say(
        "⚠ This reads as {language}. The bot speaks {spoken} alone. Is it the right file?",
        language=native_name(language),
        spoken=", ".join(map(native_name, languages)),
    )


def _alike(turn: Turn, draft: Draft) -> Html:
    if not draft.resembles:
        return Html("")
    near = draft.resembles[0]
    return turn.say(
        "It is much like “{title}” ({share}).",
        title=near.version.title[:200],
        share=f"{near.likeness:.0%}",
    )


def changes(wording: Wording, diff: Diff | None) -> Html:
    """What reads differently: the figures of each section, sections new and gone."""
    if diff is None:
        return Html("")
    if diff.is_empty:
        return wording.say("Nothing reads differently from the version in force.")
    figures_first = sorted(diff.changed, key=lambda one: not (one.numbers_removed or one.numbers_added))
    changed = [
        wording.say(
            "• {section}: {old} → {new}",
            section=quoted(one.section, 80),
            old=old,
            new=new,
        )
        for one in figures_first[:SHOWN_CHANGES]
        for old, new in (_gists(one),)
    ]
    title = wording.say("• title: {old} → {new}", **_titles(diff)) if diff.title else ""
    new = [wording.say("• new: {section}", section=quoted(name, 80)) for name in diff.added[:SHOWN_CHANGES]]
    gone = [
        wording.say("• gone: {section}", section=quoted(name, 80)) for name in diff.removed[:SHOWN_CHANGES]
    ]
    whole = len(diff.changed) + len(diff.added) + len(diff.removed)
    more = whole - len(changed) - len(new) - len(gone)
    rest = wording.count("… and {n} more", "… and {n} more", more) if more else ""
    return lines(wording.say("What changes:"), title, *changed, *new, *gone, rest)


def _titles(diff: Diff) -> dict[str, Html]:
    old, new = diff.title or ("", "")
    return {"old": quoted(old, 80), "new": quoted(new, 80)}


def _gists(change: SectionChange) -> tuple[Html, Html]:
    """What went and what came: the figures if any changed, else the first words."""
    gone, come = change.numbers_removed, change.numbers_added
    if gone == come:  # none, or they have gone to other words
        gone = come = ()
    return _gist(gone, change.removed), _gist(come, change.added)


def _gist(numbers: tuple[str, ...], sentences: tuple[str, ...]) -> Html:
    more = ", …" if len(numbers) > SHOWN_NUMBERS else ""
    return quoted((", ".join(numbers[:SHOWN_NUMBERS]) or " ".join(sentences) or "…") + more, 90)
