"""A stream of pieces of bytes from which lines and parts of known length are taken."""

from collections.abc import Iterator

LONGEST_LINE = 1 << 16


class ByteStream:
    """Takes lines and parts off the front of a stream; `left` is how many bytes may still be taken (None: to the end)."""

    def __init__(self, source: Iterator[bytes], left: int | None = None) -> None:
        self._source = source
        self._held = b""
        self.left = left

    def part(self, length: int) -> "ByteStream":
        """The next `length` bytes as a stream of their own; this one goes on after what was taken from it."""
        return _Part(self, length)

    def some(self, most: int = 1 << 16) -> bytes:
        """Some bytes, at most that many; none at the end."""
        while not self._held:
            piece = next(self._source, None)
            if piece is None:
                return b""
            self._held = piece
        given, self._held = self._held[:most], self._held[most:]
        return given

    def give_back(self, data: bytes) -> None:
        """Put bytes back in front."""
        self._held = data + self._held

    def line(self) -> bytes | None:
        """The next line with its end; None where it is longer than any line of a header may be, b"" at the end."""
        line = b""
        while piece := self.some(1024):
            at = piece.find(b"\n") + 1
            if at:
                self.give_back(piece[at:])
                return line + piece[:at]
            line += piece
            if len(line) > LONGEST_LINE:
                return None
        return line

    def skip_blank_lines(self) -> bool:
        """Skip line ends; whether anything comes after them."""
        while piece := self.some():
            rest = piece.lstrip(b"\r\n")
            if rest:
                self.give_back(rest)
                return True
        return False

    def pieces(self) -> Iterator[bytes]:
        """All that is left, piece by piece."""
        while piece := self.some():
            yield piece

    def skip(self) -> None:
        """Take all that is left."""
        for _ in self.pieces():
            pass


class _Part(ByteStream):
    def __init__(self, whole: ByteStream, length: int) -> None:
        super().__init__(iter(()), length)
        self._whole = whole

    def some(self, most: int = 1 << 16) -> bytes:
        given = self._held[:most]
        if given:
            self._held = self._held[most:]
            return given
        given = self._whole.some(min(most, self.left or 0)) if self.left else b""
        self.left = (self.left or 0) - len(given)
        return given
