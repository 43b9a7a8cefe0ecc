"""Bubbles: placed over no face, no panel and no other bubble, wherever there is room."""

import dataclasses
import math

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st
from pygame import Rect

from game.model.acts import Act
from game.session.views import FormationView, Line, RoomView
from game.stage.art.bubbles import Placer, Wanted
from game.stage.art.patch import stretched
from game.stage.art.placement import Board
from game.stage.art.scene import Scene
from game.stage.art.speech import Bubbles, Saying
from game.stage.art.svg import box, document, load
from game.stage.art.theme import HIGH_CONTRAST, NORMAL
from tests.stage.art.demo import VENUE, demo_looks, demo_view, person

SIZE = (960, 600)
ROOM = Scene(VENUE, demo_looks(40))
PANELS = [Rect(0, 0, 300, 50), Rect(200, 540, 560, 60)]

heads = st.lists(st.tuples(st.integers(10, 900), st.integers(60, 520)), min_size=1, max_size=40)
sizes = st.lists(st.tuples(st.integers(60, 320), st.integers(30, 180)), min_size=1, max_size=8)


def line(speaker: int, mine: bool = True, words: str = "Hello.") -> Line:
    return Line(7, speaker, -1, Act.SHARE, words, 3.0, mine, False)


def faces_at(spots: list[tuple[int, int]]) -> dict[int, Rect]:
    return {i: Rect(x, y, 40, 50) for i, (x, y) in enumerate(spots)}


def board_with(faces: dict[int, Rect]) -> Board:
    board = Board(SIZE)
    board.take(faces.values())
    board.take(PANELS)
    return board


@settings(max_examples=60, deadline=None)
@given(spots=heads, wanted=sizes)
def test_bubbles_cover_no_face_no_panel_and_no_other_bubble(
    spots: list[tuple[int, int]], wanted: list[tuple[int, int]]
) -> None:
    faces = faces_at(spots)
    wishes = [Wanted(line(i), lambda size=size: size) for i, size in enumerate(wanted) if i in faces]
    layout = Placer().place(board_with(faces), wishes, faces, 1.0)
    rects = [placed.rect for placed in layout.placed]
    for i, rect in enumerate(rects):
        assert Rect(0, 0, *SIZE).contains(rect)
        assert rect.collidelist([*faces.values(), *PANELS]) < 0
        assert rect.collidelist(rects[:i]) < 0
    assert len(layout.placed) + len(layout.captions) == len(wishes)


@settings(max_examples=40, deadline=None)
@given(spots=heads, size=st.tuples(st.integers(60, 500), st.integers(30, 300)))
def test_a_bubble_is_refused_only_where_there_is_no_room(spots: list[tuple[int, int]], size: tuple[int, int]) -> None:
    faces = faces_at(spots)
    board = board_with(faces)
    if board.place(size, (480, 300)) is not None:
        return
    # cells are 8 pixels, so room for 16 more either way would have been found
    wide, high = size[0] + 16, size[1] + 16
    taken = [*faces.values(), *PANELS]
    free = [
        (x, y)
        for x in range(0, SIZE[0] - wide + 1, 8)
        for y in range(0, SIZE[1] - high + 1, 8)
        if Rect(x, y, wide, high).collidelist(taken) < 0
    ]
    assert not free


def test_a_bubble_stands_above_its_speaker_where_that_is_free() -> None:
    faces = {0: Rect(460, 300, 40, 50)}
    placed = Placer().place(board_with(faces), [Wanted(line(0), lambda: (160, 60))], faces, 1.0).placed[0]
    assert placed.rect.bottom <= 300 and 300 - placed.rect.bottom < 30
    assert placed.rect.left < 480 < placed.rect.right
    assert placed.tip[1] <= 300


def test_a_bubble_stays_where_it_is_while_its_speaker_fidgets() -> None:
    placer, wish = Placer(), [Wanted(line(0), lambda: (160, 60))]
    first = placer.place(board_with({0: Rect(460, 300, 40, 50)}), wish, {0: Rect(460, 300, 40, 50)}, 1.0)
    moved = {0: Rect(468, 305, 40, 50)}
    again = placer.place(board_with(moved), wish, moved, 1.0)
    assert again.placed[0].rect == first.placed[0].rect


def test_a_bubble_makes_way_for_a_face_that_walks_into_it() -> None:
    placer, wish = Placer(), [Wanted(line(0), lambda: (160, 60))]
    faces = {0: Rect(460, 300, 40, 50)}
    first = placer.place(board_with(faces), wish, faces, 1.0).placed[0].rect
    faces[1] = Rect(first.centerx - 20, first.centery - 25, 40, 50)
    second = placer.place(board_with(faces), wish, faces, 1.0).placed[0].rect
    assert second.collidelist(list(faces.values())) < 0


def test_what_finds_no_room_becomes_a_caption_if_it_is_ours_and_a_small_bubble_if_not() -> None:
    faces = {0: Rect(460, 300, 40, 50), 1: Rect(300, 300, 40, 50)}
    board = board_with(faces)
    board.take([Rect(0, 0, *SIZE)])
    wishes = [Wanted(line(0), lambda: (100, 40)), Wanted(line(1, mine=False), lambda: (100, 40))]
    layout = Placer().place(board, wishes, faces, 1.0)
    assert [said.speaker for said in layout.captions] == [0]
    assert [said.speaker for said in layout.small] == [1]


def test_a_bubble_far_from_its_head_is_led_there_by_dots_that_cross_no_face() -> None:
    faces = {0: Rect(460, 480, 40, 50), 1: Rect(455, 380, 50, 60)}
    board = board_with(faces)
    board.take([Rect(0, 160, *SIZE)])
    placed = Placer().place(board, [Wanted(line(0), lambda: (200, 60))], faces, 1.0).placed[0]
    assert placed.trail
    assert not any(face.collidepoint(dot) for face in faces.values() for dot in placed.trail)


def test_a_bubble_stands_beside_its_speaker_where_another_face_is_right_above() -> None:
    faces = {0: Rect(460, 300, 40, 50), 1: Rect(460, 220, 40, 50)}
    placed = Placer().place(board_with(faces), [Wanted(line(0), lambda: (160, 60))], faces, 1.0).placed[0]
    assert not faces[1].clipline((placed.rect.midbottom), placed.tip)
    assert placed.rect.right <= 460 or placed.rect.left >= 500


def test_a_bubble_is_as_large_as_its_words_need_and_larger_with_larger_text() -> None:
    words = "The sourdough starter is older than my marriage, and better fed."
    small, large = Bubbles(NORMAL, 1.0, 1.0), Bubbles(NORMAL, 1.0, 2.0)
    saying = Saying("Dana", "#000000", words, False, False)
    assert large.size(saying)[0] > small.size(saying)[0]
    assert large.size(saying)[1] > small.size(saying)[1]
    longer = Saying("Dana", "#000000", words * 2, False, False)
    assert small.size(longer)[1] > small.size(saying)[1]


def test_our_own_bubbles_and_past_ones_are_told_from_the_rest() -> None:
    for theme in (NORMAL, HIGH_CONTRAST):
        bubbles = Bubbles(theme, 1.0, 1.0)
        kinds = [Saying("A", "#000000", "Hm.", mine, fading) for mine, fading in ((0, 0), (1, 0), (0, 1))]
        pictures = {pygame.image.tobytes(bubbles.body(kind), "RGBA") for kind in kinds}
        assert len(pictures) == 3


# in the room


def crowd(spots: list[tuple[float, float]], mates: int, words: str) -> RoomView:
    """People at these spots; the first of them is the player, who talks with the next few."""
    circle = tuple(range(mates + 1))
    people = tuple(
        person(i, x, y, formation=0 if i in circle else -1, player=i == 0, speaking=i == 1)
        for i, (x, y) in enumerate(spots)
    )
    x, y = (sum(spot[axis] for spot in spots[: mates + 1]) / (mates + 1) for axis in (0, 1))
    own = (FormationView(0, x, y, 0.8, circle, True),) if mates else ()
    lines = [Line(7, 1, 0, Act.ANSWER, words, 3.0, bool(mates), False)]
    lines += [Line(8, i, -1, Act.SHARE, words, 3.0, False, False) for i in range(mates + 1, len(spots)) if i > 1]
    return dataclasses.replace(demo_view(), people=people, formations=own, lines=tuple(lines), me=0)


floor = st.tuples(st.floats(0.8, 16.8), st.floats(0.8, 10.4))  # metres: the whole floor of the demo's room


@settings(max_examples=25, deadline=None)
@given(
    middle=floor,
    others=st.lists(floor, min_size=2, max_size=8),
    mates=st.integers(1, 4),
    words=st.text("abcdefgh ", min_size=2, max_size=180).filter(str.strip),
    size=st.sampled_from([(1024, 600), (1280, 720), (1024, 768)]),
    text_scale=st.sampled_from([1.0, 1.5, 2.0]),
)
def test_wherever_people_stand_what_is_said_covers_nobody_of_ours_and_no_other_bubble(
    middle: tuple[float, float],
    others: list[tuple[float, float]],
    mates: int,
    words: str,
    size: tuple[int, int],
    text_scale: float,
) -> None:
    ours = [
        (min(max(middle[0] + 0.6 * math.cos(k), 0.8), 16.8), min(max(middle[1] + 0.6 * math.sin(k), 0.8), 10.4))
        for k in range(mates + 1)
    ]
    view = crowd([*ours, *others], mates, words)
    panel = Rect(0, size[1] * 2 // 3, *size)
    picture = ROOM.draw(pygame.Surface(size), view, reserved=[panel], text_scale=text_scale, below=50)
    drawn = [rect for _, rect in picture.bubbles + picture.small]
    for i, rect in enumerate(drawn):
        assert Rect(0, 0, *size).contains(rect)
        assert rect.collidelist([*picture.faces.values(), panel]) < 0
        assert rect.collidelist(drawn[:i]) < 0
    for _, rect in picture.bubbles:
        assert rect.collidelist([picture.bodies[i] for i in range(mates + 1)]) < 0
    assert all(said.mine for said, _ in picture.bubbles)
    assert [said for said, _ in picture.bubbles if said.mine] or [said for said in picture.captions if said.mine]


def test_on_our_own_we_read_what_strangers_near_by_say() -> None:
    view = crowd([(5.0, 5.0), (6.0, 5.0), (9.0, 5.0)], 0, "We keep bees on the roof.")
    picture = Scene(VENUE, demo_looks(3)).draw(pygame.Surface((1280, 720)), view)
    assert {said.speaker for said, _ in picture.bubbles} == {1, 2}


def test_a_tail_never_crosses_the_words_of_its_bubble() -> None:
    from game.stage.art.speech import draw_tail

    surface, bubble = pygame.Surface((300, 200)), pygame.Rect(100, 60, 120, 60)
    for tip in ((104.0, 90.0), (216.0, 70.0), (160.0, 118.0), (90.0, 90.0), (160.0, 140.0)):
        surface.fill("white")
        draw_tail(surface, bubble, tip, "#ffffff", "#000000", 16.0)
        inner = surface.subsurface(bubble.inflate(-16, -16))
        assert pygame.transform.average_color(inner)[:3] == (255, 255, 255), tip


def test_a_sheet_drawn_out_is_the_one_drawn_in_that_size() -> None:
    def sheet(width: int, height: int) -> pygame.Surface:
        return load(document(width, height, (width, height), box(2, 1, width - 4, height - 4, "#804020c0", 9)))

    for size in ((25, 25), (26, 90), (140, 25), (140, 90)):
        drawn_out, drawn = (
            pygame.surfarray.array3d(s).astype(int) for s in (stretched(sheet(25, 25), size), sheet(*size))
        )
        assert abs(drawn_out - drawn).max() <= 2
