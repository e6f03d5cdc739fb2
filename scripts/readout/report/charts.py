"""The drawings of the report, made by Altair from rows that are counted already; each mark links to its evidence.

They are kept: a page that has to be made again, because it was too large, has the same drawings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any

from markupsafe import Markup

from readout.report.svg import INK, fit

# Of middling lightness: at least 3 to 1 against the light page and against the dark one.
BLUE, GREY = "#4d7f99", "#8a8478"
WIDTH, LABELS = 580, 200
LETTER = 7.4
"""Width of a letter in pixels: the page's serif is wider than the type that Vega measures with."""
LARGEST = 480
"""Area of the largest circle, in square pixels; circles that stand close may overlap."""


@dataclass(frozen=True)
class Mark:
    """One mark: where it stands (row, and column where there is one), its number, and the anchor it leads to."""

    row: str
    value: int
    anchor: str
    column: str = ""
    part: int = 0


@cache
def bars(marks: tuple[Mark, ...], name: str, alt_text: str, *, linked: bool) -> Markup:
    """A bar for each row with its number behind it, in the order given; where marks have parts, the parts in a darker shade."""
    import altair as alt

    rows = _rows(marks)
    order = list(dict.fromkeys(mark.row for mark in marks))
    base = alt.Chart(alt.InlineData(rows)).encode(
        y=alt.Y("row:N", sort=order, title=None, axis=_names_axis(alt, order)),
        x=alt.X("value:Q", axis=None, scale=alt.Scale(domain=[0, max(mark.value for mark in marks) * 1.12])),
    )
    drawn = base.mark_bar(color=BLUE, opacity=0.55, height=11).encode(href="href:N", description="say:N")
    parts = base.mark_bar(color=BLUE, height=11, aria=False).encode(x=alt.X("part:Q", axis=None)).transform_filter("datum.part > 0")
    labels = base.mark_text(align="left", dx=5, color=INK, fontSize=11).encode(text=alt.Text("value:Q", format=","))
    layers = (drawn, parts, labels) if any(mark.part for mark in marks) else (drawn, labels)
    return _drawn(alt.layer(*layers).properties(width=WIDTH - LABELS, height=alt.Step(19)), name, alt_text, linked)


@cache
def bubbles(marks: tuple[Mark, ...], columns: tuple[str, ...], name: str, alt_text: str, *, linked: bool) -> Markup:
    """A circle for each row and column, its area by its number; columns and rows in the order given."""
    import altair as alt

    order = list(dict.fromkeys(mark.row for mark in marks))
    step = min(46, max(9, (WIDTH - LABELS) // max(1, len(columns))))
    every = ceil((LETTER * max(map(len, columns), default=0) + 8) / step)
    named = [column for index, column in enumerate(columns) if index % every == 0]
    base = alt.Chart(alt.InlineData(_rows(marks))).encode(
        y=alt.Y("row:N", sort=order, title=None, axis=_names_axis(alt, order, grid=True)),
        x=alt.X(
            "column:O",
            sort=list(columns),
            scale=alt.Scale(domain=list(columns)),
            title=None,
            axis=alt.Axis(
                values=named, labelAngle=0, labelColor=INK, domain=False, ticks=False, orient="top", labelFontSize=11, labelOverlap=False
            ),
        ),
    )
    largest = max(mark.value for mark in marks)
    circles = base.mark_circle(color=BLUE, opacity=0.6).encode(
        size=alt.Size("value:Q", legend=None, scale=alt.Scale(domain=[0, largest], range=[0, LARGEST])), href="href:N", description="say:N"
    )
    layers = [circles]
    if step >= 22:
        layers.append(base.mark_text(color=INK, fontSize=10).encode(text=alt.Text("value:Q", format=",")))
    return _drawn(alt.layer(*layers).properties(width=alt.Step(step), height=alt.Step(28)), name, alt_text, linked)


@dataclass(frozen=True)
class Interval:
    """One row of a drawing of intervals: a value with its bounds, and the anchor it leads to."""

    row: str
    value: float
    low: float
    high: float
    anchor: str


@cache
def intervals(rows: tuple[Interval, ...], name: str, alt_text: str, *, linked: bool) -> Markup:
    """A dot for each row's value and a line from its lower to its upper bound, in the order given, about a line at nought."""
    import altair as alt

    order = [row.row for row in rows]
    said = [
        {
            "row": row.row,
            "value": row.value,
            "low": row.low,
            "high": row.high,
            "href": f"#{row.anchor}",
            "say": f"{row.row}, {row.value:.2f}",
        }
        for row in rows
    ]
    reach = max(max(abs(row.low), abs(row.high)) for row in rows)
    scale = alt.Scale(domain=[-reach, reach], nice=False)
    base = alt.Chart(alt.InlineData(said)).encode(y=alt.Y("row:N", sort=order, title=None, axis=_names_axis(alt, order, grid=True)))
    axis = alt.Axis(domain=False, ticks=False, grid=False, labelColor=INK, labelFontSize=11, tickCount=5)
    lines = base.mark_rule(color=BLUE, strokeWidth=2, aria=False).encode(
        x=alt.X("low:Q", scale=scale, title=None, axis=axis), x2=alt.X2("high:Q")
    )
    dots = base.mark_circle(color=BLUE, size=60, opacity=1).encode(x=alt.X("value:Q", scale=scale), href="href:N", description="say:N")
    nought = alt.Chart(alt.InlineData([{"at": 0}])).mark_rule(color=GREY, strokeWidth=1, aria=False).encode(x=alt.X("at:Q", scale=scale))
    return _drawn(alt.layer(nought, lines, dots).properties(width=WIDTH - LABELS, height=alt.Step(19)), name, alt_text, linked)


def _rows(marks: Sequence[Mark]) -> list[dict[str, object]]:
    return [
        {
            "row": mark.row,
            "column": mark.column,
            "value": mark.value,
            "part": mark.part,
            "href": f"#{mark.anchor}",
            "say": ", ".join(part for part in (mark.row, mark.column, f"{mark.value:,}") if part),
        }
        for mark in marks
    ]


def _names_axis(alt: Any, names: Sequence[str], *, grid: bool = False) -> Any:
    room = min(LABELS, LETTER * max(map(len, names)) + 12)
    return alt.Axis(
        domain=False,
        ticks=False,
        grid=grid,
        gridColor=GREY,
        gridOpacity=0.35,
        gridDash=[1, 3],
        labelColor=INK,
        labelFontSize=12,
        labelLimit=LABELS - 10,
        labelPadding=8,
        minExtent=room,
        maxExtent=room,
    )


def _drawn(chart: Any, name: str, alt_text: str, linked: bool) -> Markup:
    import vl_convert

    spec = chart.configure_view(stroke=None).configure(padding=2).to_dict()
    return fit(vl_convert.vegalite_to_svg(spec), name, alt_text, linked=linked)
