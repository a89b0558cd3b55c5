"""What hands carry about a house."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import DETERMINERS, word_set
from creature_intent.grammar.rulebook import Rulebook


def is_carried(phrase: str) -> bool:
    """The phrase names what hands carry about a house: a vessel, a container, a piece of clothing or of the table."""
    return head_noun(phrase) in _CARRIED


def is_handed(thing: str, book: Rulebook) -> bool:
    """ "[Grandpa needs] his glasses", "a towel": what is somebody's, or handed about in a house."""
    head, nouns = head_noun(thing), book.nouns
    is_own = thing.startswith(("his ", "her ", "their ")) and head not in _NEVER_HANDED
    is_own = is_own and not any(head in nouns[name] for name in ("abstract", "fixed", "errands", "far_places"))
    return is_own or head in nouns["handed"] or is_carried(thing)


_NEVER_HANDED = word_set("help care bath own money")
_CARRIED = word_set(
    "box boxes tray trays basket bag bags bin cup cups mug mugs glass glasses plate plates bowl bowls dish dishes "
    "bottle bottles jar jars can cans pan pot kettle jug vase tin laundry towel towels blanket blankets pillow "
    "pillows cushion coat jacket sweater scarf hat gloves shoes boots slippers socks keys key book books magazine "
    "magazines newspaper letter letters parcel parcels package packages remote phone charger tablet laptop pen pens "
    "pencil scissors knife fork spoon cutlery toys toy ball doll teddy blocks block trash rubbish garbage wrapper "
    "napkin napkins toolbox hammer screwdriver wrench drill ladder chair stool lamp broom mop bucket sponge cloth "
    "suitcase umbrella backpack watermelon plaster plasters bandage calculator stapler tape glue candle candles "
    "matches flashlight torch batteries battery cable shoe shirt socks sock slipper ring wallet purse glasses comb "
    "brush soap shampoo tissue tissues corkscrew spatula whisk ladle spoons forks knives milk juice water sugar salt "
    "pepper butter bread fruit apple banana orange cookies cookie crackers snack snacks teapot saucer straw coaster "
    "folder file envelope stamp notebook clipboard"
)


def is_up_from(words: Sequence[str]) -> bool:
    """ "[carry] the crate up from the cellar": it is wanted where one speaks; not "from generation to generation".

    Args:
        words: What follows the verb.
    """
    is_known = "from" in words[:-1] and words[words.index("from") + 1] in DETERMINERS
    return is_known and not _LEVELLED.isdisjoint(words)


_LEVELLED = frozenset({"up", "down", "over", "in"})
