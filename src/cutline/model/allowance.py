"""What an editor lets pass: a rule put aside for a place, with a reason."""

from dataclasses import dataclass

from cutline.model.finding import Place, Span


@dataclass(frozen=True, slots=True)
class Allowance:
    """A rule that is not asked, and why.

    Attributes:
        code: The rule, by code or by name, as written.
        reason: Why; never empty.
        by: Who answers for it. Rules on rights (``RGT…``) are only let pass by name.
        photo: Index of the only photograph it is for; None if it is not for a photograph.
        body: Index of the only body passage it is for; None if it is not for a passage.
            With neither, it is for the whole story.
        span: Where it stands in the story's source; None for one of ``cutline.toml``.
    """

    code: str
    reason: str
    by: str = ""
    photo: int | None = None
    body: int | None = None
    span: Span | None = None

    def covers(self, place: Place) -> bool:
        """Whether words at ``place`` are let pass."""
        if self.photo is not None:
            return place.photo == self.photo
        if self.body is not None:
            return place.photo is None and place.field == f"body[{self.body}]"
        return True
