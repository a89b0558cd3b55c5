"""What the creature says about tasks and about its world. Tables only; {fields} are filled by the one who picks.

A commitment names the object in full, for the watcher of the creature's words reads it.
"""

from __future__ import annotations

from creature_voice.brains.request_forms import Action

OPENERS = ("Okay", "Sure", "All right", "Of course")

COMMITMENTS: dict[Action, str] = {
    Action.GRAB: "{opener}, I'll pick up {thing}{source}.",
    Action.BRING: "{opener}, I'll bring {who} {thing}{source}.",
    Action.PLACE: "{opener}, I'll put {thing} {spot}.",
    Action.MOVE: "{opener}, I'll {go} {spot}.",
    Action.GUIDE: "{opener}, I'll show you the way {spot}.",
    Action.FOLLOW: "{opener}, I'll follow {who}{place}.",
    Action.SEARCH: "{opener}, I'll look for {thing}{source}.",
    Action.OPEN: "{opener}, I'll open {thing}{source}.",
    Action.CLOSE: "{opener}, I'll close {thing}{source}.",
    Action.SWITCH_ON: "{opener}, I'll switch on {thing}{source}.",
    Action.SWITCH_OFF: "{opener}, I'll switch off {thing}{source}.",
    Action.MOTION: "{opener}, I'll {deed}.",
    Action.PROJECT: "{opener}, I'll {deed}.",
}
THINKING = "{opener}, let me think about how to {deed}."
""" A project whose steps are not known beforehand: thinking is all that can be promised."""
PROJECT_LATER = ("One thing at a time: ask me to {deed} when that is done.",)
UNABLE: dict[Action, str] = {
    Action.GRAB: "pick things up",
    Action.BRING: "bring things",
    Action.PLACE: "put things anywhere",
    Action.MOVE: "go anywhere",
    Action.GUIDE: "show the way",
    Action.FOLLOW: "follow people",
    Action.SEARCH: "look for things",
    Action.OPEN: "open things",
    Action.CLOSE: "close things",
    Action.SWITCH_ON: "switch things on",
    Action.SWITCH_OFF: "switch things off",
    Action.MOTION: "{deed}",
    Action.PROJECT: "{deed}",
}
CAN = ("Yes, that's one of the things I know how to do.", "Yes, I've learned that. Just ask me.")
STOPPING = ("Okay, I'll stop.", "All right, I'll stop.")

WHICH = ("Which {kind}, {options}?", "Which {kind} do you mean, {options}?")
WHICH_AGAIN = ("Sorry, {options}?", "I'm not sure which. {options_big}?", "Help me once more: {options}?")
WHICH_FIRST = ("I can only carry one at a time. Which {kind} first, {options}?",)
NOT_THERE = ("I don't see that one. There's {options_a}. Which one?",)
WHAT: dict[Action, tuple[str, ...]] = {
    Action.GRAB: ("What should I pick up?", "Pick up what, exactly?"),
    Action.BRING: ("What should I bring?", "What would you like to have?"),
    Action.PLACE: ("What should I put there?", "What do you want me to put there?"),
    Action.SEARCH: ("What should I look for?",),
    Action.OPEN: ("What should I open?",),
    Action.CLOSE: ("What should I close?",),
    Action.SWITCH_ON: ("What should I switch on?",),
    Action.SWITCH_OFF: ("What should I switch off?",),
}
WHERE_PUT = ("Where should {thing} go?", "Where do you want {thing}?")
WHERE_GO = ("Where to?", "Where would you like to go?")
WHERE_MOVE = ("Where should I go?", "Where to?")
DROPPED = ("Okay, never mind then.", "All right, forget about it.", "No problem.")
NOTHING_TO_STOP = ("No problem.", "All right, never mind.", "Okay, no worries.")
HANDS_OFF = ("All right, hands off {thing}.", "Understood, {thing} stays where it is.")
HANDS_OFF_PLURAL = ("All right, hands off {thing}.",)
NOT_THEN = ("All right, then not.", "Understood.")
HELD = ("I've already got {thing}. Would you like to have it?",)
FINE_NO = ("All right, maybe later.", "Okay, then not.", "No problem.")

SEE = ("I can see {things}.", "Well, there's {things}.", "From here I can see {things}.")
SEE_NOTHING = ("I don't know of anything around here yet.", "Nothing that I know by name, I'm afraid.")
SEE_MORE = ("And a few other things.", "And some more besides.")
ON_PLACE = ("There's {things} {place}.", "{place_big} there's {things}.")
NOTHING_ON_PLACE = ("I see nothing {place}.", "There's nothing {place} that I know of.")
IS_AT = ("{thing_big} {is_} {place}.", "I see {thing} {place}.")
IN_HAND = ("{thing_big} {is_} in my hand.", "I'm holding {thing}.")
WITH = ("{thing_big} {is_} {place} now.",)
NO_SUCH = ("I don't see {noun} here.", "I can't see {noun} anywhere.", "No, I don't know of {noun} around here.")
NO_PLACE_KNOWN = ("I see {thing}, but I can't tell where exactly.",)
YES_ONE = ("Yes, there's {noun} {place}.", "Yes, I see {noun} {place}.")
YES_SEVERAL = ("Yes, {count}: {things}.", "Yes, there's {things}.")
COUNT = ("I can see {count}: {things}.", "{count_big} {kinds}: {things}.")
COUNT_ONE = ("Just one, {noun} {place}.", "One: {noun} {place}.")
COUNT_NONE = ("I don't see any {kinds}.", "None, as far as I can see.")
COLOUR = ("{thing_big} {is_} {colour}.", "{colour_big}, I'd say.")
COLOUR_UNKNOWN = ("I can't tell the colour of {thing}.",)
REACH_YES = ("Yes, I can reach {thing}.", "I should be able to reach {thing}, yes.")
REACH_NO = ("No, {thing} {is_} out of my reach.", "I see {thing}, but my arm doesn't get there.")
OFFER_LOST = ("Would you like me to get that?", "Do you want it brought over?")
HOLDING = ("I'm holding {thing}.", "{thing_big}.")
HOLDING_NOTHING = ("Nothing, my hand is empty.", "My hand is empty.")
PLACES = ("I know {places}.", "There's {places}.")
NO_PLACES = ("Only this spot here, so far.",)
SHOW_WAY = ("It's a little hard to say in words. Would you like me to show you the way {spot}?",)
NO_SUCH_PLACE = ("I don't know {place}, I'm sorry.",)

NOT_YET = ("Not yet, I'm still busy with that.", "Not yet, give me a moment.", "Almost. I'm still at it.")
YES_DONE = ("Yes. {outcome}", "Yes, all done.")
NO_FAILED = ("No, that didn't work. {outcome}", "No. {outcome}")
NO_STOPPED = ("No, you asked me to stop.", "No, I stopped when you said so.")
NO_TASK = ("You haven't asked me for anything yet.", "There was nothing to do so far.")
SOON = ("Not long, I hope.", "Just a little more patience.")
WHY_FAILED = ("{outcome} That's all I know.", "I tried. {outcome}")
DOING = ("I'm busy with {thing}, and talking with you.", "I'm seeing to {thing}.")
DOING_DEED = ("I'm at it, and talking with you.",)
DOING_JOURNEY = ("I'm on the move, and talking with you.",)
DOING_NOTHING = ("Nothing special, I'm just here with you.", "I'm listening to you. That's my favourite thing.")
REPEAT = ('I said: "{said}"', 'My words were: "{said}"')
PROMISED = ("I said yes, about {thing}.", "I was talking about {thing}.")
STOPPED = ("I said okay, and stopped.",)
PROMISED_JOURNEY = ("I said yes, I know the way.",)
PROMISED_DEED = ("I said yes.",)
SAID_NOTHING = ("I haven't said anything yet.",)
ASKED_NOTHING = ("You haven't asked me for anything yet.",)
YOU_ASKED = ("You asked me about {thing}.", "It was about {thing}.")
