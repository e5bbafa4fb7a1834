"""Old snapshot + differences = new snapshot, for every command and every layer."""

from typing import get_args

from sessions import commands
from sessions.evolve import fold
from sessions.meeting import freeze, thaw
from sessions.rules.seats import claim_card
from sessions.tables import table_of
from tests.helpers.play import MODERATOR, Play, delegate
from tests.helpers.programmes import small


def play_everything() -> tuple[Play, set[str]]:
    play = Play(small())
    given: set[str] = set()

    def do(name: str, **args: object) -> None:
        given.add(name)
        play.does(MODERATOR, name, **args)

    do("add_delegation", delegation="chile", title="Chile", mechanisms=["quito"], seats=2)
    do("add_seat", delegation="chile")
    do("add_session", session="extra", title="Extra", start="12:00", minutes=30)
    do("edit_session", session="extra", title="Otra", minutes=45)
    do("move_session", session="extra", place=0)
    do("skip_session", session="extra")
    setup = {"question": "¿Té?", "answer": "scale", "scale": {"low": 1, "high": 5, "low_label": "a", "high_label": "b"}}
    do("add_activity", session="plenary", activity="fresh", kind="poll", title="Nueva", setup=setup)
    do("edit_activity", activity="fresh", title="Más nueva", minutes=3)
    do("move_activity", activity="fresh", place=0)
    do("skip_activity", activity="fresh")
    do("start_session", session="plenary")
    do("open_activity", activity="priorities", minutes=4)
    do("add_time", activity="priorities", round=1, seconds=60)
    given.add("cast_ballot")
    play.casts("peru-1", "priorities", {"ranking": ["C-1", "C-2"]})
    play.casts("panama-2", "priorities", {"abstain": True})
    do("close_activity", activity="priorities", round=1)
    play.seals("priorities")
    do("reveal_outcome", activity="priorities", round=1)
    do("set_stage", stage={"show": "outcome", "activity": "priorities"})
    do("reopen_activity", activity="priorities", round=1)
    do("close_activity", activity="priorities", round=2)
    play.seals("priorities")
    do("send_message", text={"es": "Volvemos en cinco minutos"})
    do("clear_message")
    do("end_session", session="plenary")
    do("start_session", session="tables")
    do("assign_table", session="tables", seat="peru-1", table=_other_table(play, "peru-1"))
    given.add("choose_table")
    play.does(delegate("peru-2"), "choose_table", table=_other_table(play, "peru-2"))
    do("rotate_tables", session="tables", rotation=1)
    for event in claim_card(play.meeting, "peru-3"):
        play.happens(event)
    do("release_seat", seat="peru-3")
    do("end_session", session="tables")
    do("close_meeting")
    return play, given


def _other_table(play: Play, seat: str) -> str:
    session = play.meeting.sessions["tables"]
    return next(table for table in session.tables if table != table_of(play.meeting, session, seat))


def test_every_command_keeps_the_law() -> None:
    _, given = play_everything()
    every = {cls.model_fields["name"].default for cls in get_args(get_args(commands.Command)[0])}
    # Validating a table is decided without events: the server adds the text of the pad.
    assert given == every - {"validate_table"}


def test_folding_the_log_again_gives_the_same_state() -> None:
    play, _ = play_everything()
    assert fold(enumerate(play.log, start=1)) == play.meeting


def test_a_snapshot_read_back_is_the_same_state() -> None:
    play, _ = play_everything()
    assert thaw(freeze(play.meeting)) == play.meeting


def test_a_snapshot_with_the_rest_of_the_log_is_the_same_state() -> None:
    play, _ = play_everything()
    for cut in range(1, len(play.log), 5):
        early = fold(enumerate(play.log[:cut], start=1))
        assert early is not None
        rest = enumerate(play.log[cut:], start=cut + 1)
        assert fold(rest, thaw(freeze(early))) == play.meeting
