"""What a person has ruled about names: what must be one, what must stay apart, what is meant, and what is no name at all.

Plain values: whoever reads a file of corrections makes one `Rulings` of it, and the stage obeys. A ruling goes before every rule
and every score of the stage.
"""

from typing import NamedTuple


class Reference(NamedTuple):
    """What a ruling speaks of: an entity by its identifier (it holds a `:`), or a spelling, of one kind or, with None, of any.

    A spelling stands for its other cases, in capitals or inflected, as far as the key of names undoes them (`readout.tag.naming`).
    """

    text: str
    kind: str | None = None

    @property
    def is_entity(self) -> bool:
        """Whether it is an identifier and no spelling."""
        return ":" in self.text


class Meant(NamedTuple):
    """A spelling, or all that was taken for an entity, means this entity: in one document, or with None in all."""

    reference: Reference
    entity_id: str
    doc_id: str | None = None


class Nameless(NamedTuple):
    """A spelling that is no name where it stands: of one kind or any, in one document or all.

    Its letters must be these, but for case, accents and the kind of apostrophe.
    """

    spelling: str
    kind: str | None = None
    doc_id: str | None = None


class Rulings(NamedTuple):
    """All that was ruled; empty by default.

    `same`: groups of references, each of which is one entity. `apart`: pairs that are two. `meant`: what a spelling or an
    entity's mentions stand for; of several that fit, the one for the document is obeyed before the one for all documents.
    `nameless`: what is dropped from the mentions. Where `same` and `apart` contradict each other, `apart` is obeyed.
    """

    same: tuple[frozenset[Reference], ...] = ()
    apart: tuple[tuple[Reference, Reference], ...] = ()
    meant: tuple[Meant, ...] = ()
    nameless: tuple[Nameless, ...] = ()


NO_RULINGS = Rulings()
