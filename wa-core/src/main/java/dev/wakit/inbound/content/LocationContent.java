package dev.wakit.inbound.content;

/**
 * A place. Immutable.
 *
 * @param latitude degrees, −90 to 90
 * @param longitude degrees, −180 to 180
 * @param name its name
 * @param address its postal address
 * @param url its web page
 * @since 0.1
 */
public record LocationContent(double latitude, double longitude, String name, String address, String url)
        implements InboundContent {

    @Override
    public String toString() {
        return "LocationContent[…]";
    }
}
