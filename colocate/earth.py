"""The way over the earth's surface between two places."""

from __future__ import annotations

import numpy as np

from colocate.quantity import Array, Figure

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth, International Union of Geodesy and Geophysics."""


def distance_km(latitude: Array, longitude: Array, to_latitude: Figure, to_longitude: Figure) -> Array:
    """Give the great-circle distance in kilometres between places in degrees (haversine formula).

    >>> round(float(distance_km(np.array([[21.0285]]), np.array([[105.8542]]), 10.8231, 106.6297)[0, 0]))
    1138
    """
    south, north = np.radians(latitude), np.radians(to_latitude)
    across = np.radians(longitude - np.asanyarray(to_longitude))
    chord = np.sin((north - south) / 2) ** 2 + np.cos(south) * np.cos(north) * np.sin(across / 2) ** 2
    distance: Array = 2.0 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(chord, 1.0)))
    return distance
