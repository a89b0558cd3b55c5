"""What happens now, on one line."""

import io

from creature_lab.conversation import Conversation
from creature_lab.events import TaskEvent, VoiceSample
from creature_lab.progress import ProgressLine, doing


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_what_it_does_in_words():
    talk = Conversation()
    assert doing(talk) == "waiting..."
    talk.on_voice(VoiceSample(0.0, 0, False, True, False, 0, 0))
    assert doing(talk) == "listening..."
    talk.on_voice(VoiceSample(0.1, 1, False, False, True, 0, 0))
    assert doing(talk) == "thinking..."
    talk.on_voice(VoiceSample(0.2, 2, True, False, False, 0, 0))
    talk.on_task(TaskEvent(0.3, "a", "GRAB_OBJECT", "cup", "", "reach", 0.4, "", ""))
    assert doing(talk) == "speaking..., working: reach 40%"


def test_a_terminal_has_one_live_line():
    stream = Terminal()
    line = ProgressLine(True, stream)
    line.show("listening...", 1.25)
    line.show("listening...", 1.35)
    line.clear()
    assert stream.getvalue().count("listening...") == 2 and "\n" not in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_log_has_a_line_for_each_change_but_not_each_percent():
    stream = io.StringIO()
    line = ProgressLine(True, stream)
    for words in ("listening...", "listening...", "working: reach 40%", "working: reach 50%", "speaking..."):
        line.show(words, 1.0)
    line.clear()
    assert stream.getvalue().splitlines() == ["listening...", "working: reach", "speaking..."]


def test_quiet_shows_nothing():
    stream = Terminal()
    line = ProgressLine(False, stream)
    line.show("listening...")
    line.clear()
    assert stream.getvalue() == ""
