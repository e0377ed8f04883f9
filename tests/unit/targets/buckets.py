"""S3 on the loopback for the tests: moto's server, with no bucket at its start.

moto keeps its buckets for the life of the process, whatever server shows them: each start
here forgets those of the tests before.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from moto.moto_api._internal.models import moto_api_backend
from moto.server import ThreadedMotoServer


@contextmanager
def s3() -> Iterator[str]:
    """The address of a server that answers as S3 would, until the block ends."""
    moto_api_backend.reset()
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        yield "http://{}:{}".format(*server.get_host_and_port())
    finally:
        server.stop()
