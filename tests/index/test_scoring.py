from math import log2

from hypothesis import given
from hypothesis import strategies as st

from consultations.index.scoring import Stream, binary_logarithm, rarity, score

STREAMS = (Stream(10, 60), Stream(100, 5000), Stream(20, 300))
counts = st.integers(1, 200)


@given(st.integers(1, 2**31 - 1))
def test_the_logarithm_is_right_to_a_few_thousandths(number: int) -> None:
    assert -0.005 < binary_logarithm(number) / 1024 - log2(number) < 0.0005


@given(st.integers(1, 10**6), st.data())
def test_what_stands_in_fewer_passages_is_not_worth_less(
    passages: int, data: st.DataObject
) -> None:
    fewer, more = sorted(data.draw(st.integers(0, passages)) for _ in range(2))
    assert rarity(passages, fewer) >= rarity(passages, more) >= 0


@given(counts, counts, st.sampled_from([0, 1, 2]))
def test_more_often_or_in_less_text_is_not_worth_less(
    frequency: int, length: int, stream: int
) -> None:
    points = score(5000, frequency, length, stream, STREAMS)
    assert score(5000, frequency + 1, length, stream, STREAMS) >= points
    assert score(5000, frequency, length + 1, stream, STREAMS) <= points
