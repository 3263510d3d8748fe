package dev.wakit.samples.server.campaign;

import dev.wakit.samples.server.http.ApiException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the values of requests and names the field that is wrong. */
public final class Asked {

    private Asked() {}

    /** A text that must be there. */
    public static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw ApiException.invalid("The field '" + field + "' is missing.");
        }
        return value;
    }

    /** A time with its zone. */
    public static Instant time(String value, String field) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiException.invalid("The field '" + field + "' is '" + value
                    + "'. Write a time with its zone, such as 2026-11-21T10:30:00Z or 2026-11-21T10:30:00+05:30.");
        }
    }

    /** A constant, in any case. */
    public static <E extends Enum<E>> E oneOf(Class<E> type, @Nullable String value, String field) {
        String wanted = required(value, field).toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid("The field '" + field + "' is '" + value + "'. Use one of "
                        + Arrays.toString(type.getEnumConstants()) + "."));
    }

    /** Makes a value that checks itself; its complaint is passed on with the name of the field. */
    public static <T> T checked(String field, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("The field '" + field + "' cannot be used. " + e.getMessage());
        }
    }
}
