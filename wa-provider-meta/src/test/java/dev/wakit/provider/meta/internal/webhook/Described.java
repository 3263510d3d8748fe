package dev.wakit.provider.meta.internal.webhook;

import dev.wakit.inbound.InboundEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that typed events say, found by walking their accessors; what they keep as raw text does not count. */
final class Described {

    /** Accessors that repeat the text of the BSP, or make something else of the value. */
    private static final Set<String> NOT_TYPED =
            Set.of("raw", "repeatKey", "toBuilder", "toString", "hashCode", "getClass", "notify", "notifyAll", "wait");

    private final Map<String, String> values = new TreeMap<>();

    private Described() {}

    static Described of(List<InboundEvent> events) {
        var described = new Described();
        int index = 0;
        for (InboundEvent event : events) {
            described.add(index++ + event.getClass().getSimpleName(), event);
        }
        return described;
    }

    /** Each typed value by its path. */
    Map<String, String> values() {
        return values;
    }

    /** Whether a value of the JSON is among the typed ones, however it is written. */
    boolean says(String value) {
        return values.values().stream().anyMatch(typed -> normal(typed).equals(normal(value)));
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[-_+\\s]", "");
    }

    private void add(String path, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> add(path, present));
        } else if (value instanceof Collection<?> list) {
            int index = 0;
            for (Object element : list) {
                add(path + "[" + index++ + "]", element);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> add(path + "." + key, element));
        } else if (value instanceof Instant instant) {
            values.put(path, instant.equals(Instant.MAX) ? "" : Long.toString(instant.getEpochSecond()));
        } else if (value instanceof Duration duration) {
            values.put(path, Long.toString(duration.toSeconds()));
        } else if (value instanceof BigDecimal number) {
            values.put(path, number.toPlainString());
        } else if (value instanceof Enum<?> constant) {
            values.put(path, constant.name());
        } else if (value.getClass().getName().startsWith("dev.wakit.")) {
            values.put(path + "#", value.getClass().getSimpleName());
            accessors(value.getClass())
                    .forEach(accessor -> add(path + "." + accessor.getName(), call(accessor, value)));
        } else {
            values.put(path, value.toString());
        }
    }

    private static Stream<Method> accessors(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() != void.class
                        && !NOT_TYPED.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName));
    }

    private static Object call(Method accessor, Object target) {
        try {
            return accessor.invoke(target);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(accessor + " failed", e);
        }
    }
}
