"""Which language to speak: that of the machine, if the game knows it, and what each calls itself."""

import locale
import os
import sys

from game.talk.words import Words, languages

FIRST = "en"  # spoken where nobody has chosen, and the game does not know the machine's
_SAID_IN = ("LC_ALL", "LC_MESSAGES", "LANG")


def of_this_machine() -> str:
    """The language of the machine if there are words in it, else English."""
    code = _locale().replace("-", "_").split("_")[0].split(".")[0].lower()
    return code if code in languages() else FIRST


def own_names() -> dict[str, str]:
    """What each language is called in it, by its code: {"en": "English", "es": "Español"}."""
    return {code: Words(code).text("language.name") for code in languages()}


def _locale() -> str:
    said = next((os.environ[name] for name in _SAID_IN if os.environ.get(name)), "")
    if not said and sys.platform == "win32":
        import ctypes

        said = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return said or locale.getlocale()[0] or ""
