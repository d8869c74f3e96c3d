"""`python -m accord.content [FOLDER]`."""

import sys

from accord.content import main

if __name__ == "__main__":
    sys.exit(main())
