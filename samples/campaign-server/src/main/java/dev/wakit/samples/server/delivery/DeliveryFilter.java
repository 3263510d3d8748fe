package dev.wakit.samples.server.delivery;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.Region;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.samples.server.campaign.Page;
import dev.wakit.samples.server.http.ApiException;
import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads which deliveries a request asks for. */
public final class DeliveryFilter {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;
    private static final DeliveryId BEFORE_ALL = new DeliveryId(0);

    private DeliveryFilter() {}

    static DeliveryQuery read(Context ctx, Campaign campaign) {
        return read(ctx, campaign.settings().defaultRegion().orElse(Region.UNKNOWN));
    }

    /** With the country of numbers without a country code. */
    public static DeliveryQuery read(Context ctx, Region usualRegion) {
        String after = ctx.queryParam("after");
        return new DeliveryQuery(
                Page.constants(ctx, "state", DeliveryState.class),
                Objects.requireNonNullElse(ctx.queryParam("code"), ""),
                recipientKey(ctx.queryParam("number"), usualRegion),
                after == null || after.isBlank() ? BEFORE_ALL : id(after),
                Page.limit(ctx, PAGE, LARGEST_PAGE));
    }

    /** A text that is no id names nothing, as one that is not there. */
    static DeliveryId id(String text) {
        try {
            return DeliveryId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound("There is no delivery '" + text + "'.");
        }
    }

    private static String recipientKey(@Nullable String number, Region usualRegion) {
        if (number == null || number.isBlank()) {
            return "";
        }
        return PhoneNumber.tryParse(number, usualRegion)
                .map(phone -> Recipient.of(phone).key())
                .orElseThrow(() -> ApiException.invalid(
                        "That is not a phone number. Write it whole, with its country code, such as +91 98765 43210."));
    }
}
