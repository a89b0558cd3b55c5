"""Turn taking: onsets, pauses, turn ends, overlaps; all in hops, without sound."""

import pytest

from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.local.decisions import (
    Draft,
    Heard,
    Ignored,
    Interrupt,
    Nod,
    Onset,
    Recognise,
    Resumed,
    Think,
    TurnEnd,
)
from creature_voice.engines.local.turn import HOP_S, TurnTaker

CONFIG = LocalConfig(partial_every_s=0.0)
LISTENING_IN = LocalConfig(partial_every_s=0.5)


class Table:
    """Somebody speaks to a TurnTaker; the recogniser answers when told to."""

    def __init__(self, config=CONFIG):
        self.taker = TurnTaker(config)
        self.decisions = []
        self.time_s = 0.0
        self.overlap = self.asking = False

    def _hops(self, seconds, probability):
        new = []
        for _ in range(round(seconds / HOP_S)):
            self.time_s += HOP_S
            new += self.taker.hop(probability, self.overlap, self.asking)
        self.decisions += new
        return new

    def speak(self, seconds):
        return self._hops(seconds, 0.95)

    def quiet(self, seconds):
        return self._hops(seconds, 0.02)

    def recognise(self, text):
        self.text = text
        ticket = [d.ticket for d in self.decisions if isinstance(d, Recognise)][-1]
        new = self.taker.recognised(ticket, text)
        self.decisions += new
        return new

    def turn(self, seconds, text):
        """Speech, then recognition in the pause; returns what is decided upon the words."""
        self.speak(seconds)
        self.quiet(CONFIG.pause_s)
        return self.recognise(text)

    def _quiet_with_second_look(self):
        """A hop of silence; a second look at the same sound finds the same words."""
        new = self.quiet(HOP_S)
        return new + (self.recognise(self.text) if any(isinstance(d, Recognise) for d in new) else [])

    def silence_until(self, kind, at_most_s=3.0):
        """Seconds of silence until a decision of this kind, and the decision."""
        for hop in range(round(at_most_s / HOP_S)):
            for decision in self._quiet_with_second_look():
                if isinstance(decision, kind):
                    return (hop + 1) * HOP_S, decision
        raise AssertionError(f"no {kind.__name__} within {at_most_s} s")


@pytest.fixture
def table():
    return Table()


def kinds(decisions):
    return [type(decision) for decision in decisions]


def test_silence_and_a_click_are_no_onset(table):
    table.quiet(1.0)
    table.speak(HOP_S)
    table.quiet(1.0)
    assert table.decisions == []
    assert not table.taker.in_turn


def test_speech_is_an_onset_after_its_least_length(table):
    assert table.speak(CONFIG.onset_s - HOP_S) == []
    assert table.speak(HOP_S) == [Onset(overlap=False)]
    assert table.taker.speaking


def test_a_complete_sentence_ends_after_the_short_silence_and_recognition_is_asked_before(table):
    assert table.turn(1.0, "Where is the cup?") == [Think("Where is the cup?")]
    waited_s, end = table.silence_until(TurnEnd)
    assert CONFIG.pause_s + waited_s == pytest.approx(CONFIG.turn_end_s, abs=HOP_S)
    assert (end.text, end.heard) == ("Where is the cup?", "Where is the cup?")
    assert end.pause_s == pytest.approx(CONFIG.turn_end_s, abs=HOP_S)
    assert not table.taker.in_turn


@pytest.mark.parametrize(
    ("text", "limit_s"),
    [
        ("Put the cup on the shelf,", CONFIG.turn_end_open_s),
        ("Put the cup on the", CONFIG.turn_end_unfinished_s),
        ("I would like you to.", CONFIG.turn_end_unfinished_s),
        ("Stop", CONFIG.turn_end_s),
    ],
)
def test_how_long_the_silence_has_to_be_depends_on_the_words(table, text, limit_s):
    table.turn(1.0, text)
    waited_s, _ = table.silence_until(TurnEnd)
    assert CONFIG.pause_s + waited_s == pytest.approx(limit_s, abs=HOP_S)


@pytest.mark.parametrize(("text", "limit_s"), [("Could you?", CONFIG.turn_end_open_s), ("Stop!", CONFIG.turn_end_s)])
def test_a_full_stop_behind_something_short_says_nothing(table, text, limit_s):
    table.turn(0.4, text)
    waited_s, _ = table.silence_until(TurnEnd)
    assert CONFIG.pause_s + waited_s == pytest.approx(limit_s, abs=HOP_S)


def test_words_that_do_not_sound_complete_are_recognised_once_more(table):
    assert table.turn(1.0, "Star,") == [Think("Star,")]
    table.quiet(0.16)
    assert [type(d) for d in table.decisions].count(Recognise) == 2
    assert kinds(table.recognise("Stop.")) == [Think, TurnEnd]


def test_a_complete_turn_needs_no_second_look(table):
    table.turn(1.0, "Come here.")
    table.silence_until(TurnEnd)
    assert kinds(table.decisions).count(Recognise) == 1


def test_the_same_words_again_are_not_answered_twice(table):
    table.turn(1.0, "Put the cup on the shelf,")
    table.quiet(0.16)
    assert table.recognise("Put the cup on the shelf,") == []
    table.silence_until(TurnEnd)
    assert [type(d) for d in table.decisions].count(Recognise) == 2


def test_words_that_come_late_end_the_turn_at_once(table):
    table.speak(1.0)
    table.quiet(1.5)
    assert kinds(table.recognise("Come here.")) == [Think, TurnEnd]


def test_who_goes_on_takes_the_suspicion_back_and_old_words_are_ignored(table):
    table.speak(0.5)
    table.quiet(CONFIG.pause_s)
    old = table.decisions[-1].ticket
    assert kinds(table.speak(3 * HOP_S)) == [Resumed]
    assert table.taker.recognised(old, "Could you.") == []
    assert kinds(table.turn(0.5, "Could you come here?")) == [Think]
    assert table.silence_until(TurnEnd)[1].heard == "Could you come here?"


def test_a_click_in_the_pause_does_not_take_it_back(table):
    table.turn(1.0, "Come here.")
    assert table.speak(HOP_S) == []
    assert table.silence_until(TurnEnd)[1].text == "Come here."


@pytest.mark.parametrize("text", ["", "You"])
def test_a_short_noise_is_no_turn(table, text):
    assert table.turn(0.2, text) == []
    assert table.silence_until(Ignored)[1] == Ignored("noise")


def test_yes_is_a_turn_when_nobody_else_speaks(table):
    table.turn(0.4, "Yeah.")
    assert table.silence_until(TurnEnd)[1].text == "Yeah."


def test_a_nod_over_the_creature_takes_no_turn(table):
    table.overlap = True
    assert table.speak(0.4)[0] == Onset(overlap=True)
    table.quiet(CONFIG.pause_s)
    assert table.recognise("Mm-hmm.") == []
    assert table.silence_until(Ignored)[1] == Ignored("nod")
    assert Interrupt() not in table.decisions


def test_short_words_over_the_creature_interrupt_as_soon_as_they_are_known(table):
    table.overlap = True
    table.speak(0.4)
    table.quiet(CONFIG.pause_s)
    assert kinds(table.recognise("Stop.")) == [Interrupt, Think]
    assert table.silence_until(TurnEnd)[1].text == "Stop."


def test_yes_is_an_answer_while_the_creature_asks(table):
    table.overlap = table.asking = True
    table.speak(0.4)
    table.quiet(CONFIG.pause_s)
    assert kinds(table.recognise("Yes.")) == [Interrupt, Think]


def test_who_goes_on_over_the_creature_interrupts_it_once(table):
    table.overlap = True
    table.speak(0.45)
    assert Interrupt() not in table.decisions
    assert table.recognise("No please don't") == []
    table.speak(1.0)
    assert table.decisions.count(Interrupt()) == 1


def test_the_interruption_comes_when_the_speech_is_long_enough(table):
    table.overlap = True
    while Interrupt() not in table.decisions:
        table.speak(HOP_S)
        if any(isinstance(d, Recognise) for d in table.decisions):
            table.recognise("Wait a moment")
    assert table.time_s == pytest.approx(CONFIG.interrupt_s, abs=HOP_S)


def test_a_recogniser_that_does_not_answer_only_delays_the_interruption(table):
    table.overlap = True
    table.speak(CONFIG.interrupt_s + 0.1)
    assert Interrupt() not in table.decisions
    table.speak(0.2)
    assert Interrupt() in table.decisions


def test_a_drawn_out_nod_is_let_pass(table):
    table.overlap = True
    table.speak(0.45)
    table.recognise("Mm-hmm")
    table.speak(0.4)
    assert Interrupt() not in table.decisions
    table.quiet(CONFIG.pause_s)
    table.recognise("Mm-hmm.")
    assert table.silence_until(Ignored)[1].why == "nod"


def test_a_nod_followed_by_words_interrupts_after_all(table):
    table.overlap = True
    table.speak(0.3)
    table.quiet(CONFIG.pause_s)
    table.recognise("Yeah.")
    table.speak(0.3)
    table.quiet(CONFIG.pause_s)
    assert kinds(table.recognise("Yeah, but stop.")) == [Interrupt, Think]


def test_the_creature_nods_once_in_a_long_unfinished_pause(table):
    table.turn(3.0, "Yesterday I went to the")
    waited_s, _ = table.silence_until(Nod)
    assert CONFIG.pause_s + waited_s == pytest.approx(CONFIG.backchannel_pause_s, abs=HOP_S)
    table.silence_until(TurnEnd)
    assert table.decisions.count(Nod()) == 1


def test_the_creature_does_not_nod_too_often(table):
    for _ in range(2):
        table.turn(3.0, "Yesterday I went to the")
        table.quiet(0.5)
    assert table.decisions.count(Nod()) == 1
    table.turn(3.0, "Yesterday I went to the")
    table.quiet(0.5)
    assert table.decisions.count(Nod()) == 2


@pytest.mark.parametrize(
    ("seconds", "text", "config"),
    [
        (1.0, "Yesterday I went to the", CONFIG),
        (3.0, "Yesterday I went home.", CONFIG),
        (3.0, "Yesterday I went to the", LocalConfig(backchannels=False)),
    ],
)
def test_when_the_creature_does_not_nod(seconds, text, config):
    table = Table(config)
    table.turn(seconds, text)
    table.silence_until(TurnEnd)
    assert Nod() not in table.decisions


def test_words_before_a_late_pause_are_settled_when_the_person_goes_on(table):
    table.turn(9.0, "It is a long story and")
    decisions = table.speak(3 * HOP_S)
    assert kinds(decisions) == [Resumed, Heard]
    assert table.turn(1.0, "now it ends.") == [Think("It is a long story and now it ends.")]
    end = table.silence_until(TurnEnd)[1]
    assert (end.text, end.heard) == ("now it ends.", "It is a long story and now it ends.")


def test_speech_without_a_pause_is_cut_and_its_words_are_kept(table):
    table.speak(20.0)
    cuts = [d for d in table.decisions if isinstance(d, Recognise) and d.cut]
    assert len(cuts) == 1
    assert table.taker.recognised(cuts[0].ticket, "And on and on") == [Heard(cuts[0].ticket, "And on and on")]
    table.turn(1.0, "until here.")
    assert table.silence_until(TurnEnd)[1].heard == "And on and on until here."


def test_settled_words_make_a_turn_even_if_nothing_follows(table):
    table.turn(9.0, "It is a long story and")
    table.speak(0.1)
    table.quiet(CONFIG.pause_s)
    table.recognise("")
    end = table.silence_until(TurnEnd)[1]
    assert (end.text, end.heard) == ("", "It is a long story and")


def test_reset_forgets_the_turn_and_its_tickets(table):
    table.speak(1.0)
    table.quiet(CONFIG.pause_s)
    table.taker.reset()
    assert not table.taker.in_turn
    assert table.recognise("Come here.") == []
    assert table.quiet(2.0) == []


def partials(decisions):
    return [d.ticket for d in decisions if isinstance(d, Recognise) and d.partial]


@pytest.fixture
def listening():
    return Table(LISTENING_IN)


def test_words_are_asked_for_while_somebody_speaks(listening):
    tickets = partials(listening.speak(2.0))
    assert len(tickets) == 3
    assert listening.taker.recognised(tickets[0], "Could you pick") == [Draft("Could you pick")]


def test_the_words_of_a_pause_are_a_draft_too(listening):
    assert listening.turn(1.0, "Come here.") == [Think("Come here."), Draft("Come here.")]


def test_in_long_speech_words_are_asked_for_less_often(listening):
    early, _, late = (len(partials(listening.speak(4.0))) for _ in range(3))
    assert early == 7
    assert late == 3


def test_words_are_not_asked_for_if_it_is_switched_off(table):
    assert table.turn(3.0, "Come here.") == [Think("Come here.")]
    assert not partials(table.decisions)


def test_nothing_is_given_away_of_what_may_be_a_nod(listening):
    listening.overlap = True
    assert partials(listening.speak(0.3)) == []
    listening.quiet(CONFIG.pause_s)
    assert Draft not in kinds(listening.recognise("Yeah."))
    assert partials(listening.speak(3.0))


def test_a_noise_is_no_draft(listening):
    listening.speak(0.2)
    listening.quiet(CONFIG.pause_s)
    assert Draft not in kinds(listening.recognise("Thank you."))


def test_words_of_an_earlier_turn_are_no_draft_of_this_one(listening):
    old = partials(listening.speak(1.0))[-1]
    listening.quiet(CONFIG.pause_s)
    listening.recognise("Come here.")
    listening.silence_until(TurnEnd)
    listening.speak(0.3)
    assert listening.taker.recognised(old, "Come") == []


def test_words_that_are_settled_are_not_in_the_next_draft(listening):
    listening.speak(18.0)
    old = partials(listening.decisions)[-1]
    cut = next(d.ticket for d in listening.speak(1.0) if isinstance(d, Recognise) and d.cut)
    new = partials(listening.speak(2.0))[0]
    assert kinds(listening.taker.recognised(cut, "And on and on")) == [Heard]
    assert listening.taker.recognised(old, "And on") == []
    assert listening.taker.recognised(new, "until here") == [Draft("until here")]


def test_a_cut_without_words_still_parts_the_drafts(listening):
    listening.speak(19.0)
    cut = next(d.ticket for d in listening.decisions if isinstance(d, Recognise) and d.cut)
    assert listening.taker.recognised(cut, "") == [Heard(cut, "")]
    assert listening.turn(1.0, "Until here.")[0] == Think("Until here.")
