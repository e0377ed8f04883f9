"""A bucket of S3-compatible storage, as far as a site needs one. Only this module knows obstore.

Everything that the network answers leaves here as a value or as a sentence.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cutline.model import ConfigError, ConflictError, TargetError

if TYPE_CHECKING:
    from obstore import PutMode
    from obstore.store import S3Config, S3Credential, S3Store

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_TRIES = 4
_PATIENCE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket that a site is sent to, as ``cutline.toml`` describes it.

    Attributes:
        bucket: Its name.
        endpoint: Address of the service; unset for Amazon's own.
        region: Its region.
        prefix: Folder in the bucket that the site goes to; unset for all of the bucket.
        key_env: Environment variable that holds the key's id. No key stands in the file.
        secret_env: Environment variable that holds the key's secret.
        token_env: Environment variable that holds a session's token, if there is one.
        grace_hours: Hours for which a file stays that no page names any more: readers may
            still have the page that did.
    """

    bucket: str
    endpoint: str = ""
    region: str = "us-east-1"
    prefix: str = ""
    key_env: str = "AWS_ACCESS_KEY_ID"
    secret_env: str = "AWS_SECRET_ACCESS_KEY"  # noqa: S105 - the name of a variable
    token_env: str = "AWS_SESSION_TOKEN"  # noqa: S105
    grace_hours: int = 24

    @property
    def name(self) -> str:
        """How people are told of it."""
        return f"“{self.bucket}/{self.prefix}”" if self.prefix else f"“{self.bucket}”"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that a bucket holds.

    Attributes:
        size: In bytes.
        tag: Its ETag, without quotes; the MD5 of its bytes, if the bucket does not encrypt.
    """

    size: int
    tag: str


class Connection:
    """A bucket that can be read and written.

    Raises:
        ConfigError: a key is missing, the extra is not installed, or the address is not safe.
    """

    def __init__(self, bucket: Bucket, environment: Mapping[str, str] = os.environ) -> None:
        self._bucket = bucket
        self._secrets = _secrets(bucket, environment)
        self._store = _open(bucket, self._secrets)

    def listing(self) -> dict[str, Kept]:
        """Every file of the site's folder, by its path there."""
        with self._telling("be listed"):
            return {
                each["path"]: Kept(each["size"], _plain(each["e_tag"]))
                for some in self._store.list()
                for each in some
            }

    def read(self, path: str) -> tuple[bytes, str] | None:
        """The bytes and the ETag of a file; None if there is none."""
        with self._telling("be read"):
            try:
                found = self._store.get(path)
            except FileNotFoundError as error:
                if "NoSuchBucket" in str(error):
                    raise
                return None
            return bytes(found.bytes()), _plain(found.meta["e_tag"])

    def put(self, path: str, data: bytes, headers: Mapping[str, str], seen: str | None) -> str:
        """Write a file whose content its name does not tell: only over what was seen.

        Args:
            path: Where.
            data: Its bytes.
            headers: ``Content-Type`` and ``Cache-Control``.
            seen: ETag of what is there; None if nothing is.

        Returns:
            The ETag that it has now.

        Raises:
            ConflictError: somebody else wrote it since.
        """
        mode: PutMode = "create" if seen is None else {"e_tag": f'"{seen}"'}
        return self._put(path, data, headers, mode)

    def put_named(self, path: str, data: bytes, headers: Mapping[str, str]) -> None:
        """Write a file whose name is its content's: whoever wrote it before wrote the same."""
        self._put(path, data, headers, "overwrite")

    def delete(self, paths: list[str]) -> None:
        """Remove files; one that is gone already is fine."""
        with self._telling("be cleaned up"):
            self._store.delete(paths)

    def _put(self, path: str, data: bytes, headers: Mapping[str, str], mode: "PutMode") -> str:
        with self._telling("be written to"):
            put = self._store.put(
                path, data, attributes=dict(headers), mode=mode, use_multipart=False
            )
        return _plain(put["e_tag"])

    @contextmanager
    def _telling(self, doing: str) -> Iterator[None]:
        from obstore.exceptions import (  # noqa: PLC0415 - loaded with the bucket alone
            AlreadyExistsError,
            BaseError,
            PermissionDeniedError,
            PreconditionError,
            UnauthenticatedError,
        )

        name = self._bucket.name
        try:
            yield
        except (AlreadyExistsError, PreconditionError) as error:
            message = f"somebody else is sending a site to {name}"
            raise ConflictError(message, "wait until that has ended, then send again") from error
        except (PermissionDeniedError, UnauthenticatedError) as error:
            hint = f"look at the key in {self._bucket.key_env} and at what it may do"
            raise TargetError(f"{name} refuses our key: it cannot {doing}", hint) from error
        except FileNotFoundError as error:
            hint = "make it, or mend its name in cutline.toml"
            raise TargetError(f"there is no bucket “{self._bucket.bucket}”", hint) from error
        except (BaseError, OSError) as error:
            message = f"{name} cannot {doing}: {self._reason(error)}"
            raise TargetError(
                message, "send again: what is there stays, the rest follows"
            ) from error

    def _reason(self, error: Exception) -> str:
        """What the service said, in a line, without a secret of ours."""
        said = str(error).partition("\n")[0]
        for secret in self._secrets:
            said = said.replace(secret, "…") if secret else said
        return said[:200]


def _secrets(bucket: Bucket, environment: Mapping[str, str]) -> tuple[str, str, str]:
    """Key id, secret and token, the last one empty where there is none."""
    found = []
    for name in (bucket.key_env, bucket.secret_env):
        if not environment.get(name):
            message = f"the key for {bucket.name} is not there: {name} is not set"
            raise ConfigError(message, "put the key into the environment, never into a file")
        found.append(environment[name])
    return found[0], found[1], environment.get(bucket.token_env, "")


def _open(bucket: Bucket, secrets: tuple[str, str, str]) -> "S3Store":
    try:
        from obstore.store import S3Store  # noqa: PLC0415 - an extra, and only buckets need it
    except ImportError as error:
        hint = "install it: pip install 'cutline[s3]'"
        raise ConfigError("what sends to a bucket is not installed", hint) from error
    parts = urlsplit(bucket.endpoint)
    if bucket.endpoint and parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise ConfigError(f"{bucket.name} is reached without encryption", "begin it with https://")
    key, secret, token = secrets
    credential: S3Credential = {
        "access_key_id": key,
        "secret_access_key": secret,
        "token": token or None,
        "expires_at": None,
    }
    config: S3Config = {"region": bucket.region}
    if bucket.endpoint:
        config["endpoint"] = bucket.endpoint
    return S3Store(
        bucket.bucket,
        prefix=bucket.prefix or None,
        config=config,
        client_options={"allow_http": parts.scheme == "http", "timeout": _PATIENCE},
        retry_config={"max_retries": _TRIES, "retry_timeout": _PATIENCE},
        # A key among the settings would be completed from the environment: with the token of
        # another key, where ours has none.
        credential_provider=lambda: credential,
    )


def _plain(tag: str | None) -> str:
    return (tag or "").strip('"')
