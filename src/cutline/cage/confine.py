"""How a worker locks itself in: resource limits, and Landlock where the kernel has it.

Everything is imported first; then nothing can be opened any more. The limit on open files
alone closes files and sockets on any POSIX system, as the numbers 0 to 2 are taken;
Landlock also forbids what needs no descriptor: exec, rename, unlink, mkdir, truncate.
"""

import ctypes
import math
import os
import resource
import struct
import sys
import time
from collections.abc import Mapping

from cutline.model import CutlineError

# Numbers of the system calls are the same on all architectures that matter (Linux 5.13).
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_VERSION_FLAG = 1
_SET_NO_NEW_PRIVS = 38

_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""From this version of Landlock on, so many rights over files (linux/landlock.h)."""

_TCP = 0b11  # bind, connect: from version 4
_SCOPES = 0b11  # abstract sockets, signals: from version 6


def lock_in(memory_bytes: int) -> None:
    """Confine this process for good. It must have imported all it will ever need.

    Args:
        memory_bytes: Limit of the address space.

    Raises:
        CutlineError: threads are running, which Landlock would leave free, or the kernel
            refuses what it says it can do.
    """
    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_FSIZE, 0)
    if sys.platform == "linux":  # elsewhere the kernel takes the limit and ignores it
        _set(resource.RLIMIT_AS, memory_bytes)
        _landlock()
    _set(resource.RLIMIT_NOFILE, 3)


def allow_cpu(seconds: int) -> None:
    """Allow so many further seconds of processor time; then SIGXCPU ends the process."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = math.ceil(time.process_time()) + seconds
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def abilities() -> Mapping[str, int | bool]:
    """What of the cage this machine has, for ``cutline doctor``.

    Returns:
        ``landlock``: version of its interface, 0 without; ``memory_limit``, ``cpu_limit``,
        ``no_files``: whether these limits hold.
    """
    return {
        "landlock": _landlock_version(),
        "memory_limit": sys.platform == "linux",
        "cpu_limit": hasattr(resource, "RLIMIT_CPU"),
        "no_files": hasattr(resource, "RLIMIT_NOFILE"),
    }


def _set(what: int, value: int) -> None:
    """Lower a limit for good; one that is lower already stays."""
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(what, (value, value))


def _landlock_version() -> int:
    if sys.platform != "linux":
        return 0
    version: int = _libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION_FLAG)
    return max(0, version)


def _landlock() -> None:
    """Forbid every right that this kernel's Landlock knows, without exception."""
    version = _landlock_version()
    if version == 0:
        return
    threads = len(os.listdir("/proc/self/task"))  # noqa: PTH208 - names are all we need
    if threads != 1:
        raise CutlineError(f"the worker has {threads} threads before it is confined")
    bits = max(count for since, count in _FILE_RIGHTS.items() if since <= version)
    words = [(1 << bits) - 1]
    if version >= 4:
        words.append(_TCP)
    if version >= 6:
        words.append(_SCOPES)
    attributes = struct.pack(f"={len(words)}Q", *words)
    libc = _libc()
    rules = libc.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), 0)
    try:
        if rules < 0 or libc.prctl(_SET_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0))) != 0:
            raise CutlineError(f"Landlock refused: {os.strerror(ctypes.get_errno())}")
        if libc.syscall(_RESTRICT_SELF, rules, 0) != 0:
            raise CutlineError(f"Landlock refused: {os.strerror(ctypes.get_errno())}")
    finally:
        if rules >= 0:
            os.close(rules)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
