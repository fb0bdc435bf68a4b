"""`python -m sandbox`: serve Gmail on a loopback port, or write its mails to disk."""

import argparse
import sys
import time
from pathlib import Path

from sandbox import export
from sandbox.generator import Catalogue, read_corpus
from sandbox.world import World, populate


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="Gmail on localhost.")
    parser.add_argument("--users", type=int, default=8)
    parser.add_argument("--mails", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--dump", type=Path)
    options = parser.parse_args()
    world = World(Catalogue(read_corpus(options.corpus) if options.corpus else None), time.time())
    populate(world, options.users, options.mails, options.seed)
    written = export.dump(world, options.dump)
    sys.stdout.write(f"{written} mails in {options.dump}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
