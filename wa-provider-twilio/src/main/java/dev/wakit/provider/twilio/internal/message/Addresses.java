package dev.wakit.provider.twilio.internal.message;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import java.util.regex.Pattern;

/** Addresses as Twilio writes them: the name of the channel before the number. */
public final class Addresses {

    private static final String CHANNEL = "whatsapp:";
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{4,19}");
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");

    private Addresses() {}

    /** Whether a text is the SID of a Messaging Service. */
    public static boolean isService(String text) {
        return SERVICE.matcher(text).matches();
    }

    /** Whether a text is something that can send: a number with {@code +}, or a Messaging Service. */
    public static boolean isSender(String text) {
        return isService(text) || NUMBER.matcher(text).matches();
    }

    /**
     * A sender as it stands in forms.
     *
     * @throws IllegalArgumentException if it is neither a number nor a Messaging Service
     */
    static String check(SenderId sender) {
        if (!isSender(sender.value())) {
            throw new IllegalArgumentException("A sender at Twilio is a number such as +14155550100, or the SID of a"
                    + " Messaging Service: MG and 32 hexadecimal digits. The "
                    + sender.value().length()
                    + " characters given are neither.");
        }
        return sender.value();
    }

    /** The WhatsApp address of a number or of a business-scoped user id. */
    public static String of(String numberOrId) {
        return CHANNEL + numberOrId;
    }

    /** The WhatsApp address of a person: the number if there is one. */
    public static String of(Recipient recipient) {
        return of(recipient
                .phone()
                .map(PhoneNumber::e164)
                .orElseGet(() -> recipient.bsuid().map(Bsuid::value).orElse("")));
    }

    /** What stands after the name of the channel; the text itself if no channel is named. */
    public static String withoutChannel(String address) {
        return address.startsWith(CHANNEL) ? address.substring(CHANNEL.length()) : address;
    }
}
