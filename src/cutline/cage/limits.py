"""What a worker may use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a worker process and of each call in it.

    Attributes:
        memory_bytes: Address space of the process (``RLIMIT_AS``; Linux only).
        cpu_seconds: Processor time of a call, over all its threads (``RLIMIT_CPU``).
        wall_seconds: Time until the answer; then the process is killed.
        reply_bytes: Largest answer taken, all blobs together.
        calls: After so many a worker is renewed, so that leaks stay small.

    Raises:
        ValueError: a limit is not positive.
    """

    memory_bytes: int = 1_500_000_000
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    reply_bytes: int = 512 << 20
    calls: int = 200

    def __post_init__(self) -> None:
        sizes = (self.memory_bytes, self.cpu_seconds, self.wall_seconds, self.reply_bytes)
        if min(*sizes, self.calls) <= 0:
            raise ValueError(f"a limit must be positive: {self}")
