"""The words that the rules know. Objects are an open vocabulary: only what is *not* an object is listed here."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())


CANS = word_set("trash garbage rubbish tin watering paint oil petrol gas beer soda coke")
"""What makes "can" a thing: "the watering can"."""
DETERMINERS = word_set("the a an my your his her our their its this that these those some any another both all one's")
POSSESSIVE_OR_DEFINITE = word_set("the my your our this that these those his her their")
PRONOUNS = word_set("it that this them these those")
BARE_ONES = word_set("one ones")
NUMBERS = word_set("one two three four five six seven eight nine ten eleven twelve")

PREPOSITIONS = word_set(
    "from to on onto in into inside at off out_of under underneath beneath below behind beside by near next_to "
    "in_front_of on_top_of outside above over across between toward towards around through against with for up_to upon "
    "along past along_with together_with"
)
TAKEN_FROM = word_set(
    "from off out_of on in inside at under underneath beneath below behind beside by near next_to in_front_of "
    "on_top_of above over between against"
)
PUT_AT = word_set(
    "to on onto in into inside at under underneath beneath below behind beside by near next_to in_front_of on_top_of "
    "above over between against upon across around toward towards outside along"
)
GO_TO = word_set(
    "between under underneath beneath inside outside onto to toward towards into in over behind beside by near next_to "
    "in_front_of up_to at around"
)

ADJECTIVES = word_set(
    "red green blue yellow orange purple pink brown black white grey gray golden silver big large small little tiny "
    "huge tall short long wide round square empty full clean dirty new old other left right heavy light hot cold "
    "wooden plastic metal glass nice dark bright shiny soft hard wee smaller bigger larger first second third last "
    "whole yellowish transparent striped broken open closed same different fresh warm"
)

KIN = word_set(
    "gran granny nan nana granddad grandad gramps auntie mom mum mommy mummy mother dad daddy father brother "
    "sister grandma grandpa grandmother grandfather wife husband "
    "son daughter friend uncle aunt cousin mother-in-law father-in-law sister-in-law brother-in-law son-in-law "
    "daughter-in-law"
)
TITLES = word_set(
    "mr mrs ms miss mister missus doctor dr professor nurse uncle aunt auntie captain sister father grandma granny"
)
"""What stands before the name of a person."""
PEOPLE = KIN | word_set(
    "kid kids child children baby boy girl man woman lady guy guys person people guest guests visitor visitors nurse "
    "human humans niece nephew grandson granddaughter associate coworker roommate flatmate housemate "
    "doctor boss neighbor neighbour teacher student students colleague colleagues everyone everybody someone somebody "
    "him her them us me you friends parents family patient customer customers owner user passenger passengers girls "
    "boys ladies gentlemen gentleman women men lad lads lass bloke toddler adviser advisor renter tenant manicurist "
    "nurses doctors neighbors neighbours bosses teachers receptionist technician mechanic supplier first-aider "
    "manager assistant secretary individual individuals patients apprentices trainees tourists clients residents "
    "volunteers delegates"
)
ENDEARMENTS = word_set("love dear darling honey mate buddy pal sweetie sweetheart robot")
"""What the creature is called, in place of its name."""
DATIVES = word_set("me us you him her them")

COMPOUNDS: set[str] = set()
"""Two words that name a thing or a place near by, though the last alone does not: those of the rules' files that were
read (`nouns`), for nouns are looked at in many places that have no rules at hand."""
GIVEN_NAMES: set[str] = set()
"""First names, without a capital where a recogniser writes none; of the rules' files, too."""
THINGS_IN_ER: set[str] = set()
"""Things whose names end as those of people do who do something; of the rules' files, too."""

ROOMS = word_set(
    "kitchen bedroom bathroom hall hallway study office cellar basement attic garage garden pantry room lobby nursery "
    "lounge playroom lab workshop corridor shed porch balcony yard loft laundry conservatory foyer closet entryway "
    "den landing"
)
HOUSEWORK = word_set(
    "wash rinse clean wipe dry heat warm cook microwave chill cool slice cut chop peel fill refill empty fold iron "
    "water feed dust sweep mop vacuum meet greet tell ask count make prepare inspect examine boil drain brush polish "
    "scrub sort slide crack pour plant unload unpack talk speak say chat describe introduce remind invite thank warn "
    "observe read write sing call charge serve entertain listen answer inform"
)
"""Verbs of a person's commands that are no task of ours: a step after them is still asked of the creature."""

COMMON_VERBS = word_set(
    "look wait shake open close check see tell find turn wash clean fill eat drink stay help sit watch start make "
    "use try "
    "read press push pull say talk speak do be have know think listen ask inform describe introduce remind invite wake "
    "greet thank warn observe write sing vacuum chat cook bake call charge count serve"
)
"""Verbs that are no task of ours, but begin a new clause after "and"."""

# Words that no object phrase has: where they appear, it was another kind of sentence.
NOT_IN_OBJECT = word_set(
    "is are was were am be been being has have had having do does did done doing will would can could should shall "
    "might must may not never i we who whom what where why how when because if than think know said says tell told "
    "want wants need needs going gonna let got goes went came let's yes no okay so as takes makes costs "
    "helps requires seems feels sounds means works keeps gets go"
)
"""A sign that the words after a verb are not an object but another clause."""

REPORTING = word_set(
    "said says saying say told tells telling asked asks asking yelled shouted whispered replied answered wrote writes "
    "sings sang singing announced ordered insisted claimed claims explained mentioned thought read reads heard quote "
    "dreamed dreamt imagine imagined pretend suppose hoped hopes wish wished wishes"
)
