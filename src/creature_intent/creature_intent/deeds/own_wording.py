"""The creature's promises, in the words the grammars know: "let the sock drop into the bin" as "drop the sock ..."."""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.kinds import is_fixed
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.triggers import heard, needed_words

_WHOM = r"(?:you|him|her|them|everyone|everybody|us|folks|people|the \w+)"
_HOW = (
    r"(?:ever|oh) so \w+|(?:nice|good) and \w+|only|(?:right )?like (?:this|so|that)|(?:just )?(?:an inch|a crack)"
    r"|just a (?:touch|smidge|smidgen|tad|fraction)|right here(?: on the \w+)?"
    r"|with (?:both|one|two|either|each) (?:of )?(?:my )?(?:hands?|arms?|grippers?|claws?|paws?)"
    r"|with (?:my|the|a) (?:(?:left|right|free|other|good|own) )?"
    r"(?:hands?|arms?|grippers?|claws?|fingers|paws?|tray|wheels?|foot|elbow|stick|hook|cloth)"
)
_WHEN = (
    r"as we speak|while we (?:speak|talk)|(?:right )?now|right away|straightaway|pronto|on the double|here and now"
    r"|(?:right )?this (?:very )?(?:minute|second|instant|moment)"
    r"|for (?:just )?(?:a|one) (?:second|sec|moment|minute|tick|bit)|without (?:further )?delay|there and then"
    r"|any second now|in (?:just )?(?:a|two|half a) (?:jiffy|tick|ticks|mo|flash|trice|wink|heartbeat|shakes)"
)
_WHAT_FOR = (
    rf"(?:so as )?to (?:(?:give|leave) {_WHOM} (?:(?:some|a bit of|a bit more|a little|more|enough|plenty of) )*"
    rf"(?:room|space|way)|let {_WHOM} (?:pass|by|through|past|out|in)(?: \w+)?"
    rf"|make (?:room|way|space)(?: for .+)?|face (?!the (?:music|facts|truth|world|future|day)){_WHOM})"
    r"|(?:just )?in case(?: (?:you|he|she|they|it|we|somebody|someone|anybody|anyone|the \w+) .+)?"
)
_CALLED = (
    r"(?<=for you )(?:honey|love|sugar|my love)|(?<!the )(?<!your )(?<!a )(?<!with )(?<!to )"
    r"(?:sweetie|sweetheart|darling|buddy|kiddo|champ|mate|pal|my (?:dear|friend|darling)|sir|madam|ma'am)"
)
_TAIL = re.compile(rf" (?:{_HOW}|{_WHEN}|{_WHAT_FOR}|{_CALLED})$")
"""How, when and what for: it changes nothing about the deed."""
_BEHIND_YOU = re.compile(
    r"^(?P<deed>(?:close|shut|lock|pull|push|swing) .+?) (?:behind|after) (?:you|me|us|him|her|them)$"
)
""" "Pull the door to behind you": it closes all the same."""
_TAIL_WORDS = needed_words(_TAIL, search=True)
_ALL_OF_YOU = re.compile(
    r"\byou (?:all(?! (?:two|three|four|of|the|your|my|that|those|these|this|about)\b)"
    r"|guys|folks|lot|lads|ladies|gents|both)\b"
    r"|\byou (?:two|three|four)(?= (?:to|over|into|there|back|through|out|up|down)\b|$)"
)
_LET = re.compile(
    r"^let (?P<thing>(?:the|your|this|that|these|those|it|them|his|her) ?[\w' -]*?) (?:gently )?"
    r"(?:drop|fall|slide|roll|slip|tumble|go) (?P<where>(?:down )?(?:into|onto|in|on) .+)$"
)
_KEEP = re.compile(
    r"^keep (?P<thing>(?:the|your|this|that|these|those|his|her) [\w' -]+?) "
    r"(?P<where>(?:on|in|inside|under|by|next to|beside) (?P<place>(?:the|your) [\w' -]+))$"
)
_HAVE = re.compile(
    r"^have (?P<thing>(?:the|your|this|that|these|those|his|her) [\w' -]+?) (?:back )?"
    r"(?P<where>(?:on|in|into|onto|under|by|next to|beside) (?P<place>(?:the|your) [\w' -]+?))(?: in (?:a|no) \w+)?$"
)
_LEVEL = re.compile(
    r"^(?:go|run|dash|pop|nip|hurry|rush|roll) (?:back )?(?P<level>upstairs|downstairs|outside) for "
    r"(?P<thing>(?:the|your|that|those|these|his|her) .+)$"
)
_OVER = re.compile(
    r"^carry (?P<thing>(?:the|your|this|that|these|those|it|them|a|an|some)\b[\w' -]*?) (?:right )?over$"
)
_SWITCHED = re.compile(
    r"^(?P<deed>(?:turn|switch|put|flip|flick|click|pop|stick|throw|knock) (?:(?:on|off) .+?|.+? (?:on|off)))"
    r" for (?!(?:a|an|some)\b)[\w' ]{2,20}$"
)
_TO_IT = re.compile(r"^(?P<verb>bring|fetch|carry) it (?P<thing>(?:a|an|some|another|its|more|the)\b .+)$")
_BEHIND = re.compile(r"^be (?:right |close |just |hot )(?:behind|on the heels of) (?P<whom>[\w' ]+?)(?: all the way)?$")
_WITH_YOU_AT = re.compile(r"^be (?:right )?with you (?=(?:in|at|by|on|next to) (?:the|your) )")
_ONWARD = re.compile(
    r"^(?P<verb>go|roll|drive|walk|head|move|run|trundle|wheel) (?:(?:off|away|along|ahead|on|home|over|back) )+"
    r"(?=(?:to|into) (?:the|your|my) )"
)
_OWN_WHEELS = re.compile(r"^(?:move|roll|turn|steer|wheel) my (?:wheels|self|base) (?=(?:over |back )?(?:to|into) )")
_WITH_ARM = re.compile(
    r"^(?:swing|extend|stretch|reach|move|lower|raise|use|put) (?:(?:out|over|down|up) )?my (?:\w+ )?"
    r"(?:arms?|hands?|gripper|fingers)(?: (?:out|over|down|up|forward|across))*"
    r"(?: (?:to|and) (?P<deed>(?:get|grab|take|pick|reach|lift|fetch|hold|bring|open|close) .+)"
    r"| for (?P<thing>(?:the|your|that|those|these) .+))$"
)
_HOLD_OF = re.compile(
    r"^(?P<verb>keep|get|catch|lay|maintain)(?: an?| my)?(?: (?:firm|good|tight|steady|safe))? (?:hold|grip) (?:of|on) "
)
_GRIPPER_ON = re.compile(
    r"^(?:close|clamp|wrap|put|fold|lock|curl|shut) my (?:grippers?|hands?|fingers|claws?|arms?) "
    r"(?:around|on|over|onto|round) (?=(?:the|your|that|this|it|them|those|these)\b)"
)
_GOING_WITH = re.compile(
    r"^(?:go|come|head|roll|drive|walk|run|move|hurry|rush) (?:(?:over|back|straight|right|out|up|down) )*"
    r"(?:to|into) (?P<where>(?!you with)[\w' ]+?) with (?P<thing>(?:the|your|his|her|their|that|a|an|some) [\w' ]+)$"
)
_SITTING = re.compile(
    r"^(?:go|come) (?:(?:and|over|to) )*(?:sit|stand|wait|park|rest)(?: down| over)? "
    r"(?:by|at|next to|near|beside) (?=(?:the|your) )"
)
_PUT_OUT = re.compile(r"^put out (?=(?:the|some|a|an|fresh|new|clean|more|your) .+ (?:on|in|by|under|next to) the )")
_GUIDE = re.compile(r"^be (?P<whose>your|his|her|their) (?:\w+ )?guide (?P<where>(?:\w+ )?to (?:the|your) .+)$")
_HAVE_WITH = re.compile(
    r"^have (?P<thing>it|them|that|those|(?:the|your|his|her|their) [\w' -]+?) (?:(?:right|straight|back) )*"
    r"(?:(?<= it )with|(?<= them )with|over to|across to|to) (?P<whom>you|him|her|them)\b"
)
_BE_OFF = re.compile(r"^be (?:(?:right|straight|just) )*(?:off|away|on my way) (?=(?:to|into) (?:the|your|my) )")
_LID_DOWN = re.compile(
    r"^(?:pull|bring|push|press|swing) (?P<lid>(?:the|your|that|its) (?:\w+ )?(?:lid|hatch|hood|cover)) "
    r"(?:down|to)\b(?: on .+)?$"
)
_WHOSE = {"your": "you", "his": "him", "her": "her", "their": "them"}
_THERE = re.compile(r"( (?:on|off)) (?:in |over |up |down )?there$")
_READ_SO = word_set("be let keep have carry bring fetch")
_SERVED = word_set(
    "tea coffee soup lunch dinner breakfast pills tablets medicine groceries shopping food drinks sandwich"
)
_SWITCHING = word_set("turn switch put flip flick click pop stick throw knock")


def as_promised(words: list[str]) -> list[str]:
    """The words of a promise, from the verb on, without what changes nothing, and as the grammars know them.

    "step back a bit to give you room" is "step back a bit", "take you all to the hall" is "take you to the hall".
    """
    text = " ".join(words)
    said = heard(words, text)
    text = text.replace(" my station", " my charging station")
    if "you" in said:
        text = _ALL_OF_YOU.sub("you", text)
    while not _TAIL_WORDS.isdisjoint(said) and " " in text:
        shorter = _TAIL.sub("", text)
        if shorter == text:
            break
        text = shorter
    text = _BEHIND_YOU.sub(r"\g<deed>", text)
    text = _HOLD_OF.sub(lambda found: "hold " if found["verb"] == "keep" else "grab ", _GRIPPER_ON.sub("grab ", text))
    text = _WITH_ARM.sub(_of_arm, _OWN_WHEELS.sub("go ", text))
    carried = _GOING_WITH.match(text)
    if carried and (is_carried(carried["thing"]) or head_noun(carried["thing"]) in _SERVED):
        return ["bring", *carried["thing"].split(), "to", *carried["where"].split()]
    text = _LID_DOWN.sub(r"close \g<lid>", text)
    text = _LEVEL.sub(r"get \g<thing> from \g<level>", text)
    text = _PUT_OUT.sub("put ", _SITTING.sub("go to ", _ONWARD.sub(r"\g<verb> ", text)))
    if words[0] in _SWITCHING:
        switched = _SWITCHED.match(text)
        text = _THERE.sub(r"\1", switched["deed"] if switched else text)
    return (_plainly(text) if words[0] in _READ_SO else text).split()


def _of_arm(found: re.Match[str]) -> str:
    """ "swing my arm over to get the vase", "extend my arm for the bottle": what it is moved for."""
    return found["deed"] or f"grab {found['thing']}"


def _plainly(text: str) -> str:
    """ "let it drop into the basket", "be your guide to the hall", "keep the cups in the cupboard", "carry it over"."""
    let = _LET.match(text)
    if let:
        return f"drop {let['thing']} {let['where']}"
    keep = _KEEP.match(text) or _HAVE.match(text)
    if keep and is_carried(keep["thing"]) and is_fixed(keep["place"]):
        return f"put {keep['thing']} {keep['where']}"
    guide = _GUIDE.match(text)
    if guide:
        return f"guide {_WHOSE[guide['whose']]} {guide['where']}"
    text = _BE_OFF.sub("go ", _WITH_YOU_AT.sub("go ", text))
    with_them = _HAVE_WITH.match(text)
    if with_them:
        return f"bring {with_them['thing']} to {with_them['whom']}"
    behind = _BEHIND.match(text)
    if behind:
        return f"follow {behind['whom']}"
    to_it = _TO_IT.match(text)
    if to_it:
        return f"{to_it['verb']} {to_it['thing']} to it"
    over = _OVER.match(text)
    return f"bring {over['thing']} over" if over else text
