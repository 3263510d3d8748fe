package dev.wakit.testkit.provider;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that a value of ours holds, as text: what a BSP would see of it. {@code toString} hides most of it on purpose. */
final class Rendering {

    private Rendering() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Iterable<?> many) {
            var texts = new StringBuilder();
            many.forEach(one -> texts.append(of(one)).append('\n'));
            return texts.toString();
        } else if (value instanceof Map<?, ?> map) {
            return of(map.keySet()) + of(map.values());
        } else if (value instanceof Enum<?> || !value.getClass().getName().startsWith("dev.wakit.")) {
            return value.toString();
        }
        return fields(value.getClass()).map(field -> of(get(field, value))).collect(Collectors.joining("\n"));
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static @Nullable Object get(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
