"""Counting what there is no end of."""

import pickle

from cableparse import Count, Tally


def test_a_thing_is_counted_by_documents_and_by_times_with_its_first_document():
    tally = Tally()
    tally.add("ETRD", "a.txt")
    tally.add("EWWT", "b.txt", times=3)
    tally.add("ETRD", "c.txt")
    assert tally["ETRD"] == Count(documents=2, times=2, example="a.txt")
    assert tally["EWWT"] == Count(documents=1, times=3, example="b.txt")
    assert (len(tally), tally.others) == (2, 0)
    assert "ETRD" in tally
    assert "NOSUCH" not in tally
    assert 3 not in tally


def test_the_most_frequent_come_first_and_ties_by_name():
    tally = Tally()
    for thing, times in (("b", 2), ("c", 5), ("a", 2)):
        tally.add(thing, "x", times)
    assert list(tally) == ["c", "a", "b"]
    assert [thing for thing, _ in tally.most_common(2)] == ["c", "a"]
    assert tally.to_dict() == {
        "c": {"documents": 1, "times": 5, "example": "x"},
        "a": {"documents": 1, "times": 2, "example": "x"},
        "b": {"documents": 1, "times": 2, "example": "x"},
    }
    assert list(tally.to_dict()) == ["c", "a", "b"]


def test_beyond_twice_the_limit_the_rarest_are_given_up_and_counted_together():
    tally = Tally(limit=2)
    for thing, times in (("a", 9), ("b", 8), ("c", 1), ("d", 2), ("e", 1)):
        tally.add(thing, thing, times)
    assert list(tally) == ["a", "b"]
    assert tally.others == 4


def test_what_becomes_frequent_late_is_kept_and_nothing_is_lost_of_the_sum():
    tally = Tally(limit=5)
    for number in range(1000):
        tally.add(f"rare {number}", "x")
        assert len(tally) <= 10
        if number >= 900:
            tally.add("late", "y", times=2)
    assert tally["late"].times == 200
    assert sum(count.times for _, count in tally.most_common()) + tally.others == 1200


def test_merged_tallies_are_as_one():
    parts = [Tally(), Tally()]
    whole = Tally()
    for number in range(40):
        parts[number // 20].add(str(number % 7), f"{number}.txt", number)
        whole.add(str(number % 7), f"{number}.txt", number)
    parts[0].merge(parts[1])
    assert parts[0] == whole


def test_a_merged_tally_keeps_its_limit_and_both_sides_others():
    one, other = Tally(limit=1, others=5), Tally(limit=9, others=7)
    for number in range(9):
        other.add(str(number), "x", number + 1)
    one.merge(other)
    assert len(one) <= 2
    assert sum(count.times for _, count in one.most_common()) + one.others == 5 + 7 + 45
    assert "8" in one


def test_a_merge_leaves_the_other_tally_alone():
    one, other = Tally(), Tally()
    other.add("a", "x")
    one.merge(other)
    one.add("a", "y")
    assert other["a"] == Count(documents=1, times=1, example="x")


def test_a_thing_of_any_length_takes_little_room():
    tally = Tally()
    tally.add("x" * 5000, "a.txt")
    (thing,) = tally
    assert thing == "x" * 79 + "…"
    assert tally["x" * 5000].times == 1
    assert "x" * 5000 in tally


def test_a_tally_goes_to_another_process():
    tally = Tally(limit=3)
    tally.add("a", "x")
    assert pickle.loads(pickle.dumps(tally)) == tally
