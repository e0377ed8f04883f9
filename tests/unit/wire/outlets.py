# ruff: noqa: E501 - mark-up reads best as it is served
"""Pages in the shape of many outlets' markup, with words of our own.

Each builder gives a whole page with the furniture that such pages have around a story:
navigation, other stories, share buttons, faces of authors, tracking pixels.
"""

from dataclasses import dataclass

HEADLINE = "The river took the lower town in one night"
STANDFIRST = "Helpers came from three valleys with boats, ropes and bread."
BODY = "The water came after midnight, and by four the bridge was gone."


@dataclass(frozen=True)
class Shot:
    """What a page prints of one photograph."""

    alt: str
    caption: str
    credit: str
    name: str


SHOTS = (
    Shot(
        "Two women carry a dog through brown water",
        "Neighbours bring the last animals over the old bridge.",
        "Ana Silva/AFP/Getty Images",
        "flood-bridge-dog",
    ),
    Shot(
        "A man in a red coat sits on a roof",
        "Jean Dupont waited nine hours for a boat, he said.",
        "Omar Haddad/Reuters",
        "flood-roof-man",
    ),
    Shot(
        "Mud covers the nave of a small church",
        "The church of St Anne was built in 1612 and never flooded before.",
        "Lena Graf/AP",
        "flood-church-mud",
    ),
)

PIXEL = '<img src="https://count.example.org/p.gif?u=1" width="1" height="1" alt="">'
OTHERS = """
<section class="related-stories"><h2>More on this story</h2><ul>
<li><a href="/news/other"><img src="/img/other-story.jpg" alt="Another story"><h3>Another story</h3>
</a></li></ul></section>
<aside class="most-viewed"><a href="/x"><img src="/img/popular.jpg" alt="Popular"></a></aside>"""
TOP = """<header role="banner"><a href="/"><img class="site-logo" src="/logo.png" alt="The Example"
width="240"></a><nav><ul><li><a href="/world">World</a></li></ul></nav></header>"""


def page(body: str, head: str = "", lang: str = "en") -> str:
    """A document."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{HEADLINE} | The Example</title>{head}</head><body>{TOP}{body}{PIXEL}"
        f'<footer><img src="/footer.png" alt="Footer" width="400"></footer></body></html>'
    )


def guardian() -> str:
    """Guardian-like: responsive sources, a ``figcaption`` with an icon, then “Photograph: …”."""
    figures = "".join(
        f'<figure id="f{n}" data-spacefinder-role="inline" class="dcr-{n}x">'
        f'<div id="img-{n}"><picture><source media="(min-width: 660px)" srcset="'
        f"https://i.example.org/img/media/{n}f3e5a7b9c1d/0_0_4000_2400/master/4000.jpg?width=1240 "
        f"1240w, https://i.example.org/img/media/{n}f3e5a7b9c1d/0_0_4000_2400/master/4000.jpg?"
        f'width=620 620w"><img alt="{s.alt}" loading="lazy" width="445" height="267" src="https://'
        f'i.example.org/img/media/{n}f3e5a7b9c1d/0_0_4000_2400/master/4000.jpg?width=445">'
        f'</picture></div><button aria-label="View image in fullscreen">View image in fullscreen'
        f'</button><figcaption data-spacefinder-role="inline" class="dcr-9"><span class="dcr-1">'
        f'<svg width="18" height="13"></svg></span><span class="dcr-2">{s.caption}</span> '
        f"Photograph: {s.credit}</figcaption></figure>"
        for n, s in enumerate(SHOTS, 1)
    )
    return page(
        f'<main><article><div data-gu-name="headline"><h1 class="dcr-h">{HEADLINE}</h1></div>'
        f'<div data-gu-name="standfirst"><p>{STANDFIRST}</p></div>'
        f'<div data-gu-name="meta"><address aria-label="Contributor info"><a rel="author">Mia Roth'
        f"</a></address><details><summary>Fri 3 May 2024 06.00 BST</summary></details>"
        f'<div class="social-share"><a href="mailto:?">Share</a></div></div>'
        f'<div id="maincontent" class="article-body-viewer-selector">{figures[: figures.index("</figure>") + 9]}'
        f"<p>{BODY}</p>{figures[figures.index('</figure>') + 9 :]}</div></article>{OTHERS}</main>",
        '<meta property="article:published_time" content="2024-05-03T05:00:00.000Z">',
    )


def guardian_list() -> str:
    """The older gallery: a list whose items hold a picture, a title, a text and a credit."""
    items = "".join(
        f'<li id="img-{n}" class="gallery__item gallery__item--landscape"><a href="#img-{n}" '
        f'class="gallery__img-container"><div class="u-responsive-ratio"><img class="gallery__img" '
        f'src="https://i.example.org/{n}abcdef/{s.name}.jpg?w=300" alt="{s.alt}"></div></a>'
        f'<div class="gallery__caption"><div class="gallery__caption__text">{s.caption}</div>'
        f'<p class="gallery__credit">Photograph: {s.credit}</p></div>'
        f'<div class="gallery__share social--top">Share on Facebook</div></li>'
        for n, s in enumerate(SHOTS, 1)
    )
    return page(
        f'<div class="l-side-margins"><article class="content--gallery"><header class="content__head">'
        f'<h1 class="content__headline">{HEADLINE}</h1><div class="content__standfirst"><p>'
        f'{STANDFIRST}</p></div></header><p class="content__dateline"><time datetime='
        f'"2024-05-03T06:00:00+0100" itemprop="datePublished">Fri 3 May 2024</time></p>'
        f'<div class="content__main"><p>{BODY}</p></div><ul class="gallery u-unstyled">{items}</ul></article></div>{OTHERS}'
    )


def al_jazeera() -> str:
    """Al Jazeera-like: a lead and a list of figures whose captions end in a bracketed credit."""
    lead, *rest = SHOTS
    others = "".join(
        f'<li class="gallery-item"><figure class="gallery-image"><div class="gallery-image-wrap '
        f'responsive-image"><img loading="lazy" class="gallery-img" src="/wp-content/uploads/2024/05/'
        f'{s.name}-17146{n}.jpg?resize=770%2C513&amp;quality=80" alt="{s.alt}"></div>'
        f'<figcaption class="gallery-caption">{s.caption} [{s.credit}]</figcaption></figure></li>'
        for n, s in enumerate(rest)
    )
    return page(
        f'<main id="main-content-area"><header class="article-header"><div class="topics"><a '
        f'href="/gallery">Gallery</a></div><h1>{HEADLINE}</h1><p class="article__subhead css-1">'
        f'<em>{STANDFIRST}</em></p></header><figure class="article-featured-image"><div class='
        f'"responsive-image"><img fetchpriority="high" src="/wp-content/uploads/2024/05/{lead.name}'
        f'-1714.jpg?resize=770%2C513&amp;quality=80" alt="{lead.alt}"></div><figcaption>'
        f'{lead.caption} [{lead.credit}]</figcaption></figure><div class="article-info-block"><div '
        f'class="date-simple"><span class="screen-reader-text">Published On 3 May 2024</span>'
        f'<span aria-hidden="true">3 May 2024</span></div></div><div class="wysiwyg wysiwyg--all-'
        f'content css-2" aria-live="polite"><p>{BODY}</p></div><ul class="gallery-list">{others}'
        f"</ul></main>{OTHERS}",
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
        f'"headline":"{HEADLINE}","datePublished":"2024-05-03T05:00:00Z","image":[{{"@type":'
        '"ImageObject","url":"https://www.example.org/wp-content/uploads/2024/05/'
        f'{lead.name}-1714.jpg?resize=1200%2C675"}}]}}</script>',
    )


def associated_press() -> str:
    """Custom elements of a carousel, captions in a ``figcaption`` with the credit in brackets."""
    slides = "".join(
        f'<div class="Carousel-slide" data-slide="{n}"><bsp-figure><figure class="Figure"><a '
        f'class="AnchorLink" id="image-{n}0000"></a><picture data-crop="medium-nocrop"><source '
        f'type="image/webp" srcset="https://dims.example.org/dims4/{n}/resize/1198x798!/quality/90/'
        f'?url=https%3A%2F%2Fassets.example.org%2F{n}a%2F{n}b%2F{s.name} 2x"><img class="Image" '
        f'alt="{s.alt}" width="599" height="399" src="https://dims.example.org/dims4/{n}/resize/'
        f'599x399!/quality/90/?url=https%3A%2F%2Fassets.example.org%2F{n}a%2F{n}b%2F{s.name}">'
        f'</picture><div class="Figure-content"><bsp-read-more><figcaption class="Figure-caption">'
        f"<p>{s.caption} (AP Photo/{s.credit.split('/')[0]})</p></figcaption></bsp-read-more></div>"
        f"</figure></bsp-figure></div>"
        for n, s in enumerate(SHOTS, 1)
    )
    return page(
        f'<div class="Page-content"><main class="Page-main"><h1 class="Page-headline">{HEADLINE}'
        f'</h1><bsp-carousel class="Carousel"><div class="Carousel-slides">{slides}</div>'
        f'</bsp-carousel><div class="RichTextStoryBody RichTextBody"><p>{BODY}</p></div></main>'
        f"</div>{OTHERS}"
    )


def bbc() -> str:
    """Generated class names; hidden words say which text is the caption, which the source."""
    figures = "".join(
        f'<figure class="ssrcss-1"><div class="ssrcss-2"><picture><source srcset="https://ichef.'
        f"example.org/news/240/cpsprodpb/{n}0/live/{s.name}.jpg.webp 240w, https://ichef.example.org"
        f'/news/1536/cpsprodpb/{n}0/live/{s.name}.jpg.webp 1536w"><img alt="{s.alt}" src="https://'
        f'ichef.example.org/news/480/cpsprodpb/{n}0/live/{s.name}.jpg.webp" width="976"></picture>'
        f'<span role="text" class="ssrcss-3-ImageSource"><span class="visually-hidden">Image source, '
        f'</span>{s.credit}</span></div><div class="ssrcss-4-Caption"><figcaption><span class='
        f'"visually-hidden">Image caption, </span><p>{s.caption}</p></figcaption></div></figure>'
        for n, s in enumerate(SHOTS, 1)
    )
    return page(
        f'<main id="main-content"><article><header><h1 id="main-heading">{HEADLINE}</h1><time '
        f'datetime="2024-05-03T05:10:00.000Z">3 May 2024</time></header><div data-component='
        f'"text-block"><p><b>{STANDFIRST}</b></p></div>{figures}<div data-component="text-block">'
        f"<p>{BODY}</p></div></article></main>{OTHERS}"
    )


def reuters() -> str:
    """A gallery of buttons and figures; the agency's own form without brackets after the words."""
    figures = "".join(
        f'<div class="gallery__slide__x{n}"><figure><div data-testid="Image"><img srcset="https://'
        f"cdn.example.org/resizer/{s.name}.jpg?width=120 120w,https://cdn.example.org/resizer/"
        f'{s.name}.jpg?width=1920 1920w" src="https://cdn.example.org/resizer/{s.name}.jpg?width=1920"'
        f' alt="{s.alt}" width="5500" height="3667"></div><figcaption data-testid="Body">'
        f"{s.caption} REUTERS/{s.credit.split('/')[0]}</figcaption></figure></div>"
        for n, s in enumerate(SHOTS, 1)
    )
    return page(
        f'<div id="fusion-app"><main><article><h1 data-testid="Heading">{HEADLINE}</h1>'
        f'<div class="gallery">{figures}</div><div data-testid="paragraph-0" class="text__text">'
        f"{BODY}</div></article></main></div>{OTHERS}"
    )


def wordpress() -> str:
    """Gallery blocks, lazy pictures with a blank ``src``, the real one also in ``noscript``."""
    items = "".join(
        f'<figure class="wp-block-image size-large"><a href="https://example.org/wp-content/uploads/'
        f'2024/05/{s.name}.jpg"><img decoding="async" src="data:image/gif;base64,R0lGODlh" '
        f'data-lazy-src="https://example.org/wp-content/uploads/2024/05/{s.name}-1024x683.jpg" '
        f'data-lazy-srcset="https://example.org/wp-content/uploads/2024/05/{s.name}-300x200.jpg 300w, '
        f'https://example.org/wp-content/uploads/2024/05/{s.name}-1024x683.jpg 1024w" alt="{s.alt}" '
        f'class="wp-image-{n}"><noscript><img src="https://example.org/wp-content/uploads/2024/05/'
        f'{s.name}-1024x683.jpg" alt="{s.alt}"></noscript></a><figcaption class="wp-element-caption">'
        f"{s.caption} (Photo: {s.credit})</figcaption></figure>"
        for n, s in enumerate(SHOTS, 1)
    )
    return page(
        f'<main><article class="post"><h1 class="entry-title">{HEADLINE}</h1><div class="'
        f'entry-content"><p>{BODY}</p><figure class="wp-block-gallery has-nested-images columns-'
        f'default">{items}</figure></div><div class="author-bio"><img class="avatar" src='
        f'"https://gravatar.example.org/a.jpg" alt="Mia Roth" width="96" height="96"><p>Mia Roth '
        f"writes about rivers.</p></div></article></main>{OTHERS}"
    )


def wordpress_classic() -> str:
    """The gallery shortcode: definition lists, links to attachment pages, captions in ``dd``."""
    items = "".join(
        f"<dl class='gallery-item'><dt class='gallery-icon landscape'><a href='https://example.org/"
        f"2024/05/flood/{s.name}/'><img width='1024' height='683' src='https://example.org/uploads/"
        f"{s.name}-1024x683.jpg' class='attachment-large' alt='{s.alt}'></a></dt><dd class="
        f"'wp-caption-text gallery-caption'>{s.caption} [{s.credit}]</dd></dl>"
        for s in SHOTS
    )
    return page(
        f'<div id="content"><div class="hentry"><h1>{HEADLINE}</h1><div class="entry-content">'
        f"<p>{BODY}</p><div id='gallery-1' class='gallery galleryid-1'>{items}</div></div></div></div>"
        f"{OTHERS}"
    )


def le_monde() -> str:
    """A portfolio in French: ``figcaption`` with caption and ``article__credit`` apart."""
    figures = "".join(
        f'<figure class="article__media"><picture class="article__media-picture"><img src="https://'
        f'img.example.org/2024/05/03/0/0/5000/3333/664/0/75/0/{n}a-{s.name}.jpg" alt="{s.alt}" '
        f'width="664" height="442"></picture><figcaption class="article__legend" aria-hidden="true">'
        f'{s.caption} <span class="article__credit" aria-hidden="true">{s.credit}</span>'
        f"</figcaption></figure>"
        for n, s in enumerate(SHOTS, 1)
    )
    return page(
        f'<main role="main"><section class="zone zone--article"><header class="article__header">'
        f'<h1 class="article__title">{HEADLINE}</h1><p class="article__desc chapo">{STANDFIRST}</p>'
        f'</header><section class="article__content">{figures}<p class="article__paragraph">{BODY}'
        f"</p></section></section></main>{OTHERS}",
        lang="fr",
    )


def spiegel() -> str:
    """Utility class names alone; the credit in a ``span`` with “Foto:” inside the caption."""
    figures = "".join(
        f'<div data-area="image" class="lg:mt-32 md:hidden-not overflow-hidden"><figure class='
        f'"relative"><div class="relative"><picture><source data-srcset="https://cdn.example.org/'
        f'images/{n}1/{s.name}_w948.webp 948w"><img class="lazyload" data-src="https://cdn.example.'
        f'org/images/{n}1/{s.name}_w948.jpg" src="data:image/png;base64,iVBOR" alt="{s.alt}" title='
        f'"{s.alt}" width="948" height="632"></picture></div><figcaption class="flex"><p class='
        f'"block text-s">{s.caption}</p><span class="font-sansUI text-xs">Foto: {s.credit}</span>'
        f"</figcaption></figure></div>"
        for n, s in enumerate(SHOTS, 1)
    )
    return page(
        f'<main id="Inhalt"><article><header data-area="intro"><h2><span class="block text-primary">'
        f'Hochwasser</span><span class="hyphens-manual">{HEADLINE}</span></h2><div class="'
        f'RichText leading-loose intro">{STANDFIRST}</div></header><h1>{HEADLINE}</h1><section>'
        f'{figures}<div class="RichText"><p>{BODY}</p></div></section></article></main>{OTHERS}',
        lang="de",
    )


def arc() -> str:
    """A gallery of Arc XP: captions in divs with generated names, credits in their own span."""
    slides = "".join(
        f'<div class="c-carousel__slide" role="listitem"><figure class="c-media-item"><img alt="'
        f'{s.alt}" data-chromatic="ignore" src="https://www.example.com/resizer/v2/{s.name}.jpg?auth='
        f'{n}ab&amp;width=800" width="800"><figcaption class="c-media-item__fig-caption"><span class='
        f'"c-media-item__caption">{s.caption}</span><span class="c-media-item__credit">('
        f"{s.credit})</span></figcaption></figure></div>"
        for n, s in enumerate(SHOTS, 1)
    )
    return page(
        f'<div id="fusion-app" class="fusion-app"><article class="b-right-rail"><h1 class="'
        f'b-headline">{HEADLINE}</h1><h2 class="b-subheadline">{STANDFIRST}</h2><div class="b-gallery '
        f'c-carousel"><div class="c-carousel__track">{slides}</div></div><p class="c-paragraph">'
        f"{BODY}</p></article></div>{OTHERS}"
    )


def new_york_times() -> str:
    """Microdata of an ImageObject; hidden words “Credit…” before the name, printed twice."""
    figures = "".join(
        f'<div data-testid="imageblock-wrapper"><figure class="img-sz-large css-1" aria-label="media" '
        f'role="group" itemid="https://static.example.com/images/{s.name}-articleLarge.jpg" itemprop='
        f'"associatedMedia" itemscope itemtype="http://schema.org/ImageObject"><div class="css-2">'
        f'<picture><source media="(max-width: 599px)" srcset="https://static.example.com/images/'
        f'{s.name}-mobileMasterAt3x.jpg?w=1800"><img alt="{s.alt}" class="css-3" src="https://static.'
        f'example.com/images/{s.name}-articleLarge.jpg?quality=75" width="600" height="400">'
        f'</picture></div><figcaption data-testid="photoviewer-children-ImageCaption" class="css-4">'
        f'<span aria-hidden="false" class="css-5">{s.caption}</span><span class="css-6"><span class='
        f'"css-7">Credit...</span><span><span aria-hidden="false">{s.credit}</span></span></span>'
        f"</figcaption></figure></div>"
        for s in SHOTS
    )
    return page(
        f'<div id="site-content"><main id="site-main"><article id="story"><header><h1 data-testid='
        f'"headline">{HEADLINE}</h1><p id="article-summary" class="css-8">{STANDFIRST}</p></header>'
        f'<section name="articleBody"><div class="StoryBodyCompanionColumn"><p>{BODY}</p></div>'
        f"{figures}</section></article></main></div>{OTHERS}"
    )


def caption_list() -> str:
    """Pictures in one box, their captions in a numbered list below."""
    pictures = "".join(
        f'<div class="shot"><img src="pictures/{s.name}.jpg" alt="{s.alt}"></div>' for s in SHOTS
    )
    captions = "".join(f"<li>{s.caption} ({s.credit})</li>" for s in SHOTS)
    return page(
        f'<div id="content"><h1>{HEADLINE}</h1><p>{BODY}</p><div class="strip">{pictures}</div>'
        f'<ol class="captions">{captions}</ol></div>{OTHERS}'
    )


def data_attributes() -> str:
    """A lightbox: words in attributes of links and pictures, mark-up in them escaped."""
    items = "".join(
        f'<a class="lightbox-item" href="/photos/{s.name}-full.jpg" data-caption="&lt;p&gt;'
        f'{s.caption}&lt;/p&gt;" data-credit="{s.credit}"><img data-src="/photos/{s.name}-thumb.jpg"'
        f' src="/blank.gif" alt="{s.alt}" width="300" height="200"></a>'
        for s in SHOTS
    )
    return page(
        f'<div id="content"><h1>{HEADLINE}</h1><p>{BODY}</p><div class="lightbox">{items}</div></div>'
        f"{OTHERS}"
    )


def paragraphs() -> str:
    """A hand-made page: a picture in one paragraph, its words in italics in the next."""
    blocks = "".join(
        f'<p><img src="{s.name}.jpg" alt="{s.alt}"></p><p><em>{s.caption} {s.credit}</em></p>'
        f"<p>{BODY[:-1]}, says witness {n}.</p>"
        for n, s in enumerate(SHOTS, 1)
    )
    return page(f'<div id="main-text"><h1>{HEADLINE}</h1>{blocks}</div>{OTHERS}')


def linked_data() -> str:
    """A page that a script would fill: the gallery is in its JSON-LD alone."""
    media = ",".join(
        f'{{"@type":"ImageObject","contentUrl":"https://img.example.org/{s.name}.jpg","caption":'
        f'"{s.caption}","creditText":"{s.credit}"}}'
        for s in SHOTS
    )
    return page(
        f'<div id="root"></div><h1>{HEADLINE}</h1>',
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":'
        f'"ImageGallery","headline":"{HEADLINE}","datePublished":"2024-05-03","associatedMedia":'
        f"[{media}]}}]}}</script>",
    )


OUTLETS = {
    builder.__name__: builder
    for builder in (
        guardian,
        guardian_list,
        al_jazeera,
        associated_press,
        bbc,
        reuters,
        wordpress,
        wordpress_classic,
        le_monde,
        spiegel,
        arc,
        new_york_times,
        caption_list,
        data_attributes,
        paragraphs,
        linked_data,
    )
}
