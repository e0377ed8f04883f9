"""Functions over bytes in confined processes; a death is a result, never the end of a run.

Knows how to run a task and never what it does.
"""

from cutline.cage.calls import Call, Done, Failed, Outcome, Task
from cutline.cage.confine import abilities
from cutline.cage.limits import Limits
from cutline.cage.pool import Cage

__all__ = ["Cage", "Call", "Done", "Failed", "Limits", "Outcome", "Task", "abilities"]
