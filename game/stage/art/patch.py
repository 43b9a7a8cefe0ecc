"""Sheets of any size from one small picture: corners as they are, sides and middle drawn out."""

import pygame


def stretched(small: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """A picture of `size` pixels, at least that of the `small` one, whose middle row and column are repeated."""
    middle = [length // 2 for length in small.get_size()]
    columns, rows = (
        ((0, m, 0, m), (m, 1, m, 1 + large - length), (m + 1, length - m - 1, m + 1 + large - length, length - m - 1))
        for m, length, large in zip(middle, small.get_size(), size, strict=True)
    )
    sheet = pygame.Surface(size, pygame.SRCALPHA, 32)
    for x, wide, to_x, to_wide in columns:
        for y, high, to_y, to_high in rows:
            piece = small.subsurface((x, y, wide, high))
            if (wide, high) != (to_wide, to_high):
                piece = pygame.transform.scale(piece, (to_wide, to_high))
            sheet.blit(piece, (to_x, to_y), special_flags=pygame.BLEND_RGBA_ADD)  # onto nothing: a plain copy
    return sheet
