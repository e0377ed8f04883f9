"""Forms that single houses set: hyphens in US sports, labels that name a house, ranks."""

import pytest

from cutline.credit import parse

LINES = [
    # line, creators, source, agency, flags
    ("RJ Oteiza/AP", ["RJ Oteiza"], None, "AP", ""),
    ("Agencia EFE/Rosa Lima", ["Rosa Lima"], None, "EFE", ""),
    ("ANSA/Rosa Lima/Palazzo Press Office", ["Rosa Lima"], "Palazzo Press Office", "ANSA", ""),
    ("UN Women/AP", [], "UN Women", "AP", ""),
    ("Photo Rosa Lima. AFP", ["Rosa Lima"], None, "AFP", ""),
    ("Rosa Lima Jr. AFP", ["Rosa Lima Jr."], None, "AFP", ""),
    ("AFP Foto Rosa Lima", ["Rosa Lima"], None, "AFP", ""),
    ("Photo Quotidien / Rosa Lima", ["Rosa Lima"], "Quotidien", None, ""),
    ("Photo archives Le Matin / Rosa Lima", ["Rosa Lima"], "Le Matin", None, "file"),
    ("Foto Blitz", [], "Foto Blitz", None, ""),
    ("Rosa Lima/Senior Photographer", ["Rosa Lima"], None, None, "staff"),
    ("U.S. Army photo by Lance Cpl. Rosa Lima", ["Rosa Lima"], "US Army", None, ""),
    ("Rosa Lima/CB/D.A Press", ["Rosa Lima"], "CB", "D.A Press", ""),
    ("AFP PHOTO ROSA LIMA", ["ROSA LIMA"], None, "AFP", ""),
    ("Antara Foto Rosa Lima Melo", ["Rosa Lima Melo"], None, "Antara", ""),
    ("© UNDP/UD0123456/Limaro", ["Limaro"], "UNDP", None, "copyright"),
    ("Rosa Lima/Bugle Staff Photographer", ["Rosa Lima"], "Bugle", None, "staff"),
    ("Mandatory Credit: Rosa Lima/AP", ["Rosa Lima"], None, "AP", ""),
    ("（小鳥遊春菜撮影）", ["小鳥遊春菜"], None, None, ""),
    ("Photo : DR", [], None, None, "rights-reserved"),
    ("Foto: DR", [], "DR", None, ""),
    ("Contributed photo", [], None, None, "supplied"),
    ("Rosa Lima / 444", ["Rosa Lima"], "444", None, ""),
    ("Rosa Lima/Tribune News Service", ["Rosa Lima"], None, "TNS", ""),
    ("Rosa Lima / Agência O Globo", ["Rosa Lima"], None, "Agência O Globo", ""),
    ("Rosa Lima-Imagn Images", ["Rosa Lima"], None, "USA TODAY Sports", ""),
    ("Rosa Lima-Pool/Getty Images", ["Rosa Lima"], None, "Getty Images", "pool"),
    ("Rosa Lima-Melo/AP", ["Rosa Lima-Melo"], None, "AP", ""),
    ("BNN PHOTO: ROSA LIMA", ["ROSA LIMA"], "BNN", None, ""),
    ("Photographe : Rosa Lima pour Le Figaro", ["Rosa Lima"], "Le Figaro", None, ""),
    ("ROSA LIMA PARA « EL PAÍS »", ["ROSA LIMA"], "El País", None, ""),
    ("U.S. Army photo by Sgt. 1st Class Rosa Lima", ["Rosa Lima"], "US Army", None, ""),
    ("U.S. Navy photo/Lt. Cmdr. Rosa Lima", ["Rosa Lima"], "US Navy", None, ""),
    ("Official White House Photo by Rosa Lima", ["Rosa Lima"], "White House", None, ""),
    ("Photo: Dr. Rosa Lima", ["Dr. Rosa Lima"], None, None, ""),
    ("AFP/M Rosa Lima", ["M Rosa Lima"], None, "AFP", ""),
    ("Rosa Lima / picture alliance / dpa", ["Rosa Lima"], "dpa", "picture alliance", ""),
    ("Photo: By special arrangement", [], None, None, "supplied"),
    ("© The Metropolitan Museum of Art", [], "The Metropolitan Museum of Art", None, "copyright"),
    ("© Rosa Lima pour Quotidienne", ["Rosa Lima"], "Quotidienne", None, "copyright"),
    ("Médecins pour Madère", [], "Médecins pour Madère", None, ""),
    ("AFP-Jiji", [], "AFP", "Jiji Press", ""),
    ("JIJI PRESS / AFP", [], "Jiji Press", "AFP", ""),
    ("Reuters/Yonhap", [], "Reuters", "Yonhap", ""),
    ("Courtesy of the artist and Hauser", [], "Hauser", None, "courtesy"),
    ("Rosa Lima / APA / picturedesk.com", ["Rosa Lima"], None, "APA", ""),
    ("Foto: Kremlin.ru", [], "Kremlin.ru", None, ""),
    (
        "© 2020 R. Limas. All rights reserved.",
        ["R. Limas"],
        None,
        None,
        "copyright rights-reserved",
    ),
    ("Rosa Lima Jr. All rights reserved.", ["Rosa Lima Jr."], None, None, "rights-reserved"),
]


@pytest.mark.parametrize(("line", "creators", "source", "agency", "flags"), LINES)
def test_a_house_form_is_read(
    line: str, creators: list[str], source: str | None, agency: str | None, flags: str
) -> None:
    found = parse(line)
    read = (list(found.creators), found.source, found.agency, set(found.flags))
    assert read == (creators, source, agency, set(flags.split()))
