"""Distances and areas on the globe (OpenRosa `area`, `distance`, and point in shape)."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass

from intake.forms.xpath.environment import Context
from intake.forms.xpath.functions.basics import flattened
from intake.forms.xpath.functions.registry import MANY, function
from intake.forms.xpath.values import Value, to_string

EARTH_RADIUS_M = 6_378_100
_COORDINATE = re.compile(r"-?\d+(?:\.\d*)?|-?\.\d+")


@dataclass(frozen=True, slots=True)
class Point:
    """A place in degrees."""

    latitude: float
    longitude: float


def points(values: tuple[Value, ...]) -> list[Point] | None:
    """Every point in geopoints, geotraces and geoshapes; None when one is not a point."""
    found: list[Point] = []
    for value in flattened(values):
        for text in to_string(value).strip().removesuffix(";").split(";"):
            point = _point(text.split())
            if point is None:
                return None
            found.append(point)
    return found


def _point(parts: list[str]) -> Point | None:
    if not 2 <= len(parts) <= 4 or not all(_COORDINATE.fullmatch(part) for part in parts[:2]):
        return None
    latitude, longitude = float(parts[0]), float(parts[1])
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return Point(latitude, longitude)


@function("distance", 1, MANY)
def distance(_context: Context, *values: Value) -> Value:
    """Metres along the points, on a sphere, to the centimetre."""
    line = points(values)
    if line is None or len(line) < 2:
        return math.nan
    return _centi(sum(_arc(a, b) for a, b in itertools.pairwise(line)))


def _arc(start: Point, end: Point) -> float:
    """Great-circle distance by the spherical law of cosines."""
    if start == end:
        return 0.0
    delta = math.radians(start.longitude - end.longitude)
    first, second = math.radians(start.latitude), math.radians(end.latitude)
    cosine = math.sin(first) * math.sin(second) + math.cos(first) * math.cos(second) * math.cos(delta)
    return math.acos(max(-1.0, min(1.0, cosine))) * EARTH_RADIUS_M


@function("area", 1)
def area(_context: Context, value: Value) -> Value:
    """Square metres inside the shape, on a sphere (Chamberlain & Duquette, JPL 07-3, 2007)."""
    shape = points((value,))
    if shape is None or len(shape) < 2:
        return math.nan
    if len(shape) < 3:
        return 0.0
    ring = shape if shape[0] == shape[-1] else [*shape, shape[0]]
    total = sum(
        math.radians(b.longitude - a.longitude)
        * (2 + math.sin(math.radians(b.latitude)) + math.sin(math.radians(a.latitude)))
        for a, b in itertools.pairwise(ring)
    )
    return _centi(abs(total * EARTH_RADIUS_M * EARTH_RADIUS_M / 2))


def _centi(metres: float) -> float:
    return math.floor(metres * 100 + 0.5) / 100


@function("geofence", 2)
def geofence(_context: Context, place: Value, shape: Value) -> Value:
    """Whether the point lies inside the shape (even-odd rule)."""
    inside, ring = points((place,)), points((shape,))
    if not inside or not ring or len(ring) < 3:
        return False
    x, y, crossed = inside[0].longitude, inside[0].latitude, False
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (a.latitude > y) != (b.latitude > y):
            crossing = (b.longitude - a.longitude) * (y - a.latitude) / (
                b.latitude - a.latitude
            ) + a.longitude
            crossed ^= x < crossing
    return crossed


@function("intersects", 1)
def intersects(_context: Context, value: Value) -> Value:
    """Whether the line crosses itself."""
    line = points((value,)) or []
    segments = list(itertools.pairwise(line))
    last = len(segments) - 1
    for i, first in enumerate(segments):
        for j in range(i + 2, len(segments)):
            closing = i == 0 and j == last and line[0] == line[-1]
            if not closing and _cross(*first, *segments[j]):
                return True
    return False


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: Point, b: Point, p: Point) -> float:
    across = (b.longitude - a.longitude) * (p.latitude - a.latitude)
    along = (b.latitude - a.latitude) * (p.longitude - a.longitude)
    return (across > along) - (across < along)
