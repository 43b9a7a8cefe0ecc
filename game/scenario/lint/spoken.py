"""What people cannot say as it stands: languages the game has no words in, and words that fit no sentence of theirs."""

import re
from collections.abc import Iterator

from game.scenario.lint.finding import Finding, Subject, some_of
from game.scenario.prose import is_told, languages
from game.scenario.references import entries, entry, word
from game.scenario.tree import Value

_INFINITIVE = re.compile(r"\W*\w*[aeií]r(?:me|te|se|nos|l[aeo]s?)*(?!\w)")
_EXPECTED = 'fits "Me dedico a …": expected an infinitive, such as vender'


def unbending(subject: Subject) -> Iterator[Finding]:
    """What people do in Spanish, in the scenario's own words or in its words file, where it is no infinitive."""
    if subject.scenario.languages[0] == "es":
        for work in _work(subject):
            if not _INFINITIVE.match(word(work)):
                yield Finding(work, "WR614", _EXPECTED)
    told = subject.scenario.words.get("es", {})
    wrong = [id for id, text in told.items() if id.endswith(".work") and not _INFINITIVE.match(text)]
    if wrong:
        yield Finding(subject.language("es"), "WR614", f"work in words.es.yaml {_EXPECTED}, in {some_of(wrong)}")


def unspoken(subject: Subject) -> Iterator[Finding]:
    """Languages in which the game itself has nothing to say."""
    for language in subject.scenario.languages:
        if not is_told(language):
            spoken = f"people will speak the language the game is set to; there are: {', '.join(languages())}"
            yield Finding(subject.language(language), "WR615", f"the game has no words in {language}: {spoken}")


def _work(subject: Subject) -> Iterator[Value]:
    """What the file says that people do, people of crowds as well."""
    kinds = [kind for crowd in subject.attendees() for kind in entries(entry(crowd, "from"))]
    for who in [*(who for who, _ in subject.written()), *kinds]:
        said = entry(who, "work")
        if said is not None:
            yield from entries(said) or [said]
