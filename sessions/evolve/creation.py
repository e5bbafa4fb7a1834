"""A meeting as it begins, and delegations as they join it."""

from sessions import events as e
from sessions.activity import Activity
from sessions.meeting import Meeting, Seat, Session
from sessions.programme import KEEP_DAYS, Delegation, seat_ids
from sessions.roadmap.earlier import FollowUp
from sessions.tables import rows


def created(event: e.MeetingCreated, at: int) -> Meeting:
    plan = event.programme
    meeting = Meeting(
        id=event.meeting,
        code=event.code,
        title=plan.title,
        place=plan.place,
        zone=plan.zone,
        languages=plan.languages,
        entry=plan.entry,
        keep_days=KEEP_DAYS if plan.keep_days is None else plan.keep_days,
        rules=plan.rules,
        wifi=plan.wifi,
        mechanisms=dict(plan.mechanisms),
        themes=plan.themes,
        bank=plan.bank,
        created_at=at,
        rehearsal=event.rehearsal,
        rows=rows(plan.delegations),
        roadmap_year=plan.roadmap_year,
        earlier={line.id: FollowUp(line) for line in event.earlier},
    )
    for delegation in plan.delegations:
        seat_delegation(meeting, delegation)
    for session in plan.sessions:
        bare = session.model_copy(update={"activities": ()})
        meeting.sessions[session.id] = Session(bare, [activity.id for activity in session.activities])
        meeting.order.append(session.id)
        for activity in session.activities:
            meeting.activities[activity.id] = Activity(activity, session.id)
    return meeting


def seat_delegation(meeting: Meeting, delegation: Delegation) -> None:
    meeting.delegations[delegation.id] = delegation
    for number, seat in enumerate(seat_ids(delegation)):
        head = number == 0 and delegation.kind == "state"
        meeting.seats[seat] = Seat(seat, delegation.id, number, head)
