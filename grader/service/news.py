"""Who waits for news: pages that are open, each told once something has changed."""

import asyncio
import contextlib
from collections.abc import Iterator


class News:
    """Told by threads, heard in the event loop."""

    def __init__(self) -> None:
        self.loop: asyncio.AbstractEventLoop | None = None
        self._listeners: dict[asyncio.Event, str] = {}

    def start(self) -> None:
        """From within the event loop."""
        self.loop = asyncio.get_running_loop()

    def tell(self, topic: str) -> None:
        """From any thread."""
        if self.loop and not self.loop.is_closed():
            with contextlib.suppress(RuntimeError):  # it was closed in between
                self.loop.call_soon_threadsafe(self._tell, topic)

    def wake_all(self) -> None:
        """From within the event loop: the server ends."""
        for event in self._listeners:
            event.set()

    @contextlib.contextmanager
    def listen(self, topic: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever there is news of a topic, to be cleared by who waits for it."""
        event = asyncio.Event()
        self._listeners[event] = topic
        try:
            yield event
        finally:
            del self._listeners[event]

    @property
    def listeners(self) -> int:
        return len(self._listeners)

    def _tell(self, topic):
        for event, of in self._listeners.items():
            if of == topic:
                event.set()
