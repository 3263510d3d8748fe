package dev.wakit.testkit.twilio.internal.callback;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A form on its way to an address. Immutable: nobody changes the map.
 *
 * @param sid the message it is about
 * @param token the same for every try and every copy
 * @param definiteFailure true when the sender may send again once it has seen this form
 */
public record Callback(
        CallbackAddress address, SortedMap<String, String> form, String sid, String token, boolean definiteFailure) {

    public Callback {
        form = new TreeMap<>(form);
    }
}
