"""Going from card to card by the arrow keys."""

from collections.abc import Mapping, Sequence

from flowsim.domain.words import CardId


def next_choice(order: Mapping[int, Sequence[CardId]], chosen: CardId | None, across: int, down: int) -> CardId | None:
    """The next card in a direction: `across` places to the right or `down` the lane; the first one if none is chosen.

    `order` has the cards of every place from the top. None: there is no card in that direction.
    """
    for place, cards in order.items():
        if chosen in cards:
            index = cards.index(chosen)
            if down:
                return cards[index + down] if 0 <= index + down < len(cards) else None
            ahead = [other for other in order if order[other] and (other - place) * across > 0]
            if not ahead:
                return None
            target = order[min(ahead, key=lambda other: abs(other - place))]
            return target[min(index, len(target) - 1)]
    return next((cards[0] for cards in order.values() if cards), None)
