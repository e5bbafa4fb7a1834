"""Good-practice sheets as the report tells them: the country only where it agreed, nothing of reserved sessions."""

from collections.abc import Iterator

from sessions.actor import Frozen, Regime
from sessions.codes import code_of
from sessions.lineage import Sort
from sessions.meeting import Meeting
from sessions.report.roadmap import Origins
from sessions.report.roadmap_shapes import ReportDelegation, ReportSource
from sessions.text import Text


class ReportPractice(Frozen):
    """``country`` is None where it does not want to be named. ``categories`` are names of the programme's themes."""

    id: str
    code: str
    session: str
    regime: str
    country: ReportDelegation | None
    title: str
    categories: tuple[Text, ...]
    tags: tuple[str, ...]
    period: str
    entities: str
    submitted_by: str
    partners: str
    website: str
    description: str
    results: str
    conditions: str
    replicability: str
    contact: str
    sources: tuple[ReportSource, ...]


def tell(meeting: Meeting) -> Iterator[ReportPractice]:
    """In the order of their codes, without those withdrawn."""
    origins = Origins.of(meeting) if meeting.practices else None
    themes = {theme.id: theme.name for theme in meeting.themes}
    for practice in meeting.practices.values():
        regime = meeting.sessions[practice.session].plan.regime
        if practice.withdrawn or regime is Regime.RESERVED or origins is None:
            continue
        fields = practice.fields
        named = practice.delegation is not None and practice.named
        yield ReportPractice(
            id=practice.id,
            code=code_of(meeting, Sort.PRACTICE, practice.id),
            session=practice.session,
            regime=regime.value,
            country=_country(meeting, practice.delegation) if named else None,
            categories=tuple(themes[id_] for id_ in fields.categories if id_ in themes),
            sources=origins.sources(fields.sources),
            **fields.model_dump(exclude={"categories", "sources"}),
        )


def _country(meeting: Meeting, delegation: str | None) -> ReportDelegation | None:
    found = meeting.delegations.get(delegation or "")
    return ReportDelegation(id=found.id, name=found.name) if found else None
