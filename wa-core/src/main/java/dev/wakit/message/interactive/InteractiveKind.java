package dev.wakit.message.interactive;

import dev.wakit.message.interactive.InteractiveHeader.Format;
import java.util.Set;

/**
 * The kinds of interactive message, one per {@link InteractiveAction}, with the rules for the frame around it.
 *
 * @since 0.1
 */
public enum InteractiveKind {
    /** {@link ReplyButtons}. */
    REPLY_BUTTONS(Frame.body().header(Format.values())),
    /** {@link ListMenu}; its body may have 4,096 characters. */
    LIST(Frame.body().header(Format.TEXT).bodyLimit(4096)),
    /** {@link UrlButton}. */
    URL_BUTTON(Frame.body().header(Format.values())),
    /** {@link LocationRequest}. */
    LOCATION_REQUEST(Frame.body().noFooter()),
    /** {@link SingleProduct}. */
    PRODUCT(Frame.optionalBody()),
    /** {@link ProductList}; needs a text header. */
    PRODUCT_LIST(Frame.body().requiredHeader(Format.TEXT)),
    /** {@link CatalogLink}. */
    CATALOG(Frame.body()),
    /** {@link MediaCarousel}. */
    MEDIA_CAROUSEL(Frame.body().noFooter()),
    /** {@link ProductCarousel}. */
    PRODUCT_CAROUSEL(Frame.body().noFooter()),
    /** {@link FlowAction}. */
    FLOW(Frame.body().header(Format.values())),
    /** {@link AddressRequest}. */
    ADDRESS(Frame.body().header(Format.values())),
    /** {@link OrderDetails}. */
    ORDER_DETAILS(Frame.body().header(Format.IMAGE)),
    /** {@link OrderStatus}. */
    ORDER_STATUS(Frame.body()),
    /** {@link CallPermissionRequest}. */
    CALL_PERMISSION_REQUEST(Frame.optionalBody()),
    /** {@link VoiceCall}. */
    VOICE_CALL(Frame.body()),
    /** {@link ContactRequest}. */
    CONTACT_REQUEST(Frame.body());

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, which the checker cannot see
    private final Frame frame;

    InteractiveKind(Frame frame) {
        this.frame = frame;
    }

    /** Returns the header formats that are allowed; empty when there may be no header. */
    public Set<Format> headers() {
        return frame.headers();
    }

    /** Tells whether a header must be there. */
    public boolean requiresHeader() {
        return frame.headerRequired();
    }

    /** Tells whether a body must be there. */
    public boolean requiresBody() {
        return frame.bodyRequired();
    }

    /** Returns the most characters of the body: 1,024 or 4,096. */
    public int bodyLimit() {
        return frame.bodyLimit();
    }

    /** Tells whether a footer may be there. */
    public boolean allowsFooter() {
        return frame.footer();
    }

    private record Frame(
            Set<Format> headers, boolean headerRequired, boolean bodyRequired, int bodyLimit, boolean footer) {
        static Frame body() {
            return new Frame(Set.of(), false, true, 1024, true);
        }

        static Frame optionalBody() {
            return new Frame(Set.of(), false, false, 1024, true);
        }

        Frame header(Format... formats) {
            return new Frame(Set.of(formats), false, bodyRequired, bodyLimit, footer);
        }

        Frame requiredHeader(Format format) {
            return new Frame(Set.of(format), true, bodyRequired, bodyLimit, footer);
        }

        Frame bodyLimit(int limit) {
            return new Frame(headers, headerRequired, bodyRequired, limit, footer);
        }

        Frame noFooter() {
            return new Frame(headers, headerRequired, bodyRequired, bodyLimit, false);
        }
    }
}
