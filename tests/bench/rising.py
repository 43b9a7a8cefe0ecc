"""How soon sixty phones are back after the laptop died, in every phase: python -m tests.bench.rising [SCENARIO]

Seconds from the program's start until every phone has its seat again and sees where it stands, by the clock and of a
processor. The phones come back at once, and share the machine; a browser adds its own waiting, two seconds at most.
"""

import asyncio
import os
import tempfile
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from tests.workshop.deaths import course


def main(scenario: Annotated[str, typer.Argument(help="Which evening.")] = "chamber_mixer") -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["WORK_THE_ROOM_HOME"] = home
        table = Table("killed in", "everybody back, s", "of a processor, s", "acknowledged, lost")
        for name, death in asyncio.run(course(scenario)).items():
            table.add_row(name, f"{death.seconds:.1f}", f"{death.busy_s:.1f}", f"{len(death.given)}, {len(death.lost)}")
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
