"""The templates of pages: outside words are cleaned and escaped wherever they are printed.

A house may put a template of its own in the place of one of ours, or extend ours by the name
``cutline/NAME`` and say one block anew. What it wrote runs in Jinja's sandbox.
"""

from functools import cache

from jinja2 import (
    ChoiceLoader,
    DictLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cutline.model import ConfigError
from cutline.publish.words import clean, safe_link

Own = tuple[tuple[str, str], ...]


@cache
def templates(own: Own = ()) -> Environment:
    """Our templates, and those of a house before them.

    Args:
        own: Name and source of each template of the house.
    """
    ours = PackageLoader("cutline.publish")
    kind = ImmutableSandboxedEnvironment if own else Environment
    environment = kind(
        loader=ChoiceLoader([DictLoader(dict(own)), ours, PrefixLoader({"cutline": ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    environment.filters["safe_link"] = safe_link
    return environment


def render(name: str, own: Own, values: dict[str, object]) -> str:
    """Print a template.

    Raises:
        ConfigError: one of the house's own templates cannot be read or does not work; where
            there are none, a fault is ours and is raised as it is.
    """
    if not own:
        return templates().get_template(name).render(values)
    try:
        return templates(own).get_template(name).render(values)
    except TemplateSyntaxError as error:
        where = f"templates/{error.name}, line {error.lineno}"
        raise ConfigError(f"{where}: {error.message}", "mend that line") from error
    except (
        TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        RecursionError,
    ) as error:
        message = f"the desk's own templates cannot be printed: {error}"
        raise ConfigError(message, "mend the block, or take the file out of templates/") from error
