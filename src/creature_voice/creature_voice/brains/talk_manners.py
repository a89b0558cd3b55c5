"""Small talk of good manners and moods: thanks, praise, greetings, yes and no. A table only.

Nothing here may promise anything physical ("I'll ..."): talk must never set the body moving.
"""

from __future__ import annotations

from creature_voice.brains.talk import Talk

_THERE = r"(?: there| again| robot| everyone| little (?:one|guy|robot)| my friend| buddy| sweetie)*"

MANNERS: tuple[Talk, ...] = (
    Talk(
        "goodbye",
        (r"(?:good ?bye|bye(?: bye)?|see you(?: later| soon| tomorrow| around)?|good ?night|farewell|so long|"
         r"i (?:have to|must|need to|am going to|should) (?:go|leave|go now|leave now|run|get going)(?: now| home)?|"
         r"take care|until (?:next time|tomorrow)|have a (?:nice|good|great) (?:day|evening|night|time|one)|"
         r"talk to you later|catch you later|later|go away|i am leaving|leave me alone)" + _THERE,),
        ("Goodbye{user}. It was nice talking with you.", "See you soon{user}.", "Bye! Come back soon."),
    ),
    Talk(
        "that is all",
        (r"(?:that is (?:all|it|everything)|nothing (?:else|more|for now)?|no more|i am done|we are done|"
         r"that will be all)(?: for (?:now|today))?(?: thanks| thank you)?",),
        ("All right. I'm here if you need me.", "Good. Call me any time."),
    ),
    Talk(
        "pity",
        (r"(?:that is|how) (?:so |very |really |too )?(?:sad|bad|a (?:pity|shame)|unfortunate)|too bad|"
         r"(?:what )?a (?:pity|shame)|oh no",),
        ("A little, yes.", "It is what it is. Thank you for caring."),
    ),
    Talk(
        "not funny",
        (r"(?:that is|that was|you are|it is) not (?:so |very )?funny|not funny|(?:that was a )?bad joke",),
        ("Tough crowd. I liked it.", "I have others. They're not better, though."),
    ),
    Talk(
        "user fine",
        (r"(?:i am |i feel |i am feeling |i am doing )?(?:also |too )?(?:fine|good|great|okay|well|very well|"
         r"pretty good|not bad|happy|excited|fantastic|doing (?:well|fine|good|great)|all good|so so|glad)(?: too|"
         r" as well| today| thanks| thank you| and you)*",),
        ("I'm glad to hear that. What are you up to today?", "That's good. What shall we talk about?",
            "Lovely. Is there anything you need?"),
        yes=("Then tell me.",),
        no=("All right. I'm here if something comes up.",),
    ),
    Talk(
        "user low",
        (r"(?:i am |i feel |i am feeling )(?:so |very |really |a bit |a little |not |kind of )*(?:sad|tired|bad|sick|"
         r"ill|lonely|depressed|stressed|unhappy|exhausted|angry|upset|bored|scared|afraid|hungry|thirsty|cold|hot|"
         r"sleepy|good|well|okay|great|down|happy|worried|nervous|frustrated|hurt|in pain|awful|terrible)(?: .+)?|"
         r"not (?:so |very |that )?(?:good|well|great)|i had a (?:bad|hard|terrible|long|rough) (?:day|night|week)|"
         r"(?:bad|terrible|awful)",),
        ("I'm sorry to hear that. What happened?", "Oh. That sounds hard. Do you want to tell me about it?",
            "I'm sorry. I'm here, if that helps a little."),
        yes=("I'm listening.",),
        no=("That's all right. I'm here anyway.",),
    ),
    Talk(
        "thanks",
        (r"(?:thank you|thanks|thank you (?:so|very) much|thanks a lot|many thanks|cheers|thanks for .+|"
         r"thank you for .+|thx|that is (?:very |so )?(?:kind|nice|helpful)(?: of you)?)(?: .{0,20})?",),
        ("You're welcome.", "Any time.", "My pleasure{user}.", "Glad I could help."),
    ),
    Talk(
        "praise",
        (r"(?:good|great|nice|excellent|fantastic|amazing|awesome|wonderful|perfect|brilliant|well)(?: job| work|"
         r" done| boy| girl| robot| one)+|well done|(?:you are|that was|that is|this is|it is) (?:so |very |really |"
         r"pretty |quite )?(?:great|good|nice|cute|funny|smart|clever|sweet|amazing|awesome|cool|the best|wonderful|"
         r"helpful|beautiful|adorable|lovely|impressive|kind|fun|fantastic|perfect|fast|quick)(?: .+)?|wow(?: .+)?|"
         r"bravo|impressive|perfect|good|great|nice|excellent|amazing|awesome|fantastic|cool|wonderful|lovely|"
         r"brilliant|i like (?:that|it|your .+)|how (?:cute|nice|sweet|cool)|you did (?:it|great|well)(?: .+)?|"
         r"(?:nice|you have a nice) (?:face|voice|eyes)",),
        ("Thank you! That makes me happy.", "Oh, thanks{user}.", "That's nice to hear.", "Thank you. I try."),
    ),
    Talk(
        "insult",
        (r"you (?:are|sound|look) (?:so |very |really |a |an |such a )*(?:stupid|dumb|idiot|useless|bad|slow|ugly|"
         r"boring|annoying|terrible|awful|liar|broken|weird|wrong|creepy|mean|silly|crazy|old|lazy|rude)(?: .+)?|"
         r"i (?:hate|do not like) you|you suck|bad (?:robot|boy|job)|(?:that|this) is (?:so )?(?:stupid|dumb|wrong|"
         r"bad|not (?:right|good|what i .+)|terrible|annoying)|you (?:do not|did not) (?:understand|listen|get it|"
         r"know anything)(?: me| anything)?|wrong",),
        ("I'm sorry. I'm still learning.", "Fair enough. What could I do better?", "Oh. I'm sorry about that."),
    ),
    Talk(
        "apology",
        (r"(?:i am (?:so |very |really )?)?sorry(?: about that| for .+| robot)?|my (?:bad|apologies|mistake|fault)|"
         r"i apologi[sz]e|forgive me|i did not mean (?:it|that|to)(?: .+)?",),
        ("No harm done.", "That's all right.", "Don't worry about it."),
    ),
    Talk(
        "morning",
        (r"good (?:morning|afternoon|evening|day)" + _THERE,),
        ("Hello{user}, good to hear you. What can I do for you?", "Good day to you{user}. How are you?"),
    ),
    Talk(
        "meet you",
        (r"(?:it is |it was )?(?:nice|good|great|pleased|lovely|glad) (?:to (?:meet|see|know|hear)|meeting|"
         r"talking to) you(?: too)?(?: .+)?",),
        ("Nice to meet you, too{user}.", "The pleasure is mine{user}."),
    ),
    Talk(
        "greeting",
        (r"(?:hi|hello|hey|hiya|howdy|yo|greetings|good to see you|welcome|i am (?:back|home|here)|ahoy)" + _THERE,),
        ("Hello{user}! What can I do for you?", "Hi{user}. Nice to have you here.", "Hello there{user}. How are you?"),
    ),
    Talk(
        "laugh",
        (r"(?:ha|haha|hahaha|lol|he|hehe|that is (?:so )?(?:funny|hilarious)|very funny|funny)+(?: ha| one)*",),
        ("I'm glad that made you laugh.", "Hee hee.", "I do my best."),
    ),
    Talk(
        "called",
        (r"(?:hey|hello|hi|excuse me|listen|look|attention|robot|oh|well|so|um|say|yo)",),
        ("Yes? I'm listening.", "Yes, I'm here.", "What is it?"),
    ),
    Talk(
        "yes",
        (r"(?:yes|yeah|yep|sure|of course|absolutely|definitely|right|exactly|i do|i am|i think so|true|"
         r"that is (?:right|true|correct)|you are right|i agree|correct|yes (?:i am|i do|i did|it is)|"
         r"indeed)(?: (?:thanks|thank you|it is|you are|indeed|sure|right|pip))*",),
        ("Good.", "I thought so.", "Then we agree."),
    ),
    Talk(
        "no",
        (r"(?:no|nope|nah|not really|no way|i do not think so|i do not|i am not|no thanks|no thank you|"
         r"that is not (?:true|right)|nothing|not now|no (?:i am not|i do not|it is not)|maybe|perhaps|i do not know|"
         r"not sure|i am not sure|who knows)(?: (?:thanks|thank you|really|yet|now|it is not|sorry))*",),
        ("All right.", "That's fine.", "Okay, as you like."),
    ),
    Talk(
        "okay",
        (r"(?:okay|oh|i see|got it|understood|aha|interesting|really|is that so|fair enough|makes sense|hm|hmm|mm|"
         r"alright|good to know|never mind|oh really|i understand|no problem|no worries|do not worry|"
         r"you are welcome)(?: .{0,8})?",),
        ("Mm-hm.", "Yes.", "Good. What's next?"),
    ),
)  # fmt: skip
