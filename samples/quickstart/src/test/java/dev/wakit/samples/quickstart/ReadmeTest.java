package dev.wakit.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps what people read true: code blocks are compiled code, and links lead somewhere. */
class ReadmeTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("^ *// region (\\w+)\\n(.*?)^ *// endregion$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)|src=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("^```.*?^```$|`[^`\\n]*`", Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/write-a-provider.md"})
    void everyJavaBlockIsARegionOfACompiledFile(String page) throws IOException {
        var regions = new TreeMap<String, String>();
        for (Path file : files(ROOT.resolve("samples/quickstart/src"), ".java")) {
            found(REGION, Files.readString(file))
                    .forEach(region -> regions.put(
                            file.getFileName() + " " + region.group(1),
                            region.group(2).stripTrailing().stripIndent()));
        }

        List<String> blocks = found(BLOCK, Files.readString(ROOT.resolve(page)))
                .map(block -> block.group(1).strip())
                .toList();

        assertThat(blocks).isNotEmpty().allSatisfy(block -> assertThat(regions).containsValue(block));
    }

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        var broken = new ArrayList<String>();
        for (Path page : pages()) {
            found(LINK, CODE.matcher(Files.readString(page)).replaceAll(""))
                    .map(link -> link.group(1) != null ? link.group(1) : link.group(2))
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .filter(link -> !Files.exists(page.resolveSibling(link)))
                    .forEach(link -> broken.add(ROOT.relativize(page) + " -> " + link));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void pagesStayShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(250);
        assertThat(Files.readAllLines(ROOT.resolve("CONTRIBUTING.md"))).hasSizeLessThanOrEqualTo(150);
        for (Path record : files(ROOT.resolve("docs/adr"), ".md")) {
            assertThat(Files.readAllLines(record)).as(record.toString()).hasSizeLessThanOrEqualTo(60);
        }
    }

    private static List<Path> pages() throws IOException {
        var pages = new ArrayList<>(files(ROOT.resolve("docs"), ".md"));
        try (Stream<Path> top = Files.list(ROOT)) {
            top.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
