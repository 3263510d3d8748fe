/**
 * Who a message goes to and who it comes from: phone numbers, business-scoped user ids, senders.
 *
 * <p>Start with {@link dev.wakit.address.PhoneNumber#parse(String)} and {@link dev.wakit.address.Recipient}. Everything here
 * is immutable, and no {@code toString} shows a whole identifier. Names, tags and consent of people do not belong here.
 */
@NullMarked
package dev.wakit.address;

import org.jspecify.annotations.NullMarked;
