"""What servers and hosts must be told, so that they send a site as it should be sent."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cutline.targets.delivery import (
    ASK_AGAIN,
    EMBED,
    EMBED_POLICY,
    EVERYWHERE,
    FEEDS,
    FOR_EVER,
    NAMED,
    POLICY,
    TYPES,
    UNKNOWN,
)

HEADERS_FILE = "_headers"
"""Where Netlify and Cloudflare Pages look for headers: at the root of what is deployed."""

_PAGES = (
    *("/", "/index.html", "/photographers.html", "/photographer-*", "/section-*"),
    *("/:story/", "/:story/index.html"),
)
_CHARSET = "; charset=utf-8"


def hosted() -> str:
    """A ``_headers`` file for Netlify and Cloudflare Pages.

    Where several rules fit, these hosts send all values of a header: no two rules that can
    meet name the same one. What no rule names is asked for anew each time, by their default.
    """
    rules = {"/*": dict(EVERYWHERE)}
    rules |= {f"{folder}photographs/*": {"Cache-Control": FOR_EVER} for folder in ("/", "/:story/")}
    rules |= {page: {"Content-Security-Policy": POLICY} for page in _PAGES}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in said.items())
        for path, said in rules.items()
    )


def nginx() -> str:
    """The part of nginx's configuration that a site needs, for a file of ``conf.d``."""
    everywhere = "".join(
        f'    add_header {name} "{value}" always;\n' for name, value in EVERYWHERE.items()
    )
    return f"""\
map $uri $cutline_cache {{
    default "{ASK_AGAIN}";
    "~{NAMED}" "{FOR_EVER}";
}}

map $uri $cutline_policy {{
    default "";
    "~/{EMBED.replace(".", "[.]")}$" "{EMBED_POLICY}";
    "~[.]html$" "{POLICY}";
}}

server {{
    listen 80;
    server_name pictures.example.org;  # yours
    root /srv/www/site;                # the link that cutline moves, or a copy of the site

    index index.html;
    autoindex off;
    absolute_redirect off;
{_nginx_types()}\

    add_header Cache-Control $cutline_cache;
    add_header Content-Security-Policy $cutline_policy;
{everywhere}\
}}
"""


def _nginx_types() -> str:
    """What each file is; nginx adds the charset itself."""
    kinds = {ending: kind.removesuffix(_CHARSET) for ending, kind in TYPES.items()}
    texts = (kinds[ending] for ending, kind in TYPES.items() if kind.endswith(_CHARSET))
    lines = (
        "types {",
        *(f"    {kind} {ending};" for ending, kind in kinds.items()),
        "}",
        f"default_type {UNKNOWN};",
        "charset utf-8;",
        f"charset_types {' '.join(texts)};",
        *(
            f'location ~ "{_feed(name)}" {{ types {{}} default_type {kind}; }}'
            for name, kind in FEEDS.items()
        ),
    )
    return "".join(f"    {line}\n" for line in lines)


def caddy() -> str:
    """A site of a Caddyfile."""
    everywhere = "".join(f'\t\t{name} "{value}"\n' for name, value in EVERYWHERE.items())
    return f"""\
pictures.example.org {{
\troot * /srv/www/site
\tencode gzip

\t@other_methods not method GET HEAD
\trespond @other_methods 405

\t@named {{
\t\tpath_regexp {NAMED}
\t\tfile
\t}}
\t@other not {{
\t\tpath_regexp {NAMED}
\t\tfile
\t}}
\theader @named Cache-Control "{FOR_EVER}"
\theader @other Cache-Control "{ASK_AGAIN}"

\t@embed path */{EMBED}
\t@page {{
\t\tpath */ *.html
\t\tnot path */{EMBED}
\t}}
\theader @embed Content-Security-Policy "{EMBED_POLICY}"
\theader @page Content-Security-Policy "{POLICY}"

\tmap {{path}} {{cutline_type}} {{
{_caddy_types()}\
\t\tdefault {UNKNOWN}
\t}}
\theader {{
\t\tContent-Type {{cutline_type}}
{everywhere}\
\t}}
\tfile_server
}}
"""


def _caddy_types() -> str:
    """What each file is, by a pattern of its address; the first that fits counts."""
    kinds = {_feed(name): kind for name, kind in FEEDS.items()}
    kinds |= {f"[.]{ending}$": kind for ending, kind in TYPES.items()} | {"/$": TYPES["html"]}
    return "".join(f'\t\t~{pattern} "{kind}"\n' for pattern, kind in kinds.items())


def _feed(name: str) -> str:
    """The pattern of addresses of a feed."""
    return f"[/.]{name.replace('.', '[.]')}$"


SNIPPETS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {"netlify": hosted, "cloudflare": hosted, "nginx": nginx, "caddy": caddy}
)
"""Who can be told, by name."""
