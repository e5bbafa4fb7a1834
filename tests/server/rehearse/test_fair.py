"""Simulated delegations say where their posts and those of others should meet, once each."""

from random import Random
from typing import Any

from server.rehearse.fair import fitting, meet


def post(id_: str, delegation: str) -> dict[str, Any]:
    return {"id": id_, "delegation": delegation}


FAIR = {
    "posts": [post("o1", "peru"), post("n1", "mexico"), post("n2", "belize"), post("o2", "panama")],
    "points": [
        {"offer": "o1", "need": "n1", "fits": True, "interested": []},
        {"offer": "o1", "need": "n2", "fits": True, "interested": ["peru"]},
        {"offer": "o2", "need": "n1", "fits": True, "interested": []},
        {"offer": "o1", "need": "n9", "fits": False, "interested": ["mexico"]},
    ],
}


def test_only_own_posts_that_fit_and_were_not_answered() -> None:
    assert [(point["offer"], point["need"]) for point in fitting(FAIR, "peru")] == [("o1", "n1")]
    assert fitting(FAIR, "chile") == fitting({}, "peru") == []


async def test_most_of_what_fits_is_answered() -> None:
    said: list[tuple[str, dict[str, Any]]] = []

    async def command(name: str, args: dict[str, Any]) -> None:
        said.append((name, args))

    told = [await meet({"exchange/fair": FAIR}, "fair", "mexico", command, Random(seed)) for seed in range(60)]
    assert sum(told) == len(said)
    assert 60 < sum(told) < 120
    assert {(name, args["need"]) for name, args in said} == {("show_interest", "n1")}
