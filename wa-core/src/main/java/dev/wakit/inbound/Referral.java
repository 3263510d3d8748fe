package dev.wakit.inbound;

/**
 * The advertisement or post through which a person came.
 *
 * <p>Immutable.
 *
 * @param sourceType {@code ad} or {@code post}
 * @param sourceId its id
 * @param sourceUrl its address
 * @param headline its headline
 * @param body its text
 * @param mediaType {@code image} or {@code video}
 * @param imageUrl its image
 * @param videoUrl its video
 * @param thumbnailUrl the still of its video
 * @param clickId the id of the click; absent for advertisements in the status tab
 * @param welcome the greeting that the person saw
 * @since 0.1
 */
public record Referral(
        String sourceType,
        String sourceId,
        String sourceUrl,
        String headline,
        String body,
        String mediaType,
        String imageUrl,
        String videoUrl,
        String thumbnailUrl,
        String clickId,
        String welcome) {

    @Override
    public String toString() {
        return "Referral[" + sourceType + "]";
    }
}
