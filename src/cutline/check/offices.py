"""Words for what people are, as captions set them before or behind a name."""

OFFICES = frozenset(
    "president minister premier chancellor leader actor actress singer coach captain mayor senator"
    " governor king queen prince princess pope bishop general judge justice author writer director"
    " player striker goalkeeper champion chief secretary chairman chairwoman congressman candidate"
    " nominee mr mrs ms dr sir dame sen rep gov gen prof rapper photographer artist activist"
    " präsident präsidentin minister ministerin kanzler kanzlerin trainer sänger sängerin"
    " bürgermeister bürgermeisterin schauspieler schauspielerin président présidente ministre"
    " acteur actrice chanteur chanteuse maire roi reine presidente ministro ministra actor actriz"
    " cantante alcalde alcaldesa rey reina entrenador papa".split()
)
"""Offices, titles and callings in small letters, without points."""
