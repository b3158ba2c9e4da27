"""The forty questions under their names: what each asks, what its rows hold, what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detente.reconciliation.answers import audit, bargaining, expulsions, laws, people, speech, sums
from detente.reconciliation.answers.inquiry import Inquiry
from detente.records import AnswerKind, AnswerRow

FILTERS = ("country", "sector", "person", "record", "from", "to")

CHAPTERS = (
    (14, "People and custody"),
    (23, "Sanctions"),
    (32, "Talks, deals, compliance"),
    (35, "Reactions and aims"),
    (40, "Evidence, method, safety"),
)
"""What the questions are about, by the last number of each chapter."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: a name, a function from an inquiry to rows, and what is missing where there are none."""

    name: str
    numbers: tuple[int, ...]
    kind: AnswerKind
    asks: str
    rows: Callable[[Inquiry], Iterable[AnswerRow]]
    filters: tuple[str, ...]
    looks: tuple[str, ...]  # types of claims that could answer it
    missing: str  # the track that is missing where nothing answers

    @property
    def chapter(self) -> str:
        """What it is about, with others of its kind."""
        return next(name for last, name in CHAPTERS if self.numbers[0] <= last)


_WHERE = ("country", "from", "to")
_LAW = ("country", "sector")
_WHO = ("person", "country")
_DEAL = ("country", "sector", "person", "from", "to")
_EASE = ("SANCTION_EASE", "SANCTION_IMPOSE", "SANCTION_KEEP")
_ACTS = ("RELEASE", "CLEMENCY", "TRANSFER", "SANCTION_EASE", "LINKAGE", "COMMIT")
_FREE = ("RELEASE", "TRANSFER", "CLEMENCY", "CUSTODY_STATE")


QUESTIONS: tuple[Question, ...] = (
    Question(
        "released", (1,), "list", "Who is known to have been released, when, and where did they go?",
        people.released, ("person", *_WHERE), _FREE, "custody: nobody is told as released",
    ),
    Question(
        "how-many", (2,), "count", "How many were released and pardoned, by whose count?",
        sums.how_many, _WHERE, ("RELEASE", "CLEMENCY"), "counts of the released",
    ),
    Question(
        "adds-up", (3,), "count", "How do the destination counts add up?",
        sums.adds_up, _WHERE, ("RELEASE", "TRANSFER"), "counts by destination",
    ),
    Question(
        "status", (4,), "state", "What is this person's status, on all four tracks?",
        people.status, ("person",), (*_FREE, "DETAIN", "SENTENCE", "RECOGNITION"), "all four tracks",
    ),
    Question(
        "freed-and-held", (5,), "list", "Who is named as freed by one source and as held by another?",
        people.freed_and_held, ("person",), _FREE, "custody: nobody is told as both",
    ),
    Question(
        "still-inside", (6,), "list", "Who is still inside, on whose list, as of which date?",
        sums.still_inside, _WHO, ("CUSTODY_STATE", "RELEASE"), "custody: no stock and nobody told as held",
    ),
    Question(
        "pardoned-not-seen", (7,), "list", "Who was pardoned but not seen at liberty?",
        people.pardoned_not_seen, _WHO, ("CLEMENCY", "RELEASE"), "legal track of persons by name",
    ),
    Question(
        "taken-again", (8,), "timeline", "Who refused to leave, was turned back, or was taken again?",
        people.taken_again, ("person", "from", "to"), ("TRANSFER", "DETAIN"), "custody after a release",
    ),
    Question(
        "expelled", (9,), "list", "Who was expelled or left without papers, and who says it was forced?",
        expulsions.expelled, _WHO, ("TRANSFER",), "voluntariness of the moves: unstated",
    ),
    Question(
        "nationals", (10,), "list", "Which nationals were in the group?",
        sums.nationals, ("country",), ("ATTRIBUTE",), "nationality of the group",
    ),
    Question(
        "who-calls", (11,), "list", "Who calls them what, by which criteria, and who does not?",
        sums.who_calls, ("person",), ("RECOGNITION",), "recognition",
    ),
    Question(
        "held-how-long", (12,), "list", "How long had each person been held?",
        people.held_how_long, ("person",), ("DETAIN", "RELEASE"), "custody: no day of arrest",
    ),
    Question(
        "harm", (13,), "list", "Which deaths or ill-treatment in custody are alleged, and by whom?",
        people.harm, ("person", *_WHERE), ("HARM",), "allegations of harm",
    ),
    Question(
        "same-person", (14,), "list", "Are these spellings the same person?",
        people.same_person, ("person",), (), "names in more than one form",
    ),
    Question(
        "measures", (15,), "state", "Which measures are in force, and what was announced?",
        laws.measures, _LAW, _EASE, "legal and announced tracks",
    ),
    Question(
        "step", (16,), "state", "Was it lifted, licensed, suspended or only announced?",
        laws.step, _LAW, ("SANCTION_EASE",), "any step of easing",
    ),
    Question(
        "excluded", (17,), "list", "What does the licence leave blocked or excluded?",
        laws.excluded, _LAW, ("SANCTION_EASE",), "legal track: the text of an instrument with exclusions",
    ),
    Question(
        "stays", (18,), "list", "Which sanctions were said to stay?",
        laws.stays, _LAW, ("SANCTION_KEEP", "SANCTION_EASE"), "what is said to stay; silence keeps nothing",
    ),
    Question(
        "measure-history", (19,), "timeline", "Show every step of one measure from designation to delisting.",
        laws.measure_history, _LAW, _EASE, "legal and announced tracks",
    ),
    Question(
        "press-v-law", (20,), "list", "Where do press verbs and legal text disagree?",
        laws.press_v_law, _LAW, ("SANCTION_EASE",), "announced track",
    ),
    Question(
        "list-changes", (21,), "diff", "What changed on the lists between two days?",
        laws.list_changes, (*_LAW, "from", "to"), _EASE, "legal track: no list or instrument moved",
    ),
    Question(
        "together", (22,), "list", "Which authorities moved together and which did not?",
        laws.together, _LAW, _EASE, "measures of a second authority",
    ),
    Question(
        "reversible", (23,), "list", "Which easing is reversible, dated or conditional?",
        laws.reversible, _LAW, ("SANCTION_EASE",), "until, revocation or condition of an easing",
    ),
    Question(
        "deal", (24,), "ledger", "What did each side give and get in this deal?",
        bargaining.ledger, _DEAL, _ACTS, "a deal: nobody ties the acts or calls them one",
    ),
    Question(
        "linkage", (25,), "path", "On what evidence are these acts linked, and who says so?",
        bargaining.linkage, _DEAL, _ACTS, "linkage",
    ),
    Question(
        "since", (26,), "timeline", "What has a country released since a day, and what did it get each time?",
        bargaining.since, _DEAL, _ACTS, "deals of that country since that day",
    ),
    Question(
        "talks", (27,), "list", "Who spoke for whom in the talks, where, how long, about what?",
        bargaining.talks, _WHERE, ("TALKS", "MANDATE"), "talks",
    ),
    Question(
        "unperformed", (28,), "gap", "Which promises are unperformed, and for how many days?",
        bargaining.unperformed, _DEAL, ("SANCTION_EASE", "COMMIT", "RELEASE"), "promises that are still open",
    ),
    Question(
        "first", (29,), "order", "Which side performed first?",
        bargaining.first, _DEAL, _ACTS, "days of performance: the acts cannot be ordered",
    ),
    Question(
        "conditions", (30,), "list", "What conditions were attached, and are they met?",
        bargaining.conditions, _DEAL, ("DEMAND", "COMMIT", "SANCTION_EASE"), "stated conditions",
    ),
    Question(
        "denied", (31,), "list", "Did any party deny that this was an exchange?",
        bargaining.denied, _DEAL, ("LINKAGE", "STATEMENT"), "denials of linkage",
    ),
    Question(
        "alike", (32,), "list", "Which earlier deals resemble this one?",
        bargaining.alike, _DEAL, _ACTS, "an earlier deal",
    ),
    Question(
        "reactions", (33,), "list", "Who welcomed, who criticised, who demanded what next?",
        speech.reactions, ("country",), ("STATEMENT", "DEMAND"), "reactions",
    ),
    Question(
        "aims", (34,), "list", "What aims did each government state, and through whom?",
        speech.aims, ("country",), ("STATEMENT", "SANCTION_KEEP"), "stated aims",
    ),
    Question(
        "superlatives", (35,), "list", "What is called the largest, and compared with what?",
        speech.superlatives, _WHERE, ("STATEMENT",), "superlatives",
    ),
    Question(
        "sources", (36,), "metric", "How many independent sources stand behind the count?",
        sums.sources, _WHERE, ("RELEASE",), "counts of the released",
    ),
    Question(
        "path", (37,), "path", "Show the path from this number to the bytes it came from.",
        audit.path, ("record", *_WHERE), ("RELEASE",), "a claim",
    ),
    Question(
        "diff", (38,), "diff", "What was believed on one day, what changed since, and why?",
        audit.diff, ("from", "to"), (), "two days of knowledge",
    ),
    Question(
        "gaps", (39,), "gap", "What would need to be found to settle this?",
        audit.gaps, _DEAL, _ACTS, "anything missing",
    ),
    Question(
        "sheet", (40,), "metric", "What may be published, what is left out, and how reliable is the coding?",
        audit.sheet, (), (), "claims",
    ),
)  # fmt: skip
"""In the order of the forty questions: one line of the table is one command."""

BY_NAME: dict[str, Question] = {q.name: q for q in QUESTIONS}
WIDE = frozenset({"alike"})
"""Questions that look beyond the country or person they are asked of."""
DIFFS = frozenset({"diff", "list-changes"})
"""Questions whose ``from`` and ``to`` are days of knowledge; elsewhere they bound what happened."""
