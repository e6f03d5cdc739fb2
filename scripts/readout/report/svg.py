"""A drawing as Vega leaves it, made fit to stand in the page: nothing that the Content-Security-Policy blocks, nothing superfluous."""

import re
from xml.etree import ElementTree

from markupsafe import Markup

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
INK = "#010101"
"""Drawings use this colour where the page's own text colour is meant."""
TYPE = "Noto Serif, DejaVu Serif, serif"
_EMPTY = re.compile(r"<g ?/>|<g>\s*</g>")
_ELEMENTS = {f"{SVG}{name}" for name in ("a", "clipPath", "defs", "g", "line", "path", "rect", "text", "tspan")}
_ATTRIBUTES = {
    *(
        "clip-path",
        "d",
        "dominant-baseline",
        "fill",
        "fill-opacity",
        "font-size",
        "font-style",
        "font-weight",
        "height",
        "id",
        "opacity",
        "rx",
    ),
    *(
        "stroke",
        "stroke-dasharray",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
        "transform",
        "width",
        "x",
        "x1",
        "x2",
        "y",
        "y1",
        "y2",
    ),
}


def fit(drawing: str, name: str, alt: str, *, linked: bool) -> Markup:
    """The drawing as inline SVG that takes its text colour from the page and is named by `alt` for those who cannot see it.

    Links keep only their fragment, as targets inside the page; a typesetter that takes links for text gets none (`linked`
    false), and the name as the `<title>` that it looks for. `name` makes identifiers unique in the page.
    """
    root = ElementTree.fromstring(drawing)
    width, height = root.get("width"), root.get("height")
    for element in root.iter():
        for child in [child for child in element if _superfluous(child)]:
            element.remove(child)
        _plain(element, name, linked)
    root.attrib.clear()
    root.attrib.update({"viewBox": f"0 0 {width} {height}", "width": width, "height": height})
    if linked:
        root.attrib.update({"role": "group", "aria-label": alt})
    else:
        root.set("font-family", TYPE)
        title = ElementTree.Element(f"{SVG}title")
        title.text = alt
        root.insert(0, title)
    ElementTree.register_namespace("", SVG.strip("{}"))
    return Markup(_EMPTY.sub("", ElementTree.tostring(root, encoding="unicode")))


def _superfluous(element: ElementTree.Element) -> bool:
    """Backgrounds, hidden labels and empty foregrounds, of which Vega draws many, and whatever is no part of a drawing."""
    if element.tag not in _ELEMENTS or element.get("display") == "none" or element.get("opacity") == "0":
        return True
    return element.get("class", "") in ("background", "foreground") or (element.tag == f"{SVG}rect" and element.get("fill") == "white")


def _plain(element: ElementTree.Element, name: str, linked: bool) -> None:
    if element.tag == f"{SVG}a":
        target = element.attrib.pop(f"{XLINK}href", "")
        element.attrib.clear()
        if linked:
            element.set("href", "#" + target.partition("#")[2])
        else:
            element.tag = f"{SVG}g"
        return
    named = linked and element.tag == f"{SVG}path" and element.get("role") == "graphics-symbol"
    for attribute, value in list(element.attrib.items()):
        if attribute not in _ATTRIBUTES and not (named and attribute == "aria-label"):
            del element.attrib[attribute]
        elif value == INK:
            element.set(attribute, "currentColor")
        elif attribute == "id":
            element.set(attribute, f"{name}-{value}")
        elif "url(#" in value:
            element.set(attribute, value.replace("url(#", f"url(#{name}-"))
        elif value == "1" and attribute.endswith("opacity"):
            del element.attrib[attribute]
