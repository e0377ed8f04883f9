"""The templates of pages: outside words are cleaned and escaped wherever they are printed."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from cutline.publish.words import clean, safe_link


@cache
def templates() -> Environment:
    """Outside words are escaped wherever they are printed, and cleaned before."""
    environment = Environment(
        loader=PackageLoader("cutline.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    environment.filters["safe_link"] = safe_link
    return environment
