"""Start the game; on a machine without its libraries, set them up first."""

import sys

from game import setup_env

if __name__ == "__main__":
    setup_env.ensure(setup_env.PLAYER, "requirements.txt", [__file__] + sys.argv[1:])
    from game.cli import main

    main()
