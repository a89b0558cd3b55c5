"""The words that the rules know. Objects are an open vocabulary: only what is *not* an object is listed here."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())


# Verbs that may mean a task; what each means is in verbs.py.
ACTION_VERBS = word_set(
    "pick grab grasp lift take get fetch retrieve collect hold snatch bring hand pass give deliver carry put place "
    "set lay drop leave return move stick throw toss stack hang go come head walk drive roll run step proceed stand "
    "navigate "
    "travel show lead guide escort accompany reach stop"
)
_DOUBLED = {"grab": "grabbing", "get": "getting", "put": "putting", "set": "setting", "run": "running"}
_DOUBLED |= {"drop": "dropping", "step": "stepping", "stop": "stopping", "lie": "lying"}


def gerund(verb: str) -> str:
    """ "picking" for "pick"."""
    if verb in _DOUBLED:
        return _DOUBLED[verb]
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


# "I'm holding the cup" tells how things are.
BASE_OF_GERUND = {gerund(verb): verb for verb in ACTION_VERBS - {"hold", "reach"}}

DETERMINERS = word_set("the a an my your his her our their its this that these those some any another both all one's")
POSSESSIVE_OR_DEFINITE = word_set("the my your our this that these those his her their")
PRONOUNS = word_set("it that this them these those")
BARE_ONES = word_set("one ones")
NUMBERS = word_set("one two three four five six seven eight nine ten")

PREPOSITIONS = word_set(
    "from to on onto in into inside at off out_of under underneath beneath below behind beside by near next_to "
    "in_front_of on_top_of above over across between toward towards around through against with for up_to upon "
    "along past along_with together_with"
)
TAKEN_FROM = word_set(
    "from off out_of on in inside at under underneath beneath below behind beside by near next_to in_front_of "
    "on_top_of above over between against"
)
PUT_AT = word_set(
    "to on onto in into inside at under underneath beneath below behind beside by near next_to in_front_of on_top_of "
    "above over between against upon around toward towards"
)
GO_TO = word_set("to toward towards into in over behind beside by near next_to in_front_of up_to at around")

ADJECTIVES = word_set(
    "red green blue yellow orange purple pink brown black white grey gray golden silver big large small little tiny "
    "huge tall short long wide round square empty full clean dirty new old other left right heavy light hot cold "
    "wooden plastic metal glass nice dark bright shiny soft hard smaller bigger larger first second third last whole "
    "yellowish transparent striped broken open closed same different fresh warm"
)

KIN = word_set(
    "mom mum mommy mummy mother dad daddy father brother sister grandma grandpa grandmother grandfather wife husband "
    "son daughter friend uncle aunt cousin"
)
PEOPLE = KIN | word_set(
    "kid kids child children baby boy girl man woman lady guy guys person people guest guests visitor visitors nurse "
    "doctor boss neighbor neighbour teacher student students colleague colleagues everyone everybody someone somebody "
    "him her them us me you friends parents family patient customer customers owner user passenger passengers girls "
    "boys"
)
DATIVES = word_set("me us you him her them")

# What "pick up", "take" and the like govern in talk without anything being picked up.
ABSTRACT = word_set(
    "look time minute second moment sec break care chance turn nap shower bath walk ride bus train taxi cab plane "
    "flight class course exam test seat picture photo photos pictures notes call calls job work idea point "
    "advantage vacation holiday day week month year weekend risk breath bite sip question questions answer answers "
    "rest lift hug kiss ring shout hint clue feedback example advice permission credit attention topic subject "
    "matter conversation habit habits language accent speed pace slack signal date sense truth hell life love fun "
    "sleep lunch dinner breakfast tab bill bills subway metro stairs elevator lead blame deal offer room rooms road "
    "highway exit route way ways money loan step steps stand stance approach view action effect place part pleasure "
    "pride shape form charge hold note lesson lessons temperature pulse measure measures decision decisions "
    "trip tour cruise bets bet shot shots shift shifts thing things stuff anything something everything nothing lot "
    "bit reason impression feeling news problem trouble refund discount raise haircut degree divorce license grip "
    "word message email emails text permit visa meeting joke hitchhiker hitchhikers passenger fare story mood "
    "weather business check appointment reservation nerve nerves tips trick tricks thread conclusion argument issue "
    "issues song songs tune prize award lives mind eye eyes breather plunge hike jog name names number address "
    "opportunity information info details ideas pieces interview responsibility guess bait fall fifth sides side "
    "heart count toll stock center stage oath vow path chances home present effort street streets avenue lane "
    "boulevard roundabout pinch teaspoon tablespoon regards greetings apologies thanks condolences smile tip cut "
    "straight headache cold fever promise act edge round rounds hang benefit recipe sexy hand luck joy happiness "
    "comfort peace justice"
)
# Food and drink that people fetch for themselves: not the creature's task unless it is for somebody.
ERRANDS = word_set(
    "coffee tea lunch dinner breakfast pizza beer wine drink snack sandwich burger milk bread groceries eggs food "
    "something bite beers drinks ice cream dessert takeout taco tacos sushi"
)
# What one would like of others than a creature in a room (a waiter, a clerk, fate), or takes without a hand.
ORDERED = word_set(
    "table ticket tickets menu special chicken fish steak salmon soup salad pasta rice fries pork beef lamb dish "
    "starter pint shot slice dozen pound car house home apartment flat dog cat horse baby family career lawyer manager "
    "garden hotel boat copy size pair version option opinion left right move"
)
# Places and states that nobody carries a thing to, or that a creature in a room does not go to.
ABSTRACT_PLACES = word_set(
    "list calendar schedule agenda hold perspective context writing words order sleep test use end stop question "
    "account tab bill card internet website app market sale record mind practice spot pressure risk danger charge "
    "trouble jail work effect motion rest peace way hell heaven war trial court extremes next point top phone line "
    "speaker market air credit words shape position action pieces tears boil simmer"
)
FAR_PLACES = word_set(
    "work school college university church gym beach store stores movies theater cinema doctor dentist airport party "
    "apartment flat "
    "concert restaurant bar pub hospital park mall market supermarket bank city town country states europe "
    "france london paris york italy spain japan china america canada mexico germany bed sleep lake mountains hotel "
    "meeting club game wedding museum library zoo funeral office vet post station pharmacy hairdresser salon movie "
    "appointment class downtown abroad vegas california florida chicago boston island ocean sea woods countryside "
    "bakery cafe dance show pool dealership house place"
)
IDIOM_PLACES = word_set(
    "doctor dentist movies vet hairdresser bed sleep hell work school church heaven college university war jail "
    "extremes waste trial court"
)

COMMON_VERBS = word_set(
    "look wait shake open close check see tell find turn wash clean fill eat drink stay help sit watch start make "
    "use try "
    "read press push pull say talk speak do be have know think listen"
)
"""Verbs that are no task of ours, but begin a new clause after "and"."""

NO_PLACES = word_set(
    "beginning start roots basics days dinner lunch breakfast end point next top bottom conclusion subject topic "
    "details trouble detail world meeting party rescue moon"
)

# Words that no object phrase has: where they appear, it was another kind of sentence.
NOT_IN_OBJECT = word_set(
    "is are was were am be been being has have had having do does did done doing will would can could should shall "
    "might must may not never i we who whom what where why how when because if than think know said says tell told "
    "want wants need needs going gonna let got goes went came let's yes no okay so as takes makes costs "
    "helps requires seems feels sounds means works keeps gets"
)
"""A sign that the words after a verb are not an object but another clause."""

REPORTING = word_set(
    "said says saying say told tells telling asked asks asking yelled shouted whispered replied answered wrote writes "
    "sings sang singing announced ordered insisted claimed claims explained mentioned thought read reads heard quote "
    "dreamed dreamt imagine imagined pretend suppose hoped hopes wish wished wishes"
)
