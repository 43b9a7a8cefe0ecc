"""What a scenario is like where its file says nothing."""

from game.scenario.spec import Answer, Expect, Question, Topic

TOPICS = (
    Topic(id="hiring", words="hiring people"),
    Topic(id="bookkeeping", words="keeping the books"),
    Topic(id="websites", words="websites that work"),
    Topic(id="premises", words="finding premises"),
    Topic(id="cooking", words="cooking"),
    Topic(id="travel", words="travelling"),
    Topic(id="music", words="making music"),
    Topic(id="gardens", words="gardens"),
)
"""Used when a scenario neither lists topics nor mentions any."""

WORK = (
    "runs a small shop on the corner of two busy streets",
    "keeps the accounts of eleven firms and the secrets of twelve",
    "fits kitchens and takes out other people's",
    "teaches adults the things they skipped at school",
    "plans events for people who forgot to plan them",
    "repairs what everybody else would throw away",
    "translates contracts nobody enjoys reading",
    "drives a delivery round and knows every dog on it",
    "designs signs that can be read from a bus",
    "looks after a building with ninety-one radiators",
    "edits other people's websites, tactfully",
    "roasts coffee in a garage that used to be a garage",
)

NEED = "somebody who knows about {words}"
OFFER = "a few years of experience with {words}"

STORIES = (
    (
        "The first time I had to do with {words} I did everything in the wrong order, and it still worked out. "
        "I have been suspicious of the right order ever since.",
        "the wrong order",
    ),
    (
        "My neighbour talked me into {words} over a fence. She moved away, and I am still at it.",
        "the neighbour at the fence",
    ),
    (
        "I once spent a whole winter on {words} and told nobody. In spring it turned out half my street "
        "had done the same.",
        "the winter nobody mentioned",
    ),
    (
        "I said yes to {words} because I had misheard the question. Best mistake I have made so far.",
        "the question you misheard",
    ),
    (
        "There is a box in my hall labelled {words}. I have moved house with it twice and never dared open it.",
        "the box in the hall",
    ),
    (
        "A stranger on a train explained {words} to me between two stops, and I missed mine. I would miss it again.",
        "the stranger on the train",
    ),
)
"""(text, hook), told about any topic."""

LAST_QUESTION = "Where does the comparison between a room and a network fail?"
ASK_THE_ROOM = (
    "Whom would you call tomorrow, and what did they say that makes you want to?",
    "When did you last do online what you avoided somebody for tonight?",
    LAST_QUESTION,
)

QUESTIONS = (
    Question(
        ask="What is the first thing you do when you walk in?",
        answers=(
            Answer(
                text="Get a drink!",
                later="So does nearly everybody. Online it is called lurking, and it is a fine first five "
                "minutes and a poor whole evening.",
            ),
            Answer(
                text="Look for somebody I know.",
                later="It is warm there, and you learn what you knew. The people who changed your evening "
                "were the ones you had not met.",
            ),
            Answer(
                text="Look for somebody standing alone.",
                later="Nobody is ever sorry to be found. Online that is the reply under the post that has none.",
            ),
            Answer(
                text="Start handing out cards.",
                later="Cards count quickly. Compare them with those who would call you back.",
            ),
            Answer(
                text="Find out who is worth talking to.",
                later="You find that out by asking them. It is rarely who the badge says it is.",
            ),
            Answer(
                text="Check my phone.",
                later="There were people on it, too. Whether you listened to them is the same question.",
            ),
        ),
    ),
)

EXPECT = (Expect(style="listener", measure="relationships", beats="promoter"),)
"""The lesson of every evening, and of weeks without one, on average over rooms."""

M2_EACH = 4.5
_TABLES_EVERY = 5


def plan(people: int) -> tuple[str, ...]:
    """A plain room of about 4.5 m² a head, a metre a cell: door, windows, bar, tables with space between."""
    height = max(6, round((people * M2_EACH / 1.4) ** 0.5))
    width = max(9, round(people * M2_EACH / height))
    rows = [["."] * width for _ in range(height)]
    for r in range(_TABLES_EVERY - 1, height - 2, _TABLES_EVERY):
        for c in range(_TABLES_EVERY - 1, width - 2, _TABLES_EVERY):
            rows[r][c] = "t"
    rows[0][width - 4 : width - 1] = "BBB"
    rows[height - 1][0] = rows[height - 1][width - 1] = "p"
    top = ["w" if c % 4 == 3 else "#" for c in range(width)]
    top[1] = "D"
    return ("#" + "".join(top) + "#", *("#" + "".join(row) + "#" for row in rows), "#" * (width + 2))
