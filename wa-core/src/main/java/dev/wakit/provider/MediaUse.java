package dev.wakit.provider;

import dev.wakit.media.MediaId;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.StickerMessage;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.VideoMessage;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.MediaCarousel;
import dev.wakit.message.interactive.MediaCarouselCard;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files a message names, wherever it carries them. */
final class MediaUse {

    private MediaUse() {}

    /** Whether the message names at least one file by the id of an upload. */
    static boolean byId(Message message) {
        return sources(message).anyMatch(MediaId.class::isInstance);
    }

    private static Stream<MediaSource> sources(Message message) {
        if (message instanceof ImageMessage image) {
            return Stream.of(image.source());
        } else if (message instanceof VideoMessage video) {
            return Stream.of(video.source());
        } else if (message instanceof DocumentMessage document) {
            return Stream.of(document.source());
        } else if (message instanceof AudioMessage audio) {
            return Stream.of(audio.source());
        } else if (message instanceof StickerMessage sticker) {
            return Stream.of(sticker.source());
        } else if (message instanceof InteractiveMessage interactive) {
            return Stream.concat(interactive.header().stream(), cardHeaders(interactive))
                    .flatMap(header -> ofHeader(header).stream());
        } else if (message instanceof TemplateMessage template) {
            return Stream.concat(Stream.of(template.values()), template.carousel().stream())
                    .map(TemplateValues::header)
                    .flatMap(Optional::stream)
                    .flatMap(header -> ofHeader(header).stream());
        }
        return Stream.empty();
    }

    private static Stream<InteractiveHeader> cardHeaders(InteractiveMessage message) {
        return message.action() instanceof MediaCarousel carousel
                ? carousel.cards().stream().map(MediaCarouselCard::header)
                : Stream.empty();
    }

    private static Optional<MediaSource> ofHeader(InteractiveHeader header) {
        if (header instanceof InteractiveHeader.Image image) {
            return Optional.of(image.source());
        } else if (header instanceof InteractiveHeader.Video video) {
            return Optional.of(video.source());
        } else if (header instanceof InteractiveHeader.Document document) {
            return Optional.of(document.source());
        }
        return Optional.empty();
    }

    private static Optional<MediaSource> ofHeader(HeaderParameter header) {
        if (header instanceof TemplateParameter.Image image) {
            return Optional.of(image.source());
        } else if (header instanceof TemplateParameter.Video video) {
            return Optional.of(video.source());
        } else if (header instanceof TemplateParameter.Gif gif) {
            return Optional.of(gif.source());
        } else if (header instanceof TemplateParameter.Document document) {
            return Optional.of(document.source());
        }
        return Optional.empty();
    }
}
