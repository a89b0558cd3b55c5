"""The node with a real action server: goals, feedback, outcomes, and what is said of them."""

from __future__ import annotations

import pytest
from creature_msgs.action import DoPhysicalTask, Say
from creature_msgs.msg import TaskIntent
from node_graph import order, ready, ready_voice, wait_for
from node_servers import IdleBody, SilentVoice

pytestmark = pytest.mark.ros


def test_a_request_and_a_promise_become_one_goal_that_succeeds(graph):
    body, voice, talk = graph.body(endless=True), graph.voice(), ready(graph)
    order(talk)
    wait_for(lambda: [task for task in talk.tasks if task.phase == "reach"], "the feedback")
    body.node.release.set()
    wait_for(lambda: voice.said, "the outcome in words")
    assert [(intent.kind, intent.intent, intent.object) for intent in talk.intents] == [
        (TaskIntent.REQUEST, "GRAB_OBJECT", "red cup"),
        (TaskIntent.COMMIT, "GRAB_OBJECT", "red cup"),
    ]
    assert [(goal.intent, goal.object) for goal in body.node.goals] == [("GRAB_OBJECT", "red cup")]
    assert "red cup" in voice.said[0].text or "it" in voice.said[0].text
    assert voice.said[0].policy == Say.Goal.WAIT and not voice.said[0].give_up_if_interrupted
    wait_for(lambda: talk.ended, "the end of the task")
    assert [task.phase for task in talk.tasks] == ["sent", "look", "reach", "done"]
    assert [task.outcome for task in talk.tasks] == ["", "", "", "ok"]
    assert talk.tasks[1].progress == pytest.approx(0.1) and talk.tasks[-1].progress == 1.0
    assert len({task.goal_id for task in talk.tasks}) == 1


def test_a_server_that_rejects_ends_as_refused(graph):
    graph.body(accepts=False)
    voice = graph.voice()
    order(ready(graph))
    wait_for(lambda: graph.talk.ended, "the end of the task")
    wait_for(lambda: voice.said, "an admission")
    assert graph.talk.ended[0].outcome == "refused"


def test_a_failure_is_told_with_its_outcome(graph):
    graph.body(code=DoPhysicalTask.Result.UNKNOWN_OBJECT, message="no red cup")
    voice = graph.voice()
    order(ready(graph))
    wait_for(lambda: voice.said, "an admission")
    wait_for(lambda: graph.talk.ended, "the end of the task")
    assert graph.talk.ended[0].outcome == "unknown_object"
    assert "can't find a red cup" in voice.said[0].text


def test_stop_cancels_the_running_task_without_words(graph):
    body, voice, talk = graph.body(endless=True), graph.voice(), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("Stop!")
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "canceled"
    assert talk.intents[-1].kind == TaskIntent.CANCEL
    assert "canceling" in [task.phase for task in talk.tasks]
    assert voice.said == []


def test_a_new_task_waits_for_the_running_one(graph):
    body, talk = graph.body(endless=True), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("Bring me the blue mug.")
    talk.creature("Sure, I'll bring you the blue mug.")
    wait_for(lambda: [task for task in talk.tasks if task.phase == "queued"], "the second goal in the queue")
    assert len(body.node.goals) == 1
    body.node.release.set()
    wait_for(lambda: len(talk.ended) == 2, "the end of both")
    assert [(task.object, task.outcome) for task in talk.ended] == [("red cup", "ok"), ("blue mug", "ok")]


def test_a_server_that_does_not_cancel_finishes_its_task_and_nothing_hangs(graph):
    body, talk = graph.body(endless=True, cancels=False), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("Never mind.")
    wait_for(lambda: any("does not cancel" in task.message for task in talk.tasks), "the refusal to cancel")
    body.node.release.set()
    wait_for(lambda: talk.ended, "the end of the task")
    assert [task.outcome for task in talk.ended] == ["ok"]


def test_without_a_server_the_task_fails_in_words_and_the_next_one_works(graph):
    voice, talk = graph.voice(), graph.talk
    wait_for(graph.intent.node._voice._client.server_is_ready, "the voice's server")
    order(talk)
    wait_for(lambda: talk.ended, "the end of the task")
    wait_for(lambda: voice.said, "an admission")
    assert talk.ended[0].outcome == "failed" and "executor" in talk.ended[0].message
    assert "my body isn't answering" in voice.said[0].text
    graph.body()
    order(ready(graph))
    wait_for(lambda: len(talk.ended) == 2, "the end of the second task")
    assert talk.ended[1].outcome == "ok"


def test_a_server_that_dies_in_mid_task_fails_it(graph):
    body, voice, talk = graph(IdleBody), graph.voice(), ready(graph)
    order(talk)
    wait_for(lambda: body.node.taken, "the goal to be taken")
    body.close()
    wait_for(lambda: talk.ended, "the end of the task")
    wait_for(lambda: voice.said, "an admission")
    assert talk.ended[0].outcome == "failed" and "went away" in talk.ended[0].message


def test_without_a_voice_the_task_is_done_all_the_same(graph):
    graph.body()
    order(ready(graph))
    wait_for(lambda: graph.talk.ended, "the end of the task")
    assert graph.talk.ended[0].outcome == "ok"


@pytest.mark.parametrize(
    ("accepts", "why"), [(True, "this voice cannot be given words"), (False, "it does not take words now")]
)
def test_a_voice_that_does_not_say_it_is_asked_once_and_the_outcome_stands_on_task(graph, capfd, accepts, why):
    graph.body(code=DoPhysicalTask.Result.UNKNOWN_OBJECT, message="no red cup")
    voice, talk = graph(lambda context: SilentVoice(context, accepts)).node, graph.talk
    wait_for(graph.intent.node._voice._client.server_is_ready, "the voice's server")
    order(ready(graph))
    wait_for(lambda: talk.ended, "the end of the task")
    assert (talk.ended[0].outcome, talk.ended[0].message) == ("unknown_object", "no red cup")
    logged = []
    wait_for(lambda: logged.append(capfd.readouterr().err) or why in "".join(logged), "the warning")
    talk.user("Could you put the book on the shelf?")
    talk.creature("Okay, I'll put the book on the shelf.")
    wait_for(lambda: len(talk.ended) == 2, "the end of the next task")
    wait_for(lambda: len(voice.asked) == 2, "its words")
    assert len(set(voice.asked)) == 2


def test_plain_talk_starts_nothing_and_a_gap_is_told(graph):
    body, talk = graph.body(), ready(graph)
    talk.user("I picked up the kids from school today.")
    talk.creature("Oh, how was their day?")
    talk.lose(3)
    talk.creature("pick up the red cup for you right now.")
    wait_for(lambda: talk.health.get("intent: watcher", {}).get("gaps") == "1", "the gap on /diagnostics")
    figures = talk.health["intent: watcher"]
    assert figures["tokens_lost"] == "3" and figures["tokens"] == "22"
    assert figures["intents_request"] == "0" and talk.intents == [] and body.node.goals == []


def test_it_goes_on_listening_while_the_body_works(graph):
    body, talk = graph.body(endless=True), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("By the way, what a lovely day.")
    talk.user("Could you put the book on the shelf?")
    wait_for(lambda: len(talk.intents) == 3, "the next request")
    assert talk.ended == [] and talk.intents[-1].destination == "shelf"
    body.node.release.set()
    wait_for(lambda: talk.ended, "the end of the task")


def test_a_wish_is_asked_about_and_yes_starts_it(graph):
    body, voice, talk = graph.body(), graph.voice(), ready(graph)
    talk.user("I could use the red cup.")
    wait_for(lambda: voice.said, "the question")
    assert voice.said[0].text == "Shall I get the red cup?" and body.node.goals == []
    talk.creature("Shall I get the red cup?")
    talk.user("Yes, please.")
    wait_for(lambda: talk.ended, "the end of the task")
    assert (talk.ended[0].object, talk.ended[0].outcome) == ("red cup", "ok")


def test_a_no_to_the_question_ends_it_and_it_is_not_asked_again(graph):
    body, voice, talk = graph.body(), graph.voice(), ready(graph)
    talk.user("I could use the red cup.")
    wait_for(lambda: voice.said, "the question")
    talk.creature("Shall I get the red cup?")
    talk.user("No, thanks.")
    talk.user("I could use the red cup.")
    wait_for(lambda: len(talk.intents) == 2, "the wish once more")
    assert [intent.tier for intent in talk.intents] == ["SUGGEST", "SUGGEST"]
    talk.user("I could use a blanket.")
    wait_for(lambda: len(voice.said) == 2, "the other question")
    assert voice.said[1].text == "Shall I get the blanket?"
    assert body.node.goals == [] and talk.tasks == []


def test_the_answer_to_the_bodys_question_starts_it_without_another_promise(graph):
    body = graph.body(code=DoPhysicalTask.Result.AMBIGUOUS, message="there are several: red cup, blue cup")
    voice, talk = graph.voice(), ready(graph)
    talk.user("Could you pick up the cup?")
    talk.creature("Okay, I'll pick up the cup.")
    wait_for(lambda: voice.said, "the question")
    assert voice.said[0].text == "Which cup, the red cup or the blue cup?"
    body.node._code = DoPhysicalTask.Result.OK
    talk.creature(voice.said[0].text)
    talk.user("Blue.")
    wait_for(lambda: len(talk.ended) == 2, "the end of the task")
    assert [(task.object, task.outcome) for task in talk.ended] == [("cup", "ambiguous"), ("blue cup", "ok")]


def test_where_asking_is_switched_off_a_wish_is_only_published(graph):
    graph.intent.close()
    graph.intent = graph.start_intent(ask_first=False)
    wait_for(graph.talk.listening, "the intent node")
    voice, talk = graph.voice(), ready_voice(graph)
    talk.user("I could use the red cup.")
    wait_for(lambda: talk.intents, "the wish")
    assert talk.intents[0].tier == "SUGGEST" and not graph.intent.node._slow.busy and voice.said == []


def test_softer_words_end_what_is_done_and_nothing_else(graph):
    body, talk = graph.body(endless=True), ready(graph)
    talk.user("Never mind.")
    wait_for(lambda: talk.intents, "the words")
    assert (talk.intents[0].kind, talk.intents[0].tier) == (TaskIntent.CANCEL, "SUGGEST")
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("Never mind.")
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "canceled" and talk.intents[-1].tier == "ACT"


def test_every_decision_is_told_in_one_line(graph, capfd):
    talk = graph.talk
    order(talk)
    wait_for(lambda: talk.ended, "the end of the task")
    lines = capfd.readouterr().err
    assert "REQUEST GRAB_OBJECT red cup (ACT " in lines and "): the user asks" in lines
    assert "COMMIT GRAB_OBJECT red cup (ACT " in lines


def test_a_clear_request_may_start_by_itself_where_that_is_set(graph):
    graph.intent.close()
    graph.intent = graph.start_intent(silence_s=0.5)
    wait_for(graph.talk.listening, "the intent node")
    body, talk = graph.body(), ready(graph)
    talk.user("Could you pick up the red cup?")
    wait_for(lambda: talk.ended, "the end of the task")
    assert [goal.object for goal in body.node.goals] == ["red cup"]


def test_the_node_outlives_a_defect_of_the_rules(graph, monkeypatch):
    body = graph.body(endless=True)
    talk = ready(graph)

    def stumbles(_rules, _phrase):
        raise IndexError("a defect")

    with monkeypatch.context() as broken:
        broken.setattr("creature_intent.dialogue.rules.Rules.read", stumbles)
        talk.user("Pick up the red cup.")
        wait_for(lambda: talk.health.get("intent: watcher", {}).get("phrases_not_read") == "1", "the defect to be told")
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    with monkeypatch.context() as broken:
        broken.setattr("creature_intent.dialogue.rules.Rules.read", stumbles)
        talk.user("Stop!")
        wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "canceled"
