package dev.wakit.samples.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The frame of every page. All values are escaped. Immutable. */
final class Shell {

    private static final String SIMULATED = "<strong>Simulator</strong>No real message leaves this computer.";
    private static final String REAL = "<strong>%s</strong>Messages are real.";

    private final String frame;

    private Shell(String frame) {
        this.frame = frame;
    }

    /** The entries of the rail. */
    enum Tab {
        CAMPAIGNS,
        MESSAGES,
        TEMPLATES,
        PRODUCTS,
        ORDERS,
        SETTINGS
    }

    /**
     * The frame of a server.
     *
     * @param real the names of the providers whose messages leave this computer; empty if none does
     */
    static Shell load(String real) {
        try (InputStream file = Objects.requireNonNull(Shell.class.getResourceAsStream("/dashboard/shell.html"))) {
            String frame = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Shell(frame.replace("{{mode}}", real.isEmpty() ? SIMULATED : REAL.formatted(escape(real))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String page(Tab tab, String title, String script) {
        return page(tab, title, script, Map.of());
    }

    String page(Tab tab, String title, String script, Map<String, String> data) {
        String page = frame.replace("{{title}}", escape(title))
                .replace("{{heading}}", escape(title))
                .replace("{{script}}", escape(script));
        for (Tab each : Tab.values()) {
            page = page.replace(
                    "{{at-" + each.name().toLowerCase(Locale.ROOT) + "}}", each == tab ? " aria-current=\"page\"" : "");
        }
        var attributes = new StringBuilder();
        new TreeMap<>(data)
                .forEach((name, value) -> attributes
                        .append(" data-")
                        .append(name)
                        .append("=\"")
                        .append(escape(value))
                        .append('"'));
        return page.replace("{{data}}", attributes);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
