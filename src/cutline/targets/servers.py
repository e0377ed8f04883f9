"""What servers and hosts must be told, so that they send a site as it should be sent."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cutline.targets.delivery import (
    ASK_AGAIN,
    EMBED,
    EMBED_POLICY,
    EVERYWHERE,
    FOR_EVER,
    NAMED,
    POLICY,
    TYPES,
)

HEADERS_FILE = "_headers"
"""Where Netlify and Cloudflare Pages look for headers: at the root of what is deployed."""

_PAGES = ("/", "/index.html", "/:story/", "/:story/index.html")


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
    charset utf-8;
    include mime.types;
    types {{ image/avif avif; application/epub+zip epub; }}

    add_header Cache-Control $cutline_cache;
    add_header Content-Security-Policy $cutline_policy;
{everywhere}\
}}
"""


def caddy() -> str:
    """A site of a Caddyfile."""
    everywhere = "".join(f'\t\t{name} "{value}"\n' for name, value in EVERYWHERE.items())
    return f"""\
pictures.example.org {{
\troot * /srv/www/site
\tencode gzip

\t@named path_regexp {NAMED}
\t@other not path_regexp {NAMED}
\theader @named Cache-Control "{FOR_EVER}"
\theader @other Cache-Control "{ASK_AGAIN}"

\t@embed path */{EMBED}
\t@page {{
\t\tpath */ *.html
\t\tnot path */{EMBED}
\t}}
\theader @embed Content-Security-Policy "{EMBED_POLICY}"
\theader @page Content-Security-Policy "{POLICY}"

\t@avif path *.avif
\theader @avif Content-Type {TYPES["avif"]}
\theader {{
{everywhere}\
\t}}
\tfile_server
}}
"""


SNIPPETS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {"netlify": hosted, "cloudflare": hosted, "nginx": nginx, "caddy": caddy}
)
"""Who can be told, by name."""
