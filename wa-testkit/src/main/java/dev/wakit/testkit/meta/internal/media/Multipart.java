package dev.wakit.testkit.meta.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a multipart/form-data body by field name. Immutable. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"?([^\";\r]+)\"?");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^;\r\n]+)");

    private final Map<String, Part> parts;

    private Multipart(Map<String, Part> parts) {
        this.parts = parts;
    }

    /** Reads the body; what is not multipart has no parts. */
    static Multipart parse(String contentType, byte[] body) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (boundary.find()) {
            // One byte is one character, so that cutting text cuts bytes.
            String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
            for (String section : text.split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
                add(parts, section);
            }
        }
        return new Multipart(parts);
    }

    Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private static void add(Map<String, Part> parts, String section) {
        int end = section.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        String headers = section.substring(0, end);
        Matcher name = NAME.matcher(headers);
        if (name.find()) {
            Matcher type = TYPE.matcher(headers);
            byte[] content = section.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
            parts.put(name.group(1), new Part(type.find() ? type.group(1).trim() : "", content));
        }
    }

    /** One field of the form. Owned by one request. */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(String contentType, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }
}
