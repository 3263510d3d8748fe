package dev.wakit.campaign.internal.codec;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that messages are made of, found by their accessors. */
final class Parts {

    private static final Set<String> NO_ACCESSORS = Set.of("toBuilder", "hashCode", "toString", "getClass");

    private Parts() {}

    /** The messages and, to any depth, the values of this library that they hold. */
    static Set<Object> of(Stream<?> roots) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.forEach(root -> collect(root, seen));
        return seen;
    }

    private static void collect(Object value, Set<Object> seen) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> collect(present, seen));
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> collect(one, seen));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> collect(one, seen));
        } else if (isOurs(value) && seen.add(value)) {
            accessors(value.getClass()).forEach(accessor -> collect(call(accessor, value), seen));
        }
    }

    static Map<String, Optional<?>> optionals(Object part) {
        var found = new LinkedHashMap<String, Optional<?>>();
        accessors(part.getClass())
                .filter(accessor -> accessor.getReturnType() == Optional.class)
                .forEach(accessor -> found.put(name(accessor), (Optional<?>) call(accessor, part)));
        return found;
    }

    static Map<String, Integer> collections(Object part) {
        var found = new LinkedHashMap<String, Integer>();
        accessors(part.getClass()).forEach(accessor -> {
            Object value = call(accessor, part);
            if (value instanceof Collection<?> many) {
                found.put(name(accessor), many.size());
            } else if (value instanceof Map<?, ?> map) {
                found.put(name(accessor), map.size());
            }
        });
        return found;
    }

    private static boolean isOurs(Object value) {
        return value.getClass().getName().startsWith("dev.wakit.") && !(value instanceof Enum<?>);
    }

    private static Stream<Method> accessors(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass() == type)
                .filter(method -> !NO_ACCESSORS.contains(method.getName()));
    }

    private static String name(Method accessor) {
        return accessor.getDeclaringClass().getSimpleName() + "." + accessor.getName();
    }

    private static Object call(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name(accessor) + " cannot be called", e);
        }
    }
}
