"""Every possible future as a row: each figure drawn and each result, as Parquet, for whoever works on with them.

A column is named by the place of its figure, and carries its unit; `options[ID]` and `[0]` count as in the other files.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from colocate.export.figures import fingerprint
from colocate.model.futures import Futures, OptionFutures
from colocate.stopping import looking
from colocate.version import VERSION

SHAPE, SHAPE_VERSION = "colocate-draws", 1

Column = tuple[str, str, npt.NDArray[Any]]
"""Its name, its unit, and a value for each future."""


def draws_parquet(futures: Futures) -> bytes:
    """Give all draws as a Parquet file: the figures in the units of the case, the results in its currency.

    Each column's metadata has its `unit`; the file's, under `colocate`, has shape, version, draws, seed, currency and
    the case's fingerprint as JSON. The same futures give the same bytes with the same pyarrow.
    """
    names, fields, arrays = [], [], []
    for name, unit, values in looking(_columns(futures)):
        array = _array(values)
        names.append(name)
        fields.append(pa.field(name, array.type, nullable=False, metadata={"unit": unit}))
        arrays.append(array)
    table = pa.table(arrays, schema=pa.schema(fields, metadata={"colocate": json.dumps(_about(futures))}))
    written = io.BytesIO()
    pq.write_table(table, written, compression="zstd", use_dictionary=False)
    return written.getvalue()


def _array(values: npt.NDArray[Any]) -> pa.Array:
    """Give numbers, or bits for what is true or false, as Arrow holds them.

    `pyarrow.array` would load pandas, which takes longer than to write the file; and whoever looks meanwhile, from
    another thread, for a pandas that is there, as plotly does, finds half of one.
    """
    bits = values.dtype == np.bool_
    packed = np.packbits(values, bitorder="little") if bits else np.ascontiguousarray(values)
    return pa.Array.from_buffers(pa.from_numpy_dtype(values.dtype), len(values), [None, pa.py_buffer(packed)])


def _about(futures: Futures) -> dict[str, object]:
    return {
        "shape": SHAPE,
        "shape_version": SHAPE_VERSION,
        "colocate_version": VERSION,
        "fingerprint": fingerprint(futures.case.document),
        "currency": futures.case.currency,
        "draws": futures.draws,
        "seed": futures.seed,
    }


def _columns(futures: Futures) -> Iterator[Column]:
    quantities = futures.case.quantities
    for path, values in futures.figures.items():
        yield path, quantities[path].unit, values / quantities[path].scale
    for option in futures.options:
        yield from _of_option(option, futures.case.currency)


def _of_option(option: OptionFutures, currency: str) -> Iterator[Column]:
    here = f"options[{option.id}]"
    for (book, view), money in option.money.items():
        reading = f"{here}.money.{book}.{view.replace(' ', '_')}"
        yield f"{reading}.present_value", currency, money.present_value
        yield f"{reading}.equivalent_annual_cost", f"{currency}/year", money.equivalent_annual
        for year, amounts in enumerate(money.by_year):
            yield f"{reading}.by_year[{year}]", currency, amounts
    for (payer, nature), present in option.present_by_payer.items():
        yield f"{here}.present_value_by_payer.{payer}.{nature}", currency, present
    for year, amounts in enumerate(option.one_off_by_year):
        yield f"{here}.one_off_budget.by_year[{year}]", currency, amounts
    yield f"{here}.fits", "yes/no", option.fits
    if option.access is not None:
        yield f"{here}.access.tripartite_score", "points", option.access.tripartite
        for group, scores in option.access.group_scores.items():
            yield f"{here}.access.group_scores.{group}", "points", scores
        yield f"{here}.access.their_hours", "hours/year", option.access.their_hours
