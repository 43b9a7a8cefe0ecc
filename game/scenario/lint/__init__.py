"""What loads and still means little: a lint of scenarios. Findings stand on the line of the thing."""

from collections.abc import Callable, Iterator

from game.errors import Problem
from game.scenario.check import lines
from game.scenario.lint import claims, people, quiet, spoken, venue, wants, wording
from game.scenario.lint.finding import Finding, Subject
from game.scenario.spec import Scenario
from game.scenario.tree import Value

_RULES: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    wants.unmet,
    wants.unloved,
    people.storyless,
    people.copies,
    venue.walled_in,
    venue.dry,
    claims.unclaimed,
    claims.selling_wins,
    wording.without_twins,
    wording.untranslated,
    spoken.unbending,
    spoken.unspoken,
)


def lint(text: str, path: str, root: Value, scenario: Scenario) -> list[Problem]:
    """What a sound scenario could mean better; `text` and its tree `root`, `path` as messages show it.

    Only what the file writes is complained of, never what it leaves to the game. `# ok: CODE` in a comment on
    the line of a finding quiets it.
    """
    subject = Subject(lines(text), root, scenario)
    findings = [finding for rule in _RULES for finding in rule(subject)]
    return quiet.heard(findings, quiet.marks(text, root), path)
