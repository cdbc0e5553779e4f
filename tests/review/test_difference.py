from timeline.review import difference


def event(id_, date="1950", title="A", passages=("p",), **more):
    evidence = [{"source": "a.txt", "quote": passage} for passage in passages]
    return {"id": id_, "date": date, "title": title, "kind": "event", "summary": "", "tags": [], "rivals": [],
            "evidence": evidence, **more}  # fmt: skip


def told(old, new):
    return [(one.what, one.event["id"], one.before, one.after) for one in difference(old, new)]


def test_an_event_under_another_id_is_known_by_its_passage():
    assert told([event("a")], [event("b", title="B")]) == [("retitled", "b", "A", "B")]


def test_two_that_became_one_are_merged_whatever_it_is_called():
    old = [event("a", passages=("p",)), event("b", "1951", passages=("q",))]
    assert told(old, [event("b", "1951", passages=("q", "p"))]) == [("merged", "b", "1950 A", "1951 A")]
    assert told(old, [event("c", "1951", passages=("q", "p"))]) == [
        ("merged", "c", "1951 A", "1951 A"),
        ("redated", "c", "1950", "1951"),
    ]


def test_an_event_that_is_gone_is_not_merged_with_another_of_its_sentence():
    one, two = (event(id_, date, passages=()) | {"evidence": [{"source": "a.txt", "quote": "p", "date": date}]}
                for id_, date in (("a", "1950"), ("b", "1951")))  # fmt: skip
    assert told([one, two], [two]) == [("gone", "a", "", "")]
    assert [what for what, *_ in told([one], [two])] == ["redated"]  # alone there, it is read otherwise now


def test_a_rival_is_part_of_its_event():
    old = [event("a", passages=("p",)), event("b", passages=("q",))]
    rival = {"date": "1950", "evidence": [{"source": "a.txt", "quote": "q"}]}
    assert [what for what, *_ in told(old, [event("a", rivals=[rival])])] == ["merged"]


def test_new_gone_and_changed():
    old, new = (
        [event("a"), event("b", passages=("q",))],
        [event("b", passages=("q",), tags=["x"]), event("c", passages=("r",))],
    )
    assert told(old, new) == [
        ("new", "c", "", ""),
        ("gone", "a", "", ""),
        ("changed", "b", "tags: ", "tags: x"),
    ]
