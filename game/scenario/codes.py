"""The catalogue of problems: a stable code and one sentence each. A code keeps its meaning for ever."""

CODES = {
    # the file
    "WR101": "There is no such scenario.",
    "WR102": "This cannot be read as a file.",
    "WR103": "The file is larger than a scenario may be.",
    "WR104": "The file is not plain UTF-8 text.",
    "WR105": "The file is empty.",
    "WR106": "This is not well-formed YAML.",
    "WR107": "A file holds one YAML document.",
    "WR108": "Tags (!…) are not used in scenarios.",
    "WR109": "Anchors (&…) and aliases (*…) are not used in scenarios.",
    "WR110": "Merge keys (<<) are not used in scenarios.",
    "WR111": "A key is one word of text.",
    "WR112": "The file is nested too deeply.",
    "WR113": "The file holds too many values.",
    # the form
    "WR201": "Something that must be written is missing.",
    "WR202": "There is no such key.",
    "WR203": "A key is written twice.",
    "WR204": "Another kind of value belongs here.",
    "WR205": "The value is not one of the possible ones.",
    "WR206": "The number is too small or too large.",
    "WR207": "The text is too long.",
    "WR208": "The text does not have the form it needs.",
    "WR209": "The list is too short or too long.",
    "WR210": "An entry is in the list twice.",
    # what it refers to
    "WR301": "There is no such topic.",
    "WR302": "There is no such person.",
    "WR303": "Two of a kind have the same name.",
    "WR304": "Somebody knows themselves.",
    "WR305": "Somebody has two stories on one topic.",
    "WR306": "An expectation makes exactly one comparison, and one that can be judged.",
    "WR307": "The network is not among the scenario's networks.",
    "WR308": "There are too few named people, or too many in all.",
    "WR309": "A lost client could be won back.",
    # the plan
    "WR401": "The rows of a plan have the same length.",
    "WR402": "There is no such letter in the legend of plans.",
    "WR403": "A plan has a door.",
    "WR404": "The walls of a plan are closed.",
    "WR405": "All of the floor can be reached from the door.",
    "WR406": "The floor has room for everybody.",
    # the translations
    "WR501": "A language has its words file.",
    "WR502": "A words file belongs to a language of the scenario.",
    "WR503": "There is no such text in the scenario.",
    # what it means: the lint
    "WR601": "Nobody can meet the need.",
    "WR602": "Nobody needs the offer.",
    "WR603": "An act has no twin on the network.",
    "WR604": "Somebody has no story on an interest of theirs.",
    "WR605": "Nobody cares about the topic.",
    "WR606": "People would stand in the wall.",
    "WR607": "There is no way to the bar.",
    "WR608": "Two people are copies.",
    "WR609": "Nothing is expected of the lesson.",
    "WR610": "A language lacks words.",
    "WR611": "By the expectation, selling beats listening.",
    "WR612": "A comment quiets nothing.",
    "WR613": "A comment quiets a code that cannot be quieted.",
    "WR614": "What somebody does in Spanish is no infinitive.",
    "WR615": "The game has no words in the language.",
}


def is_advice(code: str) -> bool:
    """Whether a scenario with such a problem runs all the same: a finding of the lint, which can be quieted."""
    return code >= "WR6"
