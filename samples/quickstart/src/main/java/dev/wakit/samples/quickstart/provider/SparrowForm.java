package dev.wakit.samples.quickstart.provider;

import dev.wakit.media.MediaLink;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.Message;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Forms, which Sparrow uses in both directions. */
final class SparrowForm {

    private SparrowForm() {}

    /** A message, with the address to which Sparrow posts its statuses: our endpoint, and in its query what is to be echoed. */
    static String of(SendRequest request, URI webhooks) {
        var form = new LinkedHashMap<String, String>();
        form.put("from", request.sender().value());
        form.put("to", request.recipient().phone().orElseThrow().e164());
        addContent(request.message(), form);
        String query =
                request.callbackData().map(data -> "?ref=" + encode(data)).orElse("");
        form.put("statuses", webhooks + query);
        return write(form);
    }

    private static void addContent(Message message, Map<String, String> form) {
        if (message instanceof TextMessage text) {
            form.put("text", text.body());
        } else if (message instanceof ImageMessage image && image.source() instanceof MediaLink link) {
            form.put("image", link.url().toString());
            image.caption().ifPresent(caption -> form.put("text", caption));
        } else {
            throw new IllegalStateException("The capabilities declare no " + message.kind() + " messages");
        }
    }

    static String write(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The fields of a form; what is not one is left out. */
    static Map<String, String> read(String text) {
        var form = new LinkedHashMap<String, String>();
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                form.put(field.substring(0, equals), decode(field.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
