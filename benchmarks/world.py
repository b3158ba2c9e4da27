"""An invented world whose news are reports: seeded, with many deals, people, copies and retellings.

Nothing is read here: each report comes as the text and the claims that a reader would give, some
eighteen of them, so that what follows reading can be measured by itself. States, people and outlets are
made of syllables; a happening is told by several outlets on several days, with numbers that differ, and
one report in five is a copy.

How dense it is decides what hangs together: sixty states over twelve years, of which 100,000 claims
tell, have 1.4 happenings a state and year, told by some six reports each, and a state eases one measure
on one sector once or twice in those years. More claims told of no more states and years would let a state
ease one measure every few months, and by that all its promises hang together; so :func:`vast` makes
a world of more states (to 200, there being no more) and then of more years, in which these shares are
the same whatever its size.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import TypeVar

from benchmarks.drafts import READER, SYLLABLES, Draft, count, pointing

from detente.records import (
    UNSTATED,
    Article,
    Attribution,
    Claim,
    DocumentRef,
    Filler,
    Linkage,
    Reading,
    Time,
    claim_id,
)

SECTORS = ("potash", "timber", "civil aviation", "fertiliser", "banking", "cotton", "tin", "shipping")
LABELS = ("political prisoners", "prisoners of conscience", "hostages")
FIRST_DAY = date(2012, 1, 1)
YEARS = 12

T = TypeVar("T")
DENSE = 100_000
"""Claims that tell of 60 states over twelve years."""
MOST = 200
"""States that a world has at most."""


def timed(call: Callable[[], T]) -> tuple[T, float]:
    """What it gives, and the seconds that took."""
    start = time.process_time()
    found = call()
    return found, time.process_time() - start


@dataclass
class Story:
    """A happening with what is true of it; reports tell parts."""

    day: date
    giver: str
    taker: str
    sector: str
    many: int
    people: list[str]
    place: str
    envoy: str
    licensed: bool


class World:
    """Writes news of a number of states over so many years."""

    def __init__(self, seed: int, *, states: int = 60, years: float = YEARS, surnames: int = 900) -> None:
        self.chance = random.Random(seed)
        self.days = int(365 * years)
        self.states = self._names(states, "{}land")
        self.places = self._names(states * 3, "{}grad")
        self.outlets = self._names(240, "The {} Courier")
        self.groups = self._names(80, "{} Prisoners Watch")
        self.given, self.surnames = self._names(120, "{}"), self._names(surnames, "{}sky")
        self.past: list[Story] = []

    def _names(self, number: int, form: str) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < number:
            found[
                form.format("".join(self.chance.choices(SYLLABLES, k=self.chance.randint(3, 5))).capitalize())
            ] = None
        return list(found)

    def reports(self, claims: int) -> Iterator[tuple[Reading, Article]]:
        """Reports in no order of days, until there are so many claims."""
        made = 0
        while made < claims:
            for reading, article in self._told(self._story()):
                made += len(reading.claims)
                yield reading, article
                if made >= claims:
                    return

    def _story(self) -> Story:
        pick = self.chance.choice
        many = int(3 + self.chance.paretovariate(1.1) * 6)
        giver, taker = self.chance.sample(self.states, 2)
        story = Story(
            day=FIRST_DAY + timedelta(self.chance.randrange(self.days)),
            giver=giver,
            taker=taker,
            sector=pick(SECTORS),
            many=many,
            people=[self._person() for _ in range(self.chance.randint(1, 6))],
            place=pick(self.places),
            envoy=self._person(),
            licensed=self.chance.random() < 0.4,
        )
        self.past.append(story)
        return story

    def _person(self) -> str:
        return f"{self.chance.choice(self.given)} {self.chance.choice(self.surnames)}"

    def _told(self, story: Story) -> Iterator[tuple[Reading, Article]]:
        deal = self.chance.random() < 0.7
        first: tuple[Reading, Article] | None = None
        for _ in range(self.chance.randint(3, 9)):
            if first is not None and self.chance.random() < 0.2:
                yield self._copied(first[1])
                continue
            draft = self._draft(story.day + timedelta(self.chance.randrange(4)))
            (self._deal if deal else self._arrests)(draft, story)
            self._words(draft)
            first = (
                Reading(document=draft.ref, reader=READER, claims=tuple(draft.claims)),
                Article(document=draft.ref, text=draft.text, published=draft.ref.published),
            )
            self._last = draft
            yield first

    def _draft(self, day: date) -> Draft:
        sha = sha256(self.chance.randbytes(16)).hexdigest()
        ref = DocumentRef(
            id=f"doc_{sha[:16]}",
            path=f"{sha[:8]}.txt",
            sha256=sha,
            publisher=self.chance.choice(self.outlets),
            published=day.isoformat(),
        )
        return Draft(ref, day, self.chance)

    def _copied(self, article: Article) -> tuple[Reading, Article]:
        """The same words under another name, a day later."""
        draft = self._draft(self._last.day + timedelta(1))
        for c in self._last.claims:
            id_ = claim_id(
                draft.ref.sha256,
                c.span,
                c.type,
                c.sub,
                c.roles,
                c.quantity,
                c.mode,
                c.polarity,
                c.attribution,
                READER,
            )
            fields = {f: getattr(c, f) for f in c.__struct_fields__} | {"id": id_, "document": draft.ref}
            draft.claims.append(Claim(**fields))
        ids = {old.id: new.id for old, new in zip(self._last.claims, draft.claims, strict=True)}
        claims = tuple(pointing(c, ids) for c in draft.claims)
        text = article.text + f" First published by {article.document.publisher}."
        return (
            Reading(document=draft.ref, reader=READER, claims=claims),
            Article(document=draft.ref, text=text, published=draft.ref.published),
        )

    # -- what reports say --------------------------------------------------------------------

    def _deal(self, draft: Draft, s: Story) -> None:
        giver, taker = Filler(s.giver, "state"), Filler(s.taker, "state")
        wrong = 1 if self.chance.random() < 0.1 else 0
        many = s.many - wrong
        told = Time(s.day.isoformat(), s.day.isoformat()) if self.chance.random() < 0.7 else None
        who = self._source(s.taker)
        freed = draft.say(
            "RELEASE",
            f"{s.giver} freed {many} prisoners",
            sub="release",
            time=told,
            attribution=who,
            roles={"releaser": [giver], "group": [Filler("prisoners", "group")]},
            quantity=count(many),
        )
        draft.say(
            "CLEMENCY",
            f"{s.giver} pardoned all {many}",
            sub="pardon",
            time=told,
            roles={"granter": [giver], "group": [Filler("prisoners", "group")]},
            quantity=count(many),
        )
        ease = draft.say(
            "SANCTION_EASE",
            f"{s.taker} agreed to ease its sanctions on {s.sector}",
            mode="agreed",
            step="agreed",
            roles={"authority": [taker], "target": [giver], "sector": [Filler(s.sector, "sector")]},
        )
        draft.say(
            "LINKAGE",
            f"in return for the release, {s.taker} eased",
            linkage=Linkage("L2", "in return for", "answers", (freed.id, ease.id)),
            roles={"party": [giver, taker]},
        )
        if self.chance.random() < 0.2:
            draft.say(
                "RELEASE",
                f"{s.giver} promised to free {many + 5} prisoners within weeks",
                sub="release",
                mode="promised",
                roles={"releaser": [giver], "group": [Filler("prisoners", "group")]},
                quantity=count(many + 5),
            )
        if s.licensed and self.chance.random() < 0.5:
            draft.say(
                "SANCTION_EASE",
                f"{s.taker} issued a licence for {s.sector}",
                step="licensed",
                time=told,
                roles={
                    "authority": [taker],
                    "target": [giver],
                    "sector": [Filler(s.sector, "sector")],
                    "instrument": [Filler("licence", "instrument")],
                },
            )
        for name in self.chance.sample(s.people, self.chance.randint(1, len(s.people))):
            draft.say(
                "RELEASE",
                f"{name} was among those freed",
                sub="release",
                time=told,
                roles={"releaser": [giver], "person": [Filler(name, "person")]},
            )
        moved = max(1, many - self.chance.randint(0, 3))
        draft.say(
            "TRANSFER",
            f"{moved} of them crossed into {s.place}",
            sub="cross_border",
            time=told,
            quantity=count(moved),
            roles={
                "mover": [Filler(UNSTATED, "unstated")],
                "group": [Filler("prisoners", "group")],
                "to": [Filler(s.place, "place")],
            },
        )
        envoy = Filler(s.envoy, "person")
        draft.say(
            "MANDATE",
            f"{s.envoy}, special envoy of {s.taker}",
            sub="described_as",
            roles={"agent": [envoy], "principal": [taker], "office": [Filler("special envoy", "office")]},
        )
        draft.say(
            "TALKS",
            f"{s.envoy} held talks in {s.place}",
            sub="visit",
            roles={
                "participants": [envoy, Filler(UNSTATED, "unstated")],
                "place": [Filler(s.place, "place")],
            },
        )
        self._around(draft, s, giver, taker)

    def _around(self, draft: Draft, s: Story, giver: Filler, taker: Filler) -> None:
        watch = self.chance.choice(self.groups)
        said = (Attribution(watch, "ngo", "said", True),)
        left = s.many * self.chance.randint(3, 9)
        draft.say(
            "CUSTODY_STATE",
            f"{left} remain behind bars",
            sub="held",
            attribution=said,
            as_of=draft.ref.published,
            roles={
                "holder": [giver],
                "group": [Filler("prisoners", "group")],
                "definition_owner": [Filler(watch, "organisation")],
            },
            quantity=count(left),
        )
        draft.say(
            "RECOGNITION",
            f"whom {watch} calls {LABELS[0]}",
            label=self.chance.choice(LABELS),
            attribution=said,
            roles={"subject": [Filler("prisoners", "group")], "recogniser": [Filler(watch, "organisation")]},
        )
        draft.say(
            "SANCTION_KEEP",
            f"other {s.taker} sanctions stay in place",
            sub="stated_in_force",
            mode="asserted",
            roles={"authority": [taker], "target": [giver]},
        )
        draft.say(
            "STATEMENT",
            f"{watch} welcomed the release",
            stance="welcome",
            mode="evaluated",
            attribution=said,
            roles={"speaker": [Filler(watch, "organisation")]},
            topic="the release",
        )
        draft.say(
            "DEMAND",
            f"{watch} called for the release of the others",
            sub="call",
            attribution=said,
            mode="demanded",
            roles={"demander": [Filler(watch, "organisation")]},
            topic="the release of the others",
        )
        if self.past and self.chance.random() < 0.5:
            old = self.chance.choice(self.past)
            draft.say(
                "RELEASE",
                f"{old.giver} let {old.many} prisoners go on {old.day}",
                sub="release",
                mode="background",
                time=Time(old.day.isoformat(), old.day.isoformat()),
                quantity=count(old.many),
                roles={"releaser": [Filler(old.giver, "state")], "group": [Filler("prisoners", "group")]},
            )

    def _arrests(self, draft: Draft, s: Story) -> None:
        giver, taker = Filler(s.giver, "state"), Filler(s.taker, "state")
        told = Time(s.day.isoformat(), s.day.isoformat())
        for name in s.people:
            person = {"person": [Filler(name, "person")]}
            draft.say(
                "DETAIN",
                f"{s.giver} arrested {name}",
                sub="arrest",
                time=told,
                roles={"detainer": [giver], **person},
            )
            if self.chance.random() < 0.5:
                draft.say(
                    "SENTENCE",
                    f"{name} was sentenced to {s.many % 15 + 1} years",
                    sub="sentence",
                    time=told,
                    penalty=count(s.many % 15 + 1),
                    roles={"authority": [giver], **person},
                )
            draft.say(
                "CUSTODY_STATE",
                f"{name} is held in {s.place}",
                sub="held",
                as_of=draft.ref.published,
                roles={"holder": [giver], "place": [Filler(s.place, "place")], **person},
            )
            draft.say(
                "ATTRIBUTE",
                f"{name}, a journalist",
                sub="role",
                roles={"subject": person["person"], "value": [Filler("journalist", "value")]},
            )
        draft.say(
            "SANCTION_IMPOSE",
            f"{s.taker} imposed sanctions on {s.sector}",
            sub="sectoral_ban",
            time=told,
            roles={"authority": [taker], "target": [giver], "sector": [Filler(s.sector, "sector")]},
        )
        self._around(draft, s, giver, taker)

    def _source(self, state: str) -> tuple[Attribution, ...]:
        if self.chance.random() < 0.5:
            return ()
        return (Attribution(f"{state} officials", "official", "said", False),)

    def _words(self, draft: Draft) -> None:
        """Words of the outlet's own, so that two reports are two texts."""
        words = ["".join(self.chance.choices(SYLLABLES, k=2)) for _ in range(90)]
        draft.text += " ".join(words) + "."


def vast(seed: int, claims: int) -> World:
    """A world of which so many claims tell, as dense as any other."""
    states = min(MOST, max(20, round(60 * (claims / DENSE) ** 0.5)))
    years = YEARS * (claims / DENSE) * 60 / states
    return World(seed, states=states, years=years, surnames=max(900, 900 * claims // DENSE))
