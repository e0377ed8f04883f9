"""One method for each verb; the only room that knows the clock and the configuration."""

from cutline.desk.desk import Desk
from cutline.desk.dispatch import Dispatch
from cutline.desk.terms import RefusalError, Result

__all__ = ["Desk", "Dispatch", "RefusalError", "Result"]
