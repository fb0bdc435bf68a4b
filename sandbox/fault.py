"""What a fault is: its scope, and the kind that says where and how it strikes."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.delivery import Delivery
from sandbox.wire import Answer


@dataclass(frozen=True, slots=True)
class Fault:
    """Its scope: `method` is an API method's name, `batch`, `token` or another page, or `*`; `user`, `message_id` and `part`
    (the place in a batch, from 0) narrow it further. What becomes of a part can be limited to one method as well.

    It spares the first `after` calls it concerns, then strikes with `probability`, drawn by `seed`, at most `count` times (None:
    always) and for `duration` seconds (None: for ever). The other fields belong to some kinds only.
    """

    kind: str
    method: str = "*"
    user: str | None = None
    message_id: str | None = None
    part: int | None = None
    probability: float = 1.0
    count: int | None = None
    after: int = 0
    duration: float | None = None
    seed: int = 0
    status: int | None = None
    reason: str | None = None
    retry_after: int | None = None
    where: str = "both"
    seconds: float = 1.0
    megabytes: int = 64
    limit: int = 50

    def concerns(self, scene: "Scene") -> bool:
        return (
            (self.method == "*" or self.method in scene.methods)
            and (self.user is None or self.user.lower() == (scene.user or "").lower())
            and (self.message_id is None or self.message_id == scene.message_id)
            and (self.part is None or self.part == scene.part)
        )


@dataclass(frozen=True, slots=True)
class Scene:
    """Where something may go wrong. A part of a batch has two names: its own method, and `batch`."""

    methods: tuple[str, ...]
    user: str | None = None
    message_id: str | None = None
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a batch's answer, and what it answers."""

    content_id: str
    answer: Answer
    scene: Scene


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of a notification: how many times it is sent, and how late."""

    times: int = 1
    delay: float = 0.0


def _no_call(_: Fault) -> Answer:
    # A fault of the wire answers nothing of its own: whoever asks for its answer has mixed up the two sorts of kinds.
    raise TypeError("a fault of the wire has no answer of its own")


@dataclass(frozen=True, slots=True)
class Kind:
    """`about` says what happens, `seen` what the client sees, `options` which fields it heeds besides the scope's."""

    where: str
    about: str
    seen: str
    method: str = "*"
    options: tuple[str, ...] = ()
    call: Callable[[Fault], Answer] = _no_call
    part: Callable[[Fault, list[Piece]], list[Piece]] = lambda _, pieces: pieces
    wire: Callable[[Fault, Delivery], Delivery] = lambda _, out: out
    push: Callable[[Fault, Plan], Plan] = lambda _, plan: plan
