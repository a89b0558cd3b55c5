"""What each verb with what follows it means for the creature's hands and wheels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import USER, Slots
from creature_intent.deeds.body import of_body, of_gripper
from creature_intent.deeds.carried import is_carried, is_up_from
from creature_intent.deeds.company import lead_somebody
from creature_intent.deeds.credit import credit
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Deed, Reader, Setting, is_offhand, transfer, without_particle
from creature_intent.deeds.fetching import fetch_somebody, fetched_for_you, going_for, is_brought, sent_for
from creature_intent.deeds.following import follow_somebody
from creature_intent.deeds.guiding import guide_person, lead, only_led, show
from creature_intent.deeds.idioms import is_idiom
from creature_intent.deeds.looking import look
from creature_intent.deeds.moving import is_measured, motion
from creature_intent.deeds.own_wording import as_promised
from creature_intent.deeds.paths import on_its_way
from creature_intent.deeds.placing import left_with, place, release
from creature_intent.deeds.purpose import without_purpose
from creature_intent.deeds.rewording import as_one, is_way_to, on_foot, plainly
from creature_intent.deeds.shapes import read_shape
from creature_intent.deeds.slots import head_noun, without_adverbs
from creature_intent.deeds.ways import go
from creature_intent.grammar.lexicon import BARE_ONES, DATIVES, DETERMINERS, NUMBERS, PRONOUNS, word_set
from creature_intent.tokens import Speaker

_LEADING = ("go", "come", "run", "head", "walk", "hurry", "rush", "drive", "reach", "try")
_POINTED_AT = ("your", "these", "those", "that")
_BETWEEN = ("and", "over", "ahead", "back", "upstairs", "downstairs", "down", "up", "out", "quickly", "to", "straight")


def read(words: Sequence[str], setting: Setting) -> Deed | None:
    """The deed in "pick up the red cup": words begin with the verb's base form. None if there is none."""
    verbs = setting.book.verbs
    if not words or words[0] not in verbs:
        return None
    words = on_foot(as_one(words))
    if setting.speaker == Speaker.AGENT:
        words = as_promised(words)
        words = going_for(words, setting.book) or words
    else:
        words = sent_for(without_adverbs(words), setting.book) or words
    words = plainly(words)
    if words[0] in _LEADING and words[1:3] != ["close", "to"]:
        after = 1
        while words[after : after + 1] and words[after] in _BETWEEN:
            after += 1
        if words[after : after + 1] and words[after] in verbs and not is_way_to(words, after):
            fetched = fetched_for_you(words[after:], setting)
            words = ["bring", *fetched] if fetched else words[after:]
        else:
            deed = _on_the_way(words, setting)
            if deed:
                return deed
    shaped = of_gripper(words, setting) or read_shape(words, setting) or of_body(words[0], words[1:], setting)
    shaped = shaped or look(words, setting) or follow_somebody(words, setting)
    if shaped is None and words[0] in ("get", "fetch"):
        shaped = fetch_somebody(words, setting)
    if shaped is not None:
        return shaped
    readers = setting.book.readers.get(words[0], ())
    is_talk = is_idiom(" ".join(words), setting)
    # An idiom is no task, whatever the grammar makes of it, but for a motion told to the step.
    deed = None if is_talk and "motion" not in readers else _by_grammar(words, readers, setting)
    if deed is None:
        return _otherwise(words, setting)
    if deed.intent == acts.PERFORM_MOTION:
        return None if is_talk and deed.certainty < 1.0 else deed
    trust = 0.0 if is_talk else credit(words, deed, setting)
    return replace(deed, certainty=min(deed.certainty, trust)) if trust else _otherwise(words, setting)


def _otherwise(words: list[str], setting: Setting) -> Deed | None:
    """What the grammars of the verbs do not have, or idioms have the form of: ways, and who is led."""
    return on_its_way(words, setting) or lead_somebody(words, setting)


def _by_grammar(words: list[str], readers: Sequence[str], setting: Setting) -> Deed | None:
    for reader in readers:
        deed = _READERS[reader](words[0], words[1:], setting)
        if deed:
            return without_purpose(deed, words)
    return None


def _on_the_way(words: list[str], setting: Setting) -> Deed | None:
    """ "go to the pantry to get a jar": the jar is there."""
    for index in range(2, len(words) - 1):
        if words[index] not in ("to", "and") or words[index + 1] not in setting.book.verbs:
            continue
        first, then = read(words[:index], setting), read(words[index + 1 :], setting)
        if first is None or then is None or first.intent != acts.MOVE_TO or not then.slots.object:
            return None
        place = "" if first.slots.destination in (USER, "here", "there") else first.slots.destination
        source = then.slots.source or place
        return replace(then, slots=replace(then.slots, source=source))
    return None


def _pick(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    found = without_particle(rest, ("up",))
    if found is None and verb == "pick":
        return _pick_out(rest, setting)
    return _grasp(verb, rest if found is None else found, setting)


def _pick_out(rest: list[str], setting: Setting) -> Deed | None:
    """ "pick my phone from the table": a choice is meant as often, where no place is told.

    "Pick out the red cup" is how "pick up" is often heard: it is taken for that.
    """
    is_misheard = rest[:1] == ["out"]
    rest = rest[1:] if is_misheard else rest
    deed = _grasp("pick", rest, setting) if rest[:1] and rest[0] in DETERMINERS else None
    if deed and rest[0] not in ("the", "my", "that", "this"):  # "an apple from the table", no card from the deck
        return deed if head_noun(deed.slots.source) in setting.book.nouns["fixed"] else None
    if deed is None or setting.speaker == Speaker.AGENT or deed.slots.object.split()[-1] in PRONOUNS | BARE_ONES:
        return None
    is_sure = deed.slots.source or is_misheard
    return deed if is_sure else replace(deed, certainty=WEAK if is_carried(deed.slots.object) else DOUBTFUL)


def _grasp(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """grab, take, hold: the object comes into the hand."""
    is_got = verb == "get" and is_brought(rest)
    if rest[:2] == ["hold", "of"]:
        rest = rest[2:]
    if verb == "take" and rest[:1] == ["off"]:
        rest = rest[1:]  # "Take off the tablecloth."
    if verb == "gather":
        rest = without_particle(rest, ("up",)) or rest
    deed = transfer(verb, rest, setting)
    if deed is None or not deed.slots.object or (verb == "pull" and not _is_out_of(deed.slots, rest)):
        return None
    if deed.slots.recipient and deed.intent == acts.BRING_OBJECT:
        return deed
    if deed.slots.destination:
        return Deed(acts.BRING_OBJECT, deed.slots, deed.certainty)
    certainty = _grasp_certainty(verb, deed.slots, setting)
    if is_offhand(verb, rest, setting) and not deed.slots.source:
        certainty = DOUBTFUL
    elif certainty == DOUBTFUL and rest[0] in _POINTED_AT and len(rest) > 1:
        certainty = WEAK  # "Let me take your coat": nobody orders that.
    if is_got:  # Whom the creature gets it for may be known from what was asked.
        whom = USER if setting.speaker == Speaker.USER else ""
        return Deed(acts.BRING_OBJECT, replace(deed.slots, recipient=whom), certainty)
    return Deed(acts.GRAB_OBJECT, deed.slots, certainty)


def _extract(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """pull: "the plug out of the socket"; where it comes from must be told."""
    deed = _grasp(verb, rest, setting)
    is_out = bool({"out_of", "off", "from"} & set(rest))
    return deed if deed and is_out and deed.slots.source and deed.intent == acts.GRAB_OBJECT else None


def _is_out_of(slots: Slots, rest: Sequence[str]) -> bool:
    """ "pull the plug out of the socket", "pull the blanket off the couch"; not "pull the lever"."""
    return bool(slots.source) and bool({"off", "out_of", "from"} & set(rest)) and not slots.destination


def _grasp_certainty(verb: str, slots: Slots, setting: Setting) -> float:
    """ "I'll take the chicken" orders a meal, unless it was asked for."""
    if verb == "take" and setting.speaker == Speaker.AGENT and not slots.source:
        return DOUBTFUL
    return WEAK if verb in ("take", "get", "hold", "collect", "reach") else 1.0


def _bring(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """bring, hand, pass, give: the object comes to somebody."""
    is_over = (verb == "hand" and "over" in (*rest[:1], *rest[-1:])) or (verb == "give" and rest[-1:] == ["back"])
    is_way = rest[:1] in (["up"], ["down"], ["in"], ["out"], ["through"]) and set(rest[1:2]) <= DETERMINERS | NUMBERS
    if rest[:1] == ["over"] or rest[:1] == ["back"] or (is_way and len(rest) > 2 and verb in ("bring", "fetch")):
        rest = rest[1:]
    if rest[1:2] == ["back"] and rest[0] in DATIVES and len(rest) > 2:
        rest = [rest[0], *rest[2:]]
    guided = guide_person(rest, setting, True) or only_led(verb, rest, setting) if verb == "bring" else None
    deed = guided or transfer(verb, rest, setting)
    if deed is None or guided or deed.slots.object in ("here", "there"):
        return guided
    if verb == "offer" and deed.slots.recipient == USER:
        return None  # "Can you offer me something cheaper?"
    is_here = rest[-1:] == ["here"] and verb in _THROWN  # "Sling it over here."
    needs_receiver = verb in _TO_SOMEBODY and not (is_over or is_here)
    if not deed.slots.object or (
        needs_receiver
        and not (
            deed.slots.recipient
            or (verb == "pass" and len(rest) > 1 and rest[0] in ("the", "that", "this", "my", "those"))
        )
    ):
        return None
    slots = deed.slots
    if not slots.recipient and not slots.destination:
        slots = Slots(slots.object, slots.source, "", USER)
    return Deed(acts.BRING_OBJECT, slots, WEAK if verb in ("give", "pass") else 1.0)


_THROWN = ("toss", "throw", "slide", "chuck", "lob", "sling", "bung", "pass", "give")
_TO_SOMEBODY = word_set("reach hand give serve toss throw slide lend pass chuck lob sling offer distribute bung shove")


def _take(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    stepped = motion(verb, rest, setting) if is_measured(rest) else None  # "take two steps to the left"
    return stepped or guide_person(rest, setting, True) or _grasp(verb, rest, setting)


def _carry(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """carry, deliver: only with where it goes or who receives it."""
    deed = transfer(verb, rest, setting)
    if deed is None or not deed.slots.object:
        return None
    if not (deed.slots.recipient or deed.slots.destination):
        placed = place(verb, rest, setting)  # "carry the chair near the window"
        if setting.speaker == Speaker.AGENT:
            return None
        is_held = rest[0] in ("my", "this") or (rest[0] not in ("a", "an") and is_carried(deed.slots.object))
        if deed.slots.source and is_up_from(rest):
            return Deed(acts.BRING_OBJECT, replace(deed.slots, recipient=USER))
        if verb == "carry" and is_held and not deed.slots.source:
            return Deed(acts.GRAB_OBJECT, deed.slots, WEAK)  # "Carry my bag."
        return Deed(acts.BRING_OBJECT, placed.slots, WEAK) if placed and placed.slots.destination else None
    if verb == "return" and not deed.slots.recipient:
        return None  # What is returned to a place is put there.
    return Deed(acts.BRING_OBJECT, deed.slots)


def _put(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """put, set: to a place; what is popped over goes to somebody, too."""
    return place(verb, rest, setting) or (_carry(verb, rest, setting) if verb == "pop" else None)


def _leave(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """leave, return, throw: to a place; what is returned goes to somebody, too; "shift half a meter to the right"."""
    stepped = motion(verb, rest, setting) if verb in ("shift", "slide") else None
    placed = stepped or place(verb, rest, setting) or (left_with(rest, setting) if verb == "leave" else None)
    return placed or (_carry(verb, rest, setting) if verb in ("return", "throw", "toss") else None)


def _move(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """move: oneself ("move to the door") or a thing ("move the cup to the table")."""
    if verb == "move" and is_measured(rest):
        return motion(verb, rest, setting)
    goes = None if verb == "bring" else go(verb, rest, setting)
    return goes or place(verb, rest, setting)


_READERS: dict[str, Reader] = {
    "pick": _pick, "lift": _pick, "grasp": _grasp, "bring": _bring, "extract": _extract, "carry": _carry, "take": _take,
    "put": _put, "leave": _leave, "release": release, "go": go, "lead": lead, "move": _move, "show": show,
    "motion": motion,
}  # fmt: skip
