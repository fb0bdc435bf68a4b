"""Between Celery and Redis: a message on its way into a queue is dropped, doubled, or put before the others.

One command becomes one command with the same kind of answer, so the answers need not be looked at.
"""

import asyncio
import contextlib
import random
import threading
from collections import Counter
from dataclasses import dataclass, field

from app.local.ports import LOOPBACK

Command = list[bytes]


@dataclass
class Mischief:
    """What happens to the messages. `copies` is how often a message comes in all."""

    drop: float = 0.0
    copies: int = 1
    reorder: float = 0.0


@dataclass
class RedisProxy:
    target_port: int
    dice: random.Random
    mischief: Mischief = field(default_factory=Mischief)
    done: Counter[str] = field(default_factory=Counter)
    port: int = 0

    def start(self) -> None:
        ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True).start()
        assert ready.wait(10)

    async def _serve(self, ready: threading.Event) -> None:
        server = await asyncio.start_server(self._connected, LOOPBACK, 0, limit=2**26)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await server.serve_forever()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            to_reader, to_writer = await asyncio.open_connection(LOOPBACK, self.target_port)
        except OSError:
            writer.transport.abort()
            return
        if to_writer.get_extra_info("sockname") == to_writer.get_extra_info("peername"):
            # Nobody listens, and by chance we were given that very port: connected to ourselves, we would keep Redis from it.
            for end in (writer, to_writer):
                end.transport.abort()
            return
        ways = {asyncio.create_task(self._commands(reader, to_writer)), asyncio.create_task(_copy(to_reader, writer))}
        _, others = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for other in others:
            other.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        for end in (writer, to_writer):
            end.transport.abort()

    async def _commands(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while True:
                command = await _read(reader)
                writer.write(_written(self._changed(command)))
                await writer.drain()

    def _changed(self, command: Command) -> Command:
        if command[0].upper() != b"LPUSH" or not command[1].startswith(b"celery"):
            return command
        mischief, name = self.mischief, command[0]
        if self.dice.random() < mischief.drop:
            self.done["message dropped"] += 1
            return [b"LLEN", command[1]]
        if self.dice.random() < mischief.reorder:
            name = b"RPUSH"
        self.done["message doubled"] += mischief.copies - 1
        return [name, command[1], *command[2:] * mischief.copies]


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while chunk := await reader.read(65536):
            writer.write(chunk)
            await writer.drain()


async def _read(reader: asyncio.StreamReader) -> Command:
    parts = int((await reader.readline())[1:] or b"0")
    if not parts:
        raise asyncio.IncompleteReadError(b"", None)
    command = []
    for _ in range(parts):
        size = int((await reader.readline())[1:])
        command.append((await reader.readexactly(size + 2))[:-2])
    return command


def _written(command: Command) -> bytes:
    return b"*%d\r\n" % len(command) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in command)
