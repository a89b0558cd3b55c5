"""Commands with something said before or after them, with a comma and as recognisers write them: without any mark."""

import pytest
from dialogue_goals import goals_of

TASKS = {
    "bring me the blue mug": ("BRING_OBJECT", "blue mug", "user"),
    "put the plates in the sink": ("PLACE_OBJECT", "plates", "sink"),
    "go to the kitchen": ("MOVE_TO", "kitchen"),
    "shut the door": ("CLOSE", "door"),
    "turn the radio off": ("SWITCH_OFF", "radio"),
    "pick up the towel": ("GRAB_OBJECT", "towel"),
}
AFTER = (
    "my hands is full", "before all the heat goes", "i keep barking my shin", "it'll boil over",
    "grandpa's nodding off", "her programme's starting", "it's nearly the news", "i can't hear myself think",
    "she gets frightened",
    "someone's about to arrive", "i'm dripping all over the floor", "you'll wake the baby", "there's a good lad",
    "before somebody trips", "while it's still hot", "cause my back's killing me", "nobody can hear anything",
    "i'd rather not bend down", "doctor says i mustn't bend", "something's burning", "the phone's ringing",
    "it's like an oven in here", "this one's too heavy for me", "otherwise it'll leak", "in case it rains",
    "i've burnt my hand", "they never do it themselves", "i'll be in the garden", "were you born in a barn",
)  # fmt: skip
BEFORE = (
    "the doorbell's going", "that was the timer", "that music is too much", "enough of the telly now",
    "i've had enough of that noise", "that's the doorbell", "mr okafor's wandered off again", "we're out of ketchup",
    "the baby's just gone down", "the sun's in my eyes", "someone's at the door", "i've spilt the tea",
    "it's like a sauna", "your dad's asleep", "the dog wants out", "this bag weighs a ton", "lost my keys again",
    "what a mess", "i can't sleep like this", "that soup was lovely", "the table's a mess", "everyone's waiting",
    "i think it's going to rain", "i'm going to bed now", "we should get going",
)  # fmt: skip
CALLS = (
    "my darling", "love", "computer", "mr robot sir", "excuse me mister robot", "sorry to trouble you", "listen up",
    "pay attention", "task for you", "your next job", "tell you what", "i was thinking", "before i forget", "for me",
    "if you're not busy", "when you've finished", "as you're there", "next up", "hi there can you hear me",
)  # fmt: skip
TAGS = (
    "ta", "cheers mate", "good lad", "my good man", "sweet pea", "quick sharp", "like now", "on the double", "pronto",
    "this very minute", "fast as you can", "without delay", "y'hear", "got it?", "understood?", "innit", "eh",
    "one last time", "just this once", "slowly does it", "like i showed you", "same as yesterday", "do you mind",
    "would that be okay", "is that possible", "can you manage that", "think you can do that", "won't you", "can't you",
    "why don't you", "if it ain't too much bother", "when you have a mo", "for crying out loud", "much obliged",
)  # fmt: skip


@pytest.mark.parametrize("words", [*CALLS, *BEFORE])
@pytest.mark.parametrize("mark", [" ", ", "])
def test_a_command_with_something_before_it(words, mark):
    for asked, goal in TASKS.items():
        assert goals_of(f"U: {words}{mark}{asked}", "A: Sure.") == [goal], asked


@pytest.mark.parametrize("words", [*TAGS, *AFTER])
@pytest.mark.parametrize("mark", [" ", ", "])
def test_a_command_with_something_after_it(words, mark):
    for asked, goal in TASKS.items():
        assert goals_of(f"U: {asked}{mark}{words}", "A: Sure.") == [goal], asked
