"""Power cuts while a wave closes."""

import shutil

import pytest

from rig import files, pattern
from rig.server import Server
from rig.wave import CARE, Wave, open_wave

STEPS = [
    "close.rows-shuffled",
    "close.answers-committed",
    "close.figures-committed",
    "close.spool-deleted",
    "close.secret-deleted",
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A stopped installation whose open wave has answers."""
    server = Server(tmp_path_factory.mktemp("closing") / "filled", "closing-filled").start()
    wave = open_wave(server, {"De Linde > Zorg": 40, "De Linde > Keuken": 20, "De Linde > Kantoor": 12}, CARE)
    told = [pattern.answers(wave.choices, number * 7_919) for number in range(60)]
    wave.send_in_order(told)
    for code, again in list(zip(wave.codes, told))[:13]:
        assert wave.send(code, again, replace="1")[0] == 200
    assert server.stop() == 0
    return wave


@pytest.fixture(scope="module")
def undisturbed(filled, tmp_path_factory):
    """What the results are when nothing goes wrong."""
    wave = _copy(filled, tmp_path_factory.mktemp("undisturbed"), "undisturbed")
    wave.close()
    results = wave.results()
    made = {"value": len(wave.codes), "bound": "exact"}
    assert results["cards"] == {
        "made": made, "forms": {"value": 0, "bound": "exact"}, "leftover": None, "replaced": {"value": 15, "bound": "about"}}
    return results


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("way", ["server", "command"])
def test_a_stop_at_any_step_of_closing_changes_nothing_in_the_results(filled, undisturbed, tmp_path, way, step):
    wave = _copy(filled, tmp_path, f"{way}-{step}")
    server = wave.server
    try:
        _halt(wave, way, step)
        server.start()

        # Who closed it said that it was enough: a restart closes it, whatever step it had come to.
        assert wave.results() == undisturbed
        assert files.left_over(server, wave.id) == []
        assert sorted(files.answer_rows(server, wave.id)) == sorted(files.spool_rows(filled.server, wave.id))
    finally:
        server.close()


def _copy(wave, folder, name):
    server = Server(folder / "data", f"closing-{name}", mark=False)
    shutil.copytree(wave.server.folder, server.folder, dirs_exist_ok=True)
    return Wave(server, wave.id, wave.codes, wave.choices)


def _halt(wave, way, step):
    server = wave.server
    if way == "command":
        assert server.attempt("wave", "close", wave.id, WEEFSEL_HALT_AT=step).code == 137
        return
    server.start(WEEFSEL_HALT_AT=step)
    assert server.attempt("wave", "close", wave.id).code != 0
    assert server.process.wait(timeout=30) == 137
    server.process = None
