package dev.wakit.provider.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.WhatsApp;
import dev.wakit.provider.meta.account.MetaAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/meta.md name only types and methods that there are, and the Javadoc has the table too. */
class FeatureTableTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE =
            Pattern.compile("([A-Z][A-Za-z]*[a-z][A-Za-z]*)((?:\\.[A-Za-z]+)*)(?:\\(.*\\))?");

    private final Map<String, List<Class<?>>> types = Stream.of(WhatsApp.class, MetaProvider.class)
            .flatMap(FeatureTableTest::typesBeside)
            .collect(Collectors.groupingBy(Class::getSimpleName));

    @Test
    void everyTypeAndMethodOfTheTablesIsThere() {
        List<String> named = rows().stream()
                .flatMap(row -> Arrays.stream(row.split("\\|", -1)).skip(2))
                .flatMap(cell -> CODE.matcher(cell).results().map(match -> match.group(1)))
                .filter(word -> TYPE.matcher(word).matches())
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(150);
        assertThat(named.stream().filter(word -> !exists(word)).toList()).isEmpty();
    }

    @Test
    void everyFacadeIsInTheTableOfTheJavadoc() {
        String javadoc =
                read(root().resolve("wa-provider-meta/src/main/java/dev/wakit/provider/meta/package-info.java"));

        assertThat(Stream.concat(
                                Arrays.stream(MetaProvider.class.getDeclaredMethods()),
                                Arrays.stream(MetaAccount.class.getDeclaredMethods()))
                        .map(method -> method.getGenericReturnType().getTypeName())
                        .flatMap(name -> Pattern.compile("dev\\.wakit\\.[a-zA-Z.]+")
                                .matcher(name)
                                .results()
                                .map(match ->
                                        match.group().substring(match.group().lastIndexOf('.') + 1)))
                        .filter(
                                name -> name.matches(
                                        ".*(Gateway|Management|Uploads|Account|Codec|Settings|Numbers|Subscriptions|BlockList|QrCodes|Usernames)"))
                        .distinct())
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(javadoc).contains(name + "}"));
    }

    private boolean exists(String word) {
        var matcher = TYPE.matcher(word);
        assertThat(matcher.matches()).isTrue();
        List<String> path = Arrays.stream(matcher.group(2).split("\\."))
                .filter(part -> !part.isEmpty())
                .toList();
        return types.getOrDefault(matcher.group(1), List.of()).stream().anyMatch(type -> has(type, path));
    }

    private static boolean has(Class<?> type, List<String> path) {
        if (path.isEmpty()) {
            return true;
        }
        List<String> rest = path.subList(1, path.size());
        boolean member = rest.isEmpty()
                && (Arrays.stream(type.getMethods())
                                .anyMatch(method -> method.getName().equals(path.get(0)))
                        || Arrays.stream(type.getFields())
                                .anyMatch(field -> field.getName().equals(path.get(0))));
        return member
                || Arrays.stream(type.getClasses())
                        .filter(nested -> nested.getSimpleName().equals(path.get(0)))
                        .anyMatch(nested -> has(nested, rest));
    }

    private static List<String> rows() {
        return read(root().resolve("docs").resolve("meta.md"))
                .lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("| ---"))
                .toList();
    }

    /** All types of the module that a type is of, a folder or a jar. */
    private static Stream<Class<?>> typesBeside(Class<?> type) {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return types(place).stream();
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                return types(jar.getPath("/")).stream();
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("The module of " + type + " cannot be read", e);
        }
    }

    private static List<Class<?>> types(Path root) throws IOException {
        var found = new ArrayList<Class<?>>();
        try (Stream<Path> files = Files.walk(root)) {
            for (String name : files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.matches("dev[/\\\\]wakit[/\\\\].*\\.class") && !name.contains("package-info"))
                    .toList()) {
                found.add(load(
                        name.substring(0, name.length() - ".class".length()).replaceAll("[/\\\\]", ".")));
            }
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, FeatureTableTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.getParent();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
