"""Snapshots as bytes."""

import numpy as np
import pytest

from game.model.events import EVENT
from game.session.packing import pack, unpack


def test_arrays_and_plain_data_come_back_as_they_went() -> None:
    arrays = {"a.b": np.arange(6, dtype=np.float32).reshape(2, 3), "events": np.zeros(2, dtype=EVENT)}
    back, plain = unpack(pack(arrays, {"talk": {"said": 3}, "name": "Zoë"}))
    assert plain == {"talk": {"said": 3}, "name": "Zoë"}
    assert all(back[name].dtype == array.dtype and (back[name] == array).all() for name, array in arrays.items())


def test_an_object_that_would_need_a_pickle_is_refused() -> None:
    with pytest.raises(ValueError, match="Object arrays cannot be saved"):
        pack({"o": np.array([{}], dtype=object)}, {})


@pytest.mark.parametrize("cut", [0, 10, -20])
def test_a_damaged_blob_says_so(cut: int) -> None:
    blob = pack({"a": np.arange(1000)}, {})
    with pytest.raises(ValueError, match="damaged snapshot"):
        unpack(blob[:cut])
