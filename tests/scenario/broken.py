# ruff: noqa: E501 - a table
"""Broken scenarios: what is wrong, the file, and the one line it must give."""

from tests.scenario.files import SOUND

LESS = SOUND.replace("title: The Test Mixer\n", "")


def with_line(line: str) -> str:
    """The sound scenario with more at its end (line 10)."""
    return SOUND + line


def swap(old: str, new: str) -> str:
    """The sound scenario with one thing changed."""
    assert SOUND.count(old) == 1
    return SOUND.replace(old, new)


def plan(*rows: str) -> str:
    """The sound scenario with a venue; the first row of the plan stands on line 12, column 5."""
    return with_line("venue:\n  plan: |\n" + "".join(f"    {row}\n" for row in rows))


NETWORKS = "linkedin, x, facebook, instagram, mastodon"
STYLES = "ordinary, listener, giver, promoter, collector, flatterer, interrogator, wallflower, quiet, mute"
LEGEND = "# wall, . floor, D door, B bar, t table, p plant, s stage, w window"
KNOWN = (
    "title, lesson, attendees, format, id, about, source, evening, venue, topics, player, weeks, online, "
    "debrief, expect, networks, languages, questions, guide"
)

BROKEN = [
    # the file
    ("an empty file", "", "1:1: WR105 the file is empty"),
    ("only a comment", "# soon\n", "1:1: WR105 the file is empty"),
    (
        "an absurd escape",
        swap("The Test Mixer", '"\\UFFFFFFFF"'),
        "1:9: WR106 title: not well-formed YAML: an escape or directive that cannot be read",
    ),
    (
        "a second document",
        with_line("---\ntitle: Another\n"),
        "10:1: WR107 a second document starts here: one file holds one",
    ),
    (
        "a tag that asks for code",
        swap("The Test Mixer", "!!python/object/apply:os.system [ls]"),
        "1:8: WR108 title: tag tag:yaml.org,2002:python/object/apply:o…: remove it, or put in quotes what begins with !",
    ),
    (
        "a harmless tag",
        swap("The Test Mixer", "!!str 12"),
        "1:8: WR108 title: tag tag:yaml.org,2002:str: remove it, or put in quotes what begins with !",
    ),
    (
        "an anchor",
        swap("The Test Mixer", "&t The Test Mixer"),
        "1:8: WR109 title: anchor &t: write values out where needed, or put in quotes what begins with &",
    ),
    (
        "an alias",
        with_line("about: *t\n"),
        "10:8: WR109 about: alias *t: write the value out in full, or put in quotes what begins with *",
    ),
    (
        "a merge key",
        with_line("<<: {about: x}\n"),
        "10:1: WR110 merge key <<: write the settings out in full",
    ),
    (
        "a list as a key",
        with_line("? [a]\n: b\n"),
        "10:3: WR111 a key is one word of text, not a list or a block",
    ),
    (
        "a nest without an end",
        with_line("about: " + "[" * 300 + "]" * 300 + "\n"),
        "10:28: WR112 about: nested too deeply: more than 20 levels",
    ),
    (
        "a control character",
        swap("The Test Mixer", "The \x01 Mixer"),
        "1:12: WR104 title: a control character: a scenario is plain UTF-8 text",
    ),
    (
        "half a character",
        swap("The Test Mixer", '"\\ud800"'),
        "1:8: WR104 title: half a character (\\ud800 to \\udfff) is not text",
    ),
    # the form
    (
        "text instead of settings",
        "just some words\n",
        '1:1: WR204 the scenario: expected title, lesson and attendees, a line each, got "just some words"',
    ),
    (
        "a list instead of settings",
        "- a\n- b\n",
        "1:1: WR204 the scenario: expected title, lesson and attendees, a line each, got a list",
    ),
    ("no title", LESS, '1:1: WR201 the scenario: "title" is missing. What the scenario is called.'),
    (
        "a mistyped key",
        with_line("evning: {minutes: 30}\n"),
        '10:1: WR202 the scenario has no key "evning"; did you mean "evening"?',
    ),
    (
        "an unheard-of key",
        with_line("zzz: 1\n"),
        f'10:1: WR202 the scenario has no key "zzz"; known: {KNOWN}',
    ),
    (
        "a key out of place",
        swap("  - name: Bo Park", "  - {name: Bo Park, minutes: 30}"),
        '8:21: WR202 a person has no key "minutes"; known: name, key, pronoun, work, interests, need, offer, '
        "stories, manner, style, knows, arrives_min, look, traits",
    ),
    (
        "a comma in an inline block",
        swap("words: a baker}", "words: a baker, or two}"),
        '7:43: WR202 a need or offer has no key "or two"; text with a comma between { and } needs quotes',
    ),
    (
        "a repeated key",
        with_line("title: Again\n"),
        '10:1: WR203 "title" is written twice: on line 1 and on line 10',
    ),
    (
        "no dash before the fourth person",
        with_line("    work: bakes\n    name: Di Do\n    work: sows\n"),
        '11:5: WR203 "name" is written twice: on line 9 and on line 11, or a dash is missing: "- name: …" begins another entry',
    ),
    (
        "no blank behind a colon between braces",
        swap("{topic: hiring, words: a baker}", "{topic: hiring, words: a baker, topic:food}"),
        '7:43: WR202 a need or offer has no key "topic:food"; a blank is missing behind the colon of topic',
    ),
    (
        "a number for text",
        swap("The Test Mixer", "42"),
        "1:8: WR204 title: expected text, got the number 42; put text in quotes",
    ),
    (
        "a boolean for text",
        swap("The Test Mixer", "true"),
        "1:8: WR204 title: expected text, got true; put text in quotes",
    ),
    ("nothing for text", swap("The Test Mixer", ""), "1:7: WR204 title: expected text, got nothing"),
    (
        "a note for text",
        swap("The Test Mixer", "#1 Mixer"),
        "1:7: WR204 title: expected text, got nothing: # begins a note; put in quotes what begins with #",
    ),
    ("blank text", swap("The Test Mixer", '"  "'), '1:8: WR204 title: expected text, got "  "'),
    (
        "text for a number",
        with_line("evening: {minutes: half an hour}\n"),
        '10:20: WR204 minutes: expected a whole number, got "half an hour"',
    ),
    (
        "a fraction for a whole number",
        with_line("evening: {minutes: 30.5}\n"),
        "10:20: WR204 minutes: expected a whole number, got the number 30.5",
    ),
    (
        "text for a list",
        swap("[hiring, {id: food, words: cooking}]", "hiring"),
        '3:9: WR204 topics: expected a list, got "hiring"; write [hiring]',
    ),
    (
        "a list for a block",
        with_line("evening: [30]\n"),
        "10:10: WR204 evening: expected settings such as {starts: …, minutes: …}, got a list",
    ),
    (
        "text for a block that must hold something",
        swap("{topic: hiring, words: a baker}", "a baker"),
        '7:11: WR204 need: expected topic and words, as {topic: …, words: …}, got "a baker"',
    ),
    (
        "a block for a list of blocks",
        with_line("expect:\n  style: listener\n"),
        '11:3: WR204 expect: expected a list, got a block of settings; each entry begins with "- "',
    ),
    (
        "names for a list of names",
        swap("  - name: Bo Park", "  - name: Bo Park\n    knows: Ann Lee, Cy Oduya"),
        '9:12: WR204 knows: expected a list, got "Ann Lee, Cy Oduya"; write [Ann Lee, Cy Oduya]',
    ),
    (
        "a yes for a boolean",
        swap("  - name: Bo Park", "  - {name: Bo Park, look: {glasses: yes}}"),
        '8:37: WR204 glasses: expected true or false, got "yes"',
    ),
    (
        "a mistyped style",
        swap("  - name: Bo Park", "  - {name: Bo Park, style: promotor}"),
        f'8:28: WR205 style: expected one of {STYLES}, got "promotor"; did you mean "promoter"?',
    ),
    (
        "a pronoun that is none of the three",
        swap("  - name: Bo Park", "  - {name: Bo Park, pronoun: NO}"),
        '8:30: WR205 pronoun: expected one of she, he, they, got "NO"',
    ),
    (
        "an act nobody does",
        with_line("online: {x: {aks: {act: A, example: B}}}\n"),
        '10:14: WR202 x has no key "aks"; did you mean "ask"?',
    ),
    (
        "a measure nobody takes",
        with_line("expect:\n- {style: mute, measure: friend, at_most: 1}\n"),
        "11:26: WR205 measure: expected one of relationships, friends, business, referrals, cards, met, reached, "
        "avoided_by, evaded, evaded_first_third, evaded_last_third, approached, approached_first_third, "
        "approached_last_third, asked, followed_up, heard_out_s, talk_share, pitches, boasts, clients, suppliers, "
        "lost, won_back, followers, discussions, acquainted, posts, promotions, answered, answered_first, answered_last, "
        "hours, nuisance_min, liked_deals, sold_trusting, sold_reached, "
        'got "friend"; did you mean "friends"?',
    ),
    (
        "an evening of a second",
        with_line("evening: {minutes: 0}\n"),
        "10:20: WR206 minutes: expected 5 to 240, got the number 0",
    ),
    ("a format from tomorrow", with_line("format: 2\n"), "10:9: WR206 format: expected 1, got the number 2"),
    (
        "a title that goes on and on",
        swap("The Test Mixer", "la " * 40 + "la"),
        "1:8: WR207 title: expected at most 80 characters, got 122",
    ),
    (
        "an hour that is none",
        with_line("evening: {starts: 25:00}\n"),
        '10:19: WR208 starts: expected an hour as HH:MM, got "25:00"',
    ),
    (
        "an id with a blank",
        with_line("id: my mixer\n"),
        '10:5: WR208 id: expected small letters, digits and _, a letter first, got "my mixer"',
    ),
    (
        "a name on two lines",
        swap("  - name: Bo Park", '  - name: "Bo\\nPark"'),
        "8:11: WR208 name: expected text on one line, got a line break",
    ),
    (
        "text that cannot be shown",
        swap("The Test Mixer", '"Mixer \\u202e"'),
        "1:8: WR208 title: expected text, got a character that cannot be shown",
    ),
    (
        "a language in words",
        with_line("languages: [english]\n"),
        '10:13: WR208 entry 1 of languages: expected a language code such as en or pt-BR, got "english"; did you mean "en"?',
    ),
    (
        "an interest twice",
        swap("interests: [hiring]", "interests: [hiring, hiring]"),
        '6:25: WR210 entry 2 of interests: "hiring" is in the list twice',
    ),
    (
        "a question with one answer",
        with_line("questions:\n- {ask: Well, answers: [{text: Yes, later: Hm.}]}\n"),
        "11:24: WR209 answers: expected 2 to 8 entries, got 1",
    ),
    # the plan
    (
        "a ragged plan",
        plan("##D##", "#....#", "#...#", "#####"),
        "13:5: WR401 plan: expected 5 cells as in most rows, got 6",
    ),
    (
        "a first row that is too short",
        plan("##D#", "#...#", "#...#", "#####"),
        "12:5: WR401 plan: expected 5 cells as in most rows, got 4",
    ),
    (
        "a tab in a plan",
        plan("##D##", "#..\t#", "#...#", "#####"),
        f"13:8: WR402 plan: a tab is not in the legend: {LEGEND}",
    ),
    (
        "an unknown letter",
        plan("##D##", "#..X#", "#...#", "#####"),
        f'13:8: WR402 plan: "X" is not in the legend: {LEGEND}',
    ),
    (
        "no door",
        plan("#####", "#...#", "#...#", "#####"),
        "12:5: WR403 plan: a plan has a door: draw a D in the wall",
    ),
    (
        "a hole in the wall",
        plan("##D##", "#....", "#...#", "#####"),
        "13:9: WR404 plan: a gap in the wall: expected #, w or D on the edge, got .",
    ),
    (
        "a corner nobody gets to",
        plan("##D##", "#...#", "#####", "#...#", "#####"),
        "15:6: WR405 plan: this floor cannot be reached from the door",
    ),
    (
        "a cupboard",
        plan("##D#", "#..#", "####"),
        "11:9: WR406 plan: expected 4 m² of floor for 4 people, got 2",
    ),
    (
        "a plan that is a list",
        with_line("venue: {plan: [a, b]}\n"),
        "10:15: WR204 plan: expected a plan: plan: | and below it one row of letters a line, got a list",
    ),
]
