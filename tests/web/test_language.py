"""The pages of a workshop say what language they are in; one that is taken up again goes on in its own."""

from pathlib import Path
from urllib.request import urlopen

import pytest

from game.talk.words import Words
from game.workshop.hosting import Host
from tests.workshop.hands import write_tea_room


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_workshop_goes_on_in_the_language_it_was_opened_in(tmp_path: Path, language: str) -> None:
    Host(write_tea_room(tmp_path), port=0, new=True, seed=3, words=Words(language)).close()
    again = Host("chamber_mixer", port=0, words=Words("en"))
    try:
        assert again.resumed and again.language == language
        with urlopen(f"http://localhost:{again.port}/") as page:
            assert f'<html lang="{language}">' in page.read().decode()
    finally:
        again.close()
