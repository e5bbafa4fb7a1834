"""The contract of an activity kind. A kind lives in one module (or folder) of this package, exposes one
``KIND`` and imports nothing but this module and the leaf modules (``actor``, ``ids``, ``text``, ``errors``,
``outcomes``, ``method``, ``ranking``)."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from sessions.actor import Frozen
from sessions.errors import Code, Refused
from sessions.ids import Code as ShortCode
from sessions.lineage import Parent
from sessions.method import MethodLine
from sessions.outcomes import Cell, Counted, Outcome
from sessions.ranking.agreement import Agreement
from sessions.text import Lang, Text

MAX_OPTIONS = 100
MAX_SHORT = 32

S = TypeVar("S", bound="Setup")
B = TypeVar("B")


def _fits_a_chart(short: Text) -> Text:
    if max(map(len, short.values())) > MAX_SHORT:
        raise ValueError("short_too_long")
    return short


class Option(Frozen):
    """One thing to choose. ``short`` (at most ``MAX_SHORT`` characters in each language) labels charts. ``parents``
    says where it comes from, where that is an idea, an offer or a need."""

    id: ShortCode
    text: Text
    short: Annotated[Text, AfterValidator(_fits_a_chart)] | None = None
    parents: Annotated[tuple[Parent, ...], Field(max_length=100)] = ()

    @property
    def label(self) -> Text:
        return self.short or self.text


def _checked(options: tuple[Option, ...]) -> tuple[Option, ...]:
    if not options:
        raise ValueError("options_missing")
    if len(options) < 2:
        raise ValueError("options_too_few")
    if len(options) > MAX_OPTIONS:
        raise ValueError("options_too_many")
    if len({option.id for option in options}) < len(options):
        raise ValueError("options_twice")
    return options


Options = Annotated[tuple[Option, ...], AfterValidator(_checked)]
"""2 to ``MAX_OPTIONS`` options with distinct ids, in the order of the setup."""


class Setup(Frozen):
    """What a kind needs to know before it opens. ``question`` is what people read."""

    question: Text
    note: Text | None = None


Unit = Literal["seat", "delegation"]


class VoteSetup(Setup):
    """Of what people vote on. ``unit`` is who has a ballot: each seat, or each delegation one that any of its seats may
    cast or replace. ``breakdown`` asks for the outcome by mechanism too, as far as ``sessions.breakdown`` allows."""

    unit: Unit = "seat"
    breakdown: Literal["none", "mechanism"] = "none"


_OF_DELEGATIONS: dict[Lang, tuple[tuple[str, str], ...]] = {
    "es": (("Personas", "Delegaciones"), ("personas", "delegaciones"), ("persona", "delegación")),
    "en": (("People", "Delegations"), ("people", "delegations"), ("person", "delegation")),
    "pt": (("Pessoas", "Delegações"), ("pessoas", "delegações"), ("pessoa", "delegação")),
}
"""In all three the words agree with what stands beside them as the others do."""


def in_units(text: Text, unit: Unit) -> Text:
    """Words of ours about people, said of delegations where each has one ballot. Never of what somebody typed."""
    if unit == "seat":
        return text
    said: Text = {}
    for lang, words in text.items():
        for people, delegations in _OF_DELEGATIONS.get(lang, ()):
            words = words.replace(people, delegations)
        said[lang] = words
    return said


def outcome_in_units(outcome: Outcome, unit: Unit) -> Outcome:
    if unit == "seat":
        return outcome
    tables = tuple(
        table.model_copy(
            update={
                "columns": tuple(
                    column.model_copy(update={"label": in_units(column.label, unit)})
                    if column.kind == "count"
                    else column
                    for column in table.columns
                )
            }
        )
        for table in outcome.tables
    )
    return outcome.model_copy(update={"tables": tables, "how": in_units(outcome.how, unit)})


class Abstention(Frozen):
    """A ballot like any other, counted apart."""

    abstain: Literal[True]


ABSTAINING = "_abstain"
"""What hands go up for that are for none of the options: no option can be called so."""


class NotApplicable(Frozen):
    """«No aplica en mi país»: an answer, not a gap."""

    not_applicable: Literal[True]


@dataclass(frozen=True, slots=True)
class Cast(Generic[B]):
    """A valid ballot and the delegation (or its pseudonym) it came from."""

    ballot: B | Abstention | NotApplicable
    delegation: str


class Tally(ABC, Generic[B]):
    """Aggregate of ballots. Law: adding and removing in any order equals adding what is left."""

    @abstractmethod
    def add(self, cast: Cast[B]) -> None: ...

    @abstractmethod
    def remove(self, cast: Cast[B]) -> None: ...

    @abstractmethod
    def outcome(self) -> Outcome:
        """What the ballots added so far, and not removed, settle. The same ballots give equal outcomes."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One column of a table of groups: rows are (id, label, cell), for each group the same ids."""

    kind: Literal["text", "count", "place", "number"]
    rows: tuple[tuple[str, Cell, Cell], ...]


class Kind(ABC, Generic[S, B]):
    """One kind of activity. Instances hold no state."""

    name: ClassVar[str]
    title: ClassVar[Text]
    setup: type[S]
    ballot: Any = None
    """Type of the ballots beside abstention and "not applicable"; None where people write in pads instead."""

    _ballots: ClassVar[TypeAdapter[Any] | None] = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # Once a kind, not once a ballot: building the adapter takes longer than counting.
        cls._ballots = None if cls.ballot is None else TypeAdapter(cls.ballot | Abstention | NotApplicable)

    def unit(self, setup: S) -> Unit:
        return setup.unit if isinstance(setup, VoteSetup) else "seat"

    @property
    def pads(self) -> bool:
        """True where each table of the session writes in a shared pad while the activity is open."""
        return False

    def read_setup(self, raw: Any) -> S:
        """Raises pydantic's ``ValidationError``."""
        return self.setup.model_validate(raw)

    def read_ballot(self, setup: S, raw: Any) -> B | Abstention | NotApplicable:
        """A valid ballot, or ``Refused(invalid_ballot)`` with the reason as detail."""
        if self._ballots is None:
            raise Refused(Code.INVALID_BALLOT, "no_ballots")
        try:
            ballot = self._ballots.validate_python(raw)
        except ValidationError as error:
            raise Refused(Code.INVALID_BALLOT, "shape") from error
        if not isinstance(ballot, Abstention | NotApplicable):
            self.check(setup, ballot)
        return ballot  # type: ignore[no-any-return]  # the adapter's type is built at run time

    def check(self, setup: S, ballot: B) -> None:
        """Raises ``Refused(invalid_ballot, <reason>)`` where ``ballot`` does not fit ``setup``."""

    def ask(self, setup: S) -> dict[str, Any]:
        """What a phone needs in order to answer; by default the whole setup."""
        return setup.model_dump(mode="json", exclude_none=True)

    @abstractmethod
    def tally(self, setup: S) -> Tally[B]: ...

    def outcome(self, setup: S, tally: Tally[B]) -> Outcome:
        """``tally`` is one that this kind made for ``setup``."""
        return tally.outcome()

    @abstractmethod
    def method(self, setup: S) -> tuple[MethodLine, ...]:
        """What the setup alone says of how it is answered and counted; ``sessions.card`` adds the rest of the card."""

    def same_scale(self, before: S, after: S) -> bool:
        """Whether the figures of two rounds could be subtracted from one another, so that a few voters who took part in
        one of them only would show. Asked of secret rounds; True is the safe answer."""
        return True

    def hand(self, setup: S, option: str) -> B | Abstention:
        """The ballot of a hand that went up for ``option``, or for ``ABSTAINING``. Raises ``Refused(invalid_ballot)``
        where hands say nothing, by default everywhere."""
        raise Refused(Code.INVALID_BALLOT, "no_hands")

    def by_group(self, setup: S, casts: Iterable[Cast[B]]) -> "Figures":
        """What is told of the answers of one group, beside other groups; by default the first table of its outcome."""
        first = self.count(setup, casts).tables[0]
        rows = tuple((str(place), row[0], row[1]) for place, row in enumerate(first.rows))
        return Figures(first.columns[1].kind, rows)

    def agreement(self, outcome: Outcome) -> Agreement | None:
        """How far the voters agreed, in a word, where ``outcome`` (one of this kind) says so."""
        return None

    def count(self, setup: S, casts: Iterable[Cast[B]], seed: int = 0) -> Outcome:
        """The outcome of ``casts``, whatever their order. ``seed`` comes from the digest of the ballots: a kind that
        resamples draws from it alone, so that the same ballots give the same outcome on every worker."""
        tally = self.tally(setup)
        for cast in casts:
            tally.add(cast)
        return self.outcome(setup, tally)


class Turns:
    """Counts ballots by sort and by delegation: what every kind's tally starts from."""

    def __init__(self) -> None:
        self._sorts: Counter[str] = Counter()
        self._delegations: Counter[str] = Counter()

    def change(self, cast: Cast[Any], by: int) -> bool:
        """Count ``cast`` (``by`` is 1 or -1); True where it is an answer and not an abstention."""
        sort = _sort(cast.ballot)
        self._sorts[sort] += by
        self._delegations[cast.delegation] += by
        return sort == "answered"

    @property
    def counted(self) -> Counted:
        return Counted(
            voted=self._sorts.total(),
            answered=self._sorts["answered"],
            abstained=self._sorts["abstained"],
            not_applicable=self._sorts["not_applicable"],
            delegations=sum(1 for count in self._delegations.values() if count > 0),
        )


def _sort(ballot: Any) -> str:
    if isinstance(ballot, Abstention):
        return "abstained"
    return "not_applicable" if isinstance(ballot, NotApplicable) else "answered"
