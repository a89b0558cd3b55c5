"""Whether there is a creature that can hear."""

from dataclasses import replace

import pytest

from creature_lab.errors import NoCreatureError
from creature_lab.preflight import Preflight, Seen

READY = Seen(
    voice_there=True,
    voice_hears_topic=True,
    others_missing=(),
    foreign_mic=0,
    voice_samples=3,
    figures_seen=True,
    busy=False,
)


def preflight():
    return Preflight("/creature", wait_s=10.0, started_s=0.0)


def test_a_creature_that_listens():
    check = preflight()
    assert not check.hears(READY, 1.0)
    assert check.hears(READY, 1.4)
    assert check.ready(READY, 1.5) and check.warnings == []


def test_nobody_there():
    check, nobody = preflight(), replace(READY, voice_there=False)
    assert not check.hears(nobody, 9.0)
    with pytest.raises(NoCreatureError, match=r"no creature in /creature.*creature up"):
        check.hears(nobody, 10.1)


def test_its_own_microphone():
    check, deaf = preflight(), replace(READY, voice_hears_topic=False)
    assert not check.hears(deaf, 1.0) and not check.hears(deaf, 2.9)
    with pytest.raises(NoCreatureError, match="of its own"):
        check.hears(deaf, 3.1)


def test_end_points_that_are_discovered_one_after_the_other():
    check = preflight()
    assert not check.hears(replace(READY, voice_hears_topic=False), 1.0)
    assert not check.hears(READY, 2.0) and check.hears(READY, 2.4)


def test_somebody_else_on_the_microphone():
    with pytest.raises(NoCreatureError, match="somebody else"):
        preflight().hears(replace(READY, foreign_mic=2), 1.0)


def test_a_voice_that_never_becomes_ready():
    check, loading = preflight(), replace(READY, voice_samples=0)
    # Whoever waits only ten seconds for a creature still lets one that is there load its models.
    assert not check.ready(loading, 19.0)
    with pytest.raises(NoCreatureError, match="never became ready"):
        check.ready(loading, 20.1)


@pytest.mark.parametrize(
    ("lacking", "until_s", "warning"),
    [
        ({"figures_seen": False}, 2.5, "/diagnostics"),
        ({"others_missing": ("intent", "task")}, 5.0, "nobody publishes intent, task"),
        ({"busy": True}, 10.0, "busy"),
    ],
)
def test_what_is_lacking_is_waited_for_then_told(lacking, until_s, warning):
    check, seen = preflight(), replace(READY, **lacking)
    assert not check.ready(seen, 1.0) and not check.ready(seen, 0.9 + until_s)
    assert check.ready(seen, 1.1 + until_s)
    assert warning in check.warnings[0]
