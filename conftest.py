"""What holds for every test.

Under `./creature test`, which installs all that tests need, a test that is skipped hides something: the run fails.
Run by hand or by `colcon test`, where a voice's packages may not be there, skipping is as usual.
"""

from __future__ import annotations

import os
import signal

import pytest

# Tests end programs with SIGINT, which those inherit as ignored where the tests are a shell's background job.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CREATURE_TEST_COMPLETE") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line("")
        reporter.write_line("Tests were skipped, which ./creature test does not take for a success.", red=True)
