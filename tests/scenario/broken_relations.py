# ruff: noqa: E501 - a table
"""Scenarios of which the parts do not fit together: what is wrong, the file, and the one line it must give."""

from tests.scenario.broken import NETWORKS, swap, with_line

UNRELATED = [
    # what it refers to
    (
        "a mistyped topic",
        swap("interests: [hiring]", "interests: [hirring]"),
        '6:17: WR301 entry 1 of interests: expected one of the topics, got "hirring"; did you mean "hiring"?',
    ),
    (
        "a need on no topic",
        swap("need: {topic: hiring", "need: {topic: boats"),
        '7:19: WR301 topic: expected one of the topics, got "boats"; there are: hiring, food',
    ),
    (
        "two topics without a comma",
        swap("interests: [hiring]", "interests: [hiring food]"),
        '6:17: WR301 entry 1 of interests: expected one of the topics, got "hiring food"; a comma is missing between two',
    ),
    (
        "an acquaintance by their given name",
        swap("  - name: Bo Park", "  - {name: Bo Park, knows: [Ann]}"),
        '8:29: WR302 entry 1 of knows: expected the name of an attendee, got "Ann"; did you mean "Ann Lee"?',
    ),
    (
        "an acquaintance who is like nobody",
        swap("  - name: Bo Park", "  - {name: Bo Park, knows: [Zed]}"),
        '8:29: WR302 entry 1 of knows: expected the name of an attendee, got "Zed"; there are: Ann Lee, Bo Park, Cy Oduya',
    ),
    (
        "an acquaintance who is not there",
        swap("  - name: Bo Park", "  - {name: Bo Park, knows: [Anne Lee]}"),
        '8:29: WR302 entry 1 of knows: expected the name of an attendee, got "Anne Lee"; did you mean "Ann Lee"?',
    ),
    (
        "two of a name",
        swap("Bo Park", "Ann Lee"),
        '8:11: WR303 name: "Ann Lee" is the person on line 5 already',
    ),
    (
        "a player of the same name",
        with_line("player: {name: Bo Park}\n"),
        '10:16: WR303 name: "Bo Park" is the person on line 8 already',
    ),
    (
        "a topic twice",
        swap("[hiring, {id: food,", "[hiring, {id: hiring,"),
        '3:23: WR303 id: "hiring" is the topic on line 3 already',
    ),
    (
        "somebody who knows themselves",
        swap("  - name: Bo Park", "  - {name: Bo Park, knows: [Bo Park]}"),
        "8:29: WR304 entry 1 of knows: Bo Park is this very person",
    ),
    (
        "two stories on a topic",
        swap(
            "  - name: Bo Park",
            "  - {name: Bo Park, stories: [{topic: food, text: A., hook: a}, {topic: food, text: B., hook: b}]}",
        ),
        '8:73: WR305 topic: a second story on "food": one a topic',
    ),
    (
        "an expectation of nothing",
        with_line("expect:\n- {style: mute, measure: met}\n"),
        "11:3: WR306 entry 1 of expect: expected one of beats, at_least, at_most, within, got none",
    ),
    (
        "an expectation of two things",
        with_line("expect:\n- {style: mute, measure: met, beats: quiet, at_most: 1}\n"),
        "11:3: WR306 entry 1 of expect: expected one of beats, at_least, at_most, within, got beats and at_most",
    ),
    (
        "a style that beats itself",
        with_line("expect:\n- {style: mute, measure: met, beats: mute}\n"),
        "11:3: WR306 entry 1 of expect: no style beats itself",
    ),
    (
        "bounds the wrong way round",
        with_line("expect:\n- {style: mute, measure: met, within: [3, 1]}\n"),
        "11:3: WR306 entry 1 of expect: within goes from the smaller number to the larger",
    ),
    (
        "a measure of the weeks expected of an evening",
        with_line("expect:\n- {style: mute, measure: followers, at_most: 1}\n"),
        '11:26: WR306 measure: expected a measure of the evening, got "followers"',
    ),
    (
        "a style of the network expected of an evening",
        with_line("expect:\n- {style: lurker, measure: met, at_most: 1}\n"),
        '11:11: WR306 style: expected a style of the evening, got "lurker"',
    ),
    (
        "a measure of the evening expected of weeks alone",
        with_line("weeks: {only: true}\nexpect:\n- {style: mute, measure: talk_share, at_most: 1}\n"),
        '12:26: WR306 measure: expected a measure of the weeks, got "talk_share"',
    ),
    (
        "a lost client whom nobody knows",
        with_line("weeks: {only: true, lost_clients: [Anne Lee]}\n"),
        '10:36: WR302 entry 1 of lost_clients: expected the name of an attendee, got "Anne Lee"; did you mean "Ann Lee"?',
    ),
    (
        "weeks on a network left out",
        with_line("networks: [x]\nweeks: {network: linkedin}\n"),
        '11:18: WR307 network: expected one of the networks on line 10, got "linkedin"',
    ),
    (
        "a mapping for a network left out",
        with_line("networks: [x]\nonline: {facebook: {}}\n"),
        "11:20: WR307 facebook: expected one of the networks on line 10, got facebook",
    ),
    (
        "a mapping for a network nobody has heard of and nobody lists",
        with_line("online: {linkdin: {}}\n"),
        f'10:19: WR307 linkdin: expected one of {NETWORKS}, got linkdin; did you mean "linkedin"?',
    ),
    (
        "weeks on a network nobody has heard of",
        with_line("weeks: {network: orkut}\n"),
        f'10:18: WR307 network: expected one of {NETWORKS}, got "orkut"',
    ),
    (
        "a network that does not exist",
        with_line("networks: [orkut]\n"),
        f"10:12: WR205 entry 1 of networks: expected one of {NETWORKS}, or one with its twins under online, "
        'got "orkut"',
    ),
    (
        "a crowd and nobody by name",
        "title: T\nlesson: L\nattendees: [{crowd: 5}, {crowd: 5}, {crowd: 5}]\n",
        "3:12: WR308 attendees: expected at least 3 people by name, got 0",
    ),
    (
        "two people",
        "title: T\nlesson: L\nattendees: [{name: A}, {name: B}]\n",
        "3:12: WR209 attendees: expected 3 to 300 entries, got 2",
    ),
    (
        "a crowd beyond all bounds",
        with_line("  - crowd: 299\n"),
        "5:3: WR308 attendees: expected at most 300 people, got 302",
    ),
    (
        "a client lost before an evening",
        with_line("weeks: {lost_clients: [Ann Lee]}\n"),
        "10:23: WR309 lost_clients: expected weeks without an evening, only: true, got weeks after one",
    ),
    (
        "a lost client who needs something else",
        with_line(
            "player: {name: Al Roe, offer: {topic: food, words: soup}}\nweeks: {only: true, lost_clients: [Bo Park, Ann Lee]}\n"
        ),
        "11:45: WR309 entry 2 of lost_clients: expected somebody who needs food, which is offered, "
        "got Ann Lee, who needs hiring",
    ),
]
