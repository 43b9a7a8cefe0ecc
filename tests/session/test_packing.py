"""Snapshots as bytes."""

import numpy as np
import pytest

from game.model.events import EVENT
from game.session.packing import pack, unpack


def test_arrays_and_plain_data_come_back_as_they_went() -> None:
    arrays = {
        "a.b": np.arange(6, dtype=np.float32).reshape(2, 3),
        "events": np.zeros(2, dtype=EVENT),
        "nothing": np.zeros((0, 4), np.bool_),
        "across": np.arange(6).reshape(2, 3).T,
        "number": np.array(7, np.int8),
    }
    back, plain = unpack(pack(arrays, {"talk": {"said": 3}, "name": "Zoë"}))
    assert plain == {"talk": {"said": 3}, "name": "Zoë"}
    assert list(back) == list(arrays)
    for name, array in arrays.items():
        assert back[name].dtype == array.dtype and back[name].shape == array.shape and (back[name] == array).all()
        back[name].flags.writeable = True  # who goes on from here writes into them


def test_an_object_that_would_need_a_pickle_is_refused() -> None:
    with pytest.raises(ValueError, match="Object arrays cannot be saved"):
        pack({"o": np.array([{}], dtype=object)}, {})


@pytest.mark.parametrize("cut", [0, 10, -20])
def test_a_damaged_blob_says_so(cut: int) -> None:
    blob = pack({"a": np.arange(1000)}, {})
    with pytest.raises(ValueError, match="damaged snapshot"):
        unpack(blob[:cut])
