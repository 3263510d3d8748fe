package dev.wakit.message.interactive;

/**
 * What a person can do with an interactive message. Implementations are immutable.
 *
 * @since 0.1
 */
public sealed interface InteractiveAction
        permits ReplyButtons,
                ListMenu,
                UrlButton,
                LocationRequest,
                SingleProduct,
                ProductList,
                CatalogLink,
                MediaCarousel,
                ProductCarousel,
                FlowAction,
                AddressRequest,
                OrderDetails,
                OrderStatus,
                CallPermissionRequest,
                VoiceCall,
                ContactRequest {
    /** Returns the kind, which is the same for all instances of a class. */
    InteractiveKind kind();
}
