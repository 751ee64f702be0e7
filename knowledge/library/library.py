"""The library: what the lender says, version by version; the truth from which the index is built."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.exc import SQLAlchemyError

from knowledge.library import store
from knowledge.library.errors import (
    LibraryError,
    PublishProblem,
    PublishRefused,
    TransitionNotAllowed,
    UnknownVersion,
)
from knowledge.library.indexed import Indexed
from knowledge.library.model import WITHDRAWN, DocumentKind, Version
from knowledge.library.standing import ended
from knowledge.library.status import Standing, VersionStatus
from knowledge.library.terms import check_dates, check_not_ended, check_place, label_again, slug
from knowledge.types import Audience, Progress

ATTEMPTS_MOST = 3


class Library(Indexed):
    """Documents with versions, dates of effect and audience; publishing indexes first and flips after."""

    def discard(self, draft_id: str, *, by: str) -> None:
        """Throw a draft away."""
        with self._engine.begin() as connection:
            version = store.version(connection, draft_id)
            store.change_status(connection, version, VersionStatus.DISCARDED)
            store.add_event(connection, version, "discarded", by=by, at=self._clock())
        self._forget(draft_id)

    # publishing ----------------------------------------------------------------------------------------------

    def publish(
        self,
        draft_id: str,
        *,
        audience: Audience,
        effective_from: date,
        effective_until: date | None = None,
        replaces: str | None = None,
        document_id: str | None = None,
        over: str | None = None,
        rereads: str | None = None,
        supersedes: str | None = None,
        label: str | None = None,
        review_on: date | None = None,
        kind: DocumentKind = DocumentKind.POLICY,
        at_once: bool = False,
        reason: str,
        by: str,
        on_progress: Progress | None = None,
    ) -> Version:
        """Index a draft, then make it a version of its document in one short transaction.

        `replaces` (or `document_id`) names the document it is the next version of; without it a new document is
        begun. `over` is the version it was compared with: another one published meanwhile refuses it. `rereads` is the
        version whose place it takes on the same terms, also where that is not the newest.
        `supersedes` names another document that ends when this one takes effect. Raises `PublishRefused`,
        `TransitionNotAllowed`, `UnknownVersion`. Where another process owns the index the version comes back
        `indexing`, and that process's `recover` finishes it; asked for `at_once` it is refused instead.
        """
        check_dates(effective_from, effective_until)
        if at_once and not self._index.owner:
            raise PublishRefused(PublishProblem.INDEX_FAILED, detail="another process owns it")
        with self._engine.begin() as connection:
            version = store.version(connection, draft_id)
            known = store.document_ids(connection)
            if replaces is not None and replaces not in known:
                raise UnknownVersion(replaces)
            target = replaces or document_id or slug(version, known)
            published_at: datetime | None = None
            if rereads is None:
                check_place(store.all_versions(connection), target, effective_from, over)
            elif (old := store.version(connection, rereads)).status is not VersionStatus.PUBLISHED:
                raise TransitionNotAllowed(rereads, old.status, VersionStatus.PUBLISHED)
            else:
                published_at = old.published_at
            store.ensure_document(connection, target, kind, self._clock())
            store.change_status(
                connection,
                version,
                VersionStatus.INDEXING,
                attempts=0,
                document_id=target,
                audience=audience,
                effective_from=effective_from,
                effective_until=effective_until,
                review_on=review_on,
                supersedes=supersedes if supersedes != target else None,
                label=label or effective_from.isoformat(),
                published_at=published_at,
                published_by=by,
                reason=reason,
            )
        return self._finish(draft_id, on_progress)

    def _finish(self, version_id: str, on_progress: Progress | None = None) -> Version:
        """Index what is on its way and flip it; whoever comes second finds it done."""
        if not self._index.owner:
            return self.version(version_id)
        found = list(self.chunks([version_id]))
        if not found:
            self._give_up(version_id, "no text")
            raise PublishRefused(PublishProblem.NOTHING_TO_SAY)
        try:
            with self._indexing:
                self._index.add(found, on_progress)
                return self._flip(version_id)
        except (SQLAlchemyError, LibraryError):
            raise  # the database decides; `recover` carries on from what it holds
        except Exception as error:
            self._give_up(version_id, type(error).__name__)
            raise PublishRefused(
                PublishProblem.INDEX_FAILED, detail=f"{type(error).__name__}: {error}"
            ) from error

    def _flip(self, version_id: str) -> Version:
        with self._engine.begin() as connection:
            version = store.version(connection, version_id)
            if version.status is VersionStatus.PUBLISHED:
                return version
            now = self._clock()
            order = version.published_at or now  # what is read again keeps its place among its day's versions
            store.change_status(connection, version, VersionStatus.PUBLISHED, published_at=order)
            store.add_event(
                connection, version, "published", by=version.published_by or "", at=now, reason=version.reason
            )
            return store.version(connection, version_id)

    def _give_up(self, version_id: str, why: str) -> None:
        """Back to a draft: nothing was visible, nothing has changed, and a document begun for it is not there."""
        with self._engine.begin() as connection:
            version = store.version(connection, version_id)
            if version.status is VersionStatus.INDEXING:
                store.change_status(connection, version, VersionStatus.DRAFT, document_id=None)
                store.drop_if_empty(connection, version.document_id or "")
                by = version.published_by or ""
                store.add_event(connection, version, "publishing_failed", by=by, at=self._clock(), reason=why)

    # after publishing ----------------------------------------------------------------------------------------

    def retire(self, version_id: str, *, by: str, reason: str) -> Version:
        """Stop answering from a version (or a document's live one); what it replaced does not come back.

        With the version in force its document ends: what is scheduled to follow (`goes_with`) is withdrawn.
        """
        withdrawn = self.goes_with(version_id)
        retired = self._take_off(version_id, VersionStatus.RETIRED, by, reason, withdrawn)
        for one in withdrawn:
            self._forget(one.version_id)
        return retired

    def rollback(self, version_id: str, *, by: str, reason: str) -> Version:
        """Undo a publication (of a version, or a document's newest): what it replaced answers again."""
        return self._take_off(self.newest(version_id) or version_id, VersionStatus.ROLLED_BACK, by, reason)

    def _take_off(
        self, name: str, wanted: VersionStatus, by: str, reason: str, withdrawn: Sequence[Version] = ()
    ) -> Version:
        with self._engine.begin() as connection:
            version = self._named(store.all_versions(connection), name)
            store.change_status(connection, version, wanted)
            store.add_event(connection, version, wanted.value, by=by, at=self._clock(), reason=reason)
            for (
                one
            ) in withdrawn:  # never in force: as if never published, so that its day ends nothing either
                store.change_status(connection, one, VersionStatus.ROLLED_BACK)
                store.add_event(connection, one, WITHDRAWN, by=by, at=self._clock(), reason=reason)
        self._forget(version.version_id)
        return self.version(version.version_id)

    def restore(
        self, version_id: str, *, by: str, reason: str, on_progress: Progress | None = None
    ) -> Version:
        """Bring a version back: retired or rolled back as it was; a superseded one as a new version from today.

        So is one that has ended, without an end. What was withdrawn with it and is to come (`comes_with`) comes back.
        """
        version, with_it = self.version(version_id), self.comes_with(version_id)
        if version.status not in (VersionStatus.PUBLISHED, VersionStatus.RETIRED, VersionStatus.ROLLED_BACK):
            raise TransitionNotAllowed(version_id, version.status, VersionStatus.PUBLISHED)
        if version.status is VersionStatus.PUBLISHED or ended(version, self.today()):
            back = self._republish(version, by, reason, on_progress)
        else:
            back = self._back_in_place(version, by, reason, on_progress)
        for one in with_it:
            with contextlib.suppress(PublishRefused):  # another document has taken its day meanwhile
                self._back_in_place(one, by, reason)
        return back

    def _back_in_place(
        self, version: Version, by: str, reason: str, on_progress: Progress | None = None
    ) -> Version:
        version_id = version.version_id
        self._check_not_ended(version)
        with self._indexing:
            if self._index.owner:
                self._index.add(list(self.chunks([version_id])), on_progress)
            with self._engine.begin() as connection:
                store.change_status(connection, version, VersionStatus.PUBLISHED)
                store.add_event(connection, version, "restored", by=by, at=self._clock(), reason=reason)
        return self.version(version_id)

    def _check_not_ended(self, version: Version) -> None:
        assert version.document_id is not None and version.effective_from is not None
        check_not_ended(self.versions(), version.document_id, max(version.effective_from, self.today()))

    def _republish(self, old: Version, by: str, reason: str, on_progress: Progress | None) -> Version:
        today = self._clock().date()
        if self.standing(old.version_id, today) in (Standing.LIVE, Standing.SCHEDULED):
            raise TransitionNotAllowed(old.version_id, old.status, VersionStatus.PUBLISHED)
        self._check_not_ended(old)
        assert old.audience is not None
        return self.publish(
            self._staged_again(old, by),
            audience=old.audience,
            effective_from=today,
            effective_until=None if ended(old, today) else old.effective_until,
            replaces=old.document_id,
            label=label_again(old.label, today),
            review_on=old.review_on,
            kind=old.kind,
            reason=reason,
            by=by,
            on_progress=on_progress,
        )

    def reread(self, version_id: str, *, by: str) -> Version:
        """Read a version's file again and publish what is read now on the same terms."""
        old = self.version(version_id)
        assert old.audience is not None and old.effective_from is not None
        return self.publish(
            self._staged_again(old, by),
            audience=old.audience,
            effective_from=old.effective_from,
            effective_until=old.effective_until,
            replaces=old.document_id,
            rereads=version_id,
            supersedes=old.supersedes,
            label=old.label,
            review_on=old.review_on,
            kind=old.kind,
            reason="read again by a newer reader",
            by=by,
        )

    def recover(self, on_progress: Progress | None = None) -> list[Version]:
        """At start, and now and then: finish publications a kill broke off or another process asked for.

        What another process restored or took off is followed too. A publication that has broken off `ATTEMPTS_MOST`
        times goes back to a draft, its admin sees why in the history.
        """
        if not self._index.owner:
            return []
        self.sync_index(on_progress)
        finished: list[Version] = []
        for version_id in self._on_their_way():
            with self._indexing:  # one that another thread is publishing right now is waited for, not counted
                if self.version(version_id).status is not VersionStatus.INDEXING:
                    continue
                if not self._may_try(version_id):
                    self._give_up(version_id, "broke off too often")
                    continue
                with contextlib.suppress(PublishRefused):
                    finished.append(self._finish(version_id, on_progress))
        return finished

    def _on_their_way(self) -> list[str]:
        """Oldest first: of two that begin on one day the one published later is in force."""
        return [v.version_id for v in self.versions() if v.status is VersionStatus.INDEXING]

    def _may_try(self, version_id: str) -> bool:
        with self._engine.begin() as connection:
            return store.count_attempt(connection, version_id) <= ATTEMPTS_MOST
