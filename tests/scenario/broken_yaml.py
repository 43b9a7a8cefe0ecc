# ruff: noqa: E501 - a table
"""Scenarios that are no YAML: what is wrong, the file, and the one line it must give."""

from tests.scenario.files import SOUND

TOLD = f"""{SOUND}\
    pronoun: she
    work: bakes
    stories:
      - topic: food
        text: It burned.
        hook: the smoke
"""


def told(old: str, new: str) -> str:
    """The sound scenario, its third person (lines 9 to 15) with a life of their own, with one thing changed."""
    assert TOLD.count(old) == 1
    return TOLD.replace(old, new)


NO_YAML = [
    (
        "a tab before a key",
        told("    work: bakes", "\twork: bakes"),
        "11:1: WR106 work: a tab stands here: put blanks in its place",
    ),
    (
        "a tab before a dash",
        told("  - name: Bo Park", "\t- name: Bo Park"),
        "8:1: WR106 attendees: a tab stands here: put blanks in its place",
    ),
    (
        "a colon in a text",
        told("bakes", "bakes: at night"),
        '11:16: WR106 work: put this text in quotes, "…": it holds a colon',
    ),
    (
        "a colon in a text between braces",
        told("words: a baker", "words: a baker: quick"),
        '7:41: WR106 words: put this text in quotes, "…": it holds a colon between { and }',
    ),
    (
        "a colon in the second line of a text",
        told("It burned.", "It burned.\n          Twice: badly."),
        '15:16: WR106 Twice: put this text in quotes, "…": it holds a colon',
    ),
    (
        "a bracket between braces",
        told("a baker", "a [good] baker"),
        '7:36: WR106 words: put this text in quotes, "…": it holds [ between { and }',
    ),
    (
        "a comma missing between braces",
        told("hiring, words", "hiring words"),
        "7:26: WR106 topic: a comma is missing before words",
    ),
    (
        "a comma missing behind a quote",
        told("hiring, words: a baker", '"hiring" words: a baker'),
        "7:28: WR106 topic: a comma is missing before this",
    ),
    (
        "a comma missing behind a bracket",
        told("[hiring, {id: food, words: cooking}]", "[{id: hiring} {id: food, words: cooking}]"),
        "3:23: WR106 id: a comma is missing before this",
    ),
    (
        "a brace never closed",
        told("a baker}", "a baker"),
        "7:11: WR106 need: the { here is never closed: put } behind its last entry",
    ),
    (
        "a bracket never closed",
        told("interests: [hiring]", "interests: [hiring"),
        "6:16: WR106 interests: the [ here is never closed: put ] behind its last entry",
    ),
    (
        "a bracket closed by a brace",
        told("interests: [hiring]", "interests: [hiring}"),
        "6:23: WR106 interests: expected ] to close the [ before it, got }",
    ),
    ("a brace never opened", told("need: {topic", "need: topic"), "7:11: WR106 need: a { is missing before topic"),
    (
        "a brace too many",
        told("a baker}", "a baker}}"),
        "7:42: WR106 words: the } here closes nothing: remove it, or put it in quotes with its text",
    ),
    (
        "a quote never closed",
        told("work: bakes", 'work: "bakes'),
        '11:11: WR106 work: the quote that begins here does not end: put " behind the text',
    ),
    (
        "an apostrophe at the beginning",
        told("work: bakes", "work: 'tis baking"),
        '11:11: WR106 work: the quote that begins here does not end: put \' behind the text, or, where it is an apostrophe, the whole text in "…"',
    ),
    (
        "an apostrophe between apostrophes",
        told("work: bakes", "work: 'bakes the town's bread'"),
        '11:27: WR106 work: the text goes on behind its closing quote: put all of it in "…"',
    ),
    (
        "a text that begins with a word in quotes",
        told("work: bakes", 'work: "Bakes" bread'),
        "11:19: WR106 work: the text goes on behind its closing quote: put all of it in '…'",
    ),
    (
        "a word in quotes between braces",
        told("a baker", '"Bakers" of all kinds'),
        "7:43: WR106 words: the text goes on behind its closing quote: put all of it in '…'",
    ),
    (
        "a backslash in double quotes",
        told("work: bakes", 'work: "bakes \\h bread"'),
        "11:18: WR106 work: \\ means something else in double quotes: write \\\\, or put the text in '…'",
    ),
    (
        "a text that begins with @",
        told("work: bakes", "work: @bakery"),
        '11:11: WR106 work: put this text in quotes, "…": it begins with @',
    ),
    (
        "an entry that begins with @",
        told("interests: [hiring]", "interests: [@hiring]"),
        '6:17: WR106 interests: put this text in quotes, "…": it begins with @',
    ),
    (
        "a text that begins with *",
        told("work: bakes", "work: *bakes* bread"),
        '11:11: WR106 work: put this text in quotes, "…": it begins with *',
    ),
    (
        "a text that begins with a dash",
        told("work: bakes", "work: - bakes"),
        '11:11: WR106 work: put this text in quotes, "…": it begins with -',
    ),
    (
        "a text that begins with a bracket",
        told("work: bakes", "work: [bakes] bread"),
        '11:11: WR106 work: put this text in quotes, "…": it begins with [',
    ),
    (
        "a text that begins with |",
        told("work: bakes", "work: | bakes"),
        '11:11: WR106 work: put this text in quotes, "…": it begins with |',
    ),
    (
        "a text that begins with ?",
        told("work: bakes", "work: ? bakes"),
        '11:11: WR106 work: put this text in quotes, "…": it begins with ?',
    ),
    (
        "a text that begins with a closing bracket",
        told("work: bakes", "work: ] bakes"),
        '11:11: WR106 work: put this text in quotes, "…": it begins with ]',
    ),
    (
        "no blank behind a colon",
        told("    work: bakes", "    work:bakes"),
        "11:10: WR106 work: a blank is missing behind the colon of work",
    ),
    (
        "no blank behind the first colon of all",
        told("title: The", "title:The"),
        "1:7: WR106 title: a blank is missing behind the colon of title",
    ),
    (
        "no blank behind the first colon of an entry",
        told("- name: Ann", "- name:Ann"),
        "5:10: WR106 name: a blank is missing behind the colon of name",
    ),
    ("no colon", told("    work: bakes", "    work bakes"), "11:9: WR106 work: a colon is missing behind work"),
    (
        "no colon in the first line",
        told("title: The", "title The"),
        "1:6: WR106 title: a colon is missing behind title",
    ),
    (
        "no blank behind a dash",
        told("  - name: Bo Park", "  -name: Bo Park"),
        "8:4: WR106 attendees: a blank is missing behind the dash",
    ),
    (
        "no blank behind the first dash",
        told("  - name: Ann Lee", "  -name: Ann Lee"),
        "5:4: WR106 attendees: a blank is missing behind the dash",
    ),
    (
        "a star for a dash",
        told("  - name: Bo Park", "  * name: Bo Park"),
        '8:3: WR106 name: an entry of a list begins with "- ", not with *',
    ),
    (
        "no dash",
        told("  - name: Bo Park", "  name: Bo Park"),
        "8:3: WR106 name: a dash and a blank are missing before name",
    ),
    (
        "a key too far in",
        told("    work: bakes", "     work: bakes"),
        "11:6: WR106 work: stands 1 blank further in than pronoun on line 10: put the two in line",
    ),
    (
        "a key too far in below braces",
        told("  - name: Bo Park", "     work: sows\n  - name: Bo Park"),
        "8:6: WR106 work: stands 1 blank further in than need on line 7: put the two in line",
    ),
    (
        "a key not far enough in",
        told("    work: bakes", "  work: bakes"),
        "11:3: WR106 work: stands 2 blanks less far in than pronoun on line 10: put the two in line",
    ),
    (
        "a dash too far in",
        told("  - name: Bo Park", "   - name: Bo Park"),
        "8:4: WR106 attendees: stands 1 blank further in than the dash on line 5: put the two in line",
    ),
    (
        "a dash not far enough in",
        told("  - name: Bo Park", "- name: Bo Park"),
        "8:1: WR106 attendees: stands 2 blanks less far in than the dash on line 5: put the two in line",
    ),
    (
        "a list below a text",
        told("    stories:", "    stories: two"),
        "12:14: WR106 stories: a text stands here, so no list can stand below it",
    ),
    (
        "a text that goes on where keys stand",
        told("It burned.", "It burned.\n        Twice."),
        "15:9: WR106 text: expected a key and a colon; if this goes on with what is in text, put it further in",
    ),
]
