"""What the creature says about names, likes, what it cannot do, and when nothing else fits. Tables only.

Nothing here may promise anything physical ("I'll ..."): talk must never set the body moving.
"""

from __future__ import annotations

NAME_GIVEN = ("Nice to meet you, {who}. What can I do for you?", "{who}, that's a nice name. Hello!")
YOUR_NAME = ("You're {who}.", "Your name is {who}. See, I listen.")
LIKES = ("What do you like about {what}?", "I can't say I've tried {what}. What is it like?")
YOU_LIKE = (
    "I haven't had much to do with {what} so far. How about you?",
    "I can't say, I don't know {what} well. Should I?",
)
CALLED = ("Yes? I'm listening.", "Yes, I'm here.", "What is it?")
HAVING = ("Oh, {what}? What's that like?", "{what_big}! Tell me more.")
FALLBACK_QUESTION = (
    "I don't know that, I'm sorry. I know this room better than the world.",
    "That's beyond me, I'm afraid. What do you think?",
    "Good question. I have no answer to it.",
    "I'm not sure. My world is rather small.",
    "You've found a gap in me. Ask me about the things in this room.",
    "I wish I knew. How come you ask?",
)
FALLBACK = (
    "Mm. Tell me more about that.",
    "Oh, really?",
    "I see. And then?",
    "Interesting. How do you mean that?",
    "Is that so?",
    "I hear you. What makes you say that?",
    "I'm not sure I understood. Could you say it in other words?",
    "I didn't quite follow. Is there something I can do for you?",
)
TOLD = (
    "I see. Thank you for telling me.",
    "Ah, good to know.",
    "That's nice to hear about.",
    "Ah, I didn't know that.",
    "Aha. Now I know you a little better.",
)
NOT_HEARD = ("Sorry, I didn't catch that.", "I missed that. Once more?", "Pardon? I couldn't hear you well.")
CANNOT = ("I'm sorry, I can't {what}.", "Sorry, I can't {what}.")
CANNOT_TELL = ("I'm sorry, I don't know {what}.",)
