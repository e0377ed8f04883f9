"""Taking down: a story is withdrawn, a photograph is killed, a story steps back.

Each builds a whole release, walks through it, records who answers, and then switches.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cutline import store
from cutline.desk import ledger
from cutline.desk.crawl import NOTHING, Gone, traces
from cutline.desk.frozen import mark
from cutline.desk.ledger import Answer, Subject
from cutline.desk.lookalikes import lookalikes
from cutline.desk.record import keep, kept, usages
from cutline.desk.remembered import Stories, known, shown_siblings
from cutline.desk.rendering import Darkroom
from cutline.desk.shipping import targets
from cutline.desk.standing import Standing, changed, files_of
from cutline.model import ConfigError, ReadError, StoreError


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken down, or back.

    Attributes:
        said: What was done, in one sentence.
        purge: Addresses that caches in front of the site must drop.
        notices: What a person should know, a sentence each.
    """

    said: str
    purge: tuple[str, ...]
    notices: tuple[str, ...] = ()


def withdraw(site: Standing, slug: str, answer: Answer) -> Taken:
    """Take a story off the site: its pages go, the list of stories no longer names it.

    Raises:
        ReadError: it is not on the site.
        StoreError: it could not be done; the old site stands.
    """
    with store.holding(site.places, site.places.releases) as releases:
        old = _shown(site, slug)
        with releases.next() as build:
            stories, notices = site.compose(build, old, leave=(slug,))
            said = {"story": slug, "site": site.places.out.name}
            who = {"by": answer.by.strip(), "reason": answer.reason.strip()}
            pages = sorted(path for path, _ in files_of(old, slug))
            when = answer.at.isoformat(timespec="seconds")
            ledger.enter(site.places, ledger.WITHDRAWAL, answer.at, **who, **said)
            keep(site.places, {**said, "withdrawn": {"at": when, **who}, "gone": pages})
            published = build.finish({"stories": stories}, _proofs(site, stories), keep=_keep(site))
    ran = {path for path in _ever(site, slug) if path not in published.manifest.paths}
    purge = site.addresses(changed(old, published.manifest) | ran)
    notices = (*notices, *published.left, *_sent_on(site))
    return Taken(f"“{slug}” is withdrawn", purge, notices)


def rollback(site: Standing, slug: str) -> Taken:
    """Put a story back to its last edition that differs, of those in kept releases.

    Again from there, it goes back further. What was killed meanwhile does not come back, nor
    does a draft where readers have a published page.

    Raises:
        ReadError: it is not on the site, or no kept release has another edition.
        StoreError: it could not be done; the old site stands.
    """
    with store.holding(site.places, site.places.releases) as releases:
        now = _shown(site, slug)
        number, then = _before(site, releases, now, slug)
        with releases.next() as build:
            stories, notices = site.compose(build, now, instead={slug: then})
            if slug not in stories:
                raise StoreError(f"“{slug}” cannot step back: {notices[-1]}", "the site stands")
            facts = stories[slug]
            stories[slug] = {**facts, "from": number} if isinstance(facts, dict) else facts
            _record_step(site, slug, number, stories[slug])
            published = build.finish({"stories": stories}, _proofs(site, stories), keep=_keep(site))
    purge = site.addresses(changed(now, published.manifest))
    said = f"“{slug}” is again {_told(site, then, slug)}, as in release {number}"
    return Taken(said, purge, (*notices, *published.left))


def kill(site: Standing, photographs: Sequence[Subject], answer: Answer) -> Taken:
    """Take photographs out of every kept release and the cache, and deny them for good.

    Denied first: whatever happens after that, nothing is built with them again, and the same
    command once more finishes the rest. Who is publishing just now is refused at the end of
    that, and waited for. A preview that is open, or that a crash left, is a site like others.
    Photographs that look like them are named in the end.

    Raises:
        StoreError: it could not be finished; the sentence says what is left.
    """
    ledger.enter_kill(site.places, photographs, answer)
    hashes = frozenset(each.sha256 for each in photographs)
    purge, notices = _clean(site, hashes)
    preview = replace(site, places=store.beside(site.places))
    if preview.places.releases.is_dir():
        _clean(preview, hashes)
    _forget(site, hashes)
    many = f"{len(hashes)} photographs are" if len(hashes) > 1 else "the photograph is"
    said = f"{many} gone from every kept release, and denied for good"
    alike = lookalikes(site, hashes, answer.at)
    _forget(site, hashes)  # to look for them, their files were read again
    beyond = (*_elsewhere(site, hashes), *_carried_away(site, hashes), *_sent_on(site), *alike)
    return Taken(said, purge, (*notices, *beyond))


def _forget(site: Standing, hashes: frozenset[str]) -> None:
    """Take out of the cache what was made of photographs."""
    for sha256 in hashes:
        Darkroom(store.Cache(site.places.cache)).forget(sha256)


def _clean(site: Standing, hashes: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take photographs out of every release of one site; who publishes to it is waited for.

    Returns:
        Addresses to purge, and what a person should know.

    Raises:
        StoreError: it could not be finished.
    """
    notices: tuple[str, ...] = ()
    with store.holding(site.places, site.places.releases, patient=True) as releases:
        ran, old = _files(site, hashes), store.current(site.places)
        gone = _gone(releases, hashes, ran)
        if old is not None and _holds(old, gone):
            with releases.next() as build:
                stories, said = site.compose(build, old)
                proofs = _proofs(site, stories, gone)
                published = build.finish({"stories": stories}, proofs, keep=_keep(site))
                notices = (*said, *published.left)
        for number in releases.numbers:
            notices = (*notices, *_cleaned(site, releases, number, gone))
        _prove(site, releases, gone)
        fresh = changed(old, store.current(site.places))
        return site.addresses(fresh | ran | _pages(site, hashes)), notices


def _shown(site: Standing, slug: str) -> store.Manifest:
    """The release that readers see, if it has the story."""
    manifest = store.current(site.places)
    if manifest is None or slug not in known(manifest):
        if gone := ledger.withdrawal(site.places, slug):
            day, by, reason = gone
            message = f"“{slug}” was withdrawn on {day} by {by}: {reason.rstrip('.')}"
            raise ReadError(message, "publish it with --override WITHDRAWN to bring it back")
        there = ", ".join(f"“{name}”" for name in known(manifest)) or "no story"
        shown = store.quoted(site.places.out)
        raise ReadError(f"“{slug}” is not on the site {shown}", f"it shows {there}")
    return manifest


def _before(
    site: Standing, releases: store.Releases, now: store.Manifest, slug: str
) -> tuple[str, store.Manifest]:
    """The latest kept release before the one shown in which the story differs."""
    facts = known(now)[slug]
    since = facts.get("from") if isinstance(facts, dict) else None
    start, drafts = int(str(since or site.places.pointed_at())), False
    for number in reversed(releases.numbers):
        manifest = releases.manifest(number)
        if int(number) >= start or manifest is None or slug not in known(manifest):
            continue
        if _is_draft(manifest, slug) and not _is_draft(now, slug):
            drafts = True
        elif _differs(manifest, now, slug):
            return number, manifest
    other = "another published edition" if drafts else "an earlier edition"
    raise ReadError(
        f"no kept release has {other} of “{slug}”",
        "keep_releases in cutline.toml says how many stay",
    )


def _is_draft(manifest: store.Manifest, slug: str) -> bool:
    facts = known(manifest)[slug]
    return isinstance(facts, dict) and bool(facts.get("draft"))


def _told(site: Standing, manifest: store.Manifest, slug: str) -> str:
    """An edition in words: its headline, and when it was published."""
    facts = known(manifest)[slug]
    said = facts if isinstance(facts, dict) else {}
    told = f"“{said.get('title')}”"
    for record in kept(site.places, slug):
        frozen = record.get("edition")
        if isinstance(frozen, dict) and mark(frozen) == said.get("edition"):
            return f"{told} of {str(record.get('published'))[:16].replace('T', ' ')}"
    return told


def _differs(then: store.Manifest, now: store.Manifest, slug: str) -> bool:
    """Whether stepping back would show something else.

    Pages whose links to other languages differ are printed again in any case: of one edition,
    they say nothing new.
    """
    facts, shown = known(then)[slug], known(now)[slug]
    if isinstance(facts, dict) and isinstance(shown, dict):
        if facts.get("edition") != shown.get("edition"):
            return True
        if shown_siblings(facts) != shown_siblings(shown):
            return False
    return files_of(then, slug) != files_of(now, slug)


def _record_step(site: Standing, slug: str, number: str, facts: object) -> None:
    name, shown = site.places.out.name, site.places.pointed_at()
    step = {"from": shown, "to": number}
    ledger.enter(site.places, ledger.ROLLBACK, site.now, story=slug, site=name, **step)
    wanted = facts.get("edition") if isinstance(facts, dict) else None
    said = {"story": slug, "site": name, "published": site.now.isoformat(timespec="seconds")}
    keep(site.places, {**said, "rollback": step, "of": wanted})


def _ever(site: Standing, slug: str) -> set[str]:
    """Every file that a story ever had on this site, as the records say."""
    found: set[str] = set()
    for record in kept(site.places, slug):
        if record.get("site") == site.places.out.name:
            listed = [record.get("pages"), *(usage.get("files") for usage in usages(record))]
            paths = (path for each in listed if isinstance(each, list) for path in each)
            found |= {path for path in paths if isinstance(path, str)}
    return found


def _files(site: Standing, hashes: frozenset[str]) -> set[str]:
    """Every file of this site that ever showed one of these photographs, as the records say."""
    found: set[str] = set()
    for usage, record in _usages(site, hashes):
        if record.get("site") == site.places.out.name:
            files = usage.get("files")
            listed = files if isinstance(files, list) else []
            found |= {each for each in listed if isinstance(each, str)}
    return found


def _pages(site: Standing, hashes: frozenset[str]) -> set[str]:
    """Every page of this site that ever showed one of them: of a kill that was cut short, too."""
    found: set[str] = set()
    for _, record in _usages(site, hashes):
        pages = record.get("pages") if record.get("site") == site.places.out.name else None
        found |= (
            {each for each in pages if isinstance(each, str)} if isinstance(pages, list) else set()
        )
    return found


def _elsewhere(site: Standing, hashes: frozenset[str]) -> tuple[str, ...]:
    """Other sites of the desk on which they ran."""
    names = {str(record.get("site")) for _, record in _usages(site, hashes)}
    return tuple(
        f"it ran on the site “{name}”, too: kill it there with --to"
        for name in sorted(names - {site.places.out.name})
    )


def _carried_away(site: Standing, hashes: frozenset[str]) -> tuple[str, ...]:
    """Exports that show them: files that somebody has, and that nobody here can reach."""
    return tuple(
        f"the {each.format} of “{each.story}”, exported on {each.day}, shows it: tell who has that"
        for each in ledger.exports(site.places)
        if not hashes.isdisjoint(each.photographs)
    )


def _sent_on(site: Standing) -> tuple[str, ...]:
    """What still has to be done where a site was sent; its settings never stop taking down."""
    try:
        names = sorted(targets(site.desk))
    except ConfigError as error:
        return (str(error),)
    own = site.desk is not None and site.places.out == store.of_desk(site.desk).out
    where = "" if own else f" --site {site.places.out.name}"
    said = (f"`cutline send {name}{where} --purge`" for name in names)
    return tuple(f"{command} takes it out there, too" for command in said)


def _usages(
    site: Standing, hashes: frozenset[str]
) -> Iterator[tuple["dict[str, object]", "dict[str, object]"]]:
    for story in store.recorded(site.places):
        for record in kept(site.places, story):
            for usage in usages(record):
                if usage.get("sha256") in hashes:
                    yield dict(usage), record


def _gone(releases: store.Releases, hashes: frozenset[str], ran: Iterable[str]) -> Gone:
    """What no byte may say: hashes of originals, names of renditions, renditions themselves."""
    names = {path.rpartition("/")[2].rpartition("-")[0] for path in ran}
    words = {*hashes, *(sha256[:12] for sha256 in hashes), *(name for name in names if name)}
    manifests = (releases.manifest(number) for number in releases.numbers)
    entries = (entry for manifest in manifests if manifest for entry in manifest.files)
    files = {entry.sha256 for entry in entries if entry.path in set(ran)}
    return Gone(tuple(sorted(words)), frozenset(files))


def _holds(manifest: store.Manifest, gone: Gone) -> bool:
    """Whether a release holds anything of what must be gone, as its manifest says."""
    text = manifest.to_json().decode()
    return any(word in text for word in gone.words)


def _cleaned(site: Standing, releases: store.Releases, number: str, gone: Gone) -> tuple[str, ...]:
    """An old release without what must be gone; removed where nothing is left of it."""
    manifest = releases.manifest(number)
    if number == site.places.pointed_at() or manifest is None or not _holds(manifest, gone):
        return ()
    with releases.again(number) as build:
        stories, notices = site.compose(build, manifest)
        if stories:
            build.replace({"stories": stories}, site.proved(number, stories, gone))
    if not stories:
        releases.remove(number)
    return tuple(f"release {number}: {notice}" for notice in notices)


def _prove(site: Standing, releases: store.Releases, gone: Gone) -> None:
    """Read every byte of every kept release, manifests too.

    Raises:
        StoreError: something is left.
    """
    for number in releases.numbers:
        for sentence in traces(site.places.releases / number, gone):
            where = store.quoted(site.places.releases / number)
            raise StoreError(
                f"the photograph is denied, but release {number} still holds it: {sentence}",
                f"remove {where} yourself",
            )


def _proofs(site: Standing, stories: Stories, gone: Gone = NOTHING) -> tuple[store.Check, ...]:
    return site.proved(site.places.pointed_at(), stories, gone)


def _keep(site: Standing) -> int:
    return site.house.keep_releases
