package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.webhook.WebhookRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Requests as Twilio posts them. */
final class Posts {

    static final String ACCOUNT = "AC00000000000000000000000000000000";
    static final String MESSAGE = "SM11111111111111111111111111111111";
    static final String FORM = "application/x-www-form-urlencoded";

    private Posts() {}

    /** A form to an address. */
    static WebhookRequest form(String target, String signature, String body) {
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", FORM);
        if (!signature.isEmpty()) {
            headers.put("X-Twilio-Signature", signature);
        }
        return WebhookRequest.of("POST", target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** JSON to an address. */
    static WebhookRequest json(String target, String signature, String body) {
        return WebhookRequest.of(
                "POST",
                target,
                Map.of("Content-Type", "application/json", "X-Twilio-Signature", signature),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** A form body of pairs such as {@code From=whatsapp:+1}. */
    static String body(String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .map(pair -> encoded(pair[0]) + "=" + encoded(pair[1]))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The form of a status callback with these pairs instead of the usual ones, or besides. */
    static String status(String... pairs) {
        var fields = new TreeMap<String, String>();
        for (String pair : new String[] {
            "AccountSid=" + ACCOUNT,
            "ApiVersion=2010-04-01",
            "ChannelInstallSid=XE00000000000000000000000000000000",
            "ChannelPrefix=whatsapp",
            "ChannelToAddress=+4479460****",
            "From=whatsapp:+14155550100",
            "MessageSid=" + MESSAGE,
            "MessageStatus=delivered",
            "SmsSid=" + MESSAGE,
            "SmsStatus=delivered",
            "To=whatsapp:+447946000001"
        }) {
            fields.put(pair.substring(0, pair.indexOf('=')), pair);
        }
        for (String pair : pairs) {
            fields.put(pair.substring(0, pair.indexOf('=')), pair);
        }
        return body(fields.values().toArray(String[]::new));
    }

    /** The form of a message of a person with these pairs besides the usual ones. */
    static String inbound(String... pairs) {
        var fields = new TreeMap<String, String>();
        for (String pair : new String[] {
            "AccountSid=" + ACCOUNT,
            "ApiVersion=2010-04-01",
            "From=whatsapp:+447946000001",
            "MessageSid=" + MESSAGE,
            "NumMedia=0",
            "NumSegments=1",
            "ProfileName=Ada",
            "SmsMessageSid=" + MESSAGE,
            "SmsSid=" + MESSAGE,
            "SmsStatus=received",
            "To=whatsapp:+14155550100",
            "WaId=447946000001"
        }) {
            fields.put(pair.substring(0, pair.indexOf('=')), pair);
        }
        for (String pair : pairs) {
            fields.put(pair.substring(0, pair.indexOf('=')), pair);
        }
        return body(fields.values().toArray(String[]::new));
    }
}
