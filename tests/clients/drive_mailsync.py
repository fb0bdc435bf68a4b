"""Run in the clients' environment: mailsync on the sandbox. Prints how many messages a sync brought, and how many are stored."""

import asyncio
import sys
from pathlib import Path

import fastgws
import httpx2
from fastgws.core import GWSApi


def main(root: str, address: str, token: str) -> None:
    document = httpx2.get(f"{root}$discovery/rest?version=v1").json()
    # Its library looks Gmail up in Google's directory of APIs when this name is imported: here it stands already.
    fastgws.GMail = lambda creds: GWSApi("gmail", "v1", creds=creds, doc=document)
    from mailsync.core import Store, db_path, settings
    from mailsync.sync import sync_once

    changed, _ = asyncio.run(sync_once(settings(address, Path(token))))
    with Store(db_path(address)) as store:
        print(changed, store.db.execute("select count(*) from messages").fetchone()[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
