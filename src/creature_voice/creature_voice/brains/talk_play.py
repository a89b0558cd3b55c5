"""Small talk that asks for something to hear: jokes, songs, the time. A table only.

Nothing here may promise anything physical ("I'll ..."): talk must never set the body moving.
"""

from __future__ import annotations

from creature_voice.brains.talk import Talk

TO_HEAR: tuple[Talk, ...] = (
    Talk(
        "joke",
        (r"(?:tell|say|give|know|do)(?: me| us)?(?: you)?(?: (?:a|another|some|any|one more))?(?: (?:good|funny|more|"
         r"other))? (?:jokes?|something funny)|(?:do|can|could|would|will) you (?:know|tell)(?: me| us)? (?:a|any|"
         r"some|another)(?: good| more)? (?:jokes?|something funny)|make me laugh|another (?:one|joke)|"
         r"say something funny|be funny|one more|another",),
        ("Why did the robot cross the room? Somebody asked politely.",
         "What's a robot's favourite snack? Computer chips.",
         "I was going to tell a joke about gripping, but I couldn't get hold of it.",
         "Why was the robot so calm? It had nothing but backups.",
         "Two cups sit on a table. One says: oh no, a talking cup!"),
    ),
    Talk(
        "story",
        (r"(?:tell|read)(?: me| us)?(?: a| another| some| something)(?: short| nice| good)?(?: story| poem| tale|"
         r" fairy tale| interesting|thing interesting| fun fact| secret| riddle)?|(?:can|do) you (?:know|"
         r"tell)(?: me)? (?:a|any)(?: good)? (?:story|stories|poem|secret|riddle)|say something(?: nice| interesting|"
         r" else)?|talk to me|entertain me|let us talk|i want to talk",),
        ("Once there was a robot who was asked for a cup, and found a friend. I like short stories.",
         "Gladly, though my life is short so far. What did you do today?",
         "I'd rather hear about you. What was the best thing today?"),
    ),
    Talk(
        "count",
        (r"(?:can you |could you |please )?count(?: up)?(?: to (?:three|five|ten|3|5|10))?(?: for me)?",),
        ("One, two, three, four, five. After that it gets dull.",),
    ),
    Talk(
        "time",
        (r"(?:what time is it|what is the time|do you (?:know|have) (?:what time it is|the time)|tell me (?:the time|"
         r"what time it is)|(?:can|could) you tell me (?:the time|what time it is)|how late is it)(?: now|"
         r" right now)?",),
        ("It's {time}.", "My clock says {time}."),
    ),
    Talk(
        "day",
        (r"(?:what|which) day is (?:it|today|it today)|what is (?:the date|today's date|the date today|today)|"
         r"what date is (?:it|today)|what day is it",),
        ("It's {day}, {date}.", "Today is {day}, {date}."),
    ),
    Talk(
        "sing",
        (r"(?:can you |could you |please |will you )?sing(?: (?:me |us )?(?:a|something|for|to)?.*)?",),
        ("La la la. That's my whole range, I'm afraid.", "Only hum. Mm, mm, mm."),
    ),
    Talk(
        "sums",
        (r"(?:what|how much) is (?:\w+) (?:plus|minus|times|divided by|and) (?:\w+)|what is the square root .+|"
         r"can you (?:calculate|do math|do maths|add)(?: .+)?",),
        ("I'm sorry, I'm no good at sums.", "Numbers slip through my fingers, I'm sorry. Cups I can hold."),
    ),
    Talk(
        "language",
        (r"(?:do|can) you (?:speak|understand|know) (?:any )?(?:other )?(?:german|french|spanish|italian|chinese|"
         r"japanese|english|dutch|russian|arabic|hindi|portuguese|languages?)(?: .+)?|how many languages .+|"
         r"what languages .+",),
        ("Only English, I'm sorry.", "English is all I have for now."),
    ),
)  # fmt: skip
