package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.util.List;

/**
 * Two to ten cards that the person swipes through. Immutable.
 *
 * @param cards 2 to 10 cards, all with an image or all with a video
 * @since 0.1
 */
public record MediaCarousel(List<MediaCarouselCard> cards) implements InteractiveAction {
    /** The fewest cards: {@value}. */
    public static final int MIN_CARDS = 2;

    /** The most cards: {@value}. */
    public static final int MAX_CARDS = 10;

    public MediaCarousel {
        cards = Check.size("carousel.cards", cards, MIN_CARDS, MAX_CARDS);
        Check.that(
                cards.stream().map(card -> card.header().format()).distinct().count() == 1,
                "carousel.cards",
                "must all have the same kind of header: image or video.");
    }

    /** Returns the cards given, 2 to 10. */
    public static MediaCarousel of(MediaCarouselCard... cards) {
        return new MediaCarousel(List.of(cards));
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.MEDIA_CAROUSEL;
    }
}
