"""How the kernels of the notebooks talk to us."""

import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from traitlets.config import Config

KERNEL = "python3"
HAS_SOCKET_FILES = os.name == "posix" and hasattr(socket, "AF_UNIX")
LONGEST_FOLDER = 80  # characters; macOS allows 104 for the whole path of a socket


@contextmanager
def open_transport() -> Iterator[Config]:
    """Give the settings for a kernel that talks over sockets in a private folder, which nothing can race for.

    Over TCP, kernels that start at the same time now and then take the same port and die. Where the platform
    has no such sockets the settings are empty, and TCP it is.
    """
    if not HAS_SOCKET_FILES:
        yield Config()
        return
    with tempfile.TemporaryDirectory(prefix="fd-", dir=_find_short_folder()) as folder:
        yield Config({"KernelManager": {"transport": "ipc", "ip": str(Path(folder) / "s")}})


def _find_short_folder() -> str:
    usual = tempfile.gettempdir()
    return usual if len(usual) <= LONGEST_FOLDER else "/tmp"
