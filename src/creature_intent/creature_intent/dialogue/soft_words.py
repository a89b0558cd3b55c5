"""Softer words than "stop": they take back what was asked for or is being done, and are but talk where nothing is."""

from __future__ import annotations

import re

from creature_intent.dialogue.safety_words import OPENERS

_WHY = (
    r"(?:[ ,.!;:-]+(?:because |since |as |sure |cause |cos )?(?:the|those|these|they|they're|there's|it|it's|its|i|i'm|"
    r"i've|i'll|we|we're|he|he's|she|she's|somebody|someone|my|our|that|that's|thats|this|nobody|your|not|no|"
    r"\w+ (?:has|is|will|can|should|wants|needs|already)\b) .+)?"
)
"""Why it is taken back."""
_MOMENT = r"(?: (?:just )?(?:a|one) (?:second|sec|minute|moment|bit))?"
_LEFT = (
    r"(?:alone|be|here|there|for now|as (?:it|that|they) (?:is|are)|where (?:it|they) (?:is|are)|"
    r"on|off|open|shut|closed)"
)
_MINE = r"(?:it|that|them|one|some|those|him|her)(?: (?:already|now|here|myself|right here|in my \w+))*"
_AT_EASE = (
    r"(?:(?:it|that)(?:'?s| is) (?:all right|alright|fine|okay|ok|grand|good)|not to worry|no worries|no bother|"
    r"(?:don'?t|do not) (?:worry|bother|trouble yourself)(?: about (?:it|that))?|no need|you know what|"
    r"i(?:'m| am) (?:all right|alright|fine|okay|ok|grand|good))[ ,.!;-]+"
)
"""What may stand before the words that take back."""
_DONE_BY_NOW = (
    r"(?!(?:have|has|who|what|where|when|you|if|and|as|because|that)\b)(?:\w+(?:'ve|'s)?)(?: (?:have|has|had))?"
    r"(?: (?:just|already|gone and))* (?:done|got|found|did|turned|switched|closed|shut|opened|fetched|brought|took|"
    r"taken) (?:it|them|that|those|one)"
    r"(?: (?:off|on|up|out|back|down|already|now|anyway|just now|for (?:me|us)|\w+sel(?:f|ves)))*"
)
_BEING_DONE = (
    r"(?!(?:what|who|nobody|you|that|it|he|she|robot|they|everybody|everyone|somebody)\b)\w+(?:'s|'m| is| am) "
    r"(?:already |just )?"
    r"(?:doing|getting|bringing|fetching|opening|closing|taking|handling) (?:it|them|that)(?: (?:already|now|myself))*"
)
_ALL_THE_TIME = r"(?:it|they)(?: was|'s been| were|'ve been) .+ (?:the whole time|all along|all the time|all this time)"
_HELPS_ITSELF = (
    r"(?:i'll|i will|i can|let me) (?:just )?(?:use|get|take|grab|fetch|do|manage|find|carry|have|go get) .+"
)
_ALL = r"(?:both|all|the (?:lot|whole (?:lot|thing)|pair))(?: of (?:it|that|them|those))?"
_TOO = r"(?:(?:(?:it|that|they)(?:'?s|'re| is| are) )?(?:(?:way|much|far|a bit) )?too \w+[ ,.!;-]+)"
""" "[ugh no] too bright [leave them shut]": why it is taken back, told first. """
_REACHED = (
    r"(?:i|we)(?: can|'ll| will) (?:just )?(?:{verbs}) (?:it|that|them|those|one)"
    r"(?: (?:myself|ourselves|from here|just fine|alone|on my own|after all|now|thanks|already))*"
)
_AFTER_NO = r"(?:(?<=no )|(?<=no, )|(?<=nah )|(?<=nah, )|(?<=need )|(?<=need, ))"
_MISHEARD = (
    r"(?:i|we) (?:was|were) (?:just |only )?(?:talking|speaking) to (?!you\b|my (?:boss|doctor|lawyer|mother)\b)"
    r"(?:(?:the|my|our) )?\w+(?: here| there)?(?:[ ,]+(?:not (?:to )?you|sorry))*|"
    r"(?:i|we) (?:(?:was|were|am)(?: not|n't)|'m not) (?:talking|speaking) to you\b.*|"
    r"(?:i|we) (?:did not|didn'?t|don'?t|do not) mean you\b.*|(?:i|we) meant (?:the |my )?\w+[ ,]+not you|"
    r"(?:i said (?:it|that) to|that was (?:for|meant for)) (?!you\b|me\b)(?:the |my )?\w+[ ,]+not you|"
    r"not you(?:[ ,]+(?:robot|creature|(?:the|my) \w+))?"
)
""" "No, I was talking to the dog." """
_SOFTER = "|".join((
    rf"hold (?:on|up){_MOMENT}", rf"hang on{_MOMENT}", r"(?:just )?(?:a|one) (?:second|sec|minute|moment)",
    r"not so fast", r"pause(?: (?:it|that))?", r"hold", r"stand by", r"no(?= *!)",
    r"(?:ow+|ouch|argh)(?:[ ,.!]+that hurts)?", r"that hurts(?: me| a lot)?", r"(?:no|wait)[ ,]+come back(?: here)?",
    r"(?:maybe |perhaps )?(?:later|another time|some other (?:time|day))",
    r"(?:that|it) (?:won't|will not) be (?:necessary|needed)",
    r"(?:that's|it's|that is|it is) (?:not|no longer) (?:necessary|needed)", r"not (?:right )?now",
    r"i(?:'ve| have) changed my mind", r"on second thoughts?",
    r"(?:no[ ,]+)*not (?:that|this|these|those)(?: ones?)?",
    r"(?:no[ ,]+)*(?:the )?wrong (?:one|ones|thing)",
    r"(?:leave it[ ,]+|drop it[ ,]+|you can |just |it'?s too late[ ,]+)*"
    rf"(?:leave|drop|hold|forget|scrap|scratch|skip)(?: about)?(?: all(?: of)?)? (?:it|that|them|this)(?: all| both)?"
    rf"(?: {_LEFT})?{_WHY}", rf"{_TOO}(?:better )?(?:leave|keep) (?:it|that|them)(?: both| all)?(?: {_LEFT})?{_WHY}",
    rf"(?:leave|drop|forget|scrap|scratch|skip|cancel)(?: about)? {_ALL}(?: {_LEFT})?{_WHY}",
    _MISHEARD, _REACHED.format(verbs="reach|manage"),
    rf"{_AFTER_NO}{_REACHED.format(verbs='get|grab|find|carry|lift|open|close|do')}",
    r"(?:(?:no|wait|stop|what|hey)[ ,]+)*(?:don'?t|do not)(?! (?:drop|forget|leave|hold|scratch|skip) (?!it alone|me))"
    rf"(?: (?:do (?:it|that)|bother|go|come|look|leave(?: me)?))?{_WHY}",
    r"(?:let's |we'll |we will |we can |i'll |just |please )*do (?:it|that|this) "
    r"(?:later|another (?:time|day)|tomorrow|some other (?:time|day))",
    r"(?:please |just )*(?:abandon|ditch|screw|to hell with|blow|sod|bin) (?:it|that)",
    r"(?:(?:can|could|would|will) (?:we|you) )(?:please |just )*(?:cancel|stop|leave|forget|skip|drop|abort|scrap) "
    r"(?:it|that|this)\??", r"better (?:leave|drop|forget|cancel|skip) (?:it|that)", r"i(?:'d| would) rather not",
    r"(?:i think )?(?:after all[ ,]+)?i (?:do not|don't) (?:need|want) (?:it|that|them)(?: any ?more| now| after all)*",
    r"i did(?: not|n't) mean (?:it|that)", r"i said nothing", r"already done", r"(?:it's|it is) too late(?: now)?",
    r"you know what[ ,]+i(?:'m| am) (?:good|fine|okay|all right)",
    r"(?:sorry[ ,]+)?(?:(?:that|it) was (?:a|my) mistake|i made a mistake|my mistake)",
    r"you (?:misunderstood|misheard)(?: me)?",
    r"(?:that|this|it)(?:'s| is| was)(?: not|n't) what i (?:meant|wanted|asked(?: you)? for|said)",
    r"(?:you (?:can|could|may|should|better|might as well) |better |just |please )*"
    rf"(?:stay|wait) (?:here|there|put|where you are)(?: (?:till|until) .+)?{_WHY}", rf"stay(?=[ ]*,){_WHY}",
    r"(?:ha)*(?:[ ,.!]+)?(?:i'?m |i am |it was )?(?:just |only )?(?:kidding|joking|a joke)",
    r"i(?:'m| am) (?:already )?wearing (?:it|them)",
    r"(?:it|that|they)(?:'?s| is|'re| are) (?:already (?:on|off|open|closed|here)|(?:on|off|open|closed|here) already)"
    rf"{_WHY}",
    r".+ so (?:i'?m|i am|we'?re|we are) (?:good|fine|okay|ok|all right|sorted|all set)(?: now| thanks| for now)*",
    r"(?:we (?:have to|must|should|can|had better|better) |let'?s )?call (?:it|that|the whole thing) off",
    r"(?:(?:he|she|they) (?:says? |said ))?(?:he|she|they)(?:(?:'d| would) rather (?:not|stay|wait|sit|walk)|"
    r" (?:doesn'?t|don'?t|does not|do not) want to)\b.*",
    r"(?:(?:it|that|this|they) )?(?:is|are) (?:not|no longer|no more) (?:needed|necessary|required)(?: any ?more)?\b.*",
    rf"(?:he|she|it|they)(?:'s|'re| is| are) (?:right )?here(?: already| now)?{_WHY}",
    r"(?:would you believe it[ ,]+)?i'?m (?:sitting|standing|lying|leaning) on (?:it|them)",
    r"not yet(?: then)?(?:[ ,]+(?:leave|keep) .+)?",
    r"wait with (?:it|that|them)\b.*",
    r"let'?s do (?:it|that|this) (?:another (?:day|time)|some other (?:day|time)|later|tomorrow)",
    r"(?:i'll|i will) (?:just )?do (?:it|that)(?: then| now)?",
    rf"found {_MINE}",
    rf"(?:did|done|got|found) (?:it|that|them)(?: (?:myself|ourselves|already|now|here))*{_WHY}",
    r"(?:he|she|it|they)(?:'s|'re| is| are) wearing (?:it|them)(?: \w+)?",
    r"(?:it|that)'?s (?:fine|okay|ok|all right|alright)[ ,.!;-]+(?:i'?m|i am|we'?re|we are) (?!\w+ing).+",
    r"i'?m (?:good|fine|okay|ok|all right|alright)(?: now| thanks| for now)+",
    rf"(?:cancel|abort|scrap|scratch) (?:it|that|this|everything)(?: please| now)*{_WHY}",
    r"actually no", r"whoa whoa(?: whoa)?", r"(?:that's|that is) (?:quite |really |more than )?enough",
    r"(?:give over|pack it in|desist|quit|terminate|end task|shut down|nvm|as you were)",
    r"(?:(?:it|that) )?(?:doesn't|does not) (?:really )?matter(?: any ?more| now)+",
    r"(?:it's|it is|that's|that is) not (?:that )?(?:important|urgent)(?: any ?more| now)*",
    r"(?:we|you) can (?:do|finish) (?:it|that) (?:later|another time|some other time|tomorrow)",
    r"(?:(?:i was |i'm |i am )(?:just |only )?|just |only )(?:kidding|joking|teasing)",
    r"wrong robot", r"i meant somebody else",
    r"i'?m fine without(?: (?:it|them|that))?",
    rf"(?:nah |yeah |no )*(?:don'?t|do not) worry about (?:it|that){_WHY}", _DONE_BY_NOW, _BEING_DONE, _ALL_THE_TIME,
    rf"too late{_WHY}", rf"no need(?: for (?:it|that|this))?{_WHY}",
    r"i(?:'ll| will) (?:just )?(?:use|take) (?:the|my|this|that) (?!bus|train|tram|car|taxi|lift|stairs)\w+ instead",
    r"let's not(?: bother| do (?:it|that)| then)?", r"let us not(?: bother)?",
    r"(?:it's|it is|that's|that is|they're|they are) (?:fine|good|okay|all right) (?:as (?:it is|they are)|the way "
    r"(?:it is|they are)|where (?:it is|they are))", r"(?:that's|that is) (?:far|close|near) enough",
    r"(?:you can|you may|just|better) (?:wait|stop) (?:here|there|outside)",
    r"i(?:'ll| will| can) (?:manage|do|be fine) (?:without(?: (?:it|that|them|one))?|on my own)",
    rf"(?:here|there) (?:it is|they are)[ ,.]+i(?:'ve got| have| got|'ve found| found| see) {_MINE}",
    rf"i(?:'ve got| have got|'ve found| found| already have| already got) {_MINE}",
    rf"(?:i'll|i will|let me|i'd rather) (?:get|grab|fetch|find) {_MINE}",
    r"(?:i'll|i will|i can|let me|i'd rather) (?:do|get|take|grab|fetch|find|handle) (?:it|that|them) myself",
))  # fmt: skip
_IN_CONTEXT = re.compile(
    rf"^(?:{OPENERS})*(?:{_AT_EASE}{_HELPS_ITSELF}|(?:{_AT_EASE})*(?:{_SOFTER})(?:[ ,.!;-]+(?:{_SOFTER}))?)"
    r"(?:[ ,.!]+(?:please|thanks|thank you|then|now|robot|after all|actually|instead|no need|sorry|love|dear|mate))*"
    rf"(?:(?=[ ]*[,.!;:-]){_WHY})?[ .!]*$"
)


def is_soft(words: str) -> bool:
    """Words that take back what was asked for or is being done, and are but talk where nothing is.

    Args:
        words: The sentence in lower case.
    """
    return _IN_CONTEXT.match(" ".join(words.replace("\u2019", "'").split())) is not None
